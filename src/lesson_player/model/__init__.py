"""Frozen values that every part of the program shares: lessons, films, slides, adaptations, problems."""
