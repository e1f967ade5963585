"""The deck's own look: colours and typeface of the class screen as the theme of the file, two layouts, 16:9.

Everything that a slide shows takes its colour and its typeface from the theme, so a teacher changes both for
all slides at once, in "Design".
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from lesson_player.handouts.safe_text import safe
from lesson_player.handouts.slides.fit import HEIGHT, SIDE, TOP, WIDTH, Sizes
from lesson_player.handouts.slides.markup import add, kind_of, placeholders
from lesson_player.model.theme import theme_named
from lesson_player.model.typeface import DEFAULT_TYPEFACE, TYPEFACES

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Pptx
    from pptx.shapes.autoshape import Shape
    from pptx.slide import SlideLayout, SlideMaster

    from lesson_player.handouts.slides.deck import Deck
    from lesson_player.model.theme import Theme

_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_STRANGE: Final = frozenset({"thumbnail", "printerSettings", "extended-properties"})
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OPENS, _TITLED = 0, 5
"""The layouts of python-pptx's own file that are kept: a title slide, and a title above free room."""
_TITLE, _SUBTITLE, _DATE, _FOOTER, _NUMBER = "title", "subTitle", "dt", "ftr", "sldNum"


def begin(deck: Deck, at: Sizes) -> Pptx:
    """A file without slides that has the deck's theme, sizes and language."""
    made = Presentation()
    made.slide_width, made.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for index, layout in reversed(list(enumerate(made.slide_layouts))):
        if index not in {_OPENS, _TITLED}:
            made.slide_layouts.remove(layout)
    theme = theme_named(deck.appearance.theme)
    _set_theme(made.slide_master, theme, TYPEFACES.get(deck.appearance.font, TYPEFACES[DEFAULT_TYPEFACE]))
    _set_master(made.slide_master, at)
    for layout in made.slide_layouts:
        _set_layout(layout, at)
    _leave_out(made)
    about = made.core_properties
    about.title, about.language = safe(deck.title)[:255], safe(deck.language)[:255]
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None)
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    return made


def opening_layout(made: Pptx) -> SlideLayout:
    """The layout of the lesson's and each sitting's first slide."""
    return made.slide_layouts[0]


def titled_layout(made: Pptx) -> SlideLayout:
    """The layout of all other slides."""
    return made.slide_layouts[1]


def _leave_out(made: Pptx) -> None:
    """Take out what python-pptx's own file brings: a small picture, a printer, and what it was made with."""
    for holder in (made.part, made.part.package):
        rels = holder._rels  # noqa: SLF001 - python-pptx has no name for taking these out
        for key in [key for key, rel in rels.items() if rel.reltype.rpartition("/")[2] in _STRANGE]:
            rels.pop(key)


def _set_theme(master: SlideMaster, theme: Theme, typeface: str) -> None:
    part = master.part.part_related_by(_THEME)
    root = parse_xml(part.blob)
    root.set("name", theme.title)
    dark, light = (theme.ground, theme.ink) if theme.dark else (theme.ink, theme.ground)
    roles = {
        "dk1": dark,
        "lt1": light,
        "dk2": theme.paper if theme.dark else theme.quiet,
        "lt2": theme.quiet if theme.dark else theme.paper,
        "accent1": theme.accent,
        "accent2": theme.warm,
        "accent3": theme.soft,
        "accent4": theme.line,
        "accent5": theme.mark,
        "accent6": theme.quiet,
        "hlink": theme.accent,
        "folHlink": theme.quiet,
    }
    scheme = root.find(f".//{_A}clrScheme")
    scheme.set("name", theme.title)
    for role, value in roles.items():
        slot = scheme.find(f"{_A}{role}")
        for old in list(slot):
            slot.remove(old)
        add(slot, "a:srgbClr", val=value.removeprefix("#"))
    for kind in ("majorFont", "minorFont"):
        root.find(f".//{_A}{kind}/{_A}latin").set("typeface", typeface)
    part.blob = serialize_part_xml(root)
    names = ("dk1", "lt1", "dk2", "lt2") if theme.dark else ("lt1", "dk1", "lt2", "dk2")
    for name, role in zip(("bg1", "tx1", "bg2", "tx2"), names, strict=True):
        master.element.find(qn("p:clrMap")).set(name, role)


def _set_master(master: SlideMaster, at: Sizes) -> None:
    _place(master, at)
    style = master.element.find(f"{qn('p:txStyles')}/{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    letters = style.find(qn("a:defRPr"))
    letters.set("sz", str(int(at.heading * 100)))
    letters.set("b", "1")


def _set_layout(layout: SlideLayout, at: Sizes) -> None:
    _place(layout, at, opens=any(kind_of(shape) == _SUBTITLE for shape in placeholders(layout)))


def _place(holder: SlideMaster | SlideLayout, at: Sizes, *, opens: bool = False) -> None:
    """Put the placeholders where a 16:9 slide has them; the date is taken out."""
    for shape in placeholders(holder):
        kind = kind_of(shape)
        if kind == _DATE:
            shape.element.getparent().remove(shape.element)
            continue
        left, top, width, height = _PLACES_OPENING[kind] if opens else _PLACES[kind]
        shape.left, shape.top, shape.width, shape.height = (Pt(each) for each in (left, top, width, height))
        body = shape.text_frame._txBody.bodyPr  # noqa: SLF001 - python-pptx has no name for these
        for margin in ("lIns", "rIns", "tIns", "bIns"):
            body.set(margin, "0")
        if kind in {"title", "ctrTitle"}:
            body.set("anchor", "b" if opens else "t")
        for paragraph in shape.text_frame.paragraphs:
            paragraph.alignment = PP_ALIGN.RIGHT if kind == _NUMBER else PP_ALIGN.LEFT
        if kind in {_FOOTER, _NUMBER, _SUBTITLE}:
            _set_letters(shape, at.small if kind != _SUBTITLE else at.body, right=kind == _NUMBER)


def _set_letters(shape: Shape, size: float, *, right: bool) -> None:
    """The size, colour and side of a placeholder's own text."""
    styles = shape.text_frame._txBody.find(qn("a:lstStyle"))  # noqa: SLF001 - as above
    for old in list(styles):
        styles.remove(old)
    level = add(styles, "a:lvl1pPr", algn="r" if right else "l", marL="0", indent="0")
    add(level, "a:buNone")
    letters = add(level, "a:defRPr", sz=str(int(size * 100)))
    add(add(letters, "a:solidFill"), "a:schemeClr", val="accent6")


_FOOT_TOP = HEIGHT - TOP - 14
_PLACES: Final = {
    "title": (SIDE, TOP, WIDTH - 2 * SIDE, 110),
    "body": (SIDE, 150, WIDTH - 2 * SIDE, 330),
    _FOOTER: (SIDE, _FOOT_TOP, WIDTH - 2 * SIDE - 120, 24),
    _NUMBER: (WIDTH - SIDE - 100, _FOOT_TOP, 100, 24),
}
_HALF = WIDTH / 2
_PLACES_OPENING: Final = {
    **_PLACES,
    "ctrTitle": (SIDE, 90, _HALF - SIDE, 200),
    _SUBTITLE: (SIDE, 306, _HALF - SIDE, 120),
}
