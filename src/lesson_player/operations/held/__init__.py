"""Copies of the school's lessons and films on this computer, so that a share may go away in a lesson."""
