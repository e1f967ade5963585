from __future__ import annotations

import math

import pytest

from lesson_player.model.film import Film
from lesson_player.teaching.loudness import turned_down_db, volume_for
from tests.support.small_lesson import film


def loud(film_lufs: float | None, bsl_lufs: float | None) -> Film:
    made = film()
    versions = {
        name: made.versions[name].model_copy(update={"loudness": lufs})
        for name, lufs in (("film", film_lufs), ("bsl", bsl_lufs))
    }
    return made.model_copy(update={"versions": versions})


@pytest.mark.parametrize(
    ("film_lufs", "bsl_lufs", "turned"),
    [
        (-23.0, -23.0, (0.0, 0.0)),
        (-14.0, -23.0, (9.0, 0.0)),
        (-14.0, -16.0, (9.0, 7.0)),
        (-23.0, -28.0, (5.0, 0.0)),
        (-14.0, -45.0, (12.0, 0.0)),
        (-14.0, None, (9.0, 0.0)),
        (None, None, (0.0, 0.0)),
    ],
)
def test_the_louder_version_is_turned_down_and_none_is_made_louder(
    film_lufs: float | None, bsl_lufs: float | None, turned: tuple[float, float]
) -> None:
    made = loud(film_lufs, bsl_lufs)
    assert (turned_down_db(made, "film"), turned_down_db(made, "bsl")) == turned


def test_both_versions_come_out_equally_loud() -> None:
    made = loud(-14.0, -23.0)
    film_db = -14.0 + 60 * math.log10(volume_for(made, "film", 80) / 80)
    bsl_db = -23.0 + 60 * math.log10(volume_for(made, "bsl", 80) / 80)
    assert film_db == pytest.approx(bsl_db, abs=0.3)


def test_silence_stays_silence_and_sound_stays_sound() -> None:
    made = loud(-5.0, -40.0)
    assert volume_for(made, "film", 0) == 0
    assert volume_for(made, "film", 1) == 1
