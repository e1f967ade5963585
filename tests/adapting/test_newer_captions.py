"""Changes of captions beside the lesson, and beside other captions that come with a film."""

from __future__ import annotations

import pytest

from lesson_player.adapting.caption_edits import JoinCues, NudgeAll, NudgeCue, ReWordCue
from lesson_player.adapting.compare import differences
from lesson_player.adapting.newer import Fit, merged, review
from lesson_player.adapting.opened import Opened
from lesson_player.model.bundle import LoadedFilm
from lesson_player.model.captions import CueTrack
from tests.support import small_lesson
from tests.support.adapted import after
from tests.support.captioned import TEXTS, supplied, track

FILE = supplied()


@pytest.fixture
def changed(desk: Opened) -> Opened:
    return after(
        desk,
        ReWordCue(FILE, 1, "Sit still!"),
        NudgeCue(FILE, 3, 0.5),
        NudgeAll(FILE, 0.4),
    )


def films(cues: CueTrack) -> dict[str, LoadedFilm]:
    film = small_lesson.loaded_film()
    return {"small-film": film.model_copy(update={"captions": {"film/standard": cues}})}


def test_each_change_is_told_with_time_and_both_wordings(changed: Opened) -> None:
    found = differences(changed.base, changed.adaptation)
    assert [(one.field, one.place, one.base, one.own) for one in found] == [
        ("All captions", "film", "", "All captions come 0.4 s later"),
        ("Caption", "film, 0:02.5", f"0:02.5 – 0:04.0 {TEXTS[1]}", "0:02.5 – 0:04.0 Sit still!"),
        ("Caption", "film, 0:08.0", f"0:08.0 – 0:10.0 {TEXTS[3]}", f"0:08.5 – 0:10.5 {TEXTS[3]}"),
    ]


def test_with_the_same_captions_all_fits(changed: Opened) -> None:
    assert merged(changed.base, changed.adaptation, films=films(track())).words == (
        "3 of your changes still fit."
    )


def test_other_captions_need_a_look_and_nothing_is_dropped(changed: Opened) -> None:
    newer = track(c1="Sit, Biscuit!")
    found = merged(changed.base, changed.adaptation, films=films(newer))
    assert found.words == "2 of your changes still fit, 1 needs a look."
    assert found.adaptation == changed.adaptation
    (look,) = found.to_look_at
    assert look.fit is Fit.LOOK
    assert look.difference.base == f"0:02.5 – 0:04.0 {TEXTS[1]}"
    assert "“Sit, Biscuit!”" in look.problems[0].sentence


def test_a_film_with_a_longer_title_takes_the_changes_along_but_not_the_shift(changed: Opened) -> None:
    found = review(changed.base, changed.adaptation, films(track(later=3.0)))
    assert [one.fit for one in found] == [Fit.LOOK, Fit.FITS, Fit.FITS]


def test_a_caption_that_is_no_longer_there_is_gone(changed: Opened) -> None:
    cues = track().cues
    found = review(changed.base, changed.adaptation, films(CueTrack(cues=(*cues[:3], cues[4]))))
    assert [one.fit for one in found] == [Fit.FITS, Fit.FITS, Fit.GONE]


def test_without_the_film_nobody_is_asked_to_look(changed: Opened) -> None:
    assert merged(changed.base, changed.adaptation).to_look_at == ()


def test_a_joined_caption_needs_a_look_when_either_half_changes(desk: Opened) -> None:
    joined = after(desk, JoinCues(FILE, 0))
    (found,) = review(joined.base, joined.adaptation, films(track(c1="Sit, Biscuit!")))
    assert found.fit is Fit.LOOK
