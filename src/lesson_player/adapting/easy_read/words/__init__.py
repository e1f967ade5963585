"""British word lists, and the forms of words."""
