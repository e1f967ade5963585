"""Words that stand in windows and are not the program's own: of the lessons and films of the tests."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support import small_lesson
from tests.support.library_cards import BOARD, CHECKS, LAPTOP, broken_lesson, lesson, place
from tests.support.teacher_views import film_view, teacher_view

FILES = (
    "film.mp4",
    "/srv/lessons",
    "Class screen: board, 1920 × 1080",
    "Your settings could not be read, so the usual ones are used.",
    "The BSL film is shorter than the film by 14 s. Check part 2 before class.",
    "Part one",
    "Part two",
    "With the IWF’s film",
    LAPTOP.name,
    BOARD.name,
    "Easy-read captions",
    "Short lines",
    "Hello there.",
    "For tests.",
)


def own_words(words: str) -> str:
    """What is left of *words* without what the tests' lessons, films and files say."""
    for said in _SAID:
        words = words.replace(said, "")
    return words


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _texts(each)


_VALUES = (teacher_view(), film_view(), lesson(places=(place(),)), broken_lesson(), *CHECKS)
_LESSONS = (small_lesson.lesson(), small_lesson.film())
_SAID = sorted(
    {
        text
        for value in (*_VALUES, *_LESSONS)
        for text in _texts(value.model_dump(mode="json"))
        if len(text) > 2
    }
    | {*FILES},
    key=len,
    reverse=True,
)
