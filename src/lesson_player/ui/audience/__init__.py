"""The class window: nothing but the lesson."""
