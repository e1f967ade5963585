"""The one door through which program text passes, so that a catalogue can translate it.

Lesson text never passes here: it lives in the lesson's files, which have wordings and languages of
their own.

What the class sees is translated only by a catalogue that people have reviewed: pupils must not read words
about their own safety that nobody has checked. `class_words` says which text that is.
"""

from __future__ import annotations

import gettext
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENGLISH = gettext.NullTranslations()
_catalogue: gettext.NullTranslations = _ENGLISH
_for_the_class: gettext.NullTranslations = _ENGLISH
_class_asks: ContextVar[bool] = ContextVar("class_asks", default=False)


def install(catalogue: gettext.NullTranslations, *, reviewed: bool = False) -> None:
    """Make *catalogue* the language of all text asked for from now on.

    Text for the class screen becomes so only where the catalogue is *reviewed*; else it stays English.
    """
    global _catalogue, _for_the_class  # noqa: PLW0603 - the process has one language at a time
    _catalogue = catalogue
    _for_the_class = catalogue if reviewed else _ENGLISH


@contextmanager
def class_words() -> Iterator[None]:
    """While this holds, text is asked for on behalf of the class screen. Works as a decorator too."""
    token = _class_asks.set(True)
    try:
        yield
    finally:
        _class_asks.reset(token)


def tr(text: str, **values: object) -> str:
    """Give *text* in the installed language, its ``{names}`` filled from *values*.

    The source language is British English. A translation with a broken placeholder falls back to the source
    text: a teacher in front of a class sees English rather than an error.
    """
    # gettext gives the catalogue's own header for the empty text.
    translated = _current().gettext(text) if text else text
    try:
        return translated.format(**values) if values else translated
    except (KeyError, IndexError, ValueError):
        return text.format(**values)


def tr_n(one: str, many: str, n: int, **values: object) -> str:
    """Give *one* or *many* as the number *n* asks for, with ``{n}`` and other names filled in.

    A translation with a broken placeholder falls back to the source text, as in :func:`tr`.
    """
    try:
        return _current().ngettext(one, many, n).format(n=n, **values)
    except (KeyError, IndexError, ValueError):
        return (one if n == 1 else many).format(n=n, **values)


def _current() -> gettext.NullTranslations:
    return _for_the_class if _class_asks.get() else _catalogue
