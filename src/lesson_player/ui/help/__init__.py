"""Help inside the program: a short guide each for teacher, coordinator and technician, searched, offline."""
