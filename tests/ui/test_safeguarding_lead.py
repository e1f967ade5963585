"""The school's Designated Safeguarding Lead on the card for a disclosure: filled in once, for the teacher."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import BaseModel
from PySide6.QtCore import Qt

from lesson_player.foundation.safeguarding import SafeguardingLead
from lesson_player.model.slide import ClassView
from lesson_player.ui.presenter.own import TeachersOwn
from lesson_player.ui.presenter.window import PresenterWindow
from tests.support.fake_teaching import FakeTeaching
from tests.support.probes import WindowProbe
from tests.ui.conftest import Audience, Presenter

NOBODY = SafeguardingLead()
LEAD = SafeguardingLead("Ms Example", "Room 12", "01632 960 123")


class Kept:
    """Settings of a test."""

    def __init__(self, lead: SafeguardingLead = NOBODY, trouble: str = "") -> None:
        self.lead, self.trouble = lead, trouble

    def keep(self, lead: SafeguardingLead) -> str:
        self.lead = lead
        return self.trouble

    def own(self, *locked: str) -> TeachersOwn:
        return TeachersOwn(lead=lambda: self.lead, keep_lead=self.keep, lead_locked=frozenset(locked))


def open_card(made: Presenter, own: TeachersOwn) -> tuple[PresenterWindow, FakeTeaching, WindowProbe]:
    window, fake, probe = made
    window.sheets.own = own
    probe.key(Qt.Key.Key_F9)
    return window, fake, probe


def test_the_card_asks_kindly_and_shows_it_once_it_is_filled_in(presenter: Callable[..., Presenter]) -> None:
    kept = Kept()
    window, _, probe = open_card(presenter(), kept.own())
    card = window.sheets.disclosure
    assert card is not None
    assert "Fill this in once." in probe.texts()
    card.lead.change_button.setFocus(Qt.FocusReason.TabFocusReason)
    probe.key(Qt.Key.Key_Space)
    assert not card.isVisible()
    for words in ("Ms Example", "Room 12", "01632 960 123"):
        probe.type(words)
        probe.key(Qt.Key.Key_Return)
    assert kept.lead == LEAD
    assert card.isVisible(), "back on the card"
    assert card.lead.name.text() == "Ms Example"
    assert card.lead.reach.text() == "Room 12 · Telephone 01632 960 123"
    assert card.lead.change_button.accessibleName() == "Change the Designated Safeguarding Lead"


def test_letters_typed_there_are_no_commands_and_esc_changes_nothing(
    presenter: Callable[..., Presenter],
) -> None:
    kept = Kept(LEAD)
    window, fake, probe = open_card(presenter(), kept.own())
    probe.press("Change the Designated Safeguarding Lead")
    probe.type("bk. 12")
    probe.key(Qt.Key.Key_Escape)
    assert fake.asked == [("run", "disclosure")]
    assert kept.lead == LEAD
    assert window.sheets.disclosure is not None
    assert window.sheets.disclosure.isVisible()


def test_what_the_school_has_laid_down_cannot_be_changed(presenter: Callable[..., Presenter]) -> None:
    window, _, probe = open_card(presenter(), Kept(LEAD).own("name", "telephone"))
    probe.press("Change the Designated Safeguarding Lead")
    probe.type("3")
    sheet = probe.focus().parent()
    assert sheet is not None
    assert "What is grey has been laid down by your school." in probe.texts()
    probe.key(Qt.Key.Key_Return)
    card = window.sheets.disclosure
    assert card is not None
    assert card.lead.name.text() == "Ms Example"
    assert card.lead.reach.text() == "Room 123 · Telephone 01632 960 123"


def test_where_all_is_laid_down_there_is_nothing_to_press(presenter: Callable[..., Presenter]) -> None:
    window, _, probe = open_card(presenter(), Kept(LEAD).own("name", "room", "telephone"))
    assert "Change…" not in [button.text() for button in probe.buttons()]
    assert window.sheets.disclosure is not None


def test_a_contact_that_cannot_be_kept_is_told(presenter: Callable[..., Presenter]) -> None:
    _, fake, probe = open_card(presenter(), Kept(trouble="It could not be saved.").own())
    probe.press("Fill in the Designated Safeguarding Lead")
    probe.press("Save")
    assert fake.asked[-1] == ("tell", "It could not be saved.")


def test_each_field_comes_into_view_in_a_small_window(presenter: Callable[..., Presenter]) -> None:
    _, _, probe = open_card(presenter(None, 455, 256), Kept().own())
    probe.press("Fill in the Designated Safeguarding Lead")
    for _ in range(6):
        probe.key(Qt.Key.Key_Tab)
        probe.settle()
        assert probe.focus().visibleRegion().boundingRect().height() >= 30, probe.focus().accessibleName()


def fields(model: type[BaseModel]) -> dict[str, object]:
    return {name: field.annotation for name, field in model.model_fields.items()}


def test_the_class_view_has_no_place_for_it() -> None:
    assert "lead" not in str(fields(ClassView)).lower().replace("leads", "")
    assert "safeguarding" not in str(ClassView.model_json_schema()).lower()
    with pytest.raises(ValueError, match="Extra inputs"):
        ClassView.model_validate({"screen": "slide", "lead": LEAD.values()})


def test_no_key_brings_it_to_the_class_window(audience: Callable[..., Audience]) -> None:
    window, fake, probe = audience()
    assert not hasattr(window, "sheets")
    for key in (Qt.Key.Key_F9, Qt.Key.Key_F2, Qt.Key.Key_F1):
        probe.key(key)
        probe.settle()
    assert fake.asked[0] == ("run", "disclosure")
    assert "Safeguarding" not in probe.texts()
