"""A quicker start: PySide6 need not read the source of every module that is imported after it."""

from __future__ import annotations

import sys

import PySide6  # noqa: F401 - brings its support modules


def skip_source_search() -> None:
    """Tell PySide6 that no module asks for its snake_case names, so that it need not look.

    To support ``from __feature__ import snake_case`` PySide6 6.11 opens and searches the source of each
    module that is imported after it: 440 files here, a tenth of a start. This program uses no such feature.
    Where there is no source, as in a packaged program, PySide6 itself comes to the same answer. A version of
    PySide6 that does this otherwise is left alone.
    """
    support = sys.modules.get("shibokensupport.feature")
    if support is not None and hasattr(support, "_mod_uses_pyside"):
        support._mod_uses_pyside = _no  # type: ignore[attr-defined] # noqa: SLF001 - there is no public way


def _no(_module: object) -> bool:
    return False
