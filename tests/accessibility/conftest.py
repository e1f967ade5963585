"""The same windows as in tests/ui, walked as assistive technology does."""

from __future__ import annotations

from tests.ui.conftest import audience, dressed, presenter, windows

__all__ = ["audience", "dressed", "presenter", "windows"]
