"""Moves: from one state of a lesson to the next. A move that cannot be made gives the same state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.appearance import larger as next_larger
from lesson_player.model.appearance import smaller as next_smaller
from lesson_player.model.lesson import FilmStep
from lesson_player.teaching import film_moves
from lesson_player.teaching.film_legs import silence, with_film
from lesson_player.teaching.film_waiting import silenced
from lesson_player.teaching.pointing import points_at
from lesson_player.teaching.slides import anchor_of, beat_holding, beats
from lesson_player.teaching.state import FilmStanding, FilmStatus, LessonState, Screen, style_of

if TYPE_CHECKING:
    from lesson_player.model.appearance import Appearance, FilmChoice
    from lesson_player.model.lesson import Step
    from lesson_player.model.slide import Slide
    from lesson_player.teaching.course import Course

AGAIN_S = 5.0
"""How far "again" goes back in a film, in seconds: for those who look elsewhere (docs/design.md)."""
_VOLUME_STEP = 10
_MESSAGES_KEPT = 3


def start(course: Course, sitting: str, appearance: Appearance, film_choice: FilmChoice) -> LessonState:
    """A sitting at its first step. Raises KeyError for an unknown sitting."""
    course.lesson.sitting(sitting)
    return go_to(course, LessonState(sitting=sitting, appearance=appearance, film_choice=film_choice), 0)


def current_step(course: Course, state: LessonState) -> Step:
    """The step that the lesson stands in."""
    return course.steps(state.sitting)[state.step]


def current_beats(course: Course, state: LessonState) -> tuple[Slide, ...]:
    """The slides of the current step, or of the question that a resting film asks."""
    step = current_step(course, state)
    if isinstance(step, FilmStep):
        return film_moves.prompt_beats(course, step, state)
    return beats(course, step, state.appearance)


def go_to(course: Course, state: LessonState, step: int) -> LessonState:
    """The first beat of the step at index *step* of the sitting; the same state when there is none."""
    steps = course.steps(state.sitting)
    if not 0 <= step < len(steps):
        return state
    moved = _came_to(state, step)
    target = steps[step]
    return film_moves.enter(course, target, moved) if isinstance(target, FilmStep) else moved


def first(course: Course, state: LessonState) -> LessonState:
    """The first step of the sitting."""
    return go_to(course, state, 0)


def last(course: Course, state: LessonState) -> LessonState:
    """The last step of the sitting."""
    return go_to(course, state, len(course.steps(state.sitting)) - 1)


def next_beat(course: Course, state: LessonState) -> LessonState:
    """What Next does: open a covered screen, show the next line, play the film on, or go to the next step."""
    if state.screen is not Screen.OPEN:
        return _with(state, screen=Screen.OPEN)
    step = current_step(course, state)
    if isinstance(step, FilmStep):
        moved = film_moves.on(course, step, state)
        return go_to(course, state, state.step + 1) if moved is None else moved
    if state.beat + 1 < len(current_beats(course, state)):
        return _with(state, beat=state.beat + 1)
    return go_to(course, state, state.step + 1)


def back(course: Course, state: LessonState) -> LessonState:
    """What Back does: open a covered screen, take the last line away, or go to the end of the step before."""
    if state.screen is not Screen.OPEN:
        return _with(state, screen=Screen.OPEN)
    step = current_step(course, state)
    if isinstance(step, FilmStep):
        moved = film_moves.back(course, step, state)
        return _end_of(course, state, state.step - 1) if moved is None else moved
    if state.beat > 0:
        return _with(state, beat=state.beat - 1)
    return _end_of(course, state, state.step - 1)


def choose(course: Course, state: LessonState, target: str) -> LessonState:
    """Show the beat of a card or row that was pointed at, or mark the card; the same state for none."""
    if state.screen is not Screen.OPEN:
        return state
    for index, slide in enumerate(current_beats(course, state)):
        if any(card.id == target and card.chosen for card in slide.cards):
            return _with(state, beat=index)
        if any(row.id == target and row.current for row in slide.rows):
            return _with(state, beat=index)
    here = points_at(current_beats(course, state)[state.beat], target)
    # Pointed at once more it is unmarked: where there is little room only the marked card is shown.
    return _with(state, pointed="" if state.pointed == target else target) if here else state


def hide(_course: Course, state: LessonState) -> LessonState:
    """Cover the class screen, or show it again. The film rests meanwhile; the place is kept."""
    return _cover(state, Screen.HIDDEN)


def calm(_course: Course, state: LessonState) -> LessonState:
    """Show the calm picture, or carry on. The film rests meanwhile; the place is kept."""
    return _cover(state, Screen.CALM)


def toggle_captions(_course: Course, state: LessonState) -> LessonState:
    """Captions on or off."""
    choice = state.film_choice
    return _with(state, film_choice=choice.model_copy(update={"captions": not choice.captions}))


def swap_version(course: Course, state: LessonState) -> LessonState:
    """The next version of the film at the same moment of the story, if there is one."""
    step = current_step(course, state)
    other = film_moves.other_version(course, step, state)
    if other is None:
        return state
    if isinstance(step, FilmStep):
        return film_moves.swap(course, step, state, other)
    return _with(state, film_choice=state.film_choice.model_copy(update={"version": other}))


def play_or_rest(course: Course, state: LessonState) -> LessonState:
    """Play the film, or let it rest; a covered screen is opened first. The same state outside a film step."""
    step = current_step(course, state)
    if not isinstance(step, FilmStep):
        return state
    if state.screen is not Screen.OPEN:
        return _with(state, screen=Screen.OPEN)
    return film_moves.play_or_rest(course, step, state)


def seek_film(course: Course, state: LessonState, at_s: float) -> LessonState:
    """Go to a time of the film part, in seconds; the same state outside a film step."""
    step = current_step(course, state)
    return film_moves.seek(course, step, state, at_s) if isinstance(step, FilmStep) else state


def film_again(course: Course, state: LessonState) -> LessonState:
    """The film a few seconds back, for those who looked away; it plays or rests as before.

    In a part that is repeated it goes no further back than to the start of the part.
    """
    at_s, repeat = state.film.at_s, state.film.repeat
    first_s = repeat.from_s if repeat is not None and repeat.to_s is not None else 0.0
    return seek_film(course, state, max(at_s - AGAIN_S, first_s))


def film_reached_mark(course: Course, state: LessonState, at_s: float | None = None) -> LessonState:
    """The player has stopped by itself, at *at_s* seconds if it says so; the same outside a film step."""
    step = current_step(course, state)
    return film_moves.reached(course, step, state, at_s) if isinstance(step, FilmStep) else state


def film_came_to(course: Course, state: LessonState, at_s: float) -> LessonState:
    """The player is at *at_s* seconds; the same state outside a film step."""
    step = current_step(course, state)
    return film_moves.came_to(course, step, state, at_s) if isinstance(step, FilmStep) else state


def film_failed(course: Course, state: LessonState, message: str) -> LessonState:
    """The film died; the same state outside a film step."""
    step = current_step(course, state)
    return film_moves.failed(state, message) if isinstance(step, FilmStep) else state


def text_larger(course: Course, state: LessonState) -> LessonState:
    """Larger text on the class screen; the line that was shown stays shown."""
    return _resized(course, state, next_larger(state.appearance.text_percent))


def text_smaller(course: Course, state: LessonState) -> LessonState:
    """Smaller text on the class screen; the line that was shown stays shown."""
    return _resized(course, state, next_smaller(state.appearance.text_percent))


def restyle(course: Course, state: LessonState, appearance: Appearance) -> LessonState:
    """A new appearance without losing the place."""
    former = current_beats(course, state)[state.beat]
    changed = _with(state, appearance=appearance, beat=0)
    anchor = anchor_of(course, former, state.appearance)
    return _with(changed, beat=beat_holding(current_beats(course, changed), former, anchor))


def set_volume(_course: Course, state: LessonState, volume: int) -> LessonState:
    """The film's volume, 0 to 100; any volume turns the sound on."""
    return _with(state, volume=min(max(volume, 0), 100), muted=False)


