from __future__ import annotations

import subprocess
import sys

_SOURCES_READ = """
import linecache
import PySide6.QtCore
from lesson_player.application.qt_imports import skip_source_search
if {skip}:
    skip_source_search()
import lesson_player.model.lesson
print(sum("model" in name for name in linecache.cache))
"""


def _sources_read(*, skip: bool) -> int:
    asked = [sys.executable, "-c", _SOURCES_READ.format(skip=skip)]
    return int(subprocess.run(asked, capture_output=True, text=True, check=True, timeout=120).stdout)


def test_no_source_is_read_when_a_module_is_imported_after_qt() -> None:
    assert _sources_read(skip=False) > 0, "PySide6 no longer searches sources: this module can go"
    assert _sources_read(skip=True) == 0
