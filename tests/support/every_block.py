"""One handout with a block of every kind, for renderers."""

from __future__ import annotations

from lesson_player.handouts.blocks import (
    Board,
    Bullets,
    Card,
    CardGrid,
    ChoiceBoxes,
    CutSheet,
    Fields,
    Figure,
    Framed,
    Gallery,
    Heading,
    Initial,
    Initials,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    PictureLine,
    Said,
    Size,
    Table,
    Together,
    Tone,
    Transcript,
    TranscriptRow,
    WritingSpace,
)
from lesson_player.handouts.handout import Handout, Reader

SUN = Picture("sun", "A sun")
CARDS = tuple(Card(f"Card {name}", SUN) for name in "abcd")
TRANSCRIPT = Transcript(
    (
        TranscriptRow(0.0, "The beginning", said=Said.CHAPTER),
        TranscriptRow(1.5, "Hello.", "Maya"),
        TranscriptRow(65.0, "She draws a dog.", said=Said.DESCRIBED),
    )
)


def every_block(*, text: str = "Some **strong** words.") -> Handout:
    """With *text* in it wherever words stand in a paragraph."""
    return Handout(
        id="every-block",
        kind="every-block",
        title="Every block",
        language="en-GB",
        reader=Reader.PUPILS,
        subtitle="All that a page can hold",
        foot="Every block",
        sample=True,
        blocks=(
            Paragraph(text, Size.LEAD),
            Heading("A part"),
            PictureLine(text, SUN, lead="Sun", contact="0800 1111"),
            PictureLine(text, Picture("gone", "A lost dog")),
            Figure(SUN),
            Heading("Below it", 3),
            Bullets(("One", "Two")),
            Bullets(("First", "Second"), ordered=True),
            Bullets(("Done", "Not done"), boxes=True),
            Initials((Initial("T", "Tell", text),)),
            PageBreak(),
            Heading("Cards"),
            CardGrid(CARDS),
            Gallery(CARDS),
            Board(("Now", "Next")),
            ChoiceBoxes(CARDS),
            WritingSpace(3, "What helps?", "It can help to"),
            WritingSpace(0, "Draw it"),
            Fields(("Date", "Place")),
            Table(("Who", "When"), (("Maya", "Monday"),), caption="A plan"),
            Note((Paragraph(text),), "It is never your fault", Tone.KEY),
            Note((Paragraph(text),), tone=Tone.CARE),
            Together((Paragraph(text, Size.SMALL),)),
            TRANSCRIPT,
            CutSheet(((Heading("A card", 3), Paragraph(text)), (Paragraph(text),))),
            Framed((Heading("Well done"), Paragraph(text), Figure(SUN, 0.3))),
        ),
    )
