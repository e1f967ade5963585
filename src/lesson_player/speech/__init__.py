"""Voices: recordings, the computer's own voice, and one without sound, behind one port."""
