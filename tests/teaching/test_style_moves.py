"""How the class screen looks can be changed at any moment, and the place is never lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lesson_player.model.appearance import TEXT_SIZES, Appearance, AppearanceChange
from lesson_player.model.presets import presets
from lesson_player.model.style import Style
from lesson_player.teaching import moves, style_moves
from lesson_player.teaching.course import Course
from lesson_player.teaching.desk import teacher_view
from lesson_player.teaching.journal import Journal, carry_on, kept_place
from lesson_player.teaching.state import FilmStatus, LessonState, style_of
from tests.support.small_lesson import at_step, course, press_next

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CALM, READ, SEE, SIGN = "calm-and-predictable", "read-more-easily", "see-it-better", "sign-and-captions"


def on(*names: str, start: LessonState | None = None) -> LessonState:
    """A lesson with presets ticked one after the other."""
    made = course()
    state = start or at_step(made, "rules")
    for name in names:
        state = style_moves.use_preset(name, on=True)(made, state)
    return state


def off(state: LessonState, name: str) -> LessonState:
    return style_moves.use_preset(name, on=False)(course(), state)


def test_presets_combine_in_the_order_in_which_they_are_chosen() -> None:
    look = on(CALM, READ, SEE).appearance
    assert (look.motion, look.theme, look.text_percent) == (False, "yellow-on-black", 150)
    assert (look.letter_spacing, look.word_spacing) == (0.05, 0.16), "a later one wins, the rest stays"
    other = on(SEE, READ).appearance
    assert (other.theme, other.letter_spacing, other.text_percent) == ("cream", 0.12, 150)
    assert style_of(on(SEE, READ)).presets == (SEE, READ)


def test_a_preset_taken_off_leaves_what_the_others_and_the_hand_say() -> None:
    state = style_moves.change(font="lexend")(course(), on(SEE, READ))
    left = off(state, READ)
    assert left.appearance == presets()[SEE].appearance.over(Appearance(font="lexend"))
    assert off(left, SEE).appearance == Appearance(font="lexend")
    assert off(left, CALM) == left, "one that is not on changes nothing"
    assert style_moves.use_preset(SEE, on=True)(course(), left) == left
    assert style_moves.use_preset("no-such-need", on=True)(course(), left) == left


def test_a_preset_that_is_chosen_wins_over_what_was_changed_before() -> None:
    state = style_moves.change(theme="blue", font="andika")(course(), at_step(course(), "rules"))
    seen = on(SEE, start=state)
    assert (seen.appearance.theme, seen.appearance.font) == ("yellow-on-black", "andika")
    assert off(seen, SEE).appearance.theme == "cream", "by hand it was blue before the preset"
    changed = style_moves.change(theme="white")(course(), seen)
    assert changed.appearance.theme == "white"
    assert style_of(changed).presets == (SEE,)


def test_text_size_by_key_is_a_change_by_hand() -> None:
    state = moves.text_larger(course(), on(READ))
    assert state.appearance.text_percent == 115
    assert off(state, READ).appearance == Appearance(text_percent=115)


def test_reset_brings_back_what_the_lesson_began_with() -> None:
    made = course()
    base = Appearance(theme="dark")
    begun = on(CALM, start=at_step(made, "rules"))
    style = Style(base=base, begun=(CALM,), presets=(CALM,))
    start = style_moves.styled(made, begun, style)
    changed = style_moves.change(symbols=True, overlay="rose")(made, off(on(SIGN, start=start), CALM))
    assert not style_of(changed).as_begun
    assert changed.film_choice.version == "bsl"
    back = style_moves.reset(made, changed)
    assert back.appearance == start.appearance
    assert style_of(back).as_begun
    assert back.film_choice == start.film_choice
    assert style_of(back).presets == (CALM,)


def test_a_presets_film_choice_comes_and_goes_with_it_and_the_story_goes_on() -> None:
    made = course()
    playing = moves.film_came_to(made, press_next(made, at_step(made, "watch")), 2.0)
    signed = on(SIGN, start=playing)
    assert signed.film_choice.version == "bsl"
    assert signed.film.status is FilmStatus.PLAYING
    assert signed.film.at_s == pytest.approx(3.0), "the same moment of the story"
    back = off(signed, SIGN)
    assert back.film_choice.version == "film"
    assert back.film.at_s == pytest.approx(2.0)


def test_captions_changed_by_hand_stay_when_another_preset_goes() -> None:
    made = course()
    state = moves.toggle_captions(made, on(CALM))
    assert off(state, CALM).film_choice.captions is False


def test_what_a_preset_reads_comes_and_goes_with_it() -> None:
    reading = next((one for one in presets().values() if one.reading.model_dump(exclude_none=True)), None)
    if reading is None:
        assert on(CALM).reading_choice == at_step(course(), "rules").reading_choice
        return
    state = on(reading.id)
    assert state.reading_choice == reading.reading.over(at_step(course(), "rules").reading_choice)
    assert off(state, reading.id).reading_choice == at_step(course(), "rules").reading_choice


looks = st.fixed_dictionaries(
    {},
    optional={
        "theme": st.sampled_from(["cream", "dark", "blue"]),
        "font": st.sampled_from(["lexend", "opendyslexic"]),
        "text_percent": st.sampled_from(TEXT_SIZES),
        "symbols": st.booleans(),
        "reveal": st.sampled_from(["as-written", "line", "together"]),
        "overlay": st.sampled_from(["none", "peach"]),
        "motion": st.booleans(),
        "now_next": st.booleans(),
    },
)
changes = st.lists(
    st.one_of(
        looks.map(lambda values: style_moves.change(**values)),
        st.tuples(st.sampled_from(list(presets())), st.booleans()).map(
            lambda pair: style_moves.use_preset(pair[0], on=pair[1])
        ),
        st.just(style_moves.reset),
        st.just(moves.text_larger),
    ),
    max_size=6,
)


def line_seen(made: Course, state: LessonState) -> set[str]:
    return {row.id for row in moves.current_beats(made, state)[state.beat].rows if row.shown}


@settings(max_examples=60)
@given(changes, st.integers(0, 30))
@example([style_moves.change(reveal="together"), style_moves.reset], 2)
def test_whatever_is_changed_the_place_stays(made_changes: list[style_moves.Move], presses: int) -> None:
    made = course()
    state = press_next(
        made, moves.start(made, "one", Appearance(), at_step(made, "rules").film_choice), presses
    )
    step, film, screen = state.step, state.film, state.screen
    for move in made_changes:
        talked_about = moves.current_beats(made, state)[state.beat].current
        seen = line_seen(made, state)
        state = move(made, state)
        assert (state.step, state.screen) == (step, screen)
        assert (state.film.status, state.film.reached) == (film.status, film.reached)
        assert state.appearance == style_of(state).appearance(presets())
        assert state.beat < len(moves.current_beats(made, state))
        # Of rows that were shown together none is talked about: then one of them is still there.
        if talked_about:
            assert talked_about in line_seen(made, state)
        else:
            assert seen & line_seen(made, state) or not seen


def test_old_places_load_and_new_ones_keep_the_style(tmp_path: Path) -> None:
    made = course()
    state = style_moves.change(symbols=True)(made, on(READ))
    place = kept_place(made, state, "a", NOW)
    Journal(tmp_path).keep(place)
    again = Journal(tmp_path).place("a")
    assert again is not None
    back = carry_on(made, again)
    assert (back.appearance, back.style) == (state.appearance, state.style)

    fields = json.loads(place.model_dump_json())
    del fields["state"]["style"]
    for new in ("symbols", "overlay", "overlay_percent", "overlay_film"):
        del fields["state"]["appearance"][new]
    (tmp_path / "a.json").write_text(json.dumps(fields))
    old = Journal(tmp_path).place("a")
    assert old is not None
    before = carry_on(made, old)
    assert before.appearance == state.appearance.model_copy(update={"symbols": False})
    assert style_moves.reset(made, moves.text_larger(made, before)).appearance == before.appearance


def test_what_is_not_known_falls_back_and_is_told() -> None:
    made = course()
    style = Style(base=Appearance(theme="tartan", text_percent=130), own=AppearanceChange(font="comic"))
    strange = style_moves.styled(made, at_step(made, "rules"), style)
    strange = style_moves.change(overlay="plaid")(made, strange)
    known = style_moves.known_look(made, strange)
    assert known.appearance == Appearance(text_percent=130)
    told = teacher_view(made, known).messages
    assert len(told) == 3
    assert "“tartan”" in told[0]
    assert "Cream" in told[0]
    assert "“comic”" in told[1]
    assert "Atkinson" in told[1]
    assert "“plaid”" in told[2]
    fine = on(READ, SEE)
    assert style_moves.known_look(made, fine) == fine


def test_where_the_system_asks_for_stillness_nothing_moves_until_asked_for() -> None:
    made = course()
    state = style_moves.still(made, at_step(made, "rules"))
    assert state.appearance.motion is False
    assert style_moves.reset(made, on(READ, start=state)).appearance.motion is False
    assert style_moves.change(motion=True)(made, state).appearance.motion is True


def test_the_teacher_sees_how_it_came_about() -> None:
    state = style_moves.keep_for_next(keep=True)(course(), on(SEE, CALM))
    shown = teacher_view(course(), state).style
    assert shown.presets == (SEE, CALM)
    assert shown.keep
