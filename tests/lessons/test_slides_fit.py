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
from lesson_player.teaching.course import Course
from lesson_player.teaching.pointing import as_pointed
from lesson_player.teaching.slides import beats, question_beats, title_slide

BOARDS = {"4:3": (1024, 768), "16:10": (1280, 800), "16:9": (1920, 1080)}


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
    seen = 0
    for view in class_views(course, look):
        layout = lay_out(view, width, height)
        assert layout.problems == (), view.slide.id
        assert not symbols or percent == 200 or any(text.symbols for text in layout.texts), view.slide.id
        seen += 1
    assert seen > 100
