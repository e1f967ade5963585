from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.model.voice import LEAD_BREAK, recording_key, spoken_text
from tests.support.recorded import LANGUAGE, VOICE, recording, voice

WORDS = st.lists(st.text("abc“”.,?’…", min_size=1, max_size=8), min_size=1, max_size=9)


def test_strong_marks_are_not_spoken() -> None:
    assert spoken_text("It is **never** your **fault**.") == "It is never your fault."
    assert spoken_text("Two * stars") == "Two * stars"


def test_a_bold_word_stands_on_a_line_of_its_own_as_it_is_painted() -> None:
    assert spoken_text("Just for **you**.", "**Private**") == f"Private{LEAD_BREAK}Just for you."


@given(WORDS, st.lists(st.sampled_from([" ", "  ", "\n", "\u2028", "\t "]), min_size=9, max_size=9))
def test_the_space_between_words_does_not_count(words: list[str], gaps: list[str]) -> None:
    loose = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    assert spoken_text(loose) == " ".join(words)
    assert spoken_text(spoken_text(loose)) == spoken_text(loose)


def test_a_line_finds_its_recording_as_the_lesson_writes_it() -> None:
    found = voice("It is never your fault.").recording_for("It is **never** your fault.")
    assert found is not None
    assert found.text == "It is never your fault."


def test_a_key_word_is_found_with_its_word_alone() -> None:
    index = voice(f"Private{LEAD_BREAK}Just for you.")
    assert index.recording_for("Just for you.", "Private") is not None
    assert index.recording_for("Just for you.") is None
    assert index.recording_for("Private Just for you.") is None


def test_another_wording_voice_or_language_has_no_recording() -> None:
    index = voice("Hello.")
    assert index.recording_for("Hello") is None
    assert index.model_copy(update={"voice": "another"}).recording_for("Hello.") is None
    assert index.model_copy(update={"language": "cy"}).recording_for("Hello.") is None


def test_keys_do_not_run_into_each_other() -> None:
    assert recording_key("a", "bc", "d") != recording_key("a", "b", "cd")
    assert len({recording_key(str(n), LANGUAGE, VOICE) for n in range(1000)}) == 1000


@pytest.mark.parametrize(
    ("seconds", "word"), [(0.0, None), (0.1, "One"), (0.59, "One"), (0.6, "two"), (9.0, "three.")]
)
def test_the_word_that_is_heard(seconds: float, word: str | None) -> None:
    heard = recording("One two three.").word_at(seconds)
    assert (heard.word if heard else None) == word
