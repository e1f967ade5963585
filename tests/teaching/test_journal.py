from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lesson_player.model.lesson import Sitting
from lesson_player.teaching import journal, moves
from lesson_player.teaching.journal import PLACES_KEPT, Journal, carry_on, kept_place
from lesson_player.teaching.state import FilmStatus
from tests.support.small_lesson import at_step, begin, course, press_next

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_a_place_comes_back_as_it_was(tmp_path: Path) -> None:
    made = course()
    state = moves.text_larger(made, moves.toggle_captions(made, press_next(made, at_step(made, "rules"))))
    Journal(tmp_path).keep(kept_place(made, state, "a", NOW))
    place = Journal(tmp_path).place("a")

    assert place is not None
    assert carry_on(made, place) == state.model_copy(update={"film": carry_on(made, place).film})
    assert place.card().step_number == 3
    assert place.card().film_s is None


def test_a_film_comes_back_at_rest_to_the_second(tmp_path: Path) -> None:
    made = course()
    playing = moves.film_came_to(
        made, moves.swap_version(made, press_next(made, at_step(made, "watch"))), 8.2
    )
    Journal(tmp_path).keep(kept_place(made, playing, "a", NOW))
    place = Journal(tmp_path).place("a")

    assert place is not None
    state = carry_on(made, place)
    assert (state.film.status, state.film.at_s, state.film.leg) == (FilmStatus.RESTING, 8.2, 1)
    assert state.film_choice.version == "bsl"
    assert place.card().film_s == 8.2


def test_a_question_at_a_pause_comes_back() -> None:
    made = course()
    state = press_next(made, at_step(made, "watch"), 3)

    back = carry_on(made, kept_place(made, state, "a", NOW))
    assert (back.film.reached, back.film.at_s, back.beat) == (True, 4.0, 1)


def test_a_film_that_had_come_to_its_pause_comes_back_with_the_question() -> None:
    made = course()
    state = moves.film_came_to(made, press_next(made, at_step(made, "watch")), 4.0)

    back = carry_on(made, kept_place(made, state, "a", NOW))
    assert (back.film.leg, back.film.reached) == (0, True)


def test_a_film_that_has_gone_missing_does_not_stop_the_lesson() -> None:
    state = moves.film_came_to(course(), press_next(course(), at_step(course(), "watch")), 3.0)
    gone = course(with_film=False)

    assert carry_on(gone, kept_place(course(), state, "a", NOW)).film.status is FilmStatus.MISSING


def test_an_edited_lesson_still_finds_the_step() -> None:
    made = course()
    state = press_next(made, at_step(made, "rules"), 3)
    place = kept_place(made, state, "a", NOW)
    shorter = course(sittings=(Sitting(id="one", title="One", steps=("rules", "help")),))
    without = course(sittings=(Sitting(id="one", title="One", steps=("welcome", "help")),))

    assert (carry_on(shorter, place).step, carry_on(shorter, place).beat) == (0, 3)
    assert moves.current_step(without, carry_on(without, place)).id == "help"
    with pytest.raises(KeyError):
        carry_on(course(sittings=(Sitting(id="other", title="Other", steps=("rules",)),)), place)


def test_a_broken_file_is_set_aside_and_told(tmp_path: Path) -> None:
    made = course()
    Journal(tmp_path).keep(kept_place(made, begin(made), "good", NOW))
    (tmp_path / "bad.json").write_text('{"format": 1, "key": ')
    (tmp_path / "worse.json").write_bytes(b"\xff\xfe\x00")

    places, problems = Journal(tmp_path).places()
    assert [place.key for place in places] == ["good"]
    assert len(problems) == 2
    assert {path.name for path in tmp_path.iterdir()} == {
        "good.json",
        "bad.json.broken-1",
        "worse.json.broken-1",
    }
    assert Journal(tmp_path).places()[1] == ()


def test_what_a_power_cut_left_half_written_is_swept(tmp_path: Path) -> None:
    part = tmp_path / ".20260101-080000-000000.json.ab_cd123.part"
    part.write_text('{"format": 1, "key": ')
    os.utime(part, (0, 0))

    assert Journal(tmp_path).places() == ((), ())
    assert list(tmp_path.iterdir()) == []


