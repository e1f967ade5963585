"""A handout as one HTML file: everything is inside it, nothing is fetched, and it holds no script."""

from __future__ import annotations

import base64
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.handouts.handout import Reader
from lesson_player.handouts.web.blocks import BlockWriter, attribute, words
from lesson_player.model.theme import theme_named, themes
from lesson_player.model.typeface import DEFAULT_TYPEFACE, TYPEFACES

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.handouts.handout import Handout, Lettering
    from lesson_player.handouts.pictures import Drawings
    from lesson_player.model.theme import Theme

SUFFIX = ".html"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'"
"""What a browser may load for the page: what is in it (Content Security Policy, level 3)."""
_DARK: Final = "dark"
_USUAL_PT = 12.0
"""The size that browsers call 1 rem."""
_FONT_FILES = {"ttf": "font/ttf", "otf": "font/otf"}


def to_html(handout: Handout, drawings: Drawings, fonts: Path | None = None, theme: str = "") -> bytes:
    """*handout* as a file of its own.

    Args:
        handout: what is on the page.
        drawings: its pictures; one that is missing has its alt text in a box.
        fonts: the folder of our typefaces, to put the chosen one into the file; None leaves it out.
        theme: id of the colours that the lesson's version wants; empty for cream, and dark where the
            reader's computer asks for it.
    """
    writer = BlockWriter(drawings, titled=True)
    body = writer.write(handout.blocks)
    subtitle = f'<p class="lead">{words(handout.subtitle)}</p>' if handout.subtitle else ""
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{attribute(handout.language)}">',
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{words(handout.title).replace('<strong>', '').replace('</strong>', '')}</title>",
            f"<style>\n{_style(handout, fonts, theme)}</style></head>",
            f"<body><header><h1>{words(handout.title)}</h1>{subtitle}</header>",
            f"<main>\n{body}\n</main>",
            _footer(handout),
            "</body></html>\n",
        )
    ).encode()


def _footer(handout: Handout) -> str:
    said = [handout.foot] if handout.foot else []
    if handout.sample and handout.foot:
        said.append(_sample(handout.reader))
    return f"<footer><p>{'. '.join(words(line) for line in said)}</p></footer>" if said else ""


def _sample(reader: Reader) -> str:
    """What is said of a sample; pupils read it in their lesson's language until a translation is reviewed."""
    if reader is Reader.PUPILS:
        with class_words():
            return tr("Sample")
    return tr("This is our own sample lesson, not the IWF’s.")


def _style(handout: Handout, fonts: Path | None, theme: str) -> str:
    chosen = theme_named(theme)
    dark = chosen if chosen.dark else themes()[_DARK]
    colours = (
        f":root {{ {_roles(chosen)} }}",
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_roles(dark)} }} }}",
        f"@page {{ size: {handout.paper.value.upper()}{' landscape' if handout.landscape else ''}; }}",
    )
    return "\n".join((_faces(handout.lettering, fonts), *colours, _lettering(handout.lettering), _sheet()))


def _roles(theme: Theme) -> str:
    roles = {
        "ground": theme.ground,
        "paper": theme.paper,
        "ink": theme.ink,
        "quiet": theme.quiet,
        "accent": theme.accent,
        "on-accent": theme.on_accent,
        "warm": theme.warm,
        "line-colour": theme.line,
    }
    return " ".join(f"--{role}: {value};" for role, value in roles.items())


def _lettering(letters: Lettering) -> str:
    name = TYPEFACES.get(letters.typeface, TYPEFACES[DEFAULT_TYPEFACE])
    size = max(1.0, letters.size_pt / _USUAL_PT)
    return (
        f':root {{ --typeface: "{name}", Verdana, "Segoe UI", sans-serif; '
        f"--size: {size:.3f}rem; --line: {max(1.4, letters.line_spacing):.2f}; "
        f"--letter: {letters.letter_spacing:.3f}em; --word: {letters.word_spacing:.3f}em; }}"
    )


def _faces(letters: Lettering, fonts: Path | None) -> str:
    if fonts is None:
        return ""
    name = TYPEFACES.get(letters.typeface, TYPEFACES[DEFAULT_TYPEFACE])
    found = (_face(fonts, name, style, weight) for style, weight in (("Regular", 400), ("Bold", 700)))
    return "\n".join(face for face in found if face)


def _face(fonts: Path, name: str, style: str, weight: int) -> str:
    stem = f"{name.replace(' ', '')}-{style}"
    for ending, kind in _FONT_FILES.items():
        path = fonts / f"{stem}.{ending}"
        if path.is_file():
            data = base64.b64encode(path.read_bytes()).decode("ascii")
            return (
                f'@font-face {{ font-family: "{name}"; font-weight: {weight}; '
                f"src: url(data:{kind};base64,{data}); }}"
            )
    return ""


@cache
def _sheet() -> str:
    return (files("lesson_player.handouts.web") / "page.css").read_text(encoding="utf-8")
