"""The one contact that the program keeps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lesson_player.foundation.safeguarding import LONGEST, SafeguardingLead, lead_from
from tests.support.source_tree import PACKAGE

MAY_KNOW = {
    *("application/own.py", "foundation/safeguarding.py", "model/user_settings.py"),
    "operations/it_report.py",  # takes it out of what a report holds
}
MAY_KNOW_FOLDERS = ("ui/presenter/", "ui/settings/")


def test_it_comes_back_from_the_settings_as_it_was_put_in() -> None:
    lead = SafeguardingLead("Ms Example", "Room 12", "01632 960 123")
    assert lead_from(lead.values()) == lead
    assert lead.filled_in
    assert not SafeguardingLead().filled_in
    assert SafeguardingLead(telephone="1").filled_in


def test_what_makes_no_sense_is_left_out() -> None:
    assert lead_from({"name": 5, "room": ["x"], "other": "y"}) == SafeguardingLead()
    assert lead_from({"name": "  two\nlines\t here "}).name == "two lines here"


@given(st.dictionaries(st.sampled_from(["name", "room", "telephone", "x"]), st.text() | st.integers()))
def test_any_section_gives_short_single_lines(values: dict[str, object]) -> None:
    for text in lead_from(values).values().values():
        assert len(text) <= LONGEST
        assert text == " ".join(text.split())


def test_nothing_that_makes_reports_lessons_or_the_class_screen_knows_of_it() -> None:
    knowing = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if "foundation.safeguarding" in path.read_text(encoding="utf-8")
    }
    assert {path for path in knowing - MAY_KNOW if not path.startswith(MAY_KNOW_FOLDERS)} == set()
    assert "ui/presenter/lead_sheet.py" in knowing
