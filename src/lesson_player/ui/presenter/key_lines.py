"""Every key with what it does, group by group: for the sheet of keys and for paper."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from lesson_player.control.commands import Group
from lesson_player.foundation.i18n import tr
from lesson_player.ui.presenter.paper import POINTS, Paper
from lesson_player.ui.widgets.key_names import group_title, keys_words

if TYPE_CHECKING:
    from lesson_player.control.commands import Command


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """A heading, and keys with what they do."""

    title: str
    lines: tuple[tuple[str, str], ...]


def key_groups(commands: tuple[Command, ...], *, private: bool) -> tuple[KeyGroup, ...]:
    """All keys of *commands*; without *private* none that shows something for the teacher alone."""
    shown = [command for command in commands if private or not command.private]
    groups = [
        KeyGroup(group_title(group), tuple((_keys(each), each.help) for each in shown if each.group is group))
        for group in Group
    ]
    here = (
        (tr("Ctrl + or Ctrl −"), tr("Make your notes larger or smaller.")),
        (tr("Ctrl F"), tr("Search in the film's words. Enter goes to the next place, Esc leaves.")),
        (tr("Tab"), tr("Go to the next control. Space and Enter then press it.")),
        (tr("Arrows"), tr("In the steps, the notes and the film's time, once Tab has taken you there.")),
    )
    return (*groups, KeyGroup(tr("In this window"), here))


def page(commands: tuple[Command, ...], *, private: bool) -> Paper:
    """The sheet of keys on paper."""
    groups = key_groups(commands, private=private)
    return Paper(tr("Keys of Lesson Player"), "".join(_group(group) for group in groups))


def _group(group: KeyGroup) -> str:
    rows = "".join(
        f'<tr><td width="30%"><b>{escape(keys)}</b></td><td>{escape(words)}</td></tr>'
        for keys, words in group.lines
    )
    head = f'<h2 style="font-size:{POINTS + 2}pt">{escape(group.title)}</h2>'
    return f'{head}<table width="100%" cellspacing="0" cellpadding="3">{rows}</table>'


def _keys(command: Command) -> str:
    if command.id == "go-to":
        return tr("1 2 3 … then Enter")
    return keys_words(command.keys) or tr("no key")
