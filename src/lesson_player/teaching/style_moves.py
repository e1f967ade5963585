"""Moves for how the class screen looks. None loses the place: not the step, not the line, not the film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.appearance import Appearance
from lesson_player.model.lesson import FilmStep
from lesson_player.model.overlay import NO_OVERLAY, overlays
from lesson_player.model.presets import presets
from lesson_player.model.style import named_by
from lesson_player.model.theme import themes
from lesson_player.model.typeface import TYPEFACES
from lesson_player.teaching import film_moves, moves, reading
from lesson_player.teaching.state import style_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lesson_player.model.appearance import FilmChoice, Preset
    from lesson_player.model.base import Value
    from lesson_player.model.style import Style
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState

    Move = Callable[[Course, LessonState], LessonState]


def change(**values: object) -> Move:
    """The move that changes fields of the appearance by hand."""
    return lambda course, state: styled(course, state, style_of(state).with_own(**values))


def toggle_symbols(course: Course, state: LessonState) -> LessonState:
    """Symbols above words on or off."""
    return change(symbols=not state.appearance.symbols)(course, state)


def use_preset(preset_id: str, *, on: bool) -> Move:
    """The move that puts a preset on, last in order, or takes it off; else the same state."""

    def used(course: Course, state: LessonState) -> LessonState:
        style, preset = style_of(state), presets().get(preset_id)
        if preset is None or (preset_id in style.presets) is on:
            return state
        changed = style.with_preset(preset) if on else style.without_preset(preset_id)
        return _with_choices_of((preset,), course, styled(course, state, changed))

    return used


def reset(course: Course, state: LessonState) -> LessonState:
    """The look with which the lesson's version began."""
    style = style_of(state)
    known = presets()
    off = [known[name] for name in {*style.presets} ^ {*style.begun} if name in known]
    return _with_choices_of(off, course, styled(course, state, style.reset()))


def keep_for_next(*, keep: bool) -> Move:
    """The move by which the next lesson begins with these presets and changes, or not."""
    return lambda _course, state: state.model_copy(
        update={"style": style_of(state).model_copy(update={"keep": keep})}
    )


def styled(course: Course, state: LessonState, style: Style) -> LessonState:
    """The lesson at its place in another style."""
    look = style.appearance(presets())
    return moves.restyle(course, state.model_copy(update={"style": style}), look)


def _with_choices_of(changed: Iterable[Preset], course: Course, state: LessonState) -> LessonState:
    """What *changed* presets name about films and reading, as the style has it now; all else stays."""
    style, known = style_of(state), presets()
    film, read = state.film_choice, state.reading_choice
    for preset in changed:
        film = film.model_copy(update=_picked(style.film(known), preset.film))
        read = read.model_copy(update=_picked(style.reading(known), preset.reading))
    state = _with_film(course, state, film)
    return reading.choose(read)(course, state) if read != state.reading_choice else state


def _picked(wanted: Value, change: Value) -> dict[str, object]:
    return {name: getattr(wanted, name) for name in named_by(change)}


def _with_film(course: Course, state: LessonState, choice: FilmChoice) -> LessonState:
    """Films shown as *choice* says; another version goes on at the same moment of the story."""
    version, here = choice.version, state.film_choice.version
    state = state.model_copy(update={"film_choice": choice.model_copy(update={"version": here})})
    step = moves.current_step(course, state)
    if version == here:
        return state
    if isinstance(step, FilmStep):
        return film_moves.swap(course, step, state, version)
    return state.model_copy(update={"film_choice": choice})


def still(course: Course, state: LessonState) -> LessonState:
    """Without motion, where the system asks for that; a preset or a hand may still ask for it."""
    style = style_of(state)
    base = style.base.model_copy(update={"motion": False})
    return styled(course, state, style.model_copy(update={"base": base}))


def known_look(course: Course, state: LessonState) -> LessonState:
    """With a theme, typeface and overlay that the program has; the teacher is told what fell back."""
    style, told = style_of(state), []
    for field, known, words in _named():
        given = getattr(state.appearance, field)
        if given not in known:
            told.append(words(given, known[getattr(Appearance(), field)]))
            usual = {field: getattr(Appearance(), field)}
            own = (
                style.own.model_copy(update={field: None})
                if getattr(style.own, field) == given
                else style.own
            )
            style = style.model_copy(update={"base": style.base.model_copy(update=usual), "own": own})
    if not told:
        return state
    fallen = styled(course, state, style)
    for words_told in told:
        fallen = moves.tell_teacher(fallen, words_told)
    return fallen


def _named() -> Iterator[tuple[str, dict[str, str], Callable[[str, str], str]]]:
    """The fields that name something that the program may not have: titles by id, and what to say."""
    yield (
        "theme",
        {theme.id: theme.title for theme in themes().values()},
        lambda name, usual: tr(
            "The colours “{name}” are not known here. {usual} is used. Press F7 to choose others.",
            name=name,
            usual=tr(usual),
        ),
    )
    yield (
        "font",
        TYPEFACES,
        lambda name, usual: tr(
            "The letters “{name}” are not known here. {usual} is used. Press F7 to choose others.",
            name=name,
            usual=usual,
        ),
    )
    yield (
        "overlay",
        {NO_OVERLAY: "", **{overlay.id: overlay.title for overlay in overlays().values()}},
        lambda name, _usual: tr(
            "The overlay “{name}” is not known here, so there is none. Press F7 to choose another.", name=name
        ),
    )
