"""From a step to the slides that the class sees, one after another.

Each entry is the slide as it stands at one press of Next: its *beat*. Rows that wait to be revealed are
there with ``shown=False``, so that nothing moves when they appear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.lesson import (
    CalmStep,
    ChoiceStep,
    DiscussionStep,
    FilmStep,
    HelpStep,
    LinesStep,
    TeacherStep,
    WordsStep,
)
from lesson_player.model.slide import Card, Row, Slide, SlideLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lesson_player.model.appearance import Appearance
    from lesson_player.model.lesson import Choice, Line, Question, Step, Wording
    from lesson_player.teaching.course import Course


def beats(course: Course, step: Step, appearance: Appearance) -> tuple[Slide, ...]:
    """The slides of a step, one for each press of Next; never empty. A film step's are its notice."""
    key = ("step", step.id, appearance.model_dump_json())
    if key not in course.made:
        course.made[key] = _make_beats(course, step, appearance)
    return course.made[key]


def _make_beats(course: Course, step: Step, appearance: Appearance) -> tuple[Slide, ...]:
    match step:
        case DiscussionStep():
            return question_beats(course, step.question, appearance)
        case ChoiceStep():
            return _choice_beats(course, step, appearance)
        case FilmStep():
            return _revealed(
                course, _rows_slide(course, step, _rows(course, step.lines)), "together", appearance
            )
        case CalmStep():
            return (_calm_slide(course, step),)
        case TeacherStep():
            return (title_slide(course),)
        case WordsStep():
            return _revealed(
                course, _rows_slide(course, step, _word_rows(course, step)), step.reveal, appearance
            )
        case HelpStep():
            rows = (*_rows(course, step.lines), *_service_rows(course, step))
            return _revealed(course, _rows_slide(course, step, rows), step.reveal, appearance)
        case LinesStep():
            return _revealed(
                course, _rows_slide(course, step, _rows(course, step.lines)), step.reveal, appearance
            )


def question_beats(course: Course, question: Question, appearance: Appearance) -> tuple[Slide, ...]:
    """A question to talk about: first pictures to point at, then what to say, sign or explain."""
    key = ("question", question.id, appearance.model_dump_json())
    if key not in course.made:
        course.made[key] = _make_question_beats(course, question, appearance)
    return course.made[key]


def _make_question_beats(course: Course, question: Question, appearance: Appearance) -> tuple[Slide, ...]:
    heading = question.words(course.wording)
    picture = course.picture(question.picture)
    slides: list[Slide] = []
    if question.point:
        cards = _cards(course, question.point)
        slide = Slide(id=question.id, layout=SlideLayout.CARDS, heading=heading, cards=cards)
        slides.extend(_card_groups(course, slide, appearance))
    ways = [line for line in (question.say, question.explain, *question.starters) if line is not None]
    if ways or not slides:
        slide = Slide(
            id=f"{question.id}-ways",
            layout=SlideLayout.ROWS,
            heading=heading,
            rows=_rows(course, ways),
            picture=picture,
        )
        slides.extend(_revealed(course, slide, "together", appearance))
    return tuple(slides)


def title_slide(course: Course) -> Slide:
    """The lesson's title and picture: what the class sees while the teacher prepares."""
    lesson = course.lesson
    heading = lesson.easy if course.wording == "easy" and lesson.easy else lesson.title
    return Slide(
        id=lesson.id, layout=SlideLayout.TITLE, heading=heading, picture=course.picture(lesson.picture)
    )


def quiet_slide(course: Course, line: Line) -> Slide:
    """The calm or hidden screen: one line and its picture."""
    return Slide(
        id=line.id,
        layout=SlideLayout.CALM,
        heading=line.words(course.wording),
        picture=course.picture(line.picture),
    )


def anchor_of(course: Course, slide: Slide, appearance: Appearance) -> str:
    """The row that must stay in view when a slide is shown another way.

    The row being talked about; where rows are shown together, the first one of the part on the screen.
    """
    if slide.current or not slide.rows:
        return slide.current
    last = next((row.id for row in reversed(slide.rows) if row.shown), "")
    part = next((part for part in course.pages(slide, appearance) if last in part), (last,))
    return part[0]


