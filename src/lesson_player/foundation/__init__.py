"""Paths, atomic files, hashes, settings and words in other languages: what every floor may stand on."""
