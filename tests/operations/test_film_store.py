"""Copying, switching over, undoing: and whatever goes wrong, the film that was there is untouched."""

from __future__ import annotations

import errno
import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lesson_player.formats.film import find_film, load_film
from lesson_player.model.adaptation import MomentToFind
from lesson_player.model.film import Film, Flashing, Signer
from lesson_player.model.media import Examination, MediaFacts
from lesson_player.operations.film_import import store as store_module
from lesson_player.operations.film_import.install import install
from lesson_player.operations.film_import.plan import FilmPlan
from lesson_player.operations.film_import.store import FilmStore, ImportStopped
from lesson_player.operations.film_import.survey import Captions, Survey, VersionSurvey
from tests.support.small_lesson import cues

START, END = (MomentToFind(id=name, title=name.title()) for name in ("start", "end"))


def nothing(_share: float, _words: str) -> None:
    """Hears how far the work is, and does not stop it."""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "Maya.MP4").write_bytes(b"the film" * 1000)
    (folder / "Maya BSL.webm").write_bytes(b"the signed film" * 1000)
    (folder / "words.srt").write_text("1\n00:00:01,000 --> 00:00:03,000\nHello\n", encoding="utf-8")
    return folder


@pytest.fixture
def plan(source: Path) -> FilmPlan:
    def one(version: str, name: str, captions: Captions) -> VersionSurvey:
        path = source / name
        facts = MediaFacts(
            container="MP4",
            size_bytes=path.stat().st_size,
            duration_s=60.0,
            width=1280,
            height=720,
            video_codec="h264",
            frame_rate=25.0,
        )
        flashing = (Flashing(start=3, end=4),) if version == "film" else ()
        seen = Examination(frames=1500, decoded_to_s=59.96, loudness=-19.5, flashing=flashing)
        easy = Captions("words.srt", cues((1, 3)), source / "words.srt") if version == "bsl" else None
        return VersionSurvey(version, path, facts, seen, captions, easy)

    words = source / "words.srt"
    return FilmPlan(
        film="maya",
        title="Maya’s story",
        survey=Survey(
            {
                "film": one("film", "Maya.MP4", Captions("words.srt", cues((1, 3)), words)),
                "bsl": one("bsl", "Maya BSL.webm", Captions("inside", cues((2, 4)))),
            }
        ),
        wanted=(START, END),
        moments={"film": {"start": 0.0, "end": 59.0}, "bsl": {"start": 1.0, "end": 58.0}},
        signer=Signer(x=0.6, y=0, width=0.4, height=1),
        burnt_in=frozenset({"bsl"}),
    )


@pytest.fixture
def store(tmp_path: Path) -> FilmStore:
    return FilmStore(tmp_path / "media" / "maya")


def snapshot(store: FilmStore) -> dict[str, bytes]:
    """Every file of the store with its content."""
    return {
        str(path.relative_to(store.folder)): path.read_bytes()
        for path in sorted(store.folder.rglob("*"))
        if path.is_file()
    }


def in_use(store: FilmStore) -> Film | None:
    folder = find_film("maya", [store.folder.parent])
    loaded, problems = load_film(folder) if folder else (None, ())
    assert problems == ()
    return loaded.film if loaded else None


def test_a_film_that_was_put_in_loads_with_everything(plan: FilmPlan, store: FilmStore) -> None:
    install(plan, store, nothing)
    loaded, problems = load_film(store.folder)
    assert problems == ()
    assert loaded is not None
    film, bsl = loaded.film.versions["film"], loaded.film.versions["bsl"]
    assert loaded.missing == ()
    assert loaded.film.edition == "iwf"
    assert loaded.path("film").read_bytes() == plan.survey.versions["film"].path.read_bytes()
    assert bsl.sha256 == hashlib.sha256(b"the signed film" * 1000).hexdigest()
    assert loaded.cues("film", "standard").cues[0].text == "Hello"
    assert loaded.cues("bsl", "standard").cues[0].start_s == 2
    assert [(track.id, track.title) for track in bsl.captions] == [
        ("standard", "Captions"),
        ("easy-read", "Easy-read captions"),
    ]
    assert loaded.cues("bsl", "easy-read").cues[0].text == "Hello"
    assert [track.id for track in film.captions] == ["standard"]
    assert (film.loudness, film.flashing, film.moments_estimated) == (
        -19.5,
        (Flashing(start=3, end=4),),
        True,
    )
    assert (bsl.signer, film.signer) == (plan.signer, None)
    assert (bsl.burnt_in_captions, film.burnt_in_captions) == (True, False)
    assert film.file.endswith(".mp4")


def test_progress_goes_from_nothing_to_all(plan: FilmPlan, store: FilmStore) -> None:
    told: list[float] = []
    install(plan, store, lambda share, _words: told.append(share))
    assert told[0] == 0
    assert told == sorted(told)
    assert told[-1] == 1


def test_the_former_film_stays_in_use_until_the_end(plan: FilmPlan, store: FilmStore) -> None:
    first = install(plan, store, nothing)
    seen = []

    def watch(_share: float, _words: str) -> None:
        seen.append(in_use(store))

    second = install(plan, store, watch)
    assert set(map(repr, seen)) == {repr(first)}
    assert in_use(store) == second != first


def test_an_import_can_be_undone_and_done_again(plan: FilmPlan, store: FilmStore) -> None:
    first = install(plan, store, nothing)
    second = install(plan, store, nothing)
    store.undo()
    assert in_use(store) == first
    store.undo()
    assert in_use(store) == second


