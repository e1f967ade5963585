"""Each room uses the outside packages, and the parts of Qt, that docs/architecture.md gives it, no others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from tests.support.source_tree import Module, imports, modules

CORE: Final = frozenset({"PySide6", "PySide6.QtCore"})
GUI: Final = CORE | {"PySide6.QtGui"}

# Longest matching place wins. What is missing here may use the standard library only.
ALLOWED: Final[dict[str, frozenset[str]]] = {
    "application": GUI | {"PySide6.QtWidgets", "PySide6.QtMultimedia", "shiboken6"},
    "ui": GUI | {"PySide6.QtWidgets", "shiboken6"},
    "ui.presenter.print_sheet": GUI | {"PySide6.QtWidgets", "PySide6.QtPrintSupport"},
    "control": GUI,
    "control.editing.saver": GUI | {"shiboken6"},
    "ui.handouts.printer": GUI | {"PySide6.QtWidgets", "PySide6.QtPrintSupport"},
    "rendering": GUI | {"PySide6.QtSvg"},
    "rendering.pdf_pages": GUI | {"PySide6.QtPdf"},
    "playback": GUI,
    "playback.vlc": GUI | {"vlc"},
    "playback.inspection": frozenset({"av"}),
    "playback.qtmultimedia": GUI | {"PySide6.QtMultimedia"},
    "speech": CORE | {"PySide6.QtMultimedia", "PySide6.QtTextToSpeech"},
    "speech.making": frozenset(),
    "speech.making.opus": frozenset({"av"}),
    "desktop": GUI | {"PySide6.QtMultimedia"},
    "desktop.awake": CORE | {"PySide6.QtDBus"},
    "formats": frozenset({"yaml"}),
    "handouts": frozenset({"typst", "pptx"}),
    "model": frozenset({"pydantic"}),
    "foundation": frozenset({"platformdirs", "tomli_w"}),
}


def outside_packages(module: Module) -> dict[str, int]:
    """Third-party packages the module imports, Qt by its part, each with a line."""
    found = {}
    for imported in imports(module.tree):
        parts = imported.name.split(".")
        if parts[0] not in sys.stdlib_module_names and parts[0] not in {"lesson_player", "__future__"}:
            found[".".join(parts[:2]) if parts[0] == "PySide6" else parts[0]] = imported.line
    return found


def allowed(module: Module) -> frozenset[str]:
    places = [place for place in ALLOWED if f"{module.name}.".startswith(f"{place}.")]
    return ALLOWED[max(places, key=len)] if places else frozenset()


def strangers(module: Module) -> list[str]:
    return [
        f"{module.path}:{line}: {name} has no place in {module.name or 'lesson_player'}"
        for name, line in outside_packages(module).items()
        if name not in allowed(module)
    ]


def test_rooms_use_only_what_the_house_plan_gives_them() -> None:
    found = list(modules())
    assert found, "no source was found to look at"
    assert [line for module in found for line in strangers(module)] == []


def test_a_stranger_is_noticed(tmp_path: Path) -> None:
    room = tmp_path / "control"
    room.mkdir()
    (room / "keys.py").write_text(
        "from PySide6.QtWidgets import QWidget\nfrom PySide6 import QtCore, QtPdf\n"
    )
    (tmp_path / "cli.py").write_text("def f() -> None:\n    import requests\n")
    found = [line for module in modules(tmp_path) for line in strangers(module)]
    assert [line.split(": ")[1] for line in found] == [
        "requests has no place in cli",
        "PySide6.QtWidgets has no place in control.keys",
        "PySide6.QtPdf has no place in control.keys",
    ]
