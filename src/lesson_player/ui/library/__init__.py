"""The library window: choosing a lesson, and whether all is ready for class."""