def test_undoing_the_first_import_leaves_the_films_of_other_stores(plan: FilmPlan, store: FilmStore) -> None:
    first = install(plan, store, nothing)
    store.undo()
    assert in_use(store) is None
    store.undo()
    assert in_use(store) == first


def test_after_an_undone_import_a_new_one_goes_back_to_what_was_in_use(
    plan: FilmPlan, store: FilmStore
) -> None:
    install(plan, store, nothing)
    store.undo()
    install(plan, store, nothing)
    store.undo()
    assert in_use(store) is None


def test_nothing_to_undo_is_said(store: FilmStore) -> None:
    with pytest.raises(ImportStopped) as stopped:
        store.undo()
    assert stopped.value.problem.code == "nothing-to-undo"


def test_only_the_films_in_use_and_before_are_kept(plan: FilmPlan, store: FilmStore) -> None:
    by_hand = store.folder / "by-hand"
    by_hand.mkdir(parents=True)
    for _ in range(4):
        install(plan, store, nothing)
    folders = [path.name for path in store.folder.iterdir() if path.is_dir()]
    assert len(folders) == 4, (
        "the last film, the one before, the one that the next import takes away, and ours"
    )
    assert "by-hand" in folders


def test_a_film_put_in_for_all_can_be_read_by_all(plan: FilmPlan, tmp_path: Path) -> None:
    store = FilmStore(tmp_path / "machine" / "maya", shared=True)
    install(plan, store, nothing)
    install(plan, store, nothing)
    files = [path for path in store.folder.rglob("*") if path.is_file()]
    assert len(files) >= 6
    assert {path.stat().st_mode & 0o044 for path in files} == {0o044}


# What goes wrong. Each gives a sentence, and leaves every file of the store as it was.

Trouble = Callable[[pytest.MonkeyPatch, FilmPlan, FilmStore], None]


def disk_is_nearly_full(patch: pytest.MonkeyPatch, _plan: FilmPlan, _store: FilmStore) -> None:
    usage = shutil.disk_usage("/")._replace(free=1000)
    patch.setattr(shutil, "disk_usage", lambda _path: usage)


def disk_fills_up(patch: pytest.MonkeyPatch, _plan: FilmPlan, _store: FilmStore) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    patch.setattr(store_module.os, "fsync", full)  # type: ignore[attr-defined]


def source_vanishes(patch: pytest.MonkeyPatch, plan: FilmPlan, _store: FilmStore) -> None:
    pieces = FilmStore._pieces

    def gone(self: FilmStore, source: Path) -> Iterator[bytes]:
        if source == plan.survey.versions["bsl"].path:
            source.unlink()
        yield from pieces(self, source)

    patch.setattr(FilmStore, "_pieces", gone)


def copy_is_not_the_same(patch: pytest.MonkeyPatch, plan: FilmPlan, _store: FilmStore) -> None:
    pieces = FilmStore._pieces
    sources = {one.path for one in plan.survey.versions.values()}

    def wrong(self: FilmStore, source: Path) -> Iterator[bytes]:
        yield from pieces(self, source) if source in sources else (b"something else",)

    patch.setattr(FilmStore, "_pieces", wrong)


def manifest_cannot_be_written(patch: pytest.MonkeyPatch, _plan: FilmPlan, _store: FilmStore) -> None:
    def refuse(*_args: Any) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    patch.setattr(store_module, "write_whole", refuse)


@pytest.mark.parametrize(
    ("trouble", "code", "says"),
    [
        (disk_is_nearly_full, "disk-full", "MB more are needed"),
        (disk_fills_up, "disk-full", "The disk is full."),
        (source_vanishes, "source-gone", "Maya BSL.webm could not be read"),
        (copy_is_not_the_same, "copy-differs", "is not the same as the file"),
        (manifest_cannot_be_written, "store-not-writable", "cannot be written to"),
    ],
)
def test_trouble_is_said_and_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, plan: FilmPlan, store: FilmStore, trouble: Trouble, code: str, says: str
) -> None:
    install(plan, store, nothing)
    before = snapshot(store)
    trouble(monkeypatch, plan, store)
    with pytest.raises(ImportStopped) as stopped:
        install(plan, store, nothing)
    monkeypatch.undo()
    assert stopped.value.problem.code == code
    assert says in stopped.value.problem.sentence
    assert "untouched" in stopped.value.problem.remedy
    assert snapshot(store) == before


@pytest.mark.parametrize("at", [0.0, 0.3, 0.6, 1.0])
def test_a_cancelled_import_changes_nothing(plan: FilmPlan, store: FilmStore, at: float) -> None:
    class Cancelled(Exception):
        pass

    def cancel(share: float, _words: str) -> None:
        if share >= at:
            raise Cancelled

    install(plan, store, nothing)
    before = snapshot(store)
    with pytest.raises(Cancelled):
        install(plan, store, cancel)
    assert snapshot(store) == before


@pytest.mark.parametrize(
    ("shared", "says"), [(True, "cannot be changed from this account"), (False, "cannot be written")]
)
def test_a_store_that_cannot_be_written_is_found_out_first(tmp_path: Path, shared: bool, says: str) -> None:
    (tmp_path / "media").write_text("a file where a folder should be", encoding="utf-8")
    store = FilmStore(tmp_path / "media" / "maya", shared=shared)
    with pytest.raises(ImportStopped) as stopped:
        store.check_writable()
    assert stopped.value.problem.code == "store-not-writable"
    assert says in stopped.value.problem.sentence


def test_looking_whether_it_can_be_written_leaves_nothing(store: FilmStore) -> None:
    store.check_writable()
    assert snapshot(store) == {}
