"""What the teacher's window shows, computed from where the lesson stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_look import SignerPlace
from lesson_player.model.lesson import FilmStep, Notes, TeacherStep
from lesson_player.model.skipping import may_skip
from lesson_player.teaching import caption_moves, description, film_moves, moves, signing, spoken_captions
from lesson_player.teaching.film_controls import film_controls
from lesson_player.teaching.film_tools import USUAL, repeat_words
from lesson_player.teaching.finding import step_words
from lesson_player.teaching.pace import pace_of, to_skip
from lesson_player.teaching.project import class_view
from lesson_player.teaching.reading_view import reading_settings, reading_words, unread
from lesson_player.teaching.state import FilmStatus, LessonState, Screen, style_of
from lesson_player.teaching.step_names import step_names
from lesson_player.teaching.time_words import speed_words
from lesson_player.teaching.transcript import transcript
from lesson_player.teaching.views import (
    CaptionTrack,
    FilmSettings,
    Standing,
    StepEntry,
    TeacherView,
)

if TYPE_CHECKING:
    from lesson_player.model.lesson import Question
    from lesson_player.model.slide import ClassView, Slide
    from lesson_player.teaching.course import Course


def teacher_view(course: Course, state: LessonState) -> TeacherView:
    """All that the teacher's window shows, the class's own view among it."""
    step, names = moves.current_step(course, state), step_names(course.steps(state.sitting))
    shown = class_view(course, state)
    following = moves.next_beat(course, state)
    at_end = following == state
    film = course.main_film()
    return TeacherView(
        class_view=shown,
        lesson_title=course.lesson.title,
        sitting_title=course.lesson.sitting(state.sitting).title,
        version_title=course.version_title,
        film_notice=tr("Sample film") if film and film.film.is_sample else "",
        steps=_entries(course, state, names),
        step_words=step_words(course, state.sitting) if course.private else (),
        step_title=names[state.step],
        progress=_progress(course, state),
        coming=tr("End of this sitting") if at_end else _coming(course, state, following, names),
        next_view=None if at_end else class_view(course, unread(course, state, following)),
        after_next="".join(names[following.step + 1 : following.step + 2]),
        notes=_notes(course, state) if course.private else Notes(),
        tasks=tuple(line.text for line in step.lines)
        if course.private and isinstance(step, TeacherStep)
        else (),
        class_lines=_class_lines(course, state, shown),
        pace=pace_of(course, state, names),
        film_settings=_film_settings(course, state),
        film=film_controls(course, step, state) if isinstance(step, FilmStep) else None,
        reading=reading_settings(course, state, shown),
        transcript=transcript(course, step, state) if isinstance(step, FilmStep) and course.private else (),
        messages=_messages(course, state),
        disclosure_title=course.lesson.disclosure.title if course.private else "",
        disclosure_lines=tuple(line.text for line in course.lesson.disclosure.lines)
        if course.private
        else (),
        style=style_of(state),
        private=course.private,
        can_go_back=moves.back(course, state) != state,
        can_go_on=not at_end,
    )


def make_ahead(course: Course, state: LessonState) -> None:
    """Make the slides that the next move needs. They are kept in *course*; where the lesson stands stays."""
    following = moves.next_beat(course, state)
    if following != state:
        teacher_view(course, following)


def _entries(course: Course, state: LessonState, names: tuple[str, ...]) -> tuple[StepEntry, ...]:
    def standing(index: int) -> Standing:
        if index == state.step:
            return Standing.CURRENT
        return Standing.DONE if index < state.step else Standing.COMING

    leave_out = to_skip(course, state)
    return tuple(
        StepEntry(
            number=index + 1,
            id=step.id,
            title=names[index],
            minutes=step.minutes,
            standing=standing(index),
            optional=may_skip(step),
            skip=index in leave_out,
        )
        for index, step in enumerate(course.steps(state.sitting))
    )


def _progress(course: Course, state: LessonState) -> str:
    step = moves.current_step(course, state)
    slides = moves.current_beats(course, state)
    one_notice = state.film.status is FilmStatus.READY and len(slides) > 1
    if isinstance(step, FilmStep) and not film_moves.asked(course, step, state) and not one_notice:
        words = _film_words(state.film.status)
    else:
        words = _part_words(slides, state.beat)
    tool = state.film.said or repeat_words(state)
    return " · ".join(each for each in (words, tool) if each)


def _part_words(slides: tuple[Slide, ...], beat: int) -> str:
    count, total = beat + 1, len(slides)
    if total < 2:
        return ""
    if any(row.current for row in slides[beat].rows):
        return tr("line {n} of {total}", n=count, total=total)
    return tr("part {n} of {total}", n=count, total=total)


def _film_words(status: FilmStatus) -> str:
    return {
        FilmStatus.READY: tr("film ready"),
        FilmStatus.PLAYING: tr("film playing"),
        FilmStatus.RESTING: tr("film resting"),
        FilmStatus.MISSING: tr("film missing"),
        FilmStatus.FAILED: tr("film stopped"),
    }[status]


def _coming(course: Course, state: LessonState, following: LessonState, names: tuple[str, ...]) -> str:
    if state.screen is not Screen.OPEN:
        return tr("Show the class screen again")
    if following.step != state.step:
        return names[following.step]
    if following.film.status is FilmStatus.PLAYING:
        return tr("Play the film") if not state.film.reached else tr("Play the film on")
    if state.film.status is FilmStatus.PLAYING:
        return _pause_words(course, following)
    return _beat_words(moves.current_beats(course, following)[following.beat])


def _pause_words(course: Course, there: LessonState) -> str:
    step = moves.current_step(course, there)
    asked = film_moves.asked(course, step, there) if isinstance(step, FilmStep) else ()
    if not asked:
        return tr("Go straight to the next pause")
    return tr("Go straight to the next pause: {question}", question=asked[0].heading.replace("**", ""))


def _beat_words(slide: Slide) -> str:
    shown = [row for row in slide.rows if row.shown]
    chosen = [card.text for card in slide.cards if card.chosen]
    words = (
        chosen[0] if chosen else (f"{shown[-1].lead} {shown[-1].text}".strip() if shown else slide.heading)
    )
    return words.replace("**", "")


def _question(course: Course, state: LessonState) -> Question | None:
    step = moves.current_step(course, state)
    if isinstance(step, FilmStep):
        stops = film_moves.marks(course, step, state)
        pause = stops[min(state.film.leg, len(stops) - 1)].pause if stops else None
        return pause.prompt if pause else None
    return getattr(step, "question", None) if step.kind == "discussion" else None


def _notes(course: Course, state: LessonState) -> Notes:
    """The step's notes, with what to look for in the answers to the question that is or will be asked."""
    notes = moves.current_step(course, state).notes
    question = _question(course, state)
    if question is None or not question.look_for:
        return notes
    return notes.model_copy(update={"look_for": (*question.look_for, *notes.look_for)})


