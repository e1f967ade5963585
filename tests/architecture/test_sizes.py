"""The size budget holds over the whole program, and would notice each kind of overrun."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.size_budget import overruns
from tests.support.source_tree import PACKAGE


def test_nothing_is_longer_than_one_can_take_in() -> None:
    assert [str(overrun) for overrun in overruns(PACKAGE)] == []


def function(name: str, lines: int, indent: str = "") -> str:
    return f"{indent}def {name}(self):\n" + f"{indent}    pass\n" * (lines - 1)


@pytest.mark.parametrize(
    ("source", "noticed"),
    [
        ("x = 1\n" * 300, []),
        ("x = 1\n" * 301, ["the file has 301 lines; at most 300"]),
        (function("f", 40), []),
        (function("f", 41), ["f() has 41 lines; at most 40"]),
        ("if True:\n" + function("f", 41, "    "), ["f() has 41 lines; at most 40"]),
        ("class A:\n" + function("f", 41, "    "), ["A.f() has 41 lines; at most 40"]),
        ("class A:\n" + "    x = 1\n" * 200, ["class A has 201 lines; at most 200"]),
        ("class A:\n" + function("__init__", 40, "    "), []),
        ("class W(QtWidgets.QWidget):\n" + function("__init__", 30, "    "), []),
        (
            "class W(QMainWindow):\n" + function("__init__", 31, "    "),
            ["W.__init__() has 31 lines; at most 30"],
        ),
        (
            "class W(QtWidgets.QDialog):\n" + function("__init__", 31, "    "),
            ["W.__init__() has 31 lines; at most 30"],
        ),
    ],
)
def test_an_overrun_is_noticed(source: str, noticed: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(source)
    assert [str(overrun).split(": ", 1)[1] for overrun in overruns(tmp_path)] == noticed
