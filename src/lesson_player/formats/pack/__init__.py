"""Packs: one zip file that carries lessons, films and adaptations, written by us and trusted by nobody."""
