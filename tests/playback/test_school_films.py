"""Both engines play films as schools have them, upright and in their right shape."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lesson_player.playback.engines import Engine
from lesson_player.playback.frame import Frame
from lesson_player.playback.inspection.process import FilmInspector
from lesson_player.playback.probe import plays_for, sample_frames
from tests.support import school_films as films
from tests.support.school_films import H264, HEVC, SURROUND, VP9, school_film

KINDS: dict[str, Callable[[], Path]] = {
    "HEVC": lambda: school_film("hevc.mp4", *HEVC, "-c:a", "aac"),
    "MOV": lambda: school_film("film.mov", *H264, "-c:a", "aac"),
    "MKV": lambda: school_film("film.mkv", *H264, "-c:a", "aac"),
    "odd size": lambda: school_film("odd.webm", *VP9, size="161x91", sound=()),
    "4:3": lambda: school_film("fullscreen.mp4", *H264, size="160x120"),
    "portrait": lambda: school_film("portrait.mp4", *H264, size="90x160"),
    "turned": lambda: films.copied(films.plain(), "turned.mp4", "-c", "copy", "-metadata:s:v", "rotate=90"),
    "wide pixels": lambda: school_film("anamorphic.mp4", *H264, "-aspect", "16:9", size="144x108"),
    "no sound": lambda: school_film("mute.mp4", *H264, sound=()),
    "5.1": lambda: school_film("surround.mp4", *H264, "-c:a", "aac", sound=SURROUND),
    "variable rate": lambda: school_film(
        "varying.mp4", *H264, "-vf", "select='if(lt(t,1.5),1,not(mod(n,3)))'", "-vsync", "vfr", sound=()
    ),
    "60 fps": lambda: school_film("fast.mp4", *H264, rate="60"),
    "4K": lambda: school_film("large.mp4", *H264, size="3840x2160", seconds="1"),
}
BUSY_TRIES = 12
"""A 4K picture takes a busy machine some time: one of so many tries must do."""


@pytest.mark.parametrize("kind", KINDS)
def test_it_plays_in_its_shape(kind: str, decoder: Engine) -> None:
    film = KINDS[kind]()
    tries = (plays_for(decoder, film, 0.5) for _ in range(BUSY_TRIES))
    assert "" in tries
    (frame,) = sample_frames(decoder, film, [0.3])
    assert isinstance(frame, Frame)
    facts = FilmInspector().facts(film)
    shape = frame.image.width() / frame.image.height()
    assert shape == pytest.approx(facts.width / facts.height, rel=0.02)
