"""The room where a lesson is adapted."""
