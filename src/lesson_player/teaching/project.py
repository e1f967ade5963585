"""The two pure functions that compute what each side sees from where the lesson stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.model.lesson import FilmStep, TeacherStep
from lesson_player.model.reading import SpokenMark
from lesson_player.model.slide import ClassView, FilmPicture, NowNext, ScreenKind, Slide, SlideLayout
from lesson_player.teaching import description, film_moves, moves, signing
from lesson_player.teaching.pointing import as_pointed
from lesson_player.teaching.slides import beats, quiet_slide
from lesson_player.teaching.state import FilmStatus, Screen

if TYPE_CHECKING:
    from lesson_player.model.captions import Cue
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState

NEAREST_S = 0.02
"""Half a frame at 25 frames a second: a caption comes and goes with the frame that is nearest to its time,
not always with the one after it."""


@class_words()
def class_view(course: Course, state: LessonState) -> ClassView:
    """What the class sees. Nothing that is for the teacher can get in: there is no field for it."""
    step = moves.current_step(course, state)
    slide = _slide(course, state)
    film = _film(course, step, state) if isinstance(step, FilmStep) and state.screen is Screen.OPEN else None
    lesson, steps = course.lesson, course.steps(state.sitting)
    covered = state.screen is not Screen.OPEN
    plain = covered or slide.layout in {SlideLayout.TITLE, SlideLayout.CALM}
    return ClassView(
        screen=_kind(state, film),
        slide=slide,
        film=film,
        appearance=state.appearance,
        footer=lesson.footer.words(course.wording) if lesson.footer and not covered else "",
        now_next=None if plain or not state.appearance.now_next else _now_next(course, state),
        step_number=state.step + 1,
        step_count=len(steps),
        sample=tr("Sample") if _is_sample(course, state) else "",
        spoken=_spoken(state),
        focus="" if covered else state.focus,
        announcement=_announcement(slide, film),
    )


def cues_now(course: Course, step: FilmStep, state: LessonState, at_s: float) -> tuple[Cue, ...]:
    """The captions for the frame at a time of the version that is on; none while captions are off."""
    film = course.film(step)
    if film is None or not state.film_choice.captions:
        return ()
    version = film_moves.version_on(course, step, state)
    if not film.film.versions[version].captioned:
        return ()
    return film.cues(version, state.film_choice.caption_track).at(at_s + NEAREST_S)


def _spoken(state: LessonState) -> SpokenMark | None:
    """The word that is heard, or the whole line where the voice does not tell its words."""
    reading = state.reading
    if reading is None or not state.reading_choice.highlight or (reading.recorded and reading.word is None):
        return None
    return SpokenMark(line=reading.line.id, word=reading.word)


def _slide(course: Course, state: LessonState) -> Slide:
    if state.screen is Screen.HIDDEN:
        return quiet_slide(course, course.lesson.hidden)
    if state.screen is Screen.CALM:
        return quiet_slide(course, course.lesson.calm)
    step = moves.current_step(course, state)
    if isinstance(step, FilmStep):
        notice = beats(course, step, state.appearance)
        return notice[state.beat if state.film.status is FilmStatus.READY else 0]
    return as_pointed(course, step, moves.current_beats(course, state)[state.beat], state.pointed)


def _kind(state: LessonState, film: FilmPicture | None) -> ScreenKind:
    match state.screen:
        case Screen.HIDDEN:
            return ScreenKind.HIDDEN
        case Screen.CALM:
            return ScreenKind.CALM
        case Screen.OPEN:
            return ScreenKind.FILM if film is not None else ScreenKind.SLIDE


def _film(course: Course, step: FilmStep, state: LessonState) -> FilmPicture:
    loaded = course.film(step)
    standing = state.film
    prompts = film_moves.asked(course, step, state)
    version = film_moves.version_on(course, step, state)
    shown = loaded.film.versions[version] if loaded else None
    showing = standing.status in {FilmStatus.PLAYING, FilmStatus.RESTING, FilmStatus.FAILED}
    return FilmPicture(
        film=loaded.film.id if loaded else "",
        version=version,
        status=standing.status.value,
        title=step.heading(course.wording),
        cues=cues_now(course, step, state, standing.at_s) if showing and not prompts else (),
        speakers=loaded.cues(version, state.film_choice.caption_track).speakers if loaded else (),
        caption_room=shown is not None and state.film_choice.captions and shown.captioned,
        look=state.film_choice.caption_look,
        signer=signing.signer_view(course, step, state),
        signed=shown.signer if shown else None,
        prompt=as_pointed(course, step, prompts[state.beat], state.pointed) if prompts else None,
        description=description.words_now(course, step, state),
        message=tr("We will watch the film another time.") if standing.status is FilmStatus.MISSING else "",
    )


def _now_next(course: Course, state: LessonState) -> NowNext:
    steps = course.steps(state.sitting)
    coming = next((step for step in steps[state.step + 1 :] if not isinstance(step, TeacherStep)), None)
    return NowNext(now=steps[state.step].now_words, next=coming.now_words if coming else "")


def _is_sample(course: Course, state: LessonState) -> bool:
    step = moves.current_step(course, state)
    film = course.film(step) if isinstance(step, FilmStep) else None
    return film.film.is_sample if film is not None else course.lesson.sample


def _announcement(slide: Slide, film: FilmPicture | None) -> str:
    if film is not None and film.message:
        return film.message
    if film is not None and film.prompt is not None:
        slide = film.prompt
    elif film is not None and film.status in {"playing", "resting", "failed"}:
        return film.description or tr("Film: {title}", title=film.title)
    rows = [f"{row.lead} {row.text}".strip() for row in slide.rows if row.shown]
    new = rows[-1:] if any(row.current for row in slide.rows) and len(rows) > 1 else [slide.heading, *rows]
    chosen = [card.text for card in slide.cards if card.chosen]
    cards = [] if chosen else [f"{card.number}: {card.text}" for card in slide.cards]
    return ". ".join(
        part.replace("**", "").rstrip(".") for part in (*new, *cards, *chosen, slide.reply) if part
    )
