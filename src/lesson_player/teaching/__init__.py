"""Where a lesson stands, how it moves, and what each side sees of it. No Qt, no files but the journal's."""
