"""Films by libVLC, drawn into memory that we own.

The only package that imports ``vlc``, and only once :func:`lesson_player.playback.vlc.library.load` was
called: importing that module looks for the library in unsafe places and may end the process.
"""
