"""Sharing, installing and taking out: whole or not at all, and nothing of anybody's is lost."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from lesson_player.formats.pack.refusal import PackRefused
from lesson_player.foundation.paths import Places
from lesson_player.model.library import LessonCard
from lesson_player.operations.library import find_lesson, load_lesson, read_lessons
from lesson_player.operations.packs.clashes import Answer
from lesson_player.operations.packs.contents import look_into
from lesson_player.operations.packs.gather import PackWish
from lesson_player.operations.packs.install import Installed, install
from lesson_player.operations.packs.share import Shared, share
from lesson_player.operations.packs.store import PackStore
from tests.support.packs import FILM, nothing, packed, places, png, put, sample_files

WARM = b"""format: 1
id: warm
lesson: reading
title: Warm
about: W
pictures:
  sun: {file: sun.png, alt: The sun}
"""


@dataclass
class Computer:
    """A computer with its lessons."""

    places: Places

    @property
    def store(self) -> PackStore:
        return PackStore(self.places.user_data)

    def share(self, target: Path, wish: PackWish | None = None) -> Shared:
        bundle, _ = load_lesson(find_lesson(self.places, "reading"), self.places)
        assert bundle is not None
        return share(bundle, self.places, wish or PackWish(), target, nothing)

    def install(self, pack: Path, answer: Answer = Answer.STOP, store: PackStore | None = None) -> Installed:
        return install(look_into(pack, nothing), self.places, store or self.store, answer, nothing)

    def cards(self) -> list[LessonCard]:
        return list(read_lessons(self.places, ()))

    def files(self) -> dict[str, bytes]:
        """What is in use in the user's store."""
        root = self.places.user_data
        found = (
            path for folder in ("lessons", "media", "adaptations") for path in (root / folder).rglob("*")
        )
        return {str(path.relative_to(root)): path.read_bytes() for path in found if path.is_file()}


@pytest.fixture
def school(tmp_path: Path) -> Computer:
    """Where the lesson was made, with things beside it that are nobody else's."""
    here = places(tmp_path / "school")
    put(here.user_data, sample_files())
    put(
        here.user_data,
        {
            "adaptations/reading/own.yaml": b"format: 1\nid: own\nlesson: reading\ntitle: Own\nabout: Own.\n",
            "adaptations/reading/warm.yaml": WARM,
            "adaptations/reading/warm/pictures/sun.png": png(10, 10),
            "adaptations/reading/warm/pictures/other.png": png(10, 10),
            "lessons/reading/pictures/source/draw.py": b"print()",
            "media/reading/film.previous.yaml": b"format: 1",
        },
    )
    put(here.user_config, {"settings.toml": b'[safeguarding]\nname = "The office"\n'})
    return Computer(here)


@pytest.fixture
def other(tmp_path: Path) -> Computer:
    """Where it is installed."""
    return Computer(places(tmp_path / "other"))


@pytest.fixture
def pack(school: Computer, tmp_path: Path) -> Path:
    target = tmp_path / "reading.lessonpack"
    school.share(target)
    return target


def test_what_was_shared_can_be_taught_elsewhere(pack: Path, other: Computer) -> None:
    done = other.install(pack)

    assert done.pieces == ("adaptations/reading/warm.yaml", "lessons/reading", "media/reading")
    card = other.cards()[0]
    assert card.teachable
    assert card.problems == ()
    assert [one.title for one in card.versions] == ["As written", "Short", "Warm"]
    assert other.files()["media/reading/reading.webm"] == FILM
    assert [name for name in other.files() if name.startswith("adaptations/reading/warm/")] == [
        "adaptations/reading/warm/pictures/sun.png"
    ]


def test_only_what_a_lesson_names_goes_into_a_pack(pack: Path) -> None:
    names = look_into(pack, nothing).manifest.files
    private = ("own.yaml", "settings.toml", "draw.py", "film.previous.yaml")
    assert [name for name in names if name.endswith(private)] == []
    assert b"The office" not in pack.read_bytes()


