"""Handouts as files: whole or not at all, what was edited is never replaced, faults are sentences."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from lesson_player.foundation.files import write_whole
from lesson_player.handouts.braille import Grade
from lesson_player.handouts.handout import Paper
from lesson_player.handouts.kinds import KINDS
from lesson_player.handouts.source import HandoutSource
from lesson_player.model.lesson import Wording
from lesson_player.operations.handout_copies import CannotMake, Copy, CopyWish, Form, make_copies, save_copies
from lesson_player.rendering.fonts import FONT_FOLDER
from tests.support.drawn_pictures import DrawnPictures
from tests.support.packs import nothing
from tests.support.small_lesson import bundle

FILES = (Copy("01-a.pdf", "A", b"%PDF one"), Copy("02-b.pdf", "B", b"%PDF two"))
FIRST = KINDS[0].id


def source() -> HandoutSource:
    made = bundle()
    return HandoutSource(
        bundle=made,
        lesson=made.lesson,
        wording=Wording.STANDARD,
        version_title="As written",
        adaptations=("short", "calm"),
    )


def made(wish: CopyWish) -> tuple[Copy, ...]:
    return make_copies(source(), wish, DrawnPictures("sun", "maya"), FONT_FOLDER, nothing).files


def test_each_form_is_a_file_of_its_kind() -> None:
    (page,) = made(CopyWish(form=Form.PDF, kinds=(FIRST,)))
    (web,) = made(CopyWish(form=Form.WEB, kinds=(FIRST,)))
    (slides,) = made(CopyWish(form=Form.SLIDES))
    assert page.data.startswith(b"%PDF-")
    assert web.data.startswith(b"<!DOCTYPE html>")
    assert slides.data.startswith(b"PK")
    assert [page.name.rpartition(".")[2], web.name.rpartition(".")[2]] == ["pdf", "html"]
    assert page.title == KINDS[0].title
    assert slides.name == f"{bundle().lesson.id}-short-calm.pptx"


def test_braille_of_own_words_is_made_or_it_is_said_why(monkeypatch: pytest.MonkeyPatch) -> None:
    from lesson_player.handouts import braille_copy

    monkeypatch.setattr(braille_copy.braille_copy, "__defaults__", (lambda: None,))
    with pytest.raises(CannotMake, match="There is no Braille of “As written” here"):
        made(CopyWish(form=Form.BRAILLE, grade=Grade.CONTRACTED))


def test_names_say_paper_and_version_and_sort_by_kind() -> None:
    papers = (Paper.A4, Paper.A5)
    names = [made(CopyWish(form=Form.WEB, kinds=(FIRST,), paper=paper))[0].name for paper in papers]
    assert names == [f"01-{FIRST}-a4-short-calm.html", f"01-{FIRST}-a5-short-calm.html"]


def test_a_missing_picture_is_reported_and_the_file_is_made() -> None:
    found = make_copies(
        source(), CopyWish(form=Form.WEB, kinds=(FIRST,)), DrawnPictures(), FONT_FOLDER, nothing
    )
    assert found.files
    assert [problem.code for problem in found.problems][:1] == ["handout-picture"]


def test_files_are_written_for_everybody_to_read(tmp_path: Path) -> None:
    paths = save_copies(FILES, tmp_path / "new", nothing)
    assert [path.read_bytes() for path in paths] == [b"%PDF one", b"%PDF two"]
    if os.name == "posix":
        assert {path.stat().st_mode & 0o777 for path in paths} == {0o644}


def test_what_may_have_been_edited_is_never_replaced(tmp_path: Path) -> None:
    edited = Copy("lesson.pptx", "Lesson", b"new")
    (tmp_path / "lesson.pptx").write_bytes(b"a teacher's work")
    (tmp_path / "01-a.pdf").write_bytes(b"old")
    saved = save_copies((edited, edited, FILES[0]), tmp_path, nothing)
    assert [path.name for path in saved] == ["lesson-2.pptx", "lesson-3.pptx", "01-a.pdf"]
    assert (tmp_path / "lesson.pptx").read_bytes() == b"a teacher's work"
    assert (tmp_path / "01-a.pdf").read_bytes() == b"%PDF one"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_disk_a_folder_that_is_locked_or_an_open_file_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(path: Path, data: bytes) -> None:
        if path.name.startswith("02"):
            raise OSError(number, os.strerror(number), str(path))
        write_whole(path, data)

    monkeypatch.setattr("lesson_player.operations.handout_copies.write_whole", refuse)
    (tmp_path / "02-b.pdf").write_bytes(b"old")
    with pytest.raises(CannotMake) as stopped:
        save_copies(FILES, tmp_path, nothing)
    told = str(stopped.value)
    assert "02-b.pdf cannot be written" in told
    assert os.strerror(number) in told
    assert "1 of the files" in told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["01-a.pdf", "02-b.pdf"]
    assert (tmp_path / "02-b.pdf").read_bytes() == b"old"


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"")
    with pytest.raises(CannotMake, match="Choose another folder"):
        save_copies(FILES, tmp_path / "folder", nothing)


def test_stopping_leaves_whole_files_alone(tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    def say(share: float, _words: str) -> None:
        if share > 0:
            raise Stop

    with pytest.raises(Stop):
        save_copies(FILES, tmp_path, say)
    assert [path.name for path in tmp_path.iterdir()] == ["01-a.pdf"]
