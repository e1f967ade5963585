"""The teacher's window at the sizes of school computers: nothing cut off, the safe buttons always in view."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from lesson_player.model.slide import ScreenKind
from lesson_player.rendering.layout import lay_out
from lesson_player.teaching.views import TeacherView
from lesson_player.ui.presenter.window import PresenterWindow
from lesson_player.ui.widgets.word_button import WordButton
from tests.support.teacher_views import class_view, film_view, long_view, rows_slide, teacher_view
from tests.ui.conftest import Presenter

SCREENS = [(1366, 768), (1280, 720)]
WHOLE = [(w, h, s) for w, h in SCREENS for s in (1.0, 1.25, 1.5)]
FOLDED = [(w, h, s) for w, h in SCREENS for s in (2.0, 3.0)]
VIEWS = {
    "long": long_view(),
    "rows": teacher_view(),
    "film": film_view(),
    "message": teacher_view(
        messages=("The BSL film is shorter than the film by 14 s. Check part 2 before class.",)
    ),
}


def inside(window: QWidget, widget: QWidget) -> QRect:
    """The part of a widget that can be seen, in the window's own coordinates."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, seen.topLeft()), seen.size())


def cut_off(window: PresenterWindow) -> list[str]:
    """Everything visible that has less room than its words need."""
    buttons = [each for each in window.findChildren(WordButton) if each.isVisible()]
    found = [each.text() for each in buttons if each.width() < each.minimumSizeHint().width()]
    for words in window.findChildren(QLabel):
        if not words.isVisible() or not words.text():
            continue
        need = words.heightForWidth(words.width()) if words.wordWrap() else words.sizeHint().height()
        wide = 0 if words.wordWrap() else words.sizeHint().width()
        if words.height() < need or words.width() < wide:
            found.append(f"{words.text()}: {words.width()}x{words.height()}, needs {wide}x{need}")
    return found


def overlaps(window: PresenterWindow) -> list[tuple[str, str]]:
    """Pairs of buttons that stand on one another."""
    shown = [each for each in window.findChildren(WordButton) if each.isVisible()]
    places = [(each.text(), QRect(each.mapTo(window, QPoint(0, 0)), each.size())) for each in shown]
    return [
        (one, other)
        for at, (one, first) in enumerate(places)
        for other, second in places[at + 1 :]
        if first.intersects(second)
    ]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize(("width", "height", "scale"), WHOLE)
def test_it_is_whole_up_to_150_per_cent(
    presenter: Callable[..., Presenter], view: TeacherView, width: int, height: int, scale: float
) -> None:
    window, _, _ = presenter(view, round(width / scale), round(height / scale))
    assert window.body.folded is False or view.messages
    assert window.size() == QSize(round(width / scale), round(height / scale))
    assert cut_off(window) == []
    assert overlaps(window) == []
    if not window.body.folded:
        for button in window.findChildren(WordButton):
            if button.isVisible():
                assert inside(window, button).size() == button.size(), button.text()
        assert window.parts.now.now.height() >= 80
        assert window.body.middle.horizontalScrollBar().maximum() == 0, "something is cut off at the side"
        if not view.messages and view != VIEWS["long"]:
            assert window.body.middle.verticalScrollBar().maximum() == 0, "not whole"


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize(("width", "height", "scale"), FOLDED)
def test_beyond_it_folds_and_keeps_the_safe_buttons_in_view(
    presenter: Callable[..., Presenter], view: TeacherView, width: int, height: int, scale: float
) -> None:
    window, _, probe = presenter(view, round(width / scale), round(height / scale))
    assert window.body.folded
    assert cut_off(window) == []
    for words in ("Next", "Hide", "Calm"):
        button = probe.button(words)
        assert inside(window, button).size() == button.size(), words
    bar = window.body.stacked.verticalScrollBar()
    assert bar.maximum() > 0
    strip = window.body.stacked.widget()
    assert strip is not None
    assert strip.width() <= window.body.stacked.viewport().width(), "something is cut off at the side"
    window.body.stacked.ensureWidgetVisible(window.parts.bar.lesson)
    probe.settle()
    assert inside(window, probe.button("End")).size() == probe.button("End").size()


def test_the_bottom_row_takes_two_lines_and_one_again(presenter: Callable[..., Presenter]) -> None:
    window, _, probe = presenter()
    heights = []
    for width in (1366, 900, 1366):
        window.resize(width, 768)
        probe.settle()
        heights.append(window.parts.bar.height())
        assert overlaps(window) == []
        assert cut_off(window) == []
    assert heights[1] > heights[0] == heights[2]


def test_it_unfolds_again(presenter: Callable[..., Presenter]) -> None:
    window, _, probe = presenter(teacher_view(), 600, 400)
    folded = window.body.folded
    assert folded
    window.resize(1366, 768)
    probe.settle()
    assert not window.body.folded
    assert cut_off(window) == []
    assert overlaps(window) == []
    assert inside(window, probe.button("Keys")).size() == probe.button("Keys").size()


