"""The lesson in PowerPoint: titles, real text, alt text, notes, reading order, the class screen's look."""

from __future__ import annotations

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Pptx
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import _Run

from lesson_player.handouts.blocks import Card, Picture, PictureLine
from lesson_player.handouts.slides.deck import Deck, DeckSlide, NoteGroup, Section
from lesson_player.handouts.slides.fit import GAP, body_height, fitted, picture_side, row_height, sizes
from lesson_player.handouts.slides.from_lesson import lesson_deck
from lesson_player.handouts.slides.powerpoint import powerpoint
from lesson_player.handouts.source import HandoutSource
from lesson_player.model.appearance import Appearance
from lesson_player.model.lesson import Wording
from tests.support.drawn_pictures import DrawnPictures
from tests.support.small_lesson import SECRET, bundle

WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=14), min_size=1, max_size=40).map(" ".join)
LINES = st.lists(st.builds(PictureLine, WORDS, st.none() | st.just(Picture("sun", "A sun"))), min_size=1)


def source(**look: object) -> HandoutSource:
    made = bundle()
    return HandoutSource(
        bundle=made,
        lesson=made.lesson,
        wording=Wording.STANDARD,
        version_title="As written",
        appearance=Appearance(**look),
    )


@cache
def small_file() -> bytes:
    return powerpoint(lesson_deck(source()), DrawnPictures("sun", "maya"))


def opened(data: bytes) -> Pptx:
    return Presentation(io.BytesIO(data))


@pytest.fixture
def made() -> Pptx:
    return opened(small_file())


def texts(slide: Slide) -> list[str]:
    """All text of a slide, in the order in which it is read."""
    return [words(shape) for shape in slide.shapes if shape.has_text_frame]


def words(shape: BaseShape) -> str:
    return str(shape.text_frame.text) if isinstance(shape, Shape) else ""


def alts(slide: Slide) -> list[str]:
    return [
        shape.element.xpath(".//p:cNvPr")[0].get("descr") for shape in slide.shapes if shape.shape_type == 13
    ]


def one_slide(slide: DeckSlide, *names: str) -> Slide:
    deck = Deck(title="T", language="en-GB", sections=(Section("S", (slide,)),), appearance=Appearance())
    slides: list[Slide] = list(opened(powerpoint(deck, DrawnPictures(*names))).slides)
    return slides[0]


def test_every_slide_has_a_title_in_its_place_and_it_is_read_first(made: Pptx) -> None:
    assert len(made.slides) > 8
    for slide in made.slides:
        first = slide.shapes[0]
        assert first.placeholder_format.type in {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
        assert words(first).strip()


def test_slides_are_as_wide_as_a_board(made: Pptx) -> None:
    assert made.slide_width is not None
    assert made.slide_height is not None
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9, abs=0.001)


def test_notes_are_in_the_notes_and_nowhere_else(made: Pptx) -> None:
    notes = [slide.notes_slide.notes_text_frame for slide in made.slides if slide.has_notes_slide]
    told = "\n".join(frame.text for frame in notes if frame is not None)
    assert "Say\n" in told
    assert SECRET in told
    assert SECRET not in "\n".join(text for slide in made.slides for text in texts(slide))


def test_words_and_pictures_stand_in_the_order_of_reading() -> None:
    lines = (
        PictureLine("First **strong** words.", Picture("sun", "A sun"), lead="Sun"),
        PictureLine("Then these.", Picture("moon", "A moon")),
    )
    slide = one_slide(DeckSlide(title="A title", lines=lines), "sun", "moon")
    order = [shape.element.xpath(".//p:cNvPr")[0].get("descr") or words(shape) for shape in slide.shapes]
    assert order[:5] == ["A title", "A sun", "Sun First strong words.", "A moon", "Then these."]
    strong = [run.text for shape in slide.shapes if isinstance(shape, Shape) for run in _bold_runs(shape)]
    assert "strong" in strong


def _bold_runs(shape: Shape) -> list[_Run]:
    return [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs if run.font.bold]


def test_choices_are_cards_with_their_words_in_them() -> None:
    cards = tuple(Card(f"Answer {name}", Picture("sun", f"Sun {name}")) for name in "abcd")
    slide = one_slide(DeckSlide(title="Which?", cards=cards), "sun")
    assert [text for text in texts(slide) if "Answer" in text] == [
        f"{n}. Answer {name}" for n, name in enumerate("abcd", start=1)
    ]
    assert alts(slide) == [f"Sun {name}" for name in "abcd"]


