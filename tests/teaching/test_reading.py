"""Reading the class screen aloud and line focus, as moves of the lesson's state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.model.appearance import Appearance
from lesson_player.model.reading import ReadingChange, ReadingChoice, SpokenMark
from lesson_player.model.voice import Recording, VoiceIndex, WordTime, recording_key
from lesson_player.teaching import line_focus, moves, reading
from lesson_player.teaching.course import Course
from lesson_player.teaching.desk import teacher_view
from lesson_player.teaching.project import class_view
from lesson_player.teaching.readable import lines_on
from lesson_player.teaching.state import LessonState
from tests.support.small_lesson import at_step, course, press_next

Move = Callable[[Course, LessonState], LessonState]


def made(made: Course, state: LessonState, *steps: Move) -> LessonState:
    """The moves as the controller makes them."""
    for step in steps:
        state = reading.as_shown(made, state, step(made, state))
    return state


def choosing(**changes: object) -> Move:
    return reading.choose(ReadingChoice.model_validate(changes))


def ids(of: Course, state: LessonState) -> list[str]:
    return [line.id for line in lines_on(of, class_view(of, state))]


def recorded(of: Course, *texts: str) -> Course:
    """The course with a recording of each text, one word a second."""

    def recording(text: str) -> Recording:
        words = [
            WordTime(word=word, start=float(n), end=n + 0.9, at=text.index(word))
            for n, word in enumerate(text.split())
        ]
        return Recording(text=text, file="one.opus", seconds=len(words) + 0.1, size=1, words=tuple(words))

    index = VoiceIndex(
        format=1,
        language="en-GB",
        voice="test",
        recordings={recording_key(text, "en-GB", "test"): recording(text) for text in texts},
    )
    return replace(of, bundle=of.bundle.model_copy(update={"voice": index}))


@pytest.mark.parametrize(
    ("step", "nexts", "expected"),
    [
        ("welcome", 0, ["heading", "hello"]),
        ("welcome", 1, ["heading", "hello", "plan"]),
        ("words", 1, ["heading", "word-1", "word-2"]),
        ("talk", 0, ["heading", "who-yes", "who-no"]),
        ("talk", 1, ["heading", "who-say", "who-explain", "who-starter"]),
        ("choose", 0, ["heading", "ok", "not-ok"]),
        ("choose", 1, ["heading", "ok", "not-ok", "reply"]),
        ("recap", 0, ["heading", "recap-1", "recap-2", "recap-3"]),
        ("recap", 1, ["heading", "recap-4", "recap-5"]),
        ("calm-end", 0, ["heading", "breathe"]),
        ("prepare", 0, ["heading"]),
        ("watch", 0, ["heading", "notice"]),
        ("watch", 1, []),
        ("watch", 2, ["heading", "clues-yes", "clues-no"]),
    ],
)
def test_what_can_be_read_is_what_stands_on_the_screen(step: str, nexts: int, expected: list[str]) -> None:
    of = course()
    assert ids(of, press_next(of, at_step(of, step), nexts)) == expected


def test_a_key_word_is_spoken_with_its_explanation() -> None:
    of = course()
    line = lines_on(of, class_view(of, at_step(of, "words")))[1]
    assert line.text == "Word1\nIt means 1."


def test_a_slide_is_read_line_by_line_to_its_end() -> None:
    of = course()
    state = made(of, at_step(of, "choose"), reading.read_or_stop)
    read = []
    while state.reading is not None:
        read.append(state.reading.line.id)
        state = made(of, state, reading.line_over)
    assert read == ["heading", "ok", "not-ok"]


def test_the_same_key_stops_it() -> None:
    of = course()
    state = made(of, at_step(of, "choose"), reading.read_or_stop, reading.read_or_stop)
    assert state.reading is None


def test_the_word_that_is_heard_is_marked_for_the_class() -> None:
    of = recorded(course(), "Welcome")
    begun = made(of, at_step(of, "welcome"), reading.read_or_stop)
    assert class_view(of, begun).spoken is None, "not before its first word is heard"
    heard = made(of, begun, reading.word_heard(0))
    assert class_view(of, heard).spoken == SpokenMark(line="heading", word=0)
    following = made(of, heard, reading.line_over)
    assert class_view(of, following).spoken == SpokenMark(line="hello"), "all of it where no words are told"
    later = made(of, following, reading.word_heard(8))
    assert class_view(of, later).spoken == SpokenMark(line="hello", word=2)


@given(st.lists(st.text(st.characters(categories=("L", "P", "S")), min_size=1), min_size=1, max_size=8))
def test_every_letter_belongs_to_its_word(words: list[str]) -> None:
    of = course()
    text = " ".join(words)
    begun = made(of, at_step(of, "welcome"), reading.read_or_stop)
    assert begun.reading is not None
    line = begun.reading.line.model_copy(update={"text": text})
    begun = begun.model_copy(update={"reading": begun.reading.model_copy(update={"line": line})})
    at = 0
    for number, word in enumerate(words):
        for place in (at, at + len(word) - 1):
            heard = reading.word_heard(place)(of, begun).reading
            assert heard is not None
            assert heard.word == number
        at += len(word) + 1


def test_the_mark_can_be_off() -> None:
    of = course()
    state = made(of, at_step(of, "welcome"), choosing(highlight=False), reading.read_or_stop)
    assert state.reading is not None
    assert class_view(of, state).spoken is None


@pytest.mark.parametrize(
    ("step", "nexts", "stopping"),
    [
        ("welcome", 0, moves.next_beat),
        ("welcome", 1, moves.back),
        ("welcome", 0, moves.hide),
        ("welcome", 0, moves.calm),
        ("welcome", 0, moves.last),
        ("welcome", 0, moves.toggle_mute),
        ("watch", 0, moves.play_or_rest),
        ("watch", 2, moves.next_beat),
        ("watch", 2, moves.play_or_rest),
        ("watch", 2, moves.film_again),
        ("watch", 2, moves.swap_version),
    ],
)
def test_what_changes_the_place_or_the_screen_stops_it_at_once(step: str, nexts: int, stopping: Move) -> None:
    of = course()
    there = press_next(of, at_step(of, step), nexts)
    reads = made(of, there, reading.read_or_stop)
    assert reads.reading is not None
    assert made(of, reads, stopping).reading is None


def test_larger_text_goes_on_being_read_while_its_line_is_there() -> None:
    of = course()
    reads = made(of, at_step(of, "recap"), reading.read_or_stop, reading.line_over, reading.line_over)
    assert reads.reading is not None
    assert reads.reading.line.id == "recap-2"
    larger = made(of, reads, moves.text_larger)
    assert larger.reading == reads.reading
    one_a_part = made(of, larger, lambda c, s: moves.restyle(c, s, Appearance(text_percent=150)))
    assert one_a_part.reading is None, "the line is on another part of the slide now"


def test_a_line_that_can_no_longer_be_seen_is_left_out() -> None:
    of = course()
    begun = made(of, at_step(of, "recap"), reading.read_or_stop)
    larger = made(of, begun, lambda c, s: moves.restyle(c, s, Appearance(text_percent=150)))
    assert larger.reading is not None, "the heading stands on each part"
    assert made(of, larger, reading.line_over, reading.line_over).reading is None


def test_nothing_is_read_where_a_film_plays_or_the_screen_is_covered() -> None:
    of = course()
    playing = press_next(of, at_step(of, "watch"))
    hidden = made(of, at_step(of, "welcome"), moves.hide)
    for state in (playing, hidden):
        assert made(of, state, reading.read_or_stop) == state
        assert not teacher_view(of, state).reading.readable


def test_a_line_without_a_voice_is_told_once_and_the_next_one_is_read() -> None:
    of = course()
    state = made(of, at_step(of, "choose"), reading.read_or_stop, reading.line_failed)
    assert state.messages == ("No voice yet for “Text of what.”. You can read it aloud.",)
    assert state.reading is not None
    assert state.reading.line.id == "ok"
    stopped = made(of, state, reading.read_or_stop, reading.read_or_stop, reading.line_failed)
    assert len(stopped.messages) == 1


def test_the_teacher_sees_which_lines_have_no_voice() -> None:
    of = recorded(course(), "Welcome")
    there = at_step(of, "welcome")
    unknown = teacher_view(of, there).reading.without_voice
    without = teacher_view(of, there.model_copy(update={"no_voice": "There is none."})).reading.without_voice
    with_one = teacher_view(of, there.model_copy(update={"no_voice": ""})).reading.without_voice
    assert (unknown, without, with_one) == ((), ("Text of hello.",), ())


def test_a_touched_line_is_read_only_where_lines_are_asked_for() -> None:
    of = course()
    there = press_next(of, at_step(of, "talk"))
    touch = partial(reading.touched, target="who-say")
    assert made(of, there, touch).reading is None
    while_read = made(of, there, reading.read_or_stop, touch).reading
    in_focus = made(of, there, line_focus.next_line, touch)
    assert while_read is not None
    assert (while_read.line.id, while_read.left) == ("who-say", ())
    assert in_focus.reading is not None
    assert (in_focus.reading.line.id, in_focus.focus) == ("who-say", "who-say")


def test_a_touched_card_is_chosen_as_ever() -> None:
    of = course()
    state = made(of, at_step(of, "choose"), line_focus.next_line, partial(reading.touched, target="ok"))
    assert class_view(of, state).slide.reply == "Reply to ok."
    assert state.reading is not None
    assert state.reading.line.id == "ok"


def test_nothing_starts_by_itself() -> None:
    of = course()
    state = at_step(of, "prepare")
    for _ in range(40):
        state = made(of, state, moves.next_beat)
        assert state.reading is None


def test_on_arrival_what_is_new_is_read() -> None:
    of = course()
    state = made(of, at_step(of, "prepare"), choosing(on_arrival=True), moves.next_beat)
    assert state.reading is not None
    assert [state.reading.line.id, *(line.id for line in state.reading.left)] == ["heading", "hello"]
    revealed = made(of, state, moves.next_beat)
    assert revealed.reading is not None
    assert (revealed.reading.line.id, revealed.reading.left) == ("plan", ())
    assert made(of, revealed, moves.back).reading is None, "nothing of it is new"
    assert made(of, revealed, moves.hide, moves.hide).reading is None, "it was only covered"
    assert made(of, revealed, reading.line_over, moves.text_larger).reading is None, "it only looks otherwise"


def test_on_arrival_a_question_of_the_film_is_read_and_never_over_the_film() -> None:
    of = course()
    there = made(of, at_step(of, "watch"), choosing(on_arrival=True))
    playing = made(of, there, moves.next_beat)
    assert playing.reading is None
    asked = made(of, playing, moves.next_beat)
    assert asked.reading is not None
    assert asked.film.telling is None


MOVES: dict[str, Move] = {
    "read": reading.read_or_stop,
    "over": reading.line_over,
    "failed": reading.line_failed,
    "word": reading.word_heard(3),
    "focus": line_focus.next_line,
    "arrival": choosing(on_arrival=True, line_focus=True),
    "next": moves.next_beat,
    "back": moves.back,
    "hide": moves.hide,
    "calm": moves.calm,
    "play": moves.play_or_rest,
    "larger": moves.text_larger,
    "smaller": moves.text_smaller,
    "touch": partial(reading.touched, target="who-no"),
    "reached": moves.film_reached_mark,
}


@given(st.lists(st.sampled_from(sorted(MOVES)), max_size=40))
def test_what_is_read_and_what_has_the_focus_is_always_on_the_screen(names: Iterable[str]) -> None:
    of = course()
    state = at_step(of, "watch")
    for name in names:
        state = made(of, state, MOVES[name])
        seen = class_view(of, state)
        there = ids(of, state)
        if state.reading is not None:
            assert state.reading.line.id in there
            assert state.film.telling is None
        if seen.focus and there:
            assert seen.focus in there
        assert bool(seen.focus) <= state.reading_choice.line_focus


def test_line_focus_begins_with_the_newest_line_goes_on_and_ends() -> None:
    of = course()
    state = press_next(of, at_step(of, "welcome"))
    went = []
    for _ in range(4):
        state = made(of, state, line_focus.next_line)
        went.append(class_view(of, state).focus)
    assert went == ["plan", "", "plan", ""]
    slide = at_step(of, "choose")
    went = []
    for _ in range(4):
        slide = made(of, slide, line_focus.next_line)
        went.append(class_view(of, slide).focus)
    assert went == ["heading", "ok", "not-ok", ""]


def test_the_focus_follows_next_and_waits_behind_a_cover() -> None:
    of = course()
    state = made(of, at_step(of, "welcome"), line_focus.next_line)
    assert state.focus == "hello"
    assert made(of, state, moves.next_beat).focus == "plan"
    covered = made(of, state, moves.hide)
    assert class_view(of, covered).focus == ""
    assert class_view(of, made(of, covered, moves.hide)).focus == "hello"
    chosen = made(of, at_step(of, "choose"), line_focus.next_line, moves.next_beat)
    assert chosen.focus == "reply"


def test_with_line_focus_only_that_line_is_read() -> None:
    of = course()
    state = made(of, at_step(of, "choose"), line_focus.next_line, line_focus.next_line, reading.read_or_stop)
    assert state.reading is not None
    assert (state.reading.line.id, state.reading.left) == ("ok", ())


def test_what_comes_next_is_shown_unread_and_with_its_own_focus() -> None:
    of = course()
    state = made(of, at_step(of, "welcome"), line_focus.next_line, reading.read_or_stop)
    coming = teacher_view(of, state).next_view
    assert coming is not None
    assert (coming.spoken, coming.focus) == (None, "plan")


def test_a_preset_names_only_what_it_changes() -> None:
    before = ReadingChoice(speed=0.8, highlight=False)
    assert ReadingChange(on_arrival=True).over(before) == before.model_copy(update={"on_arrival": True})


def test_a_reading_is_heard_though_the_film_was_turned_down() -> None:
    of = course()
    state = at_step(of, "welcome")
    quiet = state.model_copy(update={"volume": 0})
    assert (reading.volume(state), reading.volume(quiet)) == (80, 30)
