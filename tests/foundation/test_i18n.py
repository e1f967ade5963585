from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest

from lesson_player.foundation.i18n import install, tr, tr_n


class Broken(gettext.NullTranslations):
    """A catalogue whose translations name what nobody fills in."""

    def gettext(self, message: str) -> str:
        return "Cam {rhif}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "{rhif} cam"


@pytest.fixture
def broken() -> Iterator[None]:
    install(Broken())
    yield
    install(gettext.NullTranslations())


def test_names_are_filled_in() -> None:
    assert tr("Step {n}", n=3) == "Step 3"
    assert [tr_n("{n} step", "{n} steps", n) for n in (1, 2)] == ["1 step", "2 steps"]


@pytest.mark.usefixtures("broken")
def test_a_broken_translation_falls_back_to_english() -> None:
    assert tr("Step {n}", n=3) == "Step 3"
    assert [tr_n("{n} step", "{n} steps", n) for n in (1, 2)] == ["1 step", "2 steps"]
