from __future__ import annotations

from lesson_player.adapting.opened import Opened
from lesson_player.adapting.version_edits import (
    BringPicture,
    ChangeFilm,
    ChangeLook,
    ChangePresets,
    ChangeVersion,
    ChangeWording,
)
from lesson_player.model.lesson import Wording
from lesson_player.model.pictures import Picture
from tests.support.adapted import after, refused

CAT = Picture(file="cat.png", alt="A cat", words=())


def test_the_version_as_a_whole_changes_and_goes_back(desk: Opened) -> None:
    changed = after(
        desk,
        ChangeVersion("title", "Fewer words"),
        ChangeWording(Wording.EASY),
        ChangePresets(("see-it-better", "move-little")),
        ChangeLook("text_percent", 150),
        ChangeFilm("caption_track", "easy-read"),
        BringPicture("cat", CAT),
    )
    now = changed.adaptation
    assert (now.title, now.wording, now.presets) == (
        "Fewer words",
        Wording.EASY,
        ("see-it-better", "move-little"),
    )
    assert (now.appearance.text_percent, now.film.caption_track) == (150, "easy-read")
    assert now.pictures == {"cat": CAT}
    back = after(
        changed,
        ChangeVersion("title", "Short lines"),
        ChangeWording(None),
        ChangePresets(()),
        ChangeLook("text_percent", None),
        ChangeFilm("caption_track", None),
        BringPicture("cat", None),
    )
    assert back.adaptation == desk.adaptation
    assert [one.said for one in changed.history.past] == [
        "Name of the version changed",
        "Wording changed",
        "Presets changed",
        "Appearance changed",
        "How the film is shown changed",
        "Picture added",
    ]


def test_what_cannot_be_is_refused(desk: Opened) -> None:
    for edit in (
        ChangeVersion("about", " "),
        ChangeLook("text_percent", 500),
        ChangeLook("loudness", 5),
        ChangePresets(("Not an id",)),
    ):
        assert refused(desk, edit).code == "not-possible"
