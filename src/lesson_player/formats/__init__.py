"""Files read into values, every problem with its place: lessons, films, adaptations, services, captions."""
