"""What a technician gets beside the packages, and what is looked at before they are built."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from tests.support.source_tree import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "packaging"))
for_technicians = importlib.import_module("for_technicians")


def test_the_pages_and_the_template_are_whole_and_the_same_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = [for_technicians.build(tmp_path / name) for name in ("one", "other")]
    assert made[0].read_bytes() == made[1].read_bytes()
    with zipfile.ZipFile(made[0]) as whole:
        held = {PurePosixPath(*PurePosixPath(name).parts[1:]): whole.read(name) for name in whole.namelist()}
    for name in ("LessonPlayer.admx", "en-GB/LessonPlayer.adml"):
        source = REPOSITORY / "packaging" / "windows" / "admx" / name
        assert held[PurePosixPath("group-policy", name)] == source.read_bytes()
    pages = {path: text.decode() for path, text in held.items() if path.suffix == ".md"}
    assert {PurePosixPath("it/intune.md"), PurePosixPath("it/apt.md"), PurePosixPath("privacy.md")} <= set(
        pages
    )
    for page, text in pages.items():
        for link in re.findall(r"\]\(([^)\s#:]+)", text):
            if page.parts[0] != "decisions":
                assert PurePosixPath(os.path.normpath(page.parent / link)) in held, f"{page}: {link}"


@pytest.mark.parametrize("name", ["SIGN", "SIGN_WINDOWS"])
def test_a_signer_that_is_not_there_stops_the_build_before_it_begins(name: str, tmp_path: Path) -> None:
    script = tmp_path / "packaging" / "build"
    script.parent.mkdir()
    shutil.copyfile(REPOSITORY / "packaging" / "build", script)
    (tmp_path / "dist").mkdir()
    around = {"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "0", name: "./sign-it"}
    done = subprocess.run(["bash", script], env=around, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, f"packages: {name}: there is no program ./sign-it\n")
    assert (tmp_path / "dist").is_dir()
