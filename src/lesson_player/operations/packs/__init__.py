"""Sharing lessons as one file, installing such files, and taking out again what was installed."""