def test_the_same_content_gives_the_same_bytes(school: Computer, pack: Path, tmp_path: Path) -> None:
    elsewhere = Computer(places(tmp_path / "third"))
    shutil.copytree(school.places.user_data, elsewhere.places.user_data, copy_function=shutil.copyfile)
    elsewhere.share(tmp_path / "again.lessonpack")
    assert (tmp_path / "again.lessonpack").read_bytes() == pack.read_bytes()


def test_licences_go_with_it_and_what_states_none_is_named(school: Computer, tmp_path: Path) -> None:
    put(school.places.user_data, {"lessons/reading/licence.txt": b"The authors, CC BY 4.0\n"})
    done = school.share(tmp_path / "a.lessonpack", PackWish(licences=("Ask the office first.",)))
    assert done.contents.manifest.licences == ("The authors, CC BY 4.0", "Ask the office first.")
    assert done.unlicensed == ("Reading",)


@pytest.mark.parametrize(
    ("wish", "pieces"),
    [
        (PackWish(films=False), ("adaptations/reading/warm.yaml", "lessons/reading")),
        (PackWish(films=False, adaptations=()), ("lessons/reading",)),
        (PackWish(films=False, lesson=False, adaptations=("short",)), ("adaptations/reading/short.yaml",)),
        (PackWish(lesson=False, adaptations=()), ("media/reading",)),
    ],
)
def test_parts_of_it_can_be_shared(
    wish: PackWish, pieces: tuple[str, ...], school: Computer, tmp_path: Path
) -> None:
    assert school.share(tmp_path / "a.lessonpack", wish).contents.pieces == pieces


def test_a_version_alone_goes_to_a_school_that_has_the_lesson(
    school: Computer, pack: Path, other: Computer, tmp_path: Path
) -> None:
    alone = tmp_path / "warm.lessonpack"
    school.share(alone, PackWish(lesson=False, films=False, adaptations=("warm",)))
    with pytest.raises(PackRefused, match="It changes the lesson “reading”, which is not on this computer"):
        other.install(alone)
    put(other.places.shipped, sample_files())
    other.install(alone)
    assert [one.title for one in other.cards()[0].versions] == ["As written", "Short", "Warm"]


def test_what_cannot_be_shared_is_refused_and_nothing_is_written(school: Computer, tmp_path: Path) -> None:
    target = tmp_path / "a.lessonpack"
    target.write_bytes(b"former")
    with pytest.raises(PackRefused, match="It has no adaptation “cold”"):
        school.share(target, PackWish(adaptations=("cold",)))
    with pytest.raises(PackRefused, match="There is nothing to share"):
        school.share(target, PackWish(lesson=False, films=False, adaptations=()))
    (school.places.user_data / "media/reading/reading.webm").unlink()
    with pytest.raises(PackRefused, match="is not in the folder “reading”"):
        school.share(target)
    assert target.read_bytes() == b"former"
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_a_pack_that_is_here_already_changes_nothing(pack: Path, other: Computer) -> None:
    other.install(pack)
    again = other.install(pack)
    assert again == Installed(None, ())
    assert len(other.store.known()) == 1


@pytest.fixture
def changed(pack: Path, other: Computer) -> Computer:
    """Who installed the pack and then changed the lesson."""
    other.install(pack)
    with (other.places.user_data / "lessons/reading/lesson.yaml").open("ab") as file:
        file.write(b"# mine\n")
    return other


def test_on_a_clash_nothing_happens_until_somebody_chose(changed: Computer, pack: Path) -> None:
    before = changed.files()
    with pytest.raises(PackRefused, match="Here already, and not the same: Lesson: A quiet"):
        changed.install(pack)
    assert changed.files() == before


