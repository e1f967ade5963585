"""Which language the program speaks: the user's choice, else the system's, else British English."""

from __future__ import annotations

import gettext
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import install

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCE = "en-GB"
"""The language in which the program is written."""
SYSTEM = "system"
"""The choice that leaves the language to the system; also what holds where nothing was chosen."""
SECTION, KEY = "language", "chosen"
"""Where the choice stands in the user's settings."""
CATALOGUES = Path(__file__).parent / "catalogues"
"""A ``.po`` file for translators and the ``.mo`` file made from it, for each language."""

_NAMED = "x-language-name"
_REVIEWED = "x-reviewed-for-class-screen"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left (Unicode CLDR, characterOrder)."""

_spoken = SOURCE


def languages() -> dict[str, str]:
    """Codes and own names of all languages that there are, the source first."""
    found = sorted(path.stem for path in CATALOGUES.glob("*.mo"))
    return {SOURCE: "English"} | {code: _catalogue(code).info().get(_NAMED, code) for code in found}


def speak(chosen: str = SYSTEM, environment: Mapping[str, str] = os.environ) -> str:
    """Have the program speak the *chosen* language from now on; gives the code of the one it speaks.

    A language that there is no catalogue for gives British English.
    """
    global _spoken  # noqa: PLW0603 - the process has one language at a time
    wanted = [*_of_the_system(environment)] if chosen == SYSTEM else [chosen]
    _spoken = next((code for each in wanted if (code := _known(each))), SOURCE)
    if _spoken == SOURCE:
        install(gettext.NullTranslations())
    else:
        catalogue = _catalogue(_spoken)
        install(catalogue, reviewed=is_reviewed(catalogue))
    return _spoken


def spoken() -> str:
    """The code of the language that the program speaks."""
    return _spoken


def is_right_to_left(code: str) -> bool:
    """Whether the language of that code is written from right to left."""
    return code.partition("-")[0] in _RIGHT_TO_LEFT


def is_reviewed(catalogue: gettext.NullTranslations) -> bool:
    """Whether people have checked the catalogue's words for the class screen, as its header says."""
    return catalogue.info().get(_REVIEWED, "no").strip().lower() == "yes"


@cache
def _catalogue(code: str) -> gettext.GNUTranslations:
    with (CATALOGUES / f"{code}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def _known(wanted: str) -> str:
    """The code of a catalogue for *wanted*, such as ``cy`` for ``cy_GB.UTF-8``; empty where there is none."""
    plain = wanted.partition(".")[0].partition("@")[0].replace("_", "-")
    language = plain.partition("-")[0].lower()
    if language in {"en", "c", "posix"}:
        return SOURCE
    return next((code for code in (plain, language) if (CATALOGUES / f"{code}.mo").is_file()), "")


def _of_the_system(environment: Mapping[str, str]) -> list[str]:
    """What the system asks for, best first; LANGUAGE is a list, as in GNU gettext."""
    first = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    if first in {"C", "POSIX"} or first.startswith("C."):
        return [SOURCE]
    listed = [each for each in environment.get("LANGUAGE", "").split(":") if each]
    return [*listed, *([first] if first else _of_windows())]


def _of_windows() -> list[str]:
    """The language of Windows' own windows; nothing elsewhere."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there
        import locale  # noqa: PLC0415 - only there

        named = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
        return [named] if named else []
    return []
