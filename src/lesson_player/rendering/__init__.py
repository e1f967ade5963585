"""Slides laid out once and painted anywhere: class window, preview, thumbnail, picture file."""