def test_replacing_keeps_what_was_there_for_later(changed: Computer, pack: Path) -> None:
    before = changed.files()
    done = changed.install(pack, Answer.REPLACE)
    assert done.pieces == ("lessons/reading",)
    assert b"# mine" not in changed.files()["lessons/reading/lesson.yaml"]
    assert done.pack is not None
    assert changed.store.turn(done.pack.key).taken_out
    assert changed.files() == before
    assert not changed.store.turn(done.pack.key).taken_out
    assert b"# mine" not in changed.files()["lessons/reading/lesson.yaml"]


def test_keeping_both_gives_the_packs_another_name(changed: Computer, pack: Path) -> None:
    before = changed.files()
    done = changed.install(pack, Answer.KEEP_BOTH)
    assert done.pieces == ("lessons/reading-2",)
    assert {(card.id, card.title, card.teachable) for card in changed.cards()} == {
        ("reading", "A quiet reading lesson", True),
        ("reading-2", "A quiet reading lesson (2)", True),
    }
    assert before.items() <= changed.files().items()
    short = changed.files()["lessons/reading-2/adaptations/short.yaml"]
    assert b"lesson: reading-2" in short


def test_keeping_both_films_gives_each_lesson_its_own(pack: Path, other: Computer) -> None:
    other.install(pack)
    (other.places.user_data / "media/reading/reading.webm").write_bytes(FILM + b"of this school")
    done = other.install(pack, Answer.KEEP_BOTH)
    assert done.pieces == ("media/reading-2", "lessons/reading-2")
    bundles = {card.id: load_lesson(card.folder, other.places)[0] for card in other.cards()}
    assert {name: one.lesson.film for name, one in bundles.items() if one is not None} == {
        "reading": "reading",
        "reading-2": "reading-2",
    }
    assert all(card.teachable and card.problems == () for card in other.cards())


def test_keeping_both_versions_gives_the_packs_another_name(
    school: Computer, other: Computer, tmp_path: Path
) -> None:
    put(other.places.user_data, sample_files())
    put(
        other.places.user_data,
        {"adaptations/reading/warm.yaml": b"format: 1\nid: warm\nlesson: reading\ntitle: Mine\nabout: M.\n"},
    )
    alone = tmp_path / "warm.lessonpack"
    school.share(alone, PackWish(lesson=False, films=False, adaptations=("warm",)))
    assert other.install(alone, Answer.KEEP_BOTH).pieces == ("adaptations/reading/warm-2.yaml",)
    assert other.files()["adaptations/reading/warm-2/pictures/sun.png"] == png(10, 10)
    assert [one.title for one in other.cards()[0].versions] == ["As written", "Short", "Warm (2)", "Mine"]


def test_a_lesson_whose_id_cannot_be_found_in_its_text_is_not_kept_beside(
    other: Computer, tmp_path: Path
) -> None:
    files = sample_files()
    name = "lessons/reading/lesson.yaml"
    files[name] = files[name].replace(b"id: reading", b'"id": reading', 1)
    path = tmp_path / "odd.lessonpack"
    path.write_bytes(packed(files))
    put(other.places.user_data, sample_files())
    before = other.files()
    with pytest.raises(PackRefused, match="cannot be kept beside the one that is here"):
        other.install(path, Answer.KEEP_BOTH)
    assert other.files() == before


def test_for_all_users_it_goes_to_the_machines_store(pack: Path, other: Computer) -> None:
    put(other.places.user_data, sample_files())
    machine = PackStore(other.places.machine_data, shared=True)
    done = other.install(pack, store=machine)
    assert done.pieces == ("adaptations/reading/warm.yaml", "lessons/reading", "media/reading")
    files = [
        path for path in other.places.machine_data.rglob("*") if path.suffix in {".yaml", ".webm", ".svg"}
    ]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o644}


