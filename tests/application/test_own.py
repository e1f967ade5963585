"""What the teacher's window keeps for its user, in the settings."""

from __future__ import annotations

from pathlib import Path

from lesson_player.application.own import teachers_own
from lesson_player.foundation.policy import Policy
from lesson_player.foundation.safeguarding import SafeguardingLead
from lesson_player.foundation.settings import Settings
from lesson_player.ui.presenter.own import TourSeen

LEAD = SafeguardingLead("Ms Example", "Room 12", "01632 960 123")


def test_the_contact_is_there_again_next_time(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    own = teachers_own(Settings(path))
    assert own.lead() == SafeguardingLead()
    assert own.keep_lead(LEAD) == ""
    assert own.lead() == LEAD
    assert teachers_own(Settings(path)).lead() == LEAD


def test_what_the_school_has_laid_down_stands_before_the_users(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.toml", Policy(locked={"safeguarding": {"name": "Mr School"}}))
    own = teachers_own(settings)
    assert own.lead_locked == {"name"}
    own.keep_lead(LEAD)
    assert own.lead() == SafeguardingLead("Mr School", "Room 12", "01632 960 123")


def test_a_settings_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    own = teachers_own(Settings(tmp_path / "file" / "settings.toml"))
    assert own.keep_lead(LEAD).startswith("The Designated Safeguarding Lead could not be saved.")


def test_the_tour_is_remembered_and_nonsense_is_as_if_it_were_new(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    own = teachers_own(Settings(path))
    assert own.tour() is TourSeen.NEW
    own.keep_tour(TourSeen.SHOWN)
    assert teachers_own(Settings(path)).tour() is TourSeen.SHOWN
    path.write_text("[teacher-window]\ntour = 5\n")
    assert teachers_own(Settings(path)).tour() is TourSeen.NEW
