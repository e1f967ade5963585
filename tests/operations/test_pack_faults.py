"""Packs that are damaged, or made to do harm, are refused in plain words and before anything is written."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lesson_player.formats.pack.refusal import PackRefused
from lesson_player.model.pack import MANIFEST
from lesson_player.operations.packs.contents import look_into
from tests.support.packs import (
    central,
    flagged,
    manifest_of,
    nothing,
    packed,
    png,
    sample_files,
    with_file,
    zipped,
)

PICTURE = "lessons/reading/pictures/more.png"
DRAWING = "lessons/reading/pictures/more.svg"


def named(name: str) -> Callable[[], bytes]:
    return lambda: with_file(name, b"text")


def both(one: str, other: str) -> Callable[[], bytes]:
    return lambda: packed({**sample_files(), one: b"text", other: b"text"})


def svg(inner: str, head: str = "") -> Callable[[], bytes]:
    drawing = f'{head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{inner}</svg>'
    return lambda: with_file(DRAWING, drawing.encode())


def linked() -> bytes:
    files = sample_files()
    link = zipfile.ZipInfo("lessons/reading/notes.txt")
    link.create_system = 3
    link.external_attr = 0o120777 << 16
    listed = manifest_of({**files, link.filename: b"/etc/passwd"})
    return zipped([(MANIFEST, listed), *files.items(), (link, b"/etc/passwd")])


def without(name: str) -> bytes:
    files = sample_files()
    listed = manifest_of(files)
    return zipped([(MANIFEST, listed), *((one, data) for one, data in files.items() if one != name)])


def surplus() -> bytes:
    files = sample_files()
    return zipped([(MANIFEST, manifest_of(files)), *files.items(), ("lessons/reading/more.txt", b"more")])


def wrong_hash() -> bytes:
    files = sample_files()
    name = "lessons/reading/services.yaml"
    listed = manifest_of(files)
    files[name] = files[name].replace(b"e", b"a")
    return zipped([(MANIFEST, listed), *files.items()])


def other_size() -> bytes:
    files = sample_files()
    listed = manifest_of(files)
    files["lessons/reading/services.yaml"] += b"\n"
    return zipped([(MANIFEST, listed), *files.items()])


def bursting() -> bytes:
    return packed({**sample_files(), PICTURE: png(10, 10) + bytes(5_000_000)}, zipfile.ZIP_DEFLATED)


def many_files() -> bytes:
    return packed({f"lessons/reading/many/{n}.txt": b"" for n in range(5001)})


def many_bytes() -> bytes:
    def lie(data: bytearray, at: int) -> None:
        struct.pack_into("<II", data, at + 20, 2_100_000_000, 2_100_000_000)

    return central(packed(), "media/reading/reading.webm", lie)


def overlapping() -> bytes:
    """Every central header leads to the same bytes, as in a zip that unpacks to far more than it is."""
    pack = packed()
    end = pack.find(b"PK\x01\x02")
    at = end
    data = bytearray(pack)
    while data[at : at + 4] == b"PK\x01\x02":
        struct.pack_into("<I", data, at + 42, 0)
        at += 46 + sum(struct.unpack_from("<3H", data, at + 28))
    return bytes(data)


def two_names() -> bytes:
    pack = bytearray(packed())
    at = pack.find(b"lessons/reading/services.yaml")
    at = pack.find(b"lessons/reading/services.yaml", at + 1)  # the first stands in the list
    pack[at : at + 29] = b"lessons/reading/serviceX.yaml"
    return bytes(pack)


def newer() -> bytes:
    return packed(format=2, surprise="of a later year")


def key_twice() -> bytes:
    files = sample_files()
    listed = manifest_of(files).replace(b'{"format": 1,', b'{"format": 1, "format": 1,')
    return zipped([(MANIFEST, listed), *files.items()])


FAULTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "absolute": (named("/etc/lessons/x.txt"), "“/etc/lessons/x.txt” does not begin in its own folder."),
    "parent": (named("lessons/reading/../../x.txt"), "“lessons/reading/../../x.txt” leaves its own folder."),
    "drive": (named("C:/lessons/reading/x.txt"), "“C:/lessons/reading/x.txt” names a drive."),
    "share": (named("//server/share/x.txt"), "“//server/share/x.txt” is on a network share."),
    "share with backslashes": (
        named(r"\\server\share\x.txt"),
        r"“\\server\share\x.txt” is on a network share.",
    ),
    "backslash": (named(r"lessons\reading\x.txt"), r"“lessons\reading\x.txt” has a backslash."),
    "address": (
        named("https://example.org/x.txt"),
        "“https://example.org/x.txt” is an address on the internet, and lessons use only files of their own.",
    ),
    "link": (linked, "“lessons/reading/notes.txt” is a link to another place."),
    "capitals": (
        both("lessons/reading/Note.txt", "lessons/reading/note.txt"),
        "“lessons/reading/Note.txt” and “lessons/reading/note.txt” are the same name on many computers.",
    ),
    "capitals of a folder": (
        both("lessons/reading/More/a.txt", "lessons/reading/more/b.txt"),
        "“lessons/reading/More” and “lessons/reading/more” are the same name on many computers.",
    ),
    "ways to write é": (
        both("lessons/reading/caf\u00e9.txt", "lessons/reading/cafe\u0301.txt"),
        (
            "“lessons/reading/caf\u00e9.txt” and “lessons/reading/cafe\u0301.txt” "
            "are the same name on many computers."
        ),
    ),
    "twice": (
        lambda: zipped(
            [(MANIFEST, manifest_of(sample_files())), *sample_files().items(), *sample_files().items()]
        ),
        "“lessons/reading/adaptations/short.yaml” is in the pack twice.",
    ),
    "file and folder": (
        both("lessons/reading/more.txt", "lessons/reading/more.txt/a.txt"),
        "“lessons/reading/more.txt” is both a file and a folder.",
    ),
    "reserved": (
        named("lessons/reading/con.txt"),
        "“lessons/reading/con.txt” is not a file name that every computer can use.",
    ),
    "trailing dot": (
        named("lessons/reading/more./x.txt"),
        "“lessons/reading/more./x.txt” is not a file name that every computer can use.",
    ),
    "trailing space": (
        named("lessons/reading/x.txt "),
        "“lessons/reading/x.txt ” is not a file name that every computer can use.",
    ),
    "invisible character": (
        named("lessons/reading/\u202etxt.yaml"),
        "“lessons/reading/\\u202etxt.yaml” is not a file name that every computer can use.",
    ),
    "too long": (
        named(f"lessons/reading/{'x' * 200}.txt"),
        f"“lessons/reading/{'x' * 44}” is not a file name that every computer can use.",
    ),
    "elsewhere": (named("settings.toml"), "“settings.toml” is in no lesson and no film."),
    "own layer": (
        lambda: with_file(
            "adaptations/reading/own.yaml", b"format: 1\nid: own\nlesson: reading\ntitle: T\nabout: A.\n"
        ),
        "“adaptations/reading/own.yaml” has the id “own”, and lies in another place.",
    ),
    "kind": (
        named("lessons/reading/start.exe"),
        "“lessons/reading/start.exe” is of a kind that has no place in a pack.",
    ),
    "shortcut": (
        named("lessons/reading/start.lnk"),
        "“lessons/reading/start.lnk” is of a kind that has no place in a pack.",
    ),
    "no ending": (
        named("lessons/reading/start"),
        "“lessons/reading/start” is of a kind that has no place in a pack.",
    ),
    "program": (
        lambda: with_file(PICTURE, b"MZ\x90\0" + bytes(60)),
        f"“{PICTURE}” is a program or a script.",
    ),
    "script": (
        lambda: with_file("lessons/reading/more.txt", b"#!/bin/sh\n"),
        "“lessons/reading/more.txt” is a program or a script.",
    ),
    "nested": (lambda: with_file(PICTURE, packed()), f"“{PICTURE}” is a packed file inside the pack."),
    "playlist for a film": (
        lambda: with_file("media/reading/reading.webm", b"#EXTM3U\nhttps://example.org/film\n"),
        "What is in “media/reading/reading.webm” is not what its name says.",
    ),
    "bomb": (bursting, f"“{PICTURE}” would become more than 100 times larger when unpacked."),
    "too many": (many_files, "The pack says that it holds 5002 files; 5000 is the most."),
    "too much": (many_bytes, "Unpacked, the pack would be larger than 2 GB."),
    "overlap": (overlapping, "Two files of the pack lie in the same place in it."),
    "wrong hash": (
        wrong_hash,
        "“lessons/reading/services.yaml” is damaged: it is not what the pack’s list says.",
    ),
    "wrong length": (other_size, "“lessons/reading/services.yaml” is not as long as the list says."),
    "missing": (
        lambda: without("lessons/reading/services.yaml"),
        "“lessons/reading/services.yaml” is in the list and not in the pack.",
    ),
    "surplus": (surplus, "“lessons/reading/more.txt” is in the pack and not in its list."),
    "two names": (two_names, "The pack says two different things about “lessons/reading/services.yaml”."),
    "no lesson file": (
        lambda: packed({"lessons/reading/notes.txt": b"text"}),
        "“lessons/reading/lesson.yaml” is not in the pack.",
    ),
    "no film": (
        lambda: packed({name: data for name, data in sample_files().items() if not name.endswith(".webm")}),
        "“media/reading” names “reading.webm”, which is not in the pack.",
    ),
    "other id": (
        lambda: with_file(
            "lessons/reading/lesson.yaml",
            sample_files()["lessons/reading/lesson.yaml"].replace(b"id: reading", b"id: writing", 1),
        ),
        "“lessons/reading/lesson.yaml” has the id “writing”, and lies in another place.",
    ),
    "large picture": (
        lambda: with_file(PICTURE, png(30_000, 30_000)),
        f"The picture “{PICTURE}” is too large: 30000 by 30000 pixels.",
    ),
    "broken picture": (lambda: with_file(PICTURE, png(10, 10)[:14]), f"The picture “{PICTURE}” is damaged."),
    "script in a drawing": (
        svg("<script>alert(1)</script>"),
        f"The drawing “{DRAWING}” is not safe to show, or not whole.",
    ),
    "handler in a drawing": (
        svg('<rect onclick="go()"/>'),
        f"The drawing “{DRAWING}” is not safe to show, or not whole.",
    ),
    "reference in a drawing": (
        svg('<use xlink:href="https://example.org/a.svg#b"/>'),
        f"The drawing “{DRAWING}” is not safe to show, or not whole.",
    ),
    "entities in a drawing": (
        svg("&a;", '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]>'),
        f"The drawing “{DRAWING}” is not safe to show, or not whole.",
    ),
    "encrypted": (lambda: flagged(packed(), 1), "The pack is locked with a password, and packs have none."),
    "truncated": (lambda: packed()[:-30], "The pack is not whole: its end is missing."),
    "truncated early": (lambda: packed()[:300], "The pack is not whole: its end is missing."),
    "program in front": (
        lambda: b"MZ" + bytes(510) + packed(),
        "The pack is damaged: its table of contents is not whole.",
    ),
    "something behind": (lambda: packed() + b"more", "The pack is not whole: its end is missing."),
    "newer": (newer, "The pack was made by a newer version of Lesson Player."),
    "list with a key twice": (key_twice, "The pack’s list cannot be read."),
    "list without a title": (
        lambda: packed(title=""),
        "The pack’s list cannot be used: “title” is not in order.",
    ),
    "list with more": (
        lambda: packed(script="x"),
        "The pack’s list cannot be used: “script” is not in order.",
    ),
    "no list": (
        lambda: zipped(sample_files().items()),
        "This zip file is not a lesson pack: it has no list (pack.json).",
    ),
    "no zip": (lambda: b"A letter to a friend, saved under a wrong name.", "This is not a lesson pack."),
    "empty": (lambda: b"", "This is not a lesson pack."),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_pack_is_refused_in_plain_words(fault: str, tmp_path: Path) -> None:
    make, sentence = FAULTS[fault]
    pack = tmp_path / "bad.lessonpack"
    pack.write_bytes(make())

    with pytest.raises(PackRefused) as stopped:
        look_into(pack, nothing)

    assert stopped.value.problem.sentence == sentence
    assert stopped.value.problem.remedy.startswith("Nothing has been changed.")
    assert [path.name for path in tmp_path.iterdir()] == ["bad.lessonpack"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_good_pack_is_told_in_its_own_words(method: int, tmp_path: Path) -> None:
    pack = tmp_path / "good.lessonpack"
    pack.write_bytes(packed(sample_files(), method, licences=["CC BY 4.0"]))

    found = look_into(pack, nothing)

    assert [(one.id, one.title, one.versions) for one in found.lessons] == [
        ("reading", "A quiet reading lesson", ("Short",))
    ]
    assert [(one.id, one.edition) for one in found.films] == [("reading", "sample")]
    assert found.manifest.licences == ("CC BY 4.0",)
    assert found.pieces == ("lessons/reading", "media/reading")


@pytest.mark.parametrize("gone", range(1, 200, 7))
def test_a_pack_that_was_cut_off_anywhere_is_refused(gone: int, tmp_path: Path) -> None:
    whole = packed()
    pack = tmp_path / "cut.lessonpack"
    pack.write_bytes(whole[: len(whole) * gone // 200])

    with pytest.raises(PackRefused):
        look_into(pack, nothing)
