"""Recordings made on this computer: by the voice pack's speech model or from a microphone, then as Opus."""
