"""The voice of a version: which of its lines nobody has spoken yet, and recordings made for them."""
