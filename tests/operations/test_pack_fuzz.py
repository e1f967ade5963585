"""Thousands of mutated packs, lessons, overlays and captions: no crash, no hang, nothing outside the target.

A few in every run; ``make fuzz`` tries 10,000, each from a number of its own, so that what fails can be made
again: give the number that the failure names to `check`.
"""

from __future__ import annotations

import contextlib
import random
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lesson_player.formats.bundle import load_bundle
from lesson_player.formats.captions import read_cues
from lesson_player.formats.pack.refusal import PackRefused
from lesson_player.model.layers import prepare
from lesson_player.model.pack import MANIFEST
from lesson_player.model.presets import presets
from lesson_player.operations.packs.clashes import Answer
from lesson_player.operations.packs.contents import look_into
from lesson_player.operations.packs.install import install
from lesson_player.operations.packs.store import PackStore
from tests.support.packs import Files, manifest_of, nothing, packed, places, put, sample_files, zipped

SLOWEST_S = 2.0
"""Processor time of one try: this machine may be busy with other things."""
NAMES = (
    "../outside.txt",
    "/tmp/outside.txt",
    "C:\\outside.txt",
    "lessons/reading/../../../outside.yaml",
    "lessons/reading/CON.yaml",
    "lessons/reading/pictures/e\u0301.svg",
    "adaptations/reading/own.yaml",
    "lessons//x.yaml",
    "lessons/reading/pictures/BOOK.svg",
)
TOKENS = (
    b"format: 2", b"id: other", b"&a [*a]", b"!!python/object", b"../../x", b"- - - -", b"\t", b"\xff\xfe",
    b"\0", b"-->", b"99:99:99.999", b"{", b"}", b'"', b"'", b": ", b"#", b"<v ", b"NaN", b"9" * 400, b"\r",
)  # fmt: skip


def mutated(data: bytes, dice: random.Random) -> bytes:
    """*data* with a few of its bytes changed, cut, doubled, or broken by what parsers care about."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(changed) + 1)
        match dice.randrange(6):
            case 0:
                changed[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del changed[at : at + dice.randint(1, 40)]
            case 2:
                changed[at:at] = changed[at : at + dice.randint(1, 200)]
            case 3:
                changed[at:at] = dice.choice(TOKENS)
            case 4:
                other = dice.randrange(len(changed) + 1)
                changed[at : at + 20] = changed[other : other + 20]
            case _:
                del changed[at:]
    return bytes(changed)


def mutated_zip(dice: random.Random) -> bytes:
    """A pack whose bytes are broken."""
    return mutated(packed(method=dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))), dice)


def mutated_inside(dice: random.Random) -> bytes:
    """A zip file in order, with a list that fits, and files that are broken."""
    files = sample_files()
    for _ in range(dice.randint(1, 3)):
        name = dice.choice(sorted(files))
        files[name] = mutated(files[name], dice)
    return packed(files)


def mutated_names(dice: random.Random) -> bytes:
    """A zip file with names that lead elsewhere, or a list that says other things."""
    files: Files = sample_files()
    name = dice.choice(NAMES)
    files[name] = files[dice.choice(sorted(files))]
    listed = manifest_of(files)
    return zipped([(MANIFEST, mutated(listed, dice) if dice.random() < 0.5 else listed), *files.items()])


def try_pack(make: Callable[[random.Random], bytes]) -> Callable[[random.Random, Path], None]:
    def run(dice: random.Random, folder: Path) -> None:
        pack = folder / "any.lessonpack"
        pack.write_bytes(make(dice))
        here = places(folder / "here")
        with contextlib.suppress(PackRefused):
            contents = look_into(pack, nothing)
            install(contents, here, PackStore(here.user_data), dice.choice(list(Answer)), nothing)

    return run


def try_lesson(dice: random.Random, folder: Path) -> None:
    """A lesson whose files are broken loads as far as it can, and says what is wrong."""
    files = sample_files()
    name = dice.choice([one for one in sorted(files) if not one.endswith(".webm")])
    put(folder, {**files, name: mutated(files[name], dice)})
    bundle, problems = load_bundle(folder / "lessons/reading", [folder / "media"])
    assert bundle is not None or problems
    if bundle is not None:
        prepare(bundle, [one.id for one in bundle.adaptations], [], presets())


def try_captions(dice: random.Random, folder: Path) -> None:
    track = folder / "captions.vtt"
    track.write_bytes(mutated(sample_files()["media/reading/captions.vtt"], dice))
    read_cues(track)


KINDS: tuple[Callable[[random.Random, Path], None], ...] = (
    try_pack(mutated_zip),
    try_pack(mutated_inside),
    try_pack(mutated_names),
    try_lesson,
    try_captions,
)


def check(number: int, folder: Path) -> None:
    """One try: what came of it lies in its folder, and it took no longer than anybody waits."""
    dice = random.Random(number)
    inside = folder / "deep" / "er" / "still" / str(number)
    inside.mkdir(parents=True)
    began = time.process_time()
    KINDS[number % len(KINDS)](dice, inside)
    took = time.process_time() - began
    assert took < SLOWEST_S, f"number {number} took {took:.1f} s of processor time"
    outside = [path for path in everything(folder) if inside not in (path, *path.parents) and path.is_file()]
    assert outside == [], f"number {number} wrote outside"
    assert not Path("/tmp/outside.txt").exists(), f"number {number} wrote outside"


def everything(folder: Path) -> Iterator[Path]:
    return folder.rglob("*")


@pytest.mark.parametrize("hundred", range(3))
def test_some_mutations_do_no_harm(hundred: int, tmp_path: Path) -> None:
    for number in range(hundred * 50, hundred * 50 + 50):
        check(number, tmp_path / str(number))


@pytest.mark.slow
@pytest.mark.parametrize("thousand", range(10))
def test_ten_thousand_mutations_do_no_harm(thousand: int, tmp_path: Path) -> None:
    for number in range(thousand * 1000, thousand * 1000 + 1000):
        check(number, tmp_path / str(number))
