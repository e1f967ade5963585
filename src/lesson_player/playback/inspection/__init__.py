"""Looking into a film file without playing it, in a process of its own: files are untrusted."""
