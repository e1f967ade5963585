"""Make the sample film of Maya's story: voices, pictures, tracks and manifest from one script."""

from __future__ import annotations

WIDTH, HEIGHT = 1280, 720
"""Size of the picture in pixels; scenes are drawn in these units."""

FRAMES_PER_SECOND = 25


class FilmNotMade(Exception):
    """Something that the film needs is missing; the message is one clear line."""