def test_a_newer_pack_takes_over_what_an_older_one_brought(pack: Path, changed: Computer) -> None:
    first = changed.store.known()[0]
    changed.install(pack, Answer.REPLACE)
    left = {one.key: one.pack.pieces for one in changed.store.known()}
    assert left[first.key] == (
        "adaptations/reading/warm.yaml",
        "media/reading",
        "adaptations/reading/warm",
    )


def test_what_was_taken_out_and_is_forgotten_is_gone(pack: Path, other: Computer) -> None:
    done = other.install(pack)
    assert done.pack is not None
    other.store.turn(done.pack.key)
    other.store.forget(done.pack.key)
    assert other.files() == {}
    assert other.store.known() == ()
    with pytest.raises(PackRefused, match="No pack called"):
        other.store.turn(done.pack.key)


def stop_at(share: float) -> Callable[[float, str], None]:
    def say(done: float, _words: str) -> None:
        if done >= share:
            raise InterruptedError

    return say


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_stopping_leaves_nothing_behind(share: float, pack: Path, other: Computer) -> None:
    contents = look_into(pack, nothing)
    with pytest.raises((InterruptedError, PackRefused)):
        install(contents, other.places, other.store, Answer.STOP, stop_at(share))
    assert other.files() == {}
    assert [path.name for path in (other.places.user_data / "packs").iterdir()] == [".lock"]


def test_a_full_disk_is_told_before_anything_is_copied(
    pack: Path, other: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(pack)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1_000_000))
    with pytest.raises(PackRefused, match="The disk is full: 50 MB more are needed"):
        other.install(pack)
    assert other.files() == {}


def test_a_disk_that_fills_up_meanwhile_is_told(
    pack: Path, other: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    contents = look_into(pack, nothing)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PackRefused, match="The disk is full"):
        install(contents, other.places, other.store, Answer.STOP, nothing)
    assert other.files() == {}
    assert other.store.known() == ()


@pytest.mark.parametrize("fails_at", range(5))
def test_a_renaming_that_fails_takes_the_others_back(
    fails_at: int, changed: Computer, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (changed.places.user_data / "media/reading/reading.webm").write_bytes(FILM + b"mine")
    (changed.places.user_data / "adaptations/reading/warm.yaml").write_bytes(
        b"format: 1\nid: warm\nlesson: reading\ntitle: Mine\nabout: M.\n"
    )
    before = changed.files()
    count = 0
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == fails_at + 1:
            raise OSError(errno.EACCES, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(PackRefused, match="The pack cannot be written to"):
        changed.install(pack, Answer.REPLACE)
    assert changed.files() == before


class PowerCut(BaseException):
    """Nothing runs after it."""


@pytest.mark.parametrize("stops_after", range(7))
@pytest.mark.parametrize("step", ["install", "take out"])
def test_after_a_power_cut_everything_is_as_before(
    step: str, stops_after: int, changed: Computer, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Power goes after so many renamings; what is found at the next start is as before, or as after."""
    (changed.places.user_data / "media/reading/reading.webm").write_bytes(FILM + b"mine")
    before = changed.files()
    key = ""
    if step == "take out":
        done = changed.install(pack, Answer.REPLACE)
        assert done.pack is not None
        before, key = changed.files(), done.pack.key
    real, count = Path.rename, 0

    def rename(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count > stops_after:
            raise PowerCut
        return real(self, target)

    with monkeypatch.context() as cut:
        cut.setattr(Path, "rename", rename)
        cut.setattr(shutil, "rmtree", lambda *_a, **_k: None)
        try:
            changed.store.turn(key) if key else changed.install(pack, Answer.REPLACE)
            finished = True
        except PowerCut:
            finished = False
    changed.store.recover()
    assert (changed.files() == before) is not finished
    assert not any(known.pack.moves for known in changed.store.known())


def test_while_one_installs_another_waits(pack: Path, other: Computer) -> None:
    with other.store.changing(), pytest.raises(PackRefused, match="Another pack is being installed"):
        other.install(pack)
