from __future__ import annotations

import argparse
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from docs.pictures import keys
from lesson_player.cli import main as command_line
from lesson_player.control.commands import table
from lesson_player.control.editing.caption_commands import caption_commands
from lesson_player.control.editing.commands import editor_commands
from lesson_player.ui.editor.key_words import key_words
from lesson_player.ui.widgets.key_names import key_name

ROOT = Path(__file__).parents[2]
DOCUMENTS = tuple(
    sorted(
        path
        for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("changes/*.md"))
        if "lesson-format" not in path.parts  # has tests of its own
    )
)
LARGEST_PICTURE = 200_000
LINK = re.compile(r"\]\(([^)\s]+)\)")
NAMED_TARGET = re.compile(r"(?:^|`)make ([a-z-]+)", re.MULTILINE)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def anchors(document: Path) -> set[str]:
    """How a code host names the headings of a document."""
    found = HEADING.findall(document.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def broken_links(document: Path) -> list[str]:
    broken = []
    for link in LINK.findall(document.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        path, _, anchor = unquote(link).partition("#")
        target = document.parent / path if path else document
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    return broken


def code(document: Path) -> str:
    """What stands in a document as code: blocks and single words."""
    text = document.read_text(encoding="utf-8")
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL))


def subcommands() -> set[str]:
    parser = command_line._parser()
    return {
        name
        for action in parser._actions
        if isinstance(action, argparse._SubParsersAction)
        for name in action.choices
    }


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_and_pictures_are_there(document: Path) -> None:
    assert broken_links(document) == []


def test_a_broken_link_is_noticed(tmp_path: Path) -> None:
    document = tmp_path / "read.md"
    document.write_text(
        "# Here\n\n[a](#here) [b](read.md#here) [c](read.md#there) ![d](gone.png) [e](https://f)\n"
    )

    assert broken_links(document) == ["read.md#there", "gone.png"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_target_that_is_named_is_in_the_makefile(document: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert set(NAMED_TARGET.findall(code(document))) - targets == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_subcommand_that_is_named_is_one(document: Path) -> None:
    assert set(re.findall(r"lesson-player ([a-z-]+)", code(document))) - subcommands() == set()


def test_the_readme_shows_each_window_and_both_commands_on_its_first_screen() -> None:
    first_screen = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## ")[0]

    for wanted in ("teacher.png", "class.png", "library.png", "make run", "make test"):
        assert wanted in first_screen


def test_the_command_lines_of_the_readme_are_understood() -> None:
    lines = re.findall(r"^\.venv/bin/lesson-player ([^#\n]+)", code(ROOT / "README.md"), re.MULTILINE)
    parser = command_line._parser()

    assert {parser.parse_args(line.split()).run.__name__ for line in lines} == {
        "_check",
        "_easy_read",
        "_handouts",
        "_rehearse",
        "_teach",
        "_schema",
        "_import",
        "_undo",
        "_pack",
        "_install",
        "_uninstall",
    }


def test_pictures_have_words_and_are_small() -> None:
    shown = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert all(len(words.split()) >= 5 for words, _ in shown)
    assert [
        path.name for path in ROOT.glob("docs/pictures/*.png") if path.stat().st_size > LARGEST_PICTURE
    ] == []


def test_the_page_of_keys_is_what_the_command_table_says() -> None:
    assert keys.PAGE.read_text(encoding="utf-8") == keys.page(), "run `make pictures`"


def test_the_page_of_keys_has_every_command() -> None:
    page = keys.page()

    assert [command.id for command in table() if command.help not in page] == []


def test_the_page_of_keys_has_every_command_of_the_editor() -> None:
    page = keys.PAGE.read_text(encoding="utf-8")
    editor = page.partition("## The editor of versions")[2].partition("\n## ")[0]
    own, _, captions = editor.partition("### Captions in the editor")

    for part, commands in ((own, editor_commands()), (captions, caption_commands())):
        rows = dict(re.findall(r"^\| (.+) \| (.+) \|$", part, re.MULTILINE))
        for command in commands:
            row = ", ".join(f"**{key_words(key)}**" for key in command.keys)
            assert rows[row] == f"{command.words}. {command.help}"
        assert len(rows) == len(commands) + 1, "and the head of the table"


def test_the_short_list_of_keys_in_the_readme_is_true() -> None:
    meant = {
        "on": "next next",
        "back": "back",
        "hide the class screen": "hide",
        "calm picture": "calm",
        "play the film, or let it rest": "play",
        "captions, BSL version": "captions version",
        "tell what can only be seen in the film": "description",
        "captions read aloud": "spoken-captions",
        "read the class screen aloud": "read-aloud",
        "let one line stand out": "line-focus",
        "larger or smaller text": "larger smaller",
        "what to do if a pupil tells you something": "disclosure",
        "find a step by a word": "jump",
        "where am I?": "where",
        "help": "help",
        "be shown round": "tour",
        "end": "end",
        "all keys ([also here](docs/keys.md))": "keys",
    }
    by_key = {key_name(key): command.id for command in table() for key in command.keys}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme.partition("| key | | key | |")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in block.strip().splitlines()[1:]]
    said = {words: keys for row in rows for keys, words in (row[:2], row[2:])}

    assert {words: " ".join(by_key[key] for key in keys.split(", ")) for words, keys in said.items()} == meant


def test_decisions_are_numbered_once_and_have_their_four_parts() -> None:
    records = sorted(ROOT.glob("docs/decisions/[0-9]*.md"))
    parts = ("## What was needed", "## What was compared", "## What we do", "## What it costs")
    numbers = [record.name[:4] for record in records]

    assert len(numbers) == len(set(numbers)) > 0
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert text.startswith(f"# {record.name[:4]}: "), record.name
        assert [part for part in parts if part not in text] == [], record.name


def test_changes_are_numbered_in_order() -> None:
    notes = sorted(path.name for path in ROOT.glob("changes/[0-9]*.md"))

    assert [int(name[:4]) for name in notes] == list(range(1, len(notes) + 1))