def beat_holding(slides: tuple[Slide, ...], former: Slide, anchor: str) -> int:
    """The first beat of *slides* that shows the *anchor* row, or the chosen card, of the slide *former*."""
    chosen = next((card.id for card in former.cards if card.chosen), None)
    for index, slide in enumerate(slides):
        if slide.id != former.id:
            continue
        if chosen is not None and not any(card.id == chosen and card.chosen for card in slide.cards):
            continue
        if anchor and not any(row.id == anchor and row.shown for row in slide.rows):
            continue
        return index
    return 0


def _rows_slide(course: Course, step: Step, rows: tuple[Row, ...]) -> Slide:
    return Slide(id=step.id, layout=SlideLayout.ROWS, heading=step.heading(course.wording), rows=rows)


def _rows(course: Course, lines: Iterable[Line]) -> tuple[Row, ...]:
    return tuple(
        Row(id=line.id, text=line.words(course.wording), picture=course.picture(line.picture))
        for line in lines
    )


def _word_rows(course: Course, step: WordsStep) -> tuple[Row, ...]:
    return tuple(
        Row(id=word.id, lead=word.word, text=word.words(course.wording), picture=course.picture(word.picture))
        for word in step.words
    )


def _service_rows(course: Course, step: HelpStep) -> tuple[Row, ...]:
    found = (course.bundle.services.named(service) for service in step.services)
    return tuple(
        Row(
            id=f"{step.id}-{service.id}",
            lead=service.name,
            text=(service.easy if course.wording == "easy" and service.easy else service.text),
            picture=course.picture(service.picture),
        )
        for service in found
        if service is not None
    )


def _cards(course: Course, choices: Iterable[Choice]) -> tuple[Card, ...]:
    return tuple(
        Card(
            id=choice.id,
            number=number,
            text=choice.words(course.wording),
            picture=course.picture(choice.picture),
        )
        for number, choice in enumerate(choices, start=1)
    )


def _choice_beats(course: Course, step: ChoiceStep, appearance: Appearance) -> tuple[Slide, ...]:
    heading = step.question.words(course.wording)
    blank = Slide(id=step.id, layout=SlideLayout.CARDS, heading=heading, cards=_cards(course, step.choices))
    groups = _card_groups(course, blank, appearance)
    return (*groups, *(_chosen(groups, choice, course.wording) for choice in step.choices))


def _chosen(groups: tuple[Slide, ...], choice: Choice, wording: Wording) -> Slide:
    """The slide that has the choice's card, with that card marked and its reply below."""
    group = next(slide for slide in groups if any(card.id == choice.id for card in slide.cards))
    cards = tuple(card.model_copy(update={"chosen": card.id == choice.id}) for card in group.cards)
    return group.model_copy(update={"cards": cards, "reply": choice.reply_words(wording)})


def _card_groups(course: Course, slide: Slide, appearance: Appearance) -> tuple[Slide, ...]:
    """The slide, or one for each group of its cards where not all fit at the text size.

    An empty group is the question alone, where it leaves no room for answers.
    """
    parts = course.pages(slide, appearance)
    if len(parts) < 2:
        return (slide,)
    groups = (tuple(card for card in slide.cards if card.id in part) for part in parts)
    return tuple(slide.model_copy(update={"cards": cards}) for cards in groups)


def _calm_slide(course: Course, step: CalmStep) -> Slide:
    rows = tuple(row.model_copy(update={"picture": None}) for row in _rows(course, step.lines))
    picture = course.picture(
        step.picture or next((line.picture for line in step.lines if line.picture), None)
    )
    return Slide(
        id=step.id, layout=SlideLayout.CALM, heading=step.heading(course.wording), rows=rows, picture=picture
    )


def _revealed(course: Course, slide: Slide, written: str, appearance: Appearance) -> tuple[Slide, ...]:
    """The slide as it stands at each beat: row by row, or part by part."""
    if not slide.rows:
        return (slide,)
    mode = written if appearance.reveal == "as-written" else appearance.reveal
    if mode == "line":
        return tuple(_up_to(slide, index, current=True) for index in range(len(slide.rows)))
    position = {row.id: index for index, row in enumerate(slide.rows)}
    ends = [max(position[row] for row in part) for part in course.pages(slide, appearance) if part]
    return tuple(_up_to(slide, end, current=False) for end in ends)


def _up_to(slide: Slide, last: int, *, current: bool) -> Slide:
    rows = tuple(
        row.model_copy(update={"shown": index <= last, "current": current and index == last})
        for index, row in enumerate(slide.rows)
    )
    return slide.model_copy(update={"rows": rows})
