"""A chosen picture goes into the version's own folder, whole or not at all, with words and licence."""

from __future__ import annotations

from pathlib import Path

import pytest

from lesson_player.operations.own_pictures import PictureChoice, alt_fault, picture_id, take_in


def choice(data: bytes | None = b"<svg/>") -> PictureChoice:
    return PictureChoice(picture_id(b"<svg/>"), "A door.", data, "svg", "OpenMoji, CC BY-SA 4.0", ("door",))


def test_the_file_is_written_and_its_entry_says_where_it_is_from(tmp_path: Path) -> None:
    folder = tmp_path / "our-version" / "pictures"
    picture = take_in(choice(), folder)
    assert picture is not None
    assert (folder / picture.file).read_bytes() == b"<svg/>"
    assert (picture.alt, picture.source, picture.words) == ("A door.", "OpenMoji, CC BY-SA 4.0", ("door",))
    assert take_in(choice(), folder) == picture
    assert len(list(folder.iterdir())) == 1


def test_a_file_that_was_changed_is_put_right(tmp_path: Path) -> None:
    picture = take_in(choice(), tmp_path)
    assert picture is not None
    (tmp_path / picture.file).write_bytes(b"cut")
    take_in(choice(), tmp_path)
    assert (tmp_path / picture.file).read_bytes() == b"<svg/>"


def test_the_lessons_own_picture_brings_nothing(tmp_path: Path) -> None:
    assert take_in(choice(None), tmp_path / "pictures") is None
    assert not (tmp_path / "pictures").exists()


def test_a_folder_that_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match=r"file|directory"):
        take_in(choice(), tmp_path / "file")


def test_other_content_has_another_id() -> None:
    assert picture_id(b"a") != picture_id(b"b")
    assert picture_id(b"a") == picture_id(b"a")


@pytest.mark.parametrize(
    ("alt", "good"),
    [
        ("A girl talks to her teacher.", True),
        ("Biscuit", True),
        ("", False),
        ("  ", False),
        ("IMG_2041.jpg", False),
        ("photo", False),
        ("Picture.", False),
        ("12", False),
    ],
)
def test_alt_text_says_what_is_shown(alt: str, good: bool) -> None:
    assert (alt_fault(alt) == "") is good
