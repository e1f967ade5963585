"""Builds Lesson Player's packages for Windows, on Linux."""
