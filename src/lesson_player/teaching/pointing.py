"""Pointing at a picture of a question: by a touch, a switch or a pointer, in place of saying it.

The card that was pointed at is marked and its reply is shown, as for a choice. Next goes on as if nobody had
pointed, because a pupil may answer in any way or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.lesson import DiscussionStep, FilmStep

if TYPE_CHECKING:
    from lesson_player.model.lesson import Choice, Step
    from lesson_player.model.slide import Slide
    from lesson_player.teaching.course import Course


def as_pointed(course: Course, step: Step, slide: Slide, card: str) -> Slide:
    """*slide* of *step* with the card of that id marked and its reply; the same slide where it has none."""
    choice = next((each for each in _points(step) if each.id == card), None)
    if choice is None or not points_at(slide, card):
        return slide
    cards = tuple(each.model_copy(update={"chosen": each.id == card}) for each in slide.cards)
    return slide.model_copy(update={"cards": cards, "reply": choice.reply_words(course.wording)})


def points_at(slide: Slide, card: str) -> bool:
    """Whether the slide has a card of that id."""
    return any(each.id == card for each in slide.cards)


def _points(step: Step) -> tuple[Choice, ...]:
    if isinstance(step, DiscussionStep):
        return step.question.point
    prompts = (pause.prompt for pause in step.pauses) if isinstance(step, FilmStep) else ()
    return tuple(choice for prompt in prompts if prompt is not None for choice in prompt.point)
