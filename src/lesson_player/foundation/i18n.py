"""The one door through which program text passes, so that a catalogue can translate it.

Lesson text never passes here: it lives in the lesson's files, which have wordings and languages of
their own.
"""

from __future__ import annotations

import gettext

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def install(catalogue: gettext.NullTranslations) -> None:
    """Make *catalogue* the language of all text asked for from now on."""
    global _catalogue  # noqa: PLW0603 - the process has one language at a time
    _catalogue = catalogue


def tr(text: str, **values: object) -> str:
    """Give *text* in the installed language, its ``{names}`` filled from *values*.

    The source language is British English. A translation with a broken placeholder falls back to the source
    text: a teacher in front of a class sees English rather than an error.
    """
    translated = _catalogue.gettext(text)
    try:
        return translated.format(**values) if values else translated
    except (KeyError, IndexError, ValueError):
        return text.format(**values)


def tr_n(one: str, many: str, n: int, **values: object) -> str:
    """Give *one* or *many* as the number *n* asks for, with ``{n}`` and other names filled in.

    A translation with a broken placeholder falls back to the source text, as in :func:`tr`.
    """
    try:
        return _catalogue.ngettext(one, many, n).format(n=n, **values)
    except (KeyError, IndexError, ValueError):
        return (one if n == 1 else many).format(n=n, **values)
