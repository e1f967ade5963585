"""Record a lesson's voice: every text that its class reads, once, as Opus with the time of each word."""

from __future__ import annotations


class VoiceNotRecorded(Exception):
    """Something that recording needs is missing or wrong; the message is one clear line."""
