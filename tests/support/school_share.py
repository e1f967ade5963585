"""A school's share: a folder of lessons and a folder of films that a policy names, outside of every other."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from lesson_player.foundation.paths import Places
from tests.support.example_lesson import FILM, LESSON, copy_example
from tests.support.recorded import voice, write_voice

ID = "asking-for-help"
FILM_ID = "sam-asks"
SPOKEN = "Welcome to our lesson."
"""The line of the lesson that has been recorded."""


@dataclass(frozen=True)
class Share:
    """Where things are: the share itself, and the user's places under a policy that names it."""

    root: Path
    places: Places

    @property
    def lesson(self) -> Path:
        return self.places.school_lessons[0] / ID

    @property
    def film(self) -> Path:
        return self.places.school_films[0] / FILM_ID

    def vanish(self) -> None:
        shutil.rmtree(self.root)


def make_share(folder: Path, *, film: bytes = b"a film" * 100) -> Share:
    """The example of docs/lesson-format on a share below *folder*, with film files of those bytes."""
    example = copy_example(folder)
    share = folder / "share"
    (share / "lessons").mkdir(parents=True)
    (share / "films").mkdir()
    shutil.move(example.root / LESSON, share / "lessons" / ID)
    shutil.move(example.root / FILM, share / "films" / FILM_ID)
    shutil.rmtree(example.root)
    write_voice(share / "lessons" / ID, voice(SPOKEN))
    for file in (share / "films" / FILM_ID).glob("*.webm"):
        file.write_bytes(film)
    user = folder / "user"
    places = Places(
        user_data=user / "data",
        user_state=user / "state",
        user_config=user / "config",
        machine_data=folder / "machine",
        shipped=folder / "shipped",
        school_lessons=(share / "lessons",),
        school_films=(share / "films",),
        user_cache=user / "cache",
    )
    return Share(share, places)
