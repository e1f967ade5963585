"""The window in which a version of a lesson is made."""
