"""How the program's own windows look: palettes, type and measures made from the theme roles."""
