"""The desktop that the program stands on: displays, sound outputs, background jobs, translations."""
