"""Lesson Player: teaches a safeguarding lesson around a film, from a teacher's screen to a class screen."""

from __future__ import annotations

from typing import Final

__version__: Final = "0.1.0"
"""Version of the program, by semantic versioning; `pyproject.toml` and the packages read it from here."""
