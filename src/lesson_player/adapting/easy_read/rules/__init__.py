"""The rules for one text, a module for each kind of finding."""
