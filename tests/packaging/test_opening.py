"""How a desktop comes to open our files: its entry in the menu, and how it knows the kinds of file."""

from __future__ import annotations

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from lesson_player.formats.bundle import load_bundle
from lesson_player.model.pack import SUFFIX
from lesson_player.operations.opened_file import VOICE_SUFFIX
from lesson_player.operations.packs.gather import PackWish
from lesson_player.operations.packs.share import share
from tests.support.example_lesson import copy_example
from tests.support.packs import nothing, places
from tests.support.source_tree import REPOSITORY

SHARE = REPOSITORY / "packaging" / "linux" / "share"
ENTRY = (SHARE / "lesson-player.desktop").read_text(encoding="utf-8")
KINDS = ET.parse(SHARE / "lesson-player.xml").getroot()
NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_menu_entry_opens_the_library_and_a_file() -> None:
    assert "\nExec=lesson-player open %f\n" in ENTRY
    for kind in KINDS.iter(f"{NAMESPACE}mime-type"):
        assert f"{kind.get('type')};" in ENTRY
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("desktop-file-validate is not here (packaging/system-packages.txt, group packages)")
    checked = subprocess.run(
        ["desktop-file-validate", SHARE / "lesson-player.desktop"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (checked.returncode, checked.stdout) == (0, "")


def test_files_are_known_by_their_names() -> None:
    patterns = [glob.get("pattern") for glob in KINDS.iter(f"{NAMESPACE}glob")]
    assert patterns == [f"*{SUFFIX}", f"*{VOICE_SUFFIX}"]


def test_a_pack_that_we_write_is_known_by_how_it_begins(tmp_path: Path) -> None:
    pack = tmp_path / "small.lessonpack"
    folder = copy_example(tmp_path).lesson
    bundle, _ = load_bundle(folder, [])
    assert bundle is not None
    share(bundle, places(tmp_path / "here"), PackWish(films=False), pack, nothing)
    begins = pack.read_bytes()[:100]
    marks = [
        (int(match.get("offset") or 0), match.get("value") or "") for match in KINDS.iter(f"{NAMESPACE}match")
    ]
    assert len(marks) == 2
    for offset, value in marks:
        plain = re.sub(r"\\(\d{3})", lambda found: chr(int(found[1], 8)), value).encode()
        assert begins[offset : offset + len(plain)] == plain
