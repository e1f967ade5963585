"""Lessons of a school's share, opened in copies."""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from lesson_player.foundation.paths import Places
from lesson_player.operations.held import reach as reach_module
from lesson_player.operations.held import store as store_module
from lesson_player.operations.held.copying import KeepsChanging, copy_checked
from lesson_player.operations.held.opened import Opened
from lesson_player.operations.held.opening import HeldLessons
from lesson_player.operations.held.record import Kind, read_record
from lesson_player.operations.held.rules import given_up_for
from lesson_player.operations.held.store import HeldStore
from lesson_player.operations.library import lesson_folders
from tests.support.recorded import SOUND
from tests.support.school_share import FILM_ID, ID, SPOKEN, Share, make_share


def _nothing(_done: int) -> None:
    """Nobody wants to know."""


class StoppedError(Exception):
    """Somebody does not want the rest."""


class Clock:
    """Days that go by when the test says so."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 3, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def share(tmp_path: Path) -> Share:
    return make_share(tmp_path)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(share: Share, clock: Clock) -> HeldStore:
    return HeldStore(share.places.held, now=clock)


@pytest.fixture
def lessons(share: Share, store: HeldStore) -> HeldLessons:
    return HeldLessons(share.places, store)


def _open(lessons: HeldLessons, *, films: bool = True) -> Opened:
    opened = lessons.open(ID, _nothing)
    if films:
        lessons.copy_films(opened, _nothing)
    return opened


def _taught(lessons: HeldLessons) -> None:
    _open(lessons).use.close()


def _outside(opened: Opened, share: Share) -> list[Path]:
    """What of a lesson would be read from the share."""
    bundle = opened.bundle
    assert bundle is not None
    paths = [bundle.folder, *bundle.layer_folders.values(), *(opened.coming.values())]
    paths += [path for name in bundle.catalogue.pictures if (path := bundle.picture_path(name))]
    for film in bundle.films.values():
        paths += [film.folder, *film.description_sounds.values(), *map(film.path, film.film.versions)]
    return [path for path in paths if path.is_relative_to(share.root)]


def test_a_lesson_of_a_share_is_taught_from_copies_alone(lessons: HeldLessons, share: Share) -> None:
    opened = _open(lessons)

    assert opened.bundle is not None
    assert opened.bundle.lesson.id == ID
    assert _outside(opened, share) == []
    share.vanish()
    film = opened.bundle.films[FILM_ID]
    assert film.missing == ()
    for version in film.film.versions:
        assert film.path(version).read_bytes() == b"a film" * 100
    for name in opened.bundle.catalogue.pictures:
        path = opened.bundle.picture_path(name)
        assert path is not None
        assert path.is_file()
    assert [one.id for one in opened.bundle.adaptations]
    recorded = opened.bundle.recorded(SPOKEN)
    assert recorded is not None
    assert recorded.path.read_bytes() == SOUND
    opened.use.close()


def test_while_many_files_are_looked_at_it_is_told_that_the_share_answers(
    lessons: HeldLessons, store: HeldStore
) -> None:
    told: list[int] = []
    lessons.open(ID, told.append).use.close()

    files = sum(len(record.files) + len(record.wanted) for _, record in store.copies())
    assert told.index(next(done for done in told if done)) > files > 10


def test_until_films_are_copied_they_are_read_from_the_share(lessons: HeldLessons, share: Share) -> None:
    opened = _open(lessons, films=False)

    assert opened.bundle is not None
    film = opened.bundle.films[FILM_ID]
    paths = {film.path(version) for version in film.film.versions}
    assert film.missing == ()
    assert set(opened.coming) == paths
    assert all(path.read_bytes() == b"a film" * 100 for path in opened.coming.values())
    assert not any(path.exists() for path in paths)
    assert opened.size == 1200

    told: list[int] = []
    lessons.copy_films(opened, told.append)
    assert opened.coming == {}
    assert all(path.exists() for path in paths)
    assert told[-1] == 1200
    opened.use.close()


def test_what_has_not_changed_is_not_copied_again(
    lessons: HeldLessons, share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    _taught(lessons)
    copied: list[str] = []
    copy = copy_checked

    def note(folder: Path, name: str, *rest: object) -> object:
        copied.append(name)
        return copy(folder, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(store_module, "copy_checked", note)
    _taught(lessons)
    assert copied == []

    film = next(share.film.glob("*.webm"))
    film.write_bytes(b"another film")
    (share.lesson / "lesson.yaml").write_text((share.lesson / "lesson.yaml").read_text() + "\n")
    opened = _open(lessons)
    assert sorted(copied) == sorted([film.name, "lesson.yaml"])
    assert opened.bundle is not None
    assert b"another film" in [
        path.read_bytes() for path in opened.bundle.films[FILM_ID].folder.glob("*.webm")
    ]
    opened.use.close()


def test_what_the_school_takes_out_of_a_lesson_goes_from_the_copy(lessons: HeldLessons, share: Share) -> None:
    _taught(lessons)
    former = _open(lessons)
    assert former.bundle is not None
    former.use.close()
    for file in (share.lesson / "adaptations").glob("*.yaml"):
        file.unlink()

    opened = _open(lessons)

    assert former.bundle.adaptations
    assert opened.bundle is not None
    assert opened.bundle.adaptations == ()
    opened.use.close()


def test_with_the_share_gone_the_copy_is_taught_and_says_since_when(
    lessons: HeldLessons, share: Share, clock: Clock
) -> None:
    _taught(lessons)
    before = clock.now
    share.vanish()
    clock.now += timedelta(days=5)

    reached = lessons.reach.look()
    assert [folder.name for folder in lesson_folders(reached.places)] == [ID]
    assert reached.silent == (*share.places.school_lessons, *share.places.school_films)
    opened = lessons.open(ID, _nothing)
    assert opened.bundle is not None
    assert opened.since == before
    assert opened.queue == ()
    assert _outside(opened, share) == []
    opened.use.close()


def test_a_lesson_that_was_never_opened_here_is_not_here_when_the_share_is_gone(
    lessons: HeldLessons, share: Share
) -> None:
    share.vanish()

    opened = lessons.open(ID, _nothing)

    assert opened.bundle is None
    assert opened.silent


def test_a_lesson_without_its_film_is_taught_without_it(lessons: HeldLessons, share: Share) -> None:
    _open(lessons, films=False).use.close()
    share.vanish()

    opened = lessons.open(ID, _nothing)

    assert opened.bundle is not None
    assert set(opened.bundle.films[FILM_ID].missing) == {"film", "bsl"}
    opened.use.close()


def test_what_the_school_removes_is_removed_here_unless_it_is_taught(
    lessons: HeldLessons, share: Share, store: HeldStore
) -> None:
    opened = _open(lessons)
    shutil.rmtree(share.lesson)
    (share.root / "lessons" / "another").mkdir()
    lessons.reach.look()
    assert len(store.copies()) == 2

    opened.use.close()
    lessons.reach.look()
    assert [item.kind for item, _ in store.copies()] == [Kind.FILM]

    # A folder without its manifest is no film any more.
    (share.film / "film.yaml").unlink()
    lessons.reach.look()
    assert store.copies() == ()
    assert [path for path in share.places.held.rglob("*") if path.is_file()] == []


def test_the_empty_folder_of_a_share_that_is_not_connected_removes_nothing(
    lessons: HeldLessons, share: Share, store: HeldStore
) -> None:
    _taught(lessons)
    share.vanish()
    for folder in (*share.places.school_lessons, *share.places.school_films):
        folder.mkdir(parents=True)

    reached = lessons.reach.look()

    assert len(store.copies()) == 2
    assert len(reached.silent) == 2
    assert [folder.name for folder in lesson_folders(reached.places)] == [ID]


def test_what_comes_from_folders_that_the_policy_no_longer_names_goes(
    lessons: HeldLessons, share: Share, store: HeldStore, tmp_path: Path
) -> None:
    _taught(lessons)
    other = make_share(tmp_path / "other")

    HeldLessons(other.places, store).reach.forget_others()

    assert store.copies() == ()


def test_a_folder_that_hangs_holds_nobody(
    lessons: HeldLessons, share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    _taught(lessons)
    answer, asked = Event(), []

    def hang(folder: Path, name: str) -> bool:
        asked.append(folder)
        answer.wait(30)
        return (folder / name).is_file()

    monkeypatch.setattr(reach_module, "_has", hang)
    first, second = lessons.reach.look(0.05), lessons.reach.look(0.05)
    assert len(first.silent) == len(second.silent) == 2
    assert len(asked) == 2, "a folder that hangs was asked again"
    assert (lessons.reach.is_asking, lessons.reach.has_answered(first.silent)) == (True, False)

    answer.set()
    for thread, _ in lessons.reach._asking.values():
        thread.join(10)
    assert (lessons.reach.is_asking, lessons.reach.has_answered(first.silent)) == (False, True)
    assert lessons.reach.look(10).silent == ()


def test_who_asks_while_a_late_folder_answers_hears_it(
    lessons: HeldLessons, share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    _taught(lessons)
    answer, asked = Event(), []
    has = reach_module._has

    def hang(folder: Path, name: str) -> bool:
        asked.append(folder)
        answer.wait(30)
        return has(folder, name)

    class Late(Thread):
        """A thread that ends as soon as somebody has waited for it twice."""

        def join(self, timeout: float | None = None) -> None:
            if self.__dict__.setdefault("waited", False):
                answer.set()
            self.__dict__["waited"] = True
            super().join(timeout)

    monkeypatch.setattr(reach_module, "_has", hang)
    monkeypatch.setattr(reach_module, "Thread", Late)
    assert len(lessons.reach.look(0.05).silent) == 2
    assert lessons.reach.look(10).silent == ()
    assert len(asked) == 2


def test_a_full_disk_is_told_and_the_film_is_played_from_the_share(
    lessons: HeldLessons, share: Share, store: HeldStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(share.root)._replace(free=1_000_000_000 + 200_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    for file in share.film.glob("*.webm"):
        file.write_bytes(b"f" * 300_000)

    opened = _open(lessons, films=False)

    assert "1 MB are needed, 1001 MB are free" in opened.trouble
    assert len(opened.coming) == 2
    assert opened.bundle is not None
    assert opened.bundle.films[FILM_ID].missing == ()
    opened.use.close()


def test_with_no_room_at_all_the_lesson_is_taught_from_the_share(
    lessons: HeldLessons, share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(share.root)._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)

    opened = lessons.open(ID, _nothing)

    assert opened.bundle is not None
    assert opened.bundle.folder == share.lesson
    assert "not enough room" in opened.trouble
    opened.use.close()


def test_old_copies_go_for_new_ones(
    lessons: HeldLessons, share: Share, store: HeldStore, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = store.item(Kind.FILM, share.places.school_films[0], "old-film")
    (old.origin).mkdir()
    (old.origin / "film.yaml").write_text("id: old-film")
    (old.origin / "old.webm").write_bytes(b"o" * 1000)
    store.take_small(old, {}, {}, _nothing)
    store.take_large(old, "old.webm", _nothing)
    clock.now += timedelta(days=1)
    _taught(lessons)
    others = [each for each in store.copies() if each[0] != old]
    taken = sum(stamp.size for _, record in others for stamp in record.files.values())
    for item, _ in others:
        store.forget(item)
    rule = given_up_for
    monkeypatch.setattr(store_module, "given_up_for", lambda *each: rule(*each, most=taken + 500))

    opened = _open(lessons)

    assert opened.trouble == ""
    assert opened.coming == {}
    assert read_record(old) is None
    assert {item.name for item, _ in store.copies()} == {ID, FILM_ID}
    opened.use.close()


def test_a_copy_that_was_cut_off_counts_for_nothing(
    lessons: HeldLessons, share: Share, store: HeldStore
) -> None:
    _taught(lessons)
    film = store.item(Kind.FILM, share.places.school_films[0], FILM_ID)
    cut = next(film.folder.glob("*.webm"))
    cut.write_bytes(b"a fi")
    share.vanish()

    opened = lessons.open(ID, _nothing)

    record = read_record(film)
    assert record is not None
    assert not record.is_whole
    assert opened.bundle is not None
    opened.use.close()


def test_what_a_power_cut_left_is_swept_after_an_hour(
    lessons: HeldLessons, share: Share, store: HeldStore
) -> None:
    _taught(lessons)
    fresh, stale = (share.places.held / "coming" / name for name in ("fresh.part", "stale.part"))
    unknown = store.twin(Kind.FILM, share.places.school_films[0]) / "unknown"
    unknown.mkdir()
    for path in (fresh, stale):
        path.write_bytes(b"half")
    for path in (stale, unknown):
        os.utime(path, (0, 0))

    store.sweep()

    assert fresh.exists()
    assert not stale.exists()
    assert not unknown.exists()
    assert len(store.copies()) == 2


def test_who_stops_the_opening_leaves_the_former_copy(lessons: HeldLessons, share: Share) -> None:
    _taught(lessons)
    for file in share.lesson.rglob("*.yaml"):
        file.write_text(file.read_text() + "\n")

    def stop(_done: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        lessons.open(ID, stop)
    share.vanish()
    opened = lessons.open(ID, _nothing)
    assert opened.bundle is not None
    opened.use.close()


@pytest.mark.skipif(sys.platform == "win32", reason="rights as POSIX has them")
def test_copies_are_the_users_own(lessons: HeldLessons, share: Share) -> None:
    _taught(lessons)

    assert share.places.held.stat().st_mode & 0o077 == 0


def test_a_record_that_makes_no_sense_is_no_copy(
    lessons: HeldLessons, share: Share, store: HeldStore
) -> None:
    _taught(lessons)
    records = [item.record for item, _ in store.copies()]
    records[0].write_text('{"format": 1, "kind": "lessons", "root": 3}')
    records[1].write_text("nonsense")

    assert store.copies() == ()
    _taught(lessons)
    assert len(store.copies()) == 2


def test_a_lesson_of_ones_own_with_the_schools_film_and_a_version_of_ones_own_with_the_schools_lesson(
    lessons: HeldLessons, share: Share
) -> None:
    own = share.places.own_layers / ID
    shutil.copytree(share.lesson / "adaptations", own)
    for file in own.glob("*.yaml"):
        file.rename(own / f"own-{file.name}")
    for file in own.glob("*.yaml"):
        text = file.read_text()
        file.write_text(re.sub(r"(?m)^id: (\S+)$", r"id: own-\1", text))
    opened = _open(lessons)
    assert opened.bundle is not None
    versions = {one.id for one in opened.bundle.adaptations}
    assert {f"own-{name}" for name in versions if not name.startswith("own-")} <= versions
    assert _outside(opened, share) == []
    opened.use.close()

    mine = share.places.lessons[0] / ID
    shutil.copytree(share.lesson, mine)
    opened = _open(lessons)
    assert opened.bundle is not None
    assert opened.bundle.folder == mine
    assert opened.bundle.films[FILM_ID].missing == ()
    assert _outside(opened, share) == []
    opened.use.close()


def _with_a_folder_that_is_gone(share: Share) -> Places:
    return replace(share.places, school_lessons=(*share.places.school_lessons, share.root / "gone"))


def test_what_cannot_be_copied_is_taught_from_the_share_though_another_folder_is_gone(
    share: Share, store: HeldStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    lessons = HeldLessons(_with_a_folder_that_is_gone(share), store)
    _taught(lessons)

    def refuse(*_what: object) -> None:
        raise KeepsChanging("It is being changed.")

    monkeypatch.setattr(store_module, "copy_checked", refuse)
    (share.lesson / "lesson.yaml").write_text((share.lesson / "lesson.yaml").read_text() + "\n")

    opened = lessons.open(ID, _nothing)

    assert opened.bundle is not None
    assert opened.bundle.folder == share.lesson
    assert "It is being changed." in opened.trouble
    opened.use.close()


def test_a_lesson_whose_films_went_away_while_it_was_opened_is_taught_from_its_folder(
    lessons: HeldLessons, share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanish(*_what: object) -> None:
        shutil.rmtree(share.root / "films")
        raise OSError("gone")

    monkeypatch.setattr(store_module, "copy_checked", vanish)

    opened = lessons.open(ID, _nothing)

    assert opened.bundle is not None
    assert opened.bundle.folder == share.lesson
    assert "does not answer" in opened.trouble
    opened.use.close()


def test_a_copy_is_taught_though_nobody_can_note_that_it_is_in_use(
    lessons: HeldLessons, share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    _taught(lessons)
    share.vanish()

    def full(*_how: object, **_what: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(tempfile, "mkstemp", full)

    opened = lessons.open(ID, _nothing)

    assert opened.bundle is not None
    assert opened.since is not None
    opened.use.close()


@pytest.mark.parametrize(("becomes", "left"), [("a file", 1), ("nothing", 2)])
def test_one_lesson_that_became_something_else_does_not_make_the_folder_silent(
    lessons: HeldLessons,
    share: Share,
    store: HeldStore,
    monkeypatch: pytest.MonkeyPatch,
    becomes: str,
    left: int,
) -> None:
    _taught(lessons)
    (share.root / "lessons" / "another").mkdir()
    has = reach_module._has

    def change(folder: Path, name: str) -> bool:
        if folder == share.lesson:
            shutil.rmtree(folder)
            if becomes == "a file":
                folder.write_text("moved")
        return has(folder, name)

    monkeypatch.setattr(reach_module, "_has", change)

    assert lessons.reach.look().silent == ()
    assert len(store.copies()) == left
    monkeypatch.undo()
    assert lessons.reach.look().silent == ()
    assert [item.kind for item, _ in store.copies()] == [Kind.FILM]


def test_one_lesson_that_may_not_be_read_does_not_make_the_folder_silent(
    lessons: HeldLessons, share: Share, store: HeldStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    _taught(lessons)
    iterdir = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder == share.lesson:
            raise PermissionError(errno.EACCES, "not for you")
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)

    assert lessons.reach.look().silent == ()
    assert len(store.copies()) == 2
