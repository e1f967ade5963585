"""Help inside the program: found, read and searched by keyboard, and nothing comes from outside."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument

from lesson_player.control.commands import table
from lesson_player.ui.help.guide import GUIDES, guide, picture, search
from lesson_player.ui.widgets.key_names import key_name
from tests.support.probes import accessible, name_of
from tests.ui.conftest import Presenter

PICTURES_TOGETHER = 600_000


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_has_sections_with_words_and_names_no_place_outside(name: str) -> None:
    made = guide(name)
    assert len(made.sections) >= 6
    assert all(section.heading and section.text for section in made.sections)
    assert "://" not in made.markdown
    assert "www." not in made.markdown
    assert "<" not in made.markdown


def test_every_picture_is_there_with_words_for_those_who_do_not_see_it(dressed: None) -> None:
    cited = {file: words for name in GUIDES for file, words in guide(name).pictures}
    assert len(cited) >= 5
    assert all(len(words.split()) >= 5 for words in cited.values())
    assert all(not QImage.fromData(picture(file)).isNull() for file in cited)
    assert sum(len(picture(file)) for file in cited) <= PICTURES_TOGETHER
    for name in GUIDES:
        for _, words in guide(name).pictures:
            assert f"Picture: {words}." in guide(name).shown()


def test_no_picture_lies_about_that_no_guide_shows() -> None:
    from importlib.resources import files

    cited = {file for name in GUIDES for file, _ in guide(name).pictures}
    there = {each.name for each in (files("lesson_player.ui.help") / "pictures").iterdir()}
    assert {name for name in there if name.endswith(".png")} == cited


def test_a_key_that_a_guide_names_is_one() -> None:
    known = {key_name(key) for command in table() for key in command.keys}
    known |= {"Ctrl +", "Ctrl −", "comma"}
    named = {key for name in GUIDES for key in re.findall(r"\*\*(\S{1,3}|Ctrl .)\*\*", guide(name).markdown)}
    assert named - known == set()


def test_a_search_finds_sections_of_all_guides_headings_first() -> None:
    found = search("film")
    assert {section.guide for section in found} == set(GUIDES)
    headed = ["film" in section.heading.lower() for section in found]
    assert headed == sorted(headed, reverse=True)
    assert search("LOGS")[0].heading == "Logs"
    assert search("zebra") == ()
    assert search("  ") == ()


def test_f3_opens_it_and_a_word_and_enter_lead_to_the_place(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter()
    probe.key(Qt.Key.Key_F3)
    sheet = window.sheets.help
    assert probe.focus() is sheet.field
    probe.type("safeguarding")
    assert sheet.sections.count() == len(search("safeguarding"))
    probe.key(Qt.Key.Key_Down)
    heading = search("safeguarding")[1].heading
    assert sheet.browser.textCursor().block().text() == heading
    assert len(sheet.browser.extraSelections()) >= 1
    assert fake.asked == [("run", "help")], "letters were letters"
    probe.key(Qt.Key.Key_Escape)
    assert sheet.isVisible(), "first the search is left"
    assert sheet.browser.extraSelections() == []
    probe.key(Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_everything_is_reached_by_tab_and_sections_show_at_once(presenter: Callable[..., Presenter]) -> None:
    window, _, probe = presenter()
    probe.key(Qt.Key.Key_F3)
    sheet = window.sheets.help
    sheet.tabs["technician"].setFocus(Qt.FocusReason.TabFocusReason)
    probe.key(Qt.Key.Key_Space)
    assert "make run" in sheet.browser.toPlainText()
    sheet.sections.setFocus(Qt.FocusReason.TabFocusReason)
    probe.key(Qt.Key.Key_Down)
    probe.key(Qt.Key.Key_Down)
    assert sheet.browser.textCursor().block().text() == "Check a computer"
    probe.key(Qt.Key.Key_Return)
    assert probe.focus() is sheet.browser
    stops = probe.tab_stops()
    assert {*sheet.tabs.values(), sheet.field, sheet.sections, sheet.browser, *sheet.foot()} <= set(stops)


def test_while_it_is_read_a_clicker_still_goes_on(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter()
    probe.key(Qt.Key.Key_F3)
    sheet = window.sheets.help
    sheet.browser.setFocus(Qt.FocusReason.TabFocusReason)
    before = sheet.browser.textCursor().position()
    probe.key(Qt.Key.Key_Down)
    assert sheet.browser.textCursor().position() != before
    probe.key(Qt.Key.Key_PageDown)
    assert fake.asked == [("run", "help"), ("run", "next")]


def test_nothing_is_loaded_but_the_pictures_of_the_guides(presenter: Callable[..., Presenter]) -> None:
    window, _, _ = presenter()
    browser = window.sheets.help.browser
    kind = QTextDocument.ResourceType.ImageResource.value
    for name in ("http://example.org/x.png", "file:///etc/hostname", "../help/guide.py", "/etc/hostname"):
        found = browser.loadResource(kind, QUrl(name))
        assert isinstance(found, QImage)
        assert found.isNull(), name
    assert browser.loadResource(QTextDocument.ResourceType.HtmlResource.value, QUrl("teacher.md")) is None
    assert not browser.openLinks()
    assert not browser.openExternalLinks()


@pytest.mark.parametrize("size", [(1366, 768), (683, 384), (455, 256)])
def test_it_is_whole_at_every_size(presenter: Callable[..., Presenter], size: tuple[int, int]) -> None:
    window, _, probe = presenter(None, *size)
    probe.key(Qt.Key.Key_F3)
    sheet = window.sheets.help
    for part in (*sheet.tabs.values(), sheet.field, sheet.browser, *sheet.foot()):
        part.setFocus(Qt.FocusReason.TabFocusReason)
        sheet._scroll.ensureWidgetVisible(part)
        probe.settle()
        seen = part.visibleRegion().boundingRect()
        assert seen.width() == part.width() or part is sheet.browser, name_of(accessible(part))
        assert seen.height() >= min(part.height(), 60), name_of(accessible(part))
    places = [QRect(each.mapTo(sheet, QPoint(0, 0)), each.size()) for each in sheet.tabs.values()]
    assert not any(one.intersects(other) for one, other in pairwise(places))
    assert sheet.browser.height() >= 60
    assert sheet.browser.horizontalScrollBar().maximum() == 0
