"""Where people choose how the program works for them."""
