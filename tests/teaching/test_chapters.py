from __future__ import annotations

from lesson_player.teaching import moves
from lesson_player.teaching.chapters import ChapterStart, chapter_at, chapter_before, chapters, next_chapter
from lesson_player.teaching.state import FilmStatus
from tests.support.small_lesson import at_step, course, press_next
from tests.teaching.test_film_tools import playing, resting, watch

MADE = course()
STEP = watch(MADE)


def test_the_chapters_of_a_part_are_those_it_shows_some_of() -> None:
    assert chapters(MADE, STEP, "bsl") == (
        ChapterStart("The start", 0.0),
        ChapterStart("A clue", 6.0),
        ChapterStart("Help comes", 11.0),
    )
    part = STEP.model_copy(update={"start": "clue", "end": "help"})
    assert chapters(MADE, part, "film") == (ChapterStart("A clue", 4.0),)


def test_a_chapter_that_began_before_the_part_starts_with_it() -> None:
    film = MADE.bundle.films["small-film"]
    fewer = film.film.model_copy(update={"chapters": film.film.chapters[:1]})
    loaded = film.model_copy(update={"film": fewer})
    bundle = MADE.bundle.model_copy(update={"films": {"small-film": loaded}})
    part = STEP.model_copy(update={"start": "clue"})
    assert chapters(type(MADE)(**{**MADE.__dict__, "bundle": bundle}), part, "film") == (
        ChapterStart("The start", 4.0),
    )


def test_the_chapter_that_is_on() -> None:
    found = chapters(MADE, STEP, "film")
    assert [chapter_at(found, at_s) for at_s in (0.0, 3.9, 3.95, 4.0, 9.9)] == [0, 0, 1, 1, 2]
    assert chapter_at((), 1.0) is None


def test_next_and_former_chapter_keep_the_film_playing_or_resting() -> None:
    there = next_chapter(MADE, playing(1.0))
    assert (there.film.at_s, there.film.status) == (4.0, FilmStatus.PLAYING)
    assert there.film.leg == 1, "the pause at the chapter's start is behind"
    assert there.film.said == "Chapter: A clue"
    assert next_chapter(MADE, resting(1.0)).film.status is FilmStatus.RESTING


def test_the_former_chapter_is_first_the_start_of_this_one() -> None:
    assert chapter_before(MADE, playing(7.0 + 2.5)).film.at_s == 7.0
    assert chapter_before(MADE, playing(7.0 + 1.5)).film.at_s == 4.0
    assert chapter_before(MADE, playing(0.5)).film.at_s == 0.0


def test_there_is_no_chapter_after_the_last_and_it_is_said() -> None:
    state = playing(8.0)
    there = next_chapter(MADE, state)
    assert there.film.at_s == 8.0
    assert there.film.said == "This is the last chapter of this part."


def test_a_film_without_chapters_has_none() -> None:
    loaded = MADE.film(STEP)
    assert loaded is not None
    film = loaded.film.model_copy(update={"chapters": ()})
    bundle = MADE.bundle.model_copy(update={"films": {film.id: loaded.model_copy(update={"film": film})}})
    course = type(MADE)(**{**MADE.__dict__, "bundle": bundle})
    assert chapters(course, STEP, "film") == ()


def test_outside_a_film_there_are_no_chapters() -> None:
    state = at_step(MADE, "rules")
    assert next_chapter(MADE, state) == state
    assert chapter_before(MADE, state) == state


def test_what_was_said_goes_when_the_film_goes_on() -> None:
    said = next_chapter(MADE, resting(1.0))
    assert press_next(MADE, said).film.said == ""
    assert moves.seek_film(MADE, said, 1.0).film.said == ""