def test_the_picture_of_the_class_screen_is_true(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter()
    picture = window.parts.now.now
    assert picture.class_view == fake.view.class_view
    assert picture.width() / picture.height() == pytest.approx(1920 / 1080, rel=0.01)
    fake.show(teacher_view(class_view=class_view(rows_slide(3))))
    probe.settle()
    assert picture.class_view == class_view(rows_slide(3))


def test_the_preview_takes_on_the_class_screens_shape(presenter: Callable[..., Presenter]) -> None:
    window, _, probe = presenter()
    window.set_class_screen("Class screen: old board, 1024 × 768", QSize(1024, 768))
    probe.settle()
    picture = window.parts.now.now
    assert picture.width() / picture.height() == pytest.approx(4 / 3, rel=0.01)


def test_it_says_where_the_lesson_stands(presenter: Callable[..., Presenter]) -> None:
    _, _, probe = presenter()
    words = probe.texts()
    for part in (
        "Maya’s story",
        "Sample film",
        "line 2 of 3",
        "Show line 3",
        "Then: Film, part 2",
        "Sound 60 %",
    ):
        assert part in words
    assert "Class screen: board, 1920 × 1080" in words


def test_notes_are_there_in_their_order_and_as_text(presenter: Callable[..., Presenter]) -> None:
    window, fake, _ = presenter()
    text = window.parts.notes.text.toPlainText()
    order = [text.index(part) for part in ("Say", "Ask", "Look for", "unsettled", "Deaf")]
    assert order == sorted(order)
    notes = fake.view.notes.model_copy(update={"say": ("<b>not bold</b> & **strong**",)})
    fake.show(teacher_view(notes=notes))
    assert "<b>not bold</b> & strong" in window.parts.notes.text.toPlainText()


def test_without_privacy_there_are_no_notes(presenter: Callable[..., Presenter]) -> None:
    window, _, probe = presenter(teacher_view(private=False))
    assert window.sheets.disclosure is None
    assert "If a pupil tells you something" not in [each.text() for each in probe.buttons()]


def test_short_sheets_need_no_scrolling(presenter: Callable[..., Presenter]) -> None:
    window, _, probe = presenter()
    for sheet in (window.sheets.end, window.sheets.disclosure):
        assert sheet is not None
        sheet.open_sheet()
        probe.settle()
        assert sheet.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0
        sheet.close_sheet()


def test_the_preview_breaks_lines_where_the_class_screen_does(
    presenter: Callable[..., Presenter],
) -> None:
    window, fake, _probe = presenter()
    for size in (QSize(1920, 1080), QSize(1366, 768), QSize(1024, 768)):
        window.set_class_screen("board", size)
        preview = window.parts.now.now.screen_layout()
        board = lay_out(fake.view.class_view, size.width(), size.height())
        assert preview is not None
        assert [text.text for text in preview.texts] == [text.text for text in board.texts]
        assert [len(text.lines) for text in preview.texts] == [len(text.lines) for text in board.texts]


def test_a_class_screen_that_has_gone_shows_the_class_nothing(presenter: Callable[..., Presenter]) -> None:
    window, _, probe = presenter()
    window.parts.now.set_unseen("The class sees nothing: its screen has gone")
    assert "The class sees nothing: its screen has gone" in probe.texts()
    assert "Captions on, below the picture" not in probe.texts()
    window.parts.now.set_unseen("")
    assert "Captions on, below the picture" in probe.texts()


@pytest.mark.parametrize("view", [teacher_view(), film_view()], ids=["slide", "film"])
def test_nothing_in_the_bottom_row_moves_when_a_button_says_something_else(
    presenter: Callable[..., Presenter], view: TeacherView
) -> None:
    window, fake, probe = presenter(view)

    def places() -> dict[str, QRect]:
        probe.settle()
        bar = window.parts.bar
        return {name: QRect(each.mapTo(bar, QPoint(0, 0)), each.size()) for name, each in bar.buttons.items()}

    before = places()
    changes: list[dict[str, object]] = [
        {"class_view": class_view(rows_slide(), screen=screen)}
        for screen in (ScreenKind.HIDDEN, ScreenKind.CALM)
    ]
    if view.film is not None and view.film_settings is not None:
        changes.append({"film": view.film.model_copy(update={"status": "resting"})})
        changes.append({"film_settings": view.film_settings.model_copy(update={"muted": True})})
    for change in changes:
        changed = view.model_copy(update=change)
        said = [each.words(changed) for each in fake.commands if each.in_bar]
        assert said != [each.words(view) for each in fake.commands if each.in_bar]
        fake.show(changed)
        assert places() == before


def test_the_bottom_row_is_one_line_on_a_small_laptop(presenter: Callable[..., Presenter]) -> None:
    window, _, _ = presenter(teacher_view(), 1366, 768)
    buttons = [each for each in window.parts.bar.buttons.values() if each.isVisible()]
    assert len({each.mapTo(window, each.rect().center()).y() // 20 for each in buttons}) == 1
    assert all(each.width() >= each.sizeHint().width() for each in buttons)