def louder(course: Course, state: LessonState) -> LessonState:
    """One step louder."""
    return set_volume(course, state, state.volume + _VOLUME_STEP)


def quieter(course: Course, state: LessonState) -> LessonState:
    """One step quieter."""
    return set_volume(course, state, state.volume - _VOLUME_STEP)


def toggle_mute(course: Course, state: LessonState) -> LessonState:
    """Sound off or on. What a voice was saying stops, and a film that waited for it plays on."""
    return _with(silenced(course, current_step(course, state), state), muted=not state.muted)


def toggle_timer(_course: Course, state: LessonState) -> LessonState:
    """Stop the timer or let it go on. Nothing else ever starts a stopped timer."""
    return _with(state, timer_paused=not state.timer_paused)


def tick(state: LessonState, seconds: float) -> LessonState:
    """Let *seconds* of teaching time pass."""
    if state.timer_paused or seconds <= 0:
        return state
    return _with(state, spent_s=state.spent_s + seconds, step_spent_s=state.step_spent_s + seconds)


def tell_teacher(state: LessonState, message: str) -> LessonState:
    """Put a message where the teacher alone sees it."""
    return _with(state, messages=(*state.messages, message)[-_MESSAGES_KEPT:])


def clear_messages(_course: Course, state: LessonState) -> LessonState:
    """Take away the teacher's messages."""
    return _with(state, messages=())


def _with(state: LessonState, **changes: object) -> LessonState:
    return state.model_copy(update=changes)


def _came_to(state: LessonState, step: int) -> LessonState:
    fresh = FilmStanding(jump=state.film.jump + 1)
    return _with(state, step=step, beat=0, film=fresh, step_spent_s=0.0, screen=Screen.OPEN, pointed="")


def _end_of(course: Course, state: LessonState, step: int) -> LessonState:
    steps = course.steps(state.sitting)
    if not 0 <= step < len(steps):
        return state
    moved, target = _came_to(state, step), steps[step]
    if isinstance(target, FilmStep):
        return film_moves.enter_at_end(course, target, moved)
    return _with(moved, beat=len(beats(course, target, state.appearance)) - 1)


def _cover(state: LessonState, cover: Screen) -> LessonState:
    if state.screen is cover:
        return _with(state, screen=Screen.OPEN)
    resting = {"status": FilmStatus.RESTING} if state.film.status is FilmStatus.PLAYING else {}
    # A part is repeated only while the class looks on: what comes after Calm is never a surprise.
    return _with(with_film(state, **silence(state.film), **resting, repeat=None), screen=cover)


def _resized(course: Course, state: LessonState, percent: int) -> LessonState:
    style = style_of(state).with_own(text_percent=percent)
    look = state.appearance.model_copy(update={"text_percent": percent})
    return restyle(course, _with(state, style=style), look)
