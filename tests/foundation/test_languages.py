"""Which language is spoken, and what the class may see of it."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest

from lesson_player.foundation import languages
from lesson_player.foundation.i18n import class_words, install, tr, tr_n
from lesson_player.foundation.languages import SOURCE, is_reviewed, is_right_to_left, speak, spoken


class Shouting(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2).replace("step", "STEP")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak(SOURCE)


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, SOURCE),
        ({"LANG": "cy_GB.UTF-8"}, "cy"),
        ({"LANG": "en_GB.UTF-8"}, SOURCE),
        ({"LANG": "fr_FR.UTF-8"}, SOURCE),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "cy:en"}, "cy"),
        ({"LANG": "cy_GB.UTF-8", "LANGUAGE": "en:cy"}, SOURCE),
        ({"LANG": "cy_GB.UTF-8", "LANGUAGE": "gd:cy"}, "cy"),
        ({"LANG": "cy_GB.UTF-8", "LC_ALL": "C.UTF-8"}, SOURCE),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "cy_GB"}, "cy"),
        ({"LC_ALL": "C", "LANGUAGE": "cy"}, SOURCE),
        ({"LANG": "cy_GB@euro"}, "cy"),
    ],
)
def test_the_system_chooses(environment: dict[str, str], code: str) -> None:
    assert speak(environment=environment) == spoken() == code


@pytest.mark.parametrize(("chosen", "code"), [("cy", "cy"), ("en-GB", SOURCE), ("xx", SOURCE), ("", SOURCE)])
def test_the_users_choice_goes_before_the_systems(chosen: str, code: str) -> None:
    assert speak(chosen, {"LANG": "cy_GB.UTF-8" if code == SOURCE else "en_GB"}) == code


def test_languages_are_listed_by_their_own_names() -> None:
    assert languages.languages() == {SOURCE: "English", "cy": "Cymraeg"}


def test_the_welsh_words_have_not_been_reviewed() -> None:
    assert not is_reviewed(languages._catalogue("cy"))


def test_the_class_reads_english_until_the_words_are_reviewed() -> None:
    install(Shouting())
    assert tr("Sample") == "SAMPLE"
    with class_words():
        assert (tr("Sample"), tr_n("{n} step", "{n} steps", 2)) == ("Sample", "2 steps")
    assert (tr("Sample"), tr_n("{n} step", "{n} steps", 2)) == ("SAMPLE", "2 STEPs")


def test_reviewed_words_reach_the_class() -> None:
    install(Shouting(), reviewed=True)
    with class_words():
        assert tr("Sample") == "SAMPLE"


def test_words_for_the_class_end_with_what_asked_for_them() -> None:
    install(Shouting())

    @class_words()
    def for_the_class() -> str:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        for_the_class()
    assert tr("Sample") == "SAMPLE"


def test_the_empty_text_stays_empty() -> None:
    speak("cy")
    assert tr("") == ""


@pytest.mark.parametrize(
    ("code", "expected"), [("ar", True), ("ur-PK", True), ("cy", False), (SOURCE, False)]
)
def test_direction(code: str, expected: bool) -> None:
    assert is_right_to_left(code) is expected
