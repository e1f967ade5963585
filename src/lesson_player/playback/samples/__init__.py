"""Two films of two seconds, made by packaging/samples/make: playing them tells what a computer can decode."""

from __future__ import annotations

SAMPLES = {"h264-aac": "h264-aac.mp4", "vp9-opus": "vp9-opus.webm"}
"""File by kind: picture and sound as they are most often in MP4 and WebM."""
