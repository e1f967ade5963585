"""The assistant that puts a school's own film in: one question at a time."""
