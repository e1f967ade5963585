"""Lessons of the school's own: begun from templates and as copies, opened, written, and never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lesson_player.adapting.lesson_edits import AddSitting
from lesson_player.adapting.line_edits import ChangeLine
from lesson_player.adapting.opened import Opened, edited
from lesson_player.adapting.own_lesson import OwnLesson
from lesson_player.adapting.version_edits import BringPicture
from lesson_player.formats.bundle import load_bundle
from lesson_player.foundation.paths import Places, standard_places
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.lesson import FilmStep
from lesson_player.model.pictures import Picture
from lesson_player.model.problem import Problem, errors
from lesson_player.operations.library import find_lesson, load_lesson, read_lessons
from lesson_player.operations.own_lessons import (
    films_of,
    is_own,
    keep_former_lesson,
    make_lesson,
    open_lesson,
    save_lesson,
    templates_of,
)
from lesson_player.operations.versions import OpenedVersion


@pytest.fixture
def places(tmp_path: Path) -> Places:
    data, state, config = (tmp_path / name for name in ("data", "state", "config"))
    return replace(standard_places(), user_data=data, user_state=state, user_config=config)


def template(places: Places, name: str) -> Path:
    return next(one.folder for one in templates_of(places) if one.folder.name == name)


def load(folder: Path, places: Places) -> LessonBundle:
    bundle, _ = load_bundle(folder, places.films)
    assert bundle is not None
    return bundle


def blank(places: Places, title: str = "Our trip") -> LessonBundle:
    return load(make_lesson(places, template(places, "blank"), title), places)


def opened(bundle: LessonBundle, places: Places) -> Opened:
    found = open_lesson(bundle, places)
    assert isinstance(found, OpenedVersion), found
    return found.opened


def test_every_template_makes_a_lesson_that_can_be_taught_and_ends_on_help(places: Places) -> None:
    film = films_of(places)[0]
    assert [one.title for one in templates_of(places)] == [
        "A talk in one sitting",
        "Blank lesson",
        "A lesson around a film",
    ]
    for one in templates_of(places):
        folder = make_lesson(places, one.folder, one.title, about="For us.", film=film if one.film else None)
        bundle = load(folder, places)
        assert errors(bundle.problems) == ()
        assert (bundle.lesson.id, bundle.lesson.about) == (folder.name, "For us.")
        for sitting in bundle.lesson.sittings:
            kinds = [(step.kind, step.locked) for step in bundle.lesson.sitting_steps(sitting.id)]
            assert ("help", True) in kinds
            assert ("calm", True) in kinds
        assert all(line.locked for line in bundle.lesson.disclosure.lines)
        assert (folder / "licence.txt").is_file()


def test_a_film_lesson_plays_the_chosen_film_from_its_first_moment_to_its_last(places: Places) -> None:
    film = films_of(places)[0]
    lesson = load(make_lesson(places, template(places, "film"), "We watch", film=film), places).lesson
    part = next(step for step in lesson.steps if isinstance(step, FilmStep))
    assert (lesson.film, part.start, part.end) == (film.id, film.moments[0], film.moments[-1])


def test_two_lessons_of_one_title_have_an_id_each_and_templates_are_no_lessons(places: Places) -> None:
    assert [blank(places).lesson.id for _ in range(2)] == ["our-trip", "our-trip-2"]
    assert blank(places, "Ёлка").lesson.id == "lesson"
    cards = {card.id: card for card in read_lessons(places, ())}
    assert cards["our-trip"].own
    assert not cards["mayas-story"].own
    assert "blank" not in cards
    assert "templates" not in cards


def test_a_copy_has_everything_but_the_id_and_its_versions_are_its_own(places: Places) -> None:
    source = find_lesson(places, "mayas-story")
    assert source is not None
    before = load(source, places)
    copy = load(make_lesson(places, source, "Our story"), places)
    assert copy.lesson.model_copy(update={"id": "x", "title": "x", "easy": None}) == before.lesson.model_copy(
        update={"id": "x", "title": "x", "easy": None}
    )
    assert {one.lesson for one in copy.adaptations} == {"our-story"}
    assert len(copy.adaptations) == len(before.adaptations)
    assert errors(copy.problems) == ()
    assert copy.voice == before.voice
    assert load(source, places).lesson == before.lesson


def test_what_cannot_be_made_leaves_nothing_behind(places: Places, tmp_path: Path) -> None:
    for title in ("", "x" * 401):
        with pytest.raises(ValueError, match="Lesson"):
            make_lesson(places, template(places, "blank"), title)
    with pytest.raises(ValueError, match="nothing"):
        make_lesson(places, tmp_path / "nothing", "A title")
    store = places.lessons[0]
    assert not store.exists() or list(store.iterdir()) == []


def test_only_ones_own_is_edited_and_only_where_nothing_would_be_lost(places: Places) -> None:
    source = find_lesson(places, "mayas-story")
    shipped, _ = load_lesson(source, places)
    assert shipped is not None
    assert not is_own(shipped, places)
    refused = open_lesson(shipped, places)
    assert isinstance(refused, Problem)
    assert refused.code == "not-own"

    bundle = blank(places)
    path = bundle.folder / "lesson.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("minutes: 2", "minuts: 2"), encoding="utf-8")
    broken, _ = load_lesson(bundle.folder, places)
    assert broken is not None
    refused = open_lesson(broken, places)
    assert isinstance(refused, Problem)
    assert refused.code == "broken-lesson"


def test_what_is_edited_loads_again_with_its_pictures(places: Places) -> None:
    bundle = blank(places)
    state = opened(bundle, places)
    here = bundle.lesson.sittings[0].id
    bell = BringPicture("bell", Picture(file="bell.svg", alt="A bell."))
    for edit in (
        ChangeLine("first-slide-line", "text", "We go by bus."),
        bell,
        ChangeLine("first-slide-line", "picture", "bell"),
        AddSitting(here, "sitting-2", "slide-2", "slide-2-line"),
    ):
        after = edited(state, edit)
        assert isinstance(after, Opened), after
        state = after
    (bundle.folder / "pictures" / "bell.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert isinstance(state.adaptation, OwnLesson)
    save_lesson(bundle, state.adaptation)
    again = load(bundle.folder, places)
    assert again.lesson == state.lesson
    assert again.problems == ()
    assert again.alt("bell") == "A bell."
    assert opened(again, places).lesson == state.lesson


def test_a_lesson_as_it_was_is_kept_before_it_is_edited(places: Places) -> None:
    bundle = blank(places)
    kept = keep_former_lesson(places, bundle)
    assert kept is not None
    assert kept.read_bytes() == (bundle.folder / "lesson.yaml").read_bytes()
    assert kept.stem < datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    assert places.user_state in kept.parents
