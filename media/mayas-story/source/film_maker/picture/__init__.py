"""Drawing: shapes, people, things and the painting of frames."""

from __future__ import annotations
