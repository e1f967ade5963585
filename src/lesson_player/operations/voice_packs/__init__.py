"""Voice packs: the optional maker of recordings, built from pinned files, and started only if it is known."""
