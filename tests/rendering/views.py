"""Slides and class views for the tests of this room."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPainter

from lesson_player.model.appearance import Appearance
from lesson_player.model.captions import Cue, Span
from lesson_player.model.slide import (
    Card,
    ClassView,
    FilmPicture,
    NowNext,
    PictureRef,
    Row,
    ScreenKind,
    Slide,
    SlideLayout,
)

FACE = PictureRef(id="face", alt="A round face")
HOUSE = PictureRef(id="house", alt="A small house")


def rows_slide(*texts: str, heading: str = "What Maya can do", shown: int = 99, current: int = -1) -> Slide:
    rows = tuple(
        Row(id=f"row-{n}", text=text, picture=(FACE, HOUSE)[n % 2], shown=n < shown, current=n == current)
        for n, text in enumerate(texts)
    )
    return Slide(id="rows", layout=SlideLayout.ROWS, heading=heading, rows=rows)


def cards_slide(
    *texts: str, chosen: int = -1, reply: str = "", heading: str = "How does Maya feel now?"
) -> Slide:
    cards = tuple(
        Card(id=f"card-{n}", number=n + 1, text=text, picture=(FACE, HOUSE)[n % 2], chosen=n == chosen)
        for n, text in enumerate(texts)
    )
    return Slide(id="cards", layout=SlideLayout.CARDS, heading=heading, cards=cards, reply=reply)


CALM = Slide(
    id="calm",
    layout=SlideLayout.CALM,
    heading="We breathe slowly",
    rows=(Row(id="in", text="Breathe in."), Row(id="out", text="Breathe out.")),
    picture=FACE,
)
TITLE = Slide(id="title", layout=SlideLayout.TITLE, heading="Maya’s story", picture=HOUSE)
CAMPAIGN = rows_slide(
    "Maya does not answer the message.",
    "Maya tells a person she **trusts**.",
    "They block and report together.",
    shown=2,
    current=1,
)
FEELINGS = cards_slide("Happy", "Worried", "Angry", "I do not know")
WORRIED = cards_slide(
    "Happy", "Worried", "Angry", "I do not know", chosen=1, reply="Yes. It is good to tell someone."
)


def view(slide: Slide, appearance: Appearance | None = None, **changes: object) -> ClassView:
    whole: dict[str, object] = {
        "screen": ScreenKind.SLIDE,
        "slide": slide,
        "appearance": appearance or Appearance(),
        "footer": "It is never Maya’s fault.",
        "now_next": NowNext(now="Talk together", next="Who can help?"),
        "step_number": 4,
        "step_count": 7,
        "sample": "Sample",
    }
    return ClassView.model_validate(whole | changes)


def film_view(appearance: Appearance | None = None, *, status: str = "playing", **film: object) -> ClassView:
    whole = {"film": "sample", "version": "film", "status": status, "title": "Maya’s story"} | film
    return view(TITLE, appearance, screen=ScreenKind.FILM, film=FilmPicture.model_validate(whole))


def cue(*lines: str, voice: str = "Maya") -> Cue:
    return Cue(start_s=0, end_s=3, lines=tuple((Span(text=line, voice=voice),) for line in lines))


def frame(width: int = 640, height: int = 360) -> QImage:
    """A film frame whose left half is red and whose right half is blue."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#C03030"))
    painter = QPainter(image)
    painter.fillRect(width // 2, 0, width - width // 2, height, QColor("#3030C0"))
    painter.end()
    return image


def signed_frame() -> QImage:
    """A frame of the signed version: green where the signer is, red and blue around."""
    image = frame()
    painter = QPainter(image)
    painter.fillRect(384, 36, 192, 288, QColor("#30A030"))
    painter.end()
    return image
