"""Films: one player with one contract, whichever engine decodes the picture.

Importing this package loads no engine; :mod:`lesson_player.playback.engines` chooses one when it is asked to.
"""
