"""What assistive technology and the keyboard find in a window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QScrollArea, QWidget

from lesson_player.ui.widgets.word_button import WordButton
from tests.support.gallery import Opened
from tests.support.probes import accessible, name_of, walk

ROLE = QAccessible.Role
NEED_NAMES = {
    ROLE.Button,
    ROLE.ButtonMenu,
    ROLE.CheckBox,
    ROLE.ComboBox,
    ROLE.Dialog,
    ROLE.Document,
    ROLE.EditableText,
    ROLE.Graphic,
    ROLE.Heading,
    ROLE.Link,
    ROLE.List,
    ROLE.ListItem,
    ROLE.MenuItem,
    ROLE.PageTab,
    ROLE.ProgressBar,
    ROLE.RadioButton,
    ROLE.Slider,
    ROLE.SpinBox,
    ROLE.Table,
    ROLE.Tree,
    ROLE.Window,
}
NO_ROLES = {ROLE.NoRole, ROLE.Client}
_MARGIN = 8
"""Pixels around a control in which its focus ring may lie."""


def unnamed(opened: Opened) -> list[str]:
    """Controls and contents without a name."""
    return [
        f"{each.role().name} of {each.object()}"
        for each in walk(accessible(opened.window))
        if each.role() in NEED_NAMES and not each.state().invisible and not name_of(each).strip()
    ]


def without_role(opened: Opened, stops: list[QWidget]) -> list[str]:
    """Tab stops of which a screen reader is not told what they are; a region that scrolls is a panel."""
    controls = [stop for stop in stops if stop is not opened.window and not isinstance(stop, QScrollArea)]
    return [repr(stop) for stop in controls if accessible(stop).role() in NO_ROLES]


def back_stops(opened: Opened, steps: int) -> list[QWidget]:
    """Where Shift Tab leads in so many steps."""
    found = []
    for _ in range(steps):
        opened.probe.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        found.append(opened.probe.focus())
    return found


def never_reached(opened: Opened, stops: list[QWidget]) -> list[str]:
    """Buttons that Tab does not lead to; of chips that are one choice, one is enough."""
    return [
        button.text()
        for button in opened.within.findChildren(WordButton)
        if button.isVisible()
        and button.isEnabled()
        and button.focusPolicy() & Qt.FocusPolicy.TabFocus
        and button not in stops
    ]


def place(opened: Opened, widget: QWidget) -> QRect:
    """Where a widget is, in its window."""
    return QRect(widget.mapTo(opened.window, QPoint(0, 0)), widget.size())


def against_reading(opened: Opened, stops: list[QWidget], *, mirrored: bool = False) -> list[tuple[str, str]]:
    """Pairs of stops of which the second lies before the first: above it, or in its line and before it.

    A stop further on in reading that lies higher is the next column. Tab goes round, so one pair is the end
    and the beginning.
    """
    controls = [stop for stop in stops if stop is not opened.window]
    pairs = zip(controls, [*controls[1:], *controls[:1]], strict=True)
    wrong = [
        (_words(one), _words(other))
        for one, other in pairs
        if _goes_back(opened, one, other, mirrored=mirrored)
    ]
    return wrong if len(wrong) > 1 else []


def _goes_back(opened: Opened, one: QWidget, other: QWidget, *, mirrored: bool) -> bool:
    """Whether *other* lies before *one*, in what scrolls with both, however far it is scrolled."""
    if one is other:
        return False
    ways = zip([*_scrolled(one), one], [*_scrolled(other), other], strict=False)
    here, there = next((pair for pair in ways if pair[0] is not pair[1]), (one, other))
    if here.isAncestorOf(there):
        return False
    if there.isAncestorOf(here):
        return True
    return _lies_before(place(opened, there), place(opened, here), mirrored=mirrored)


def _scrolled(widget: QWidget) -> list[QWidget]:
    """The areas that scroll in which a widget stands, the outermost first."""
    found: list[QWidget] = []
    at = widget.parentWidget()
    while isinstance(at, QWidget):
        found += [at] if isinstance(at, QScrollArea) else []
        at = at.parentWidget()
    return found[::-1]


def _lies_before(other: QRect, one: QRect, *, mirrored: bool) -> bool:
    left = other.left() > one.right() if mirrored else other.right() < one.left()
    right = other.right() < one.left() if mirrored else other.left() > one.right()
    above, below = other.bottom() < one.top(), other.top() > one.bottom()
    return (above and not right) or (left and not below)


def without_visible_focus(opened: Opened, stops: list[QWidget]) -> list[str]:
    """Stops that look the same with the focus and without it."""
    found = []
    for _ in stops:
        opened.probe.key(Qt.Key.Key_Tab)
        opened.probe.settle()
        stop = opened.probe.focus()
        if stop is opened.window:
            continue
        focused = _look(opened, stop)
        stop.clearFocus()
        opened.probe.settle()
        if _look(opened, stop) == focused:
            found.append(_words(stop))
        stop.setFocus(Qt.FocusReason.TabFocusReason)
    return found


def cut_off(opened: Opened) -> list[str]:
    """Everything visible that has less room than its words need."""
    buttons = [each for each in opened.window.findChildren(WordButton) if each.isVisible()]
    found = [each.text() for each in buttons if _squeezed(each)]
    for words in opened.window.findChildren(QLabel):
        if not words.isVisible() or not words.text():
            continue
        need = words.heightForWidth(words.width()) if words.wordWrap() else words.sizeHint().height()
        wide = 0 if words.wordWrap() else words.sizeHint().width()
        if words.height() < need or words.width() < wide:
            found.append(f"{words.text()}: {words.width()}x{words.height()}, needs {wide}x{need}")
    return found


def _squeezed(button: WordButton) -> bool:
    least = button.minimumSizeHint()
    high = button.heightForWidth(button.width()) if button.hasHeightForWidth() else least.height()
    return button.width() < least.width() or button.height() < high


def sideways(opened: Opened) -> list[str]:
    """Places that would have to be scrolled sideways (WCAG 2.2, 1.4.10)."""
    areas = [each for each in opened.window.findChildren(QAbstractScrollArea) if each.isVisible()]
    return [name_of(accessible(each)) for each in areas if each.horizontalScrollBar().maximum() > 0]


def overlaps(opened: Opened) -> list[tuple[str, str]]:
    """Pairs of buttons, within what is looked at, that stand on one another."""
    shown = [each for each in opened.within.findChildren(WordButton) if each.isVisible()]
    places = [(each.text(), _seen(opened, each)) for each in shown]
    return [
        (one, other)
        for at, (one, first) in enumerate(places)
        for other, second in places[at + 1 :]
        if first.intersects(second)
    ]


def _seen(opened: Opened, widget: QWidget) -> QRect:
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(opened.window, seen.topLeft()), seen.size())


def _look(opened: Opened, stop: QWidget) -> QImage:
    around = place(opened, stop).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    return opened.window.grab(around & opened.window.rect()).toImage()


def _words(widget: QWidget) -> str:
    return name_of(accessible(widget)) or repr(widget)