def _class_lines(course: Course, state: LessonState, shown: ClassView) -> tuple[str, ...]:
    cover = {
        Screen.OPEN: tr("The class sees the lesson"),
        Screen.HIDDEN: tr("The class screen is hidden"),
        Screen.CALM: tr("The class sees the calm picture"),
    }[state.screen]
    sized = tr("Text {percent} %", percent=shown.appearance.text_percent)
    text = " · ".join(part for part in (sized, reading_words(state)) if part)
    settings = _film_settings(course, state)
    if settings is None:
        return (cover, text)
    film = [settings.version_title, _captions_words(settings)]
    if settings.signer is not SignerPlace.OFF and not settings.no_signer:
        keeping_up = signing.drift_words(state.film.signer_off_s)
        film.append(", ".join(part for part in (signing.place_words(settings.signer), keeping_up) if part))
    sound = tr("Sound off") if settings.muted else tr("Sound {percent} %", percent=settings.volume)
    if state.rate != USUAL:
        sound = f"{sound} · {speed_words(state.rate)}"
    lines = (cover, " · ".join(film), f"{sound} · {text}")
    voices = _voice_words(course, state, settings)
    return (*lines, voices) if voices else lines


def _voice_words(course: Course, state: LessonState, settings: FilmSettings) -> str:
    """What a voice tells over the film, or what the teacher may read aloud."""
    step = moves.current_step(course, state)
    told = [description.teacher_words(course, step, state)] if isinstance(step, FilmStep) else []
    if settings.spoken_captions and not settings.no_spoken_captions:
        told.append(tr("Captions are read aloud"))
    return " · ".join(words for words in told if words)


def _captions_words(settings: FilmSettings) -> str:
    if not settings.captions:
        return tr("Captions off")
    titles = {track.id: track.title for track in settings.tracks}
    return tr("{captions} on", captions=titles.get(settings.track) or tr("Captions"))


def _film_settings(course: Course, state: LessonState) -> FilmSettings | None:
    step = moves.current_step(course, state)
    film = (course.film(step) if isinstance(step, FilmStep) else None) or course.main_film()
    if film is None:
        return None
    version = course.version_of(film, state.film_choice.version)
    other = film_moves.other_version(course, step, state)
    described = film.film.versions[version]
    return FilmSettings(
        version=version,
        version_title=described.title,
        other_version=other,
        other_title=film.film.versions[other].title if other else "",
        captions=state.film_choice.captions and described.captioned,
        captions_available=described.captioned,
        tracks=tuple(
            CaptionTrack(id=track.id, title=track.title) for track in caption_moves.tracks_here(course, state)
        ),
        track=caption_moves.track_here(course, state),
        look=state.film_choice.caption_look,
        signer=state.film_choice.signer,
        signer_size=state.film_choice.signer_size,
        no_signer=signing.no_signer(course, film, state.film_choice.version),
        window=signing.window_of(course, film, state.film_choice),
        signed=described.signer,
        description=state.film_choice.description,
        no_description=description.no_description(film, version),
        spoken_captions=state.film_choice.spoken_captions,
        no_spoken_captions=spoken_captions.no_spoken_captions(film, version, state),
        volume=state.volume,
        muted=state.muted,
    )


def _messages(course: Course, state: LessonState) -> tuple[str, ...]:
    step = moves.current_step(course, state)
    is_missing = isinstance(step, FilmStep) and state.film.status is FilmStatus.MISSING
    missing = _missing_words(course, step, state) if isinstance(step, FilmStep) and is_missing else ""
    return tuple(message for message in (missing, state.film.message, *state.messages) if message)


def _missing_words(course: Course, step: FilmStep, state: LessonState) -> str:
    film = course.film(step)
    if film is None:
        name = step.film or course.lesson.film or ""
        return tr("The film “{name}” is not here. Press Next to go on without it.", name=name)
    version = film_moves.version_on(course, step, state)
    file = film.film.versions[version].file
    return tr("The film file {file} is missing. Press Next to go on without it.", file=file)
