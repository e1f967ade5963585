"""Paper in grey: no colour is left, in drawings, bitmaps or text."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, qAlpha

from lesson_player.application.handout_drawings import LessonDrawings
from lesson_player.application.handout_grey import GreyDrawings, in_ink
from lesson_player.formats.bundle import load_bundle
from lesson_player.handouts.blocks import Figure, Heading, Note, Paragraph, Picture, Tone
from lesson_player.handouts.handout import Handout, Ink, Reader
from lesson_player.handouts.pictures import Drawing
from lesson_player.handouts.typst_pdf import to_pdf
from lesson_player.rendering.fonts import FONT_FOLDER
from lesson_player.rendering.pdf_pages import PdfPages
from tests.support.drawn_pictures import DrawnPictures
from tests.support.source_tree import REPOSITORY


def coloured(image: QImage) -> int:
    """How many of every third pixel have a colour."""
    places = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return sum(image.pixelColor(x, y).saturation() > 6 for x, y in places if qAlpha(image.pixel(x, y)))


def test_a_page_in_grey_has_no_colour_and_one_in_colour_has() -> None:
    bundle, _ = load_bundle(REPOSITORY / "lessons" / "mayas-story", [REPOSITORY / "media"])
    assert bundle is not None
    page = Handout(
        id="x",
        kind="x",
        title="Grey",
        language="en-GB",
        reader=Reader.PUPILS,
        blocks=(
            Heading("A part"),
            Note((Paragraph("Words."),), "Look", Tone.CARE),
            Figure(Picture("maya", "Maya")),
        ),
    )
    found = {}
    for ink in Ink:
        drawings = in_ink(LessonDrawings(bundle), ink)
        image = PdfPages(to_pdf(page, drawings, FONT_FOLDER, ink).data).image(0, 200)
        found[ink] = coloured(image)
    assert found[Ink.GREY] == 0
    assert found[Ink.COLOUR] > 100


def test_a_drawing_that_names_its_colours_is_drawn_in_grey() -> None:
    class Named(DrawnPictures):
        def drawing(self, picture_id: str) -> Drawing | None:
            return Drawing(b'<svg><path fill="red"/></svg>', ".svg") if picture_id in self.names else None

        def bitmap(self, picture_id: str, side: int = 4) -> bytes | None:
            if picture_id not in self.names:
                return None
            image, buffer = QImage(side, side, QImage.Format.Format_RGB32), QBuffer()
            image.fill(Qt.GlobalColor.red)
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            image.save(buffer, "PNG")  # type: ignore[call-overload,unused-ignore]
            return bytes(buffer.data().data())

    drawn = Named("sun").bitmap("sun", 9)
    assert drawn is not None
    assert coloured(QImage.fromData(drawn)) == 9
    grey = GreyDrawings(Named("sun"))
    found = grey.drawing("sun")
    assert found is not None
    assert found.suffix == ".png"
    assert coloured(QImage.fromData(found.data)) == 0
    assert grey.drawing("gone") is None
    assert grey.bitmap("gone") is None
