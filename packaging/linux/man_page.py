"""The manual page, from the command line's own parser: what it says is what the program takes."""

from __future__ import annotations

import argparse
import datetime as dt
import os

HEAD = """.TH LESSON\\-PLAYER 1 "{date}" "Lesson Player {version}" "User Commands"
.SH NAME
lesson\\-player \\- teach a lesson with its film, without the internet
.SH SYNOPSIS
.B lesson\\-player
[\\fIoptions\\fR] [\\fIcommand\\fR ...]
.br
.B lesson\\-player
.I file
.SH DESCRIPTION
{about}
Without a command the library opens. A file in a command's place is opened in it, as by
.BR open .
.SH OPTIONS
"""
TAIL = """.SH FILES
.TP
.I ~/.local/share/lesson\\-player
the user's own lessons, films and versions
.TP
.I ~/.local/state/lesson\\-player
places to carry on from, and the log
.TP
.I ~/.config/lesson\\-player/settings.toml
settings
.TP
.I /usr/local/share/lesson\\-player
lessons and films for everybody who uses the computer
.TP
.I /etc/lesson\\-player/policy.toml
what the school has laid down
.SH EXIT STATUS
0 when all is well, 1 when something was found that would stop the lesson, 2 when the work could not be done.
"""


def man_page(parser: argparse.ArgumentParser, version: str, epoch: int) -> str:
    """The page in man's own language."""
    date = dt.datetime.fromtimestamp(epoch, dt.UTC).strftime("%Y-%m-%d")
    about = _plain(parser.description or "")
    return HEAD.format(date=date, version=version, about=about) + _options(parser) + _commands(parser) + TAIL


def _commands(parser: argparse.ArgumentParser) -> str:
    lines = [".SH COMMANDS\n"]
    for action in _groups(parser):
        for choice in action._choices_actions:  # noqa: SLF001 - argparse has no public list of them
            sub = action.choices[choice.dest]
            lines.append(f".SS {_plain(choice.dest)}\n{_plain(choice.help or '')}.\n{_options(sub)}")
            for inner in _groups(sub):
                lines += [
                    f".SS {_plain(choice.dest)} {_plain(one.dest)}\n{_plain(one.help or '')}.\n"
                    + _options(inner.choices[one.dest])
                    for one in inner._choices_actions  # noqa: SLF001 - as above
                ]
    return "".join(lines)


def _groups(parser: argparse.ArgumentParser) -> list[argparse._SubParsersAction[argparse.ArgumentParser]]:
    return [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]  # noqa: SLF001


def _options(parser: argparse.ArgumentParser) -> str:
    lines = []
    for action in parser._actions:  # noqa: SLF001 - as above
        if isinstance(action, argparse._SubParsersAction) or action.help == argparse.SUPPRESS:  # noqa: SLF001
            continue
        wanted = action.metavar or (
            "|".join(map(str, action.choices)) if action.choices else action.dest.upper()
        )
        value = "" if action.nargs == 0 else f" \\fI{_plain(str(wanted))}\\fR"
        name = ", ".join(f"\\fB{_plain(flag)}\\fR" for flag in action.option_strings)
        lines.append(f".TP\n{name}{value}\n{_plain(action.help or '')}\n".replace("\n ", "\n"))
    return "".join(lines)


def _plain(words: str) -> str:
    safe = words.replace("\\", "\\\\").replace("-", "\\-").replace("%%", "%")
    return "\\&" + safe if safe.startswith((".", "'")) else safe


def write(version: str, epoch: int) -> str:
    """The page of this program, in English whatever the builder speaks."""
    os.environ["LANGUAGE"] = "en"
    from lesson_player.cli.main import _parser

    return man_page(_parser(), version, epoch)
