"""Putting a school's own film in place of the one that is there: look, set up, copy, switch over, undo."""
