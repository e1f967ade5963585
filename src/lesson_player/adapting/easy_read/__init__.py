"""Easy-read checks: what may be hard to read in a text or a lesson, why, and what to write instead.

Advice to people who write lessons: nothing is ever stopped by it.
"""