def test_a_picture_without_words_is_marked_as_decoration() -> None:
    slide = one_slide(DeckSlide(title="T", lines=(PictureLine("Words.", Picture("sun", "")),)), "sun")
    assert alts(slide) == [""]
    assert b"decorative" in slide.part.blob


def test_a_missing_picture_has_its_words_in_a_box() -> None:
    slide = one_slide(DeckSlide(title="T", lines=(PictureLine("Words.", Picture("gone", "A lost dog")),)))
    assert "A lost dog" in texts(slide)
    assert alts(slide) == []


def test_nothing_lies_outside_the_slide(made: Pptx) -> None:
    assert made.slide_width is not None
    assert made.slide_height is not None
    for slide in made.slides:
        for shape in slide.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= made.slide_width, shape.name
            assert 0 <= shape.top <= shape.top + shape.height <= made.slide_height, shape.name


def test_colours_and_typeface_are_those_of_the_version() -> None:
    data = powerpoint(lesson_deck(source(theme="yellow-on-black", font="lexend")), DrawnPictures())
    with ZipFile(io.BytesIO(data)) as file:
        theme = file.read("ppt/theme/theme1.xml").decode()
        master = file.read("ppt/slideMasters/slideMaster1.xml").decode()
    assert 'latin typeface="Lexend"' in theme
    assert theme.index("000000") < theme.index("FFFF00")
    assert 'bg1="dk1"' in master
    assert 'tx1="lt1"' in master


def test_a_section_for_each_sitting_and_no_name_of_anybody(made: Pptx) -> None:
    lesson = bundle().lesson
    with ZipFile(io.BytesIO(small_file())) as file:
        names = file.namelist()
        whole = file.read("ppt/presentation.xml").decode()
        links = b"".join(file.read(name) for name in file.namelist() if name.endswith(".rels"))
    for title in (lesson.title, *(sitting.title for sitting in lesson.sittings)):
        assert f'name="{title}"' in whole
    assert b'TargetMode="External"' not in links
    assert [name for name in names if "thumbnail" in name or "printer" in name] == []
    about = made.core_properties
    assert (about.title, about.language, about.author) == (lesson.title, lesson.language, "")


def test_all_text_says_its_language(made: Pptx) -> None:
    for slide in made.slides:
        for run in slide.shapes._spTree.xpath(".//a:r/a:rPr"):
            assert run.get("lang") == "en-GB"


def test_work_can_be_stopped() -> None:
    class Stop(Exception):
        pass

    def stop(share: float) -> None:
        if share > 0.3:
            raise Stop

    with pytest.raises(Stop):
        powerpoint(lesson_deck(source()), DrawnPictures("sun"), stop)


@given(LINES, WORDS, st.sampled_from([80, 100, 150, 200]), st.sampled_from(["atkinson", "opendyslexic"]))
def test_rows_have_room_and_none_is_lost(
    lines: list[PictureLine], title: str, percent: int, font: str
) -> None:
    at = sizes(Appearance(text_percent=percent, font=font))
    parts = fitted(DeckSlide(title=title[:60], lines=tuple(lines)), at)
    assert [line for part in parts for line in part.lines] == lines
    for part in parts:
        room = body_height(part.title, at)
        side = picture_side(len(part.lines), room)
        tall = sum(max(row_height(line, at, side), side if line.picture else 0) for line in part.lines)
        assert len(part.lines) == 1 or tall + GAP * (len(part.lines) - 1) <= room + 1
        assert len(part.lines) <= 3


@settings(max_examples=15)
@given(st.text(st.characters(codec=None), min_size=1, max_size=30))
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    slide = DeckSlide(
        title=text,
        lines=(PictureLine(text, Picture("sun", text), lead=text),),
        notes=(NoteGroup(text, (text,)),),
    )
    deck = Deck(
        title=text, language=text, sections=(Section(text, (slide,)),), footer=text, appearance=Appearance()
    )
    assert len(opened(powerpoint(deck, DrawnPictures("sun"))).slides) == 1


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice opens the file as a teacher does")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler reads what LibreOffice shows")
def test_libreoffice_shows_all_words(tmp_path: Path) -> None:
    (tmp_path / "lesson.pptx").write_bytes(small_file())
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "lesson.pptx")], check=True, capture_output=True, timeout=180)
    shown = subprocess.run(
        ["pdftotext", tmp_path / "lesson.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    for slide in opened(small_file()).slides:
        for word in " ".join(texts(slide)).split():
            assert word in shown.split()
