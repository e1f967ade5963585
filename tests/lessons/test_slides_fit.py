"""Every slide of the lesson keeps the chosen text size on boards of every shape, and symbols below 200 %."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lesson_player.application.courses import open_course
from lesson_player.model.appearance import Appearance
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.lesson import FilmStep
from lesson_player.model.slide import ClassView, FilmPicture, NowNext, ScreenKind, Slide
from lesson_player.rendering.layout import lay_out
from lesson_player.rendering.placed import ScreenLayout
from lesson_player.rendering.symbols import symbols_in
from lesson_player.teaching.course import Course
from lesson_player.teaching.pointing import as_pointed
from lesson_player.teaching.slides import beats, question_beats, title_slide

BOARDS = {"4:3": (1024, 768), "16:10": (1280, 800), "16:9": (1920, 1080)}

MOST_BARE = {"4:3": 40, "16:10": 15, "16:9": 3}
"""Pages of about 180 at 200 % that have no room for symbols: their words alone fill them."""


def class_views(course: Course, look: Appearance) -> Iterator[ClassView]:
    """All that the class can see of the lesson but the film itself, each card touched once."""
    steps = {step.id: step for sitting in course.lesson.sittings for step in course.steps(sitting.id)}
    for step in steps.values():
        shown = [(slide, False) for slide in beats(course, step, look)]
        if isinstance(step, FilmStep):
            prompts = [pause.prompt for pause in step.pauses if pause.prompt]
            shown += [(slide, True) for prompt in prompts for slide in question_beats(course, prompt, look)]
        for slide, prompt in shown:
            touched = (
                () if slide.reply else (as_pointed(course, step, slide, card.id) for card in slide.cards)
            )
            for each in (slide, *touched):
                yield _view(course, look, each, prompt=prompt)


def _view(course: Course, look: Appearance, slide: Slide, *, prompt: bool) -> ClassView:
    film = FilmPicture(film="f", version="film", status="resting", title="Film", prompt=slide)
    footer = course.lesson.footer
    return ClassView(
        screen=ScreenKind.FILM if prompt else ScreenKind.SLIDE,
        slide=title_slide(course) if prompt else slide,
        film=film if prompt else None,
        appearance=look,
        footer=footer.words(course.wording) if footer else "",
        now_next=NowNext(now="Talk together", next="Who can help?") if look.now_next else None,
        step_number=4,
        step_count=7,
        sample="Sample",
    )


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("symbols", [False, True], ids=["words", "symbols"])
@pytest.mark.parametrize("percent", [130, 200])
def test_no_words_are_set_smaller_than_chosen(
    bundle: LessonBundle, board: str, percent: int, symbols: bool
) -> None:
    width, height = BOARDS[board]
    course, prepared = open_course(bundle, aspect=width / height)
    look = prepared.appearance.model_copy(update={"text_percent": percent, "symbols": symbols})
    seen = bare = 0
    for view in class_views(course, look):
        layout = lay_out(view, width, height)
        assert layout.problems == (), view.slide.id
        assert not symbols or percent == 200 or any(text.symbols for text in layout.texts), view.slide.id
        bare += symbols and _without_symbols(layout, course)
        seen += 1
    assert seen > 100
    assert bare <= MOST_BARE[board] * (percent == 200)


def _without_symbols(layout: ScreenLayout, course: Course) -> bool:
    """Whether words that have symbols stand on a page without any; less important text never has some."""
    small = {course.lesson.footer.words(course.wording)} if course.lesson.footer else set()
    large = max((text.size for text in layout.texts), default=0.0)
    said = (text.text for text in layout.texts if text.size > large / 2 and text.text not in small)
    return any(map(symbols_in, said)) and not any(text.symbols for text in layout.texts)