def test_the_newest_places_are_kept(tmp_path: Path) -> None:
    made, kept = course(), Journal(tmp_path)
    for number in range(PLACES_KEPT + 3):
        kept.keep(kept_place(made, begin(made), f"k{number:02d}", NOW + timedelta(minutes=number)))

    places, _ = kept.places()
    assert [place.key for place in places] == [f"k{number:02d}" for number in range(PLACES_KEPT + 2, 2, -1)]
    assert len(list(tmp_path.glob("*.json"))) == PLACES_KEPT


def test_a_place_that_is_locked_or_gone_is_not_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, kept = course(), Journal(tmp_path)
    for key in ("gone", "locked", "open"):
        kept.keep(kept_place(made, begin(made), key, NOW))
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.stem == "gone":
            raise FileNotFoundError(path)
        if path.stem == "locked":
            raise PermissionError(path)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    places, problems = kept.places()

    assert [place.key for place in places] == ["open"]
    assert [problem.file for problem in problems] == ["locked.json"]
    assert {path.name for path in tmp_path.iterdir()} == {"gone.json", "locked.json", "open.json"}


def test_a_folder_that_is_read_only_still_gives_its_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, kept = course(), Journal(tmp_path)
    for number in range(PLACES_KEPT + 1):
        kept.keep(kept_place(made, begin(made), f"k{number:02d}", NOW + timedelta(minutes=number)))
    (tmp_path / "broken.json").write_text("{")

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "unlink", refuse)
    monkeypatch.setattr(Path, "rename", refuse)
    places, problems = kept.places()

    assert len(places) == PLACES_KEPT
    assert [problem.code for problem in problems] == ["place-locked"]
    assert "put aside" not in str(problems[0])


def test_a_sitting_that_was_taught_to_its_end_is_not_carried_on(tmp_path: Path) -> None:
    made, kept = course(), Journal(tmp_path)
    for number, step in enumerate(("welcome", "help", "calm-end")):
        state = at_step(made, step, "two")
        kept.keep(kept_place(made, state, step, NOW + timedelta(minutes=number), ended=True))

    assert [place.key for place in kept.places()[0]] == ["help", "welcome"]
    assert [place.key for place in kept.finished()] == ["calm-end"]
    assert kept.place("calm-end") is None
    assert kept.finished()[0].card().finished


def test_what_was_taught_does_not_push_out_places_to_carry_on_from(tmp_path: Path) -> None:
    made, kept = course(), Journal(tmp_path)
    kept.keep(kept_place(made, begin(made), "open", NOW))
    for number in range(PLACES_KEPT + 2):
        done = kept_place(made, moves.last(made, begin(made)), f"k{number}", NOW + timedelta(days=number + 1))
        kept.keep(done)

    assert [place.key for place in kept.places()[0]] == ["open"]
    assert len(kept.finished()) == PLACES_KEPT
    assert len(list(tmp_path.glob("*.json"))) == PLACES_KEPT + 1


def test_a_place_of_the_former_version_is_still_read(tmp_path: Path) -> None:
    made = course()
    fields = json.loads(kept_place(made, at_step(made, "rules"), "old", NOW).model_dump_json())
    del fields["finished"]
    (tmp_path / "old.json").write_text(json.dumps(fields))
    place = Journal(tmp_path).place("old")

    assert place is not None
    assert not place.finished


def test_two_starts_have_two_keys() -> None:
    assert journal.new_key(NOW) != journal.new_key(NOW + timedelta(microseconds=1))


def test_nothing_about_pupils_is_kept() -> None:
    fields = set(kept_place(course(), begin(course()), "a", NOW).model_dump())

    assert fields == {
        "format",
        "key",
        "lesson",
        "sitting_title",
        "version_title",
        "step_number",
        "step_id",
        "step_title",
        "adaptations",
        "finished",
        "state",
        "saved",
    }


def test_a_place_kept_before_there_were_tools_for_the_film_still_loads() -> None:
    made = course()
    state = moves.film_came_to(made, press_next(made, at_step(made, "watch")), 2.0)
    kept = json.loads(kept_place(made, state, "a", NOW).model_dump_json())
    for name in ("rate", "own_pauses", "pauses_off"):
        del kept["state"][name]
    for name in ("frames", "repeat", "said"):
        del kept["state"]["film"][name]

    assert carry_on(made, journal.KeptPlace.model_validate(kept)).film.at_s == 2.0
