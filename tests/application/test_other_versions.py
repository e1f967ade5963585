"""A change copied from one of the user's own versions into another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lesson_player.adapting.parts import Part, PartKind
from lesson_player.application.other_versions import OwnVersions
from lesson_player.foundation.paths import standard_places
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.pictures import Picture
from lesson_player.operations.library import find_lesson, load_lesson
from lesson_player.operations.own_voice.store import OwnRecordings
from lesson_player.operations.versions import OpenedVersion, new_version, open_version, save_version
from tests.support.recorded import recording

TEXT, PICTURE = (Part(PartKind.LINE, "rule-listen", field) for field in ("text", "picture"))


def test_words_and_a_picture_with_its_file_are_copied(tmp_path: Path) -> None:
    own = (tmp_path / "data", tmp_path / "state", tmp_path / "config")
    places = replace(standard_places(), user_data=own[0], user_state=own[1], user_config=own[2])
    folder = find_lesson(places, "mayas-story")
    bundle, _ = load_lesson(folder, places)
    assert bundle is not None
    here, there = (new_version(bundle, places, title, "For a test.") for title in ("Here", "There"))
    changes = {"lines": {"rule-listen": {"text": "We listen.", "picture": "picture-1"}}}
    picture = Picture(file="picture-1.png", alt="An ear.")
    source = Adaptation.model_validate({**dict(here), **changes, "pictures": {"picture-1": picture}})
    save_version(places, source, bundle.lesson)
    bundle, _ = load_lesson(folder, places)
    assert bundle is not None
    file = bundle.layer_pictures_folder(here.id) / picture.file
    file.parent.mkdir(parents=True)
    file.write_bytes(b"a picture")

    recordings = [OwnRecordings(places.own_layers / "mayas-story" / one.id, "en-GB") for one in (here, there)]
    kept = recordings[0].keep(recording("We listen."), b"OggS a sound")

    others = OwnVersions(bundle, places, here.id)
    assert others.known() == ((there.id, "There"),)
    for part in (TEXT, PICTURE):
        assert others.copy(there.id, part, source) == "Copied to “There”."

    again = open_version(bundle, places, there.id)
    assert isinstance(again, OpenedVersion)
    heard = OwnRecordings(recordings[1].folder, "en-GB")
    assert heard.index.recording_of("We listen.") == kept
    assert heard.path(kept).read_bytes() == b"OggS a sound"
    change = again.opened.adaptation.lines["rule-listen"]
    assert (change.text, change.picture) == ("We listen.", "picture-1")
    assert (places.own_layers / "mayas-story" / there.id / "pictures" / "picture-1.png").is_file()
    assert "does not change" in others.copy(there.id, Part(PartKind.LINE, "rule-listen", "easy"), source)
