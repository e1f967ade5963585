"""Every word of the program can be taken out by a tool that reads the source, and be translated."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from lesson_player.control.commands import table
from tests.support.source_tree import PACKAGE
from tests.support.teacher_views import film_view, teacher_view

ASKS_FOR = {"tr": 1, "tr_n": 2}
"""The functions that translate, and how many of their first arguments are words."""
FROM_DATA = {"ui/presenter/caption_sheet.py": "model/caption_presets.toml"}
FROM_DATA |= {f"ui/settings/{name}_rows.py": "model/themes.toml" for name in ("class", "setting")}
FROM_DATA |= {
    "ui/presenter/appearance_choices.py": "model/presets.toml",
    "teaching/style_moves.py": "model/themes.toml",
}
"""Modules that show words of one of the program's own data files, where a tool finds them."""


def _words(source: str) -> Iterator[tuple[int, str | None]]:
    """Line and text of everything that is translated; no text where a tool could not know it."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ASKS_FOR:
            for argument in call.args[: ASKS_FOR[call.func.id]]:
                value = argument.value if isinstance(argument, ast.Constant) else None
                yield call.lineno, value if isinstance(value, str) else None


def test_all_words_stand_where_they_are_translated() -> None:
    unknown = [
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, text in _words(path.read_text(encoding="utf-8"))
        if text is None and path.name != "i18n.py" and str(path.relative_to(PACKAGE)) not in FROM_DATA
    ]

    assert unknown == []
    assert all((PACKAGE / file).is_file() for file in FROM_DATA.values())


def test_the_words_of_every_command_can_be_taken_out() -> None:
    folder = PACKAGE / "control" / "commands"
    found = {text for path in folder.glob("*.py") for _, text in _words(path.read_text(encoding="utf-8"))}
    used = {
        words
        for command in table()
        for words in (command.help, command.words(teacher_view()), command.words(film_view()))
    }

    assert used - found == set()


@pytest.mark.parametrize("hidden", ["tr(words)", "tr(f'Step {n}')", "tr_n('one', many, 2)"])
def test_words_that_a_tool_cannot_see_are_noticed(hidden: str) -> None:
    assert None in {text for _, text in _words(hidden)}
