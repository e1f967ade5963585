"""Films by Qt Multimedia, whose FFmpeg engine comes with the program: used where libVLC is not installed."""
