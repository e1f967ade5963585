"""The package for Linux: what may go in, and that archives of one tree are the same bytes."""

from __future__ import annotations

import ctypes
import gzip
import importlib.machinery
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lesson_player.cli.main import _parser
from tests.support.source_tree import REPOSITORY

LINUX = REPOSITORY / "packaging" / "linux"
sys.path[:0] = [str(REPOSITORY / "packaging"), str(LINUX)]
reproducible = importlib.import_module("reproducible")
man_page = importlib.import_module("man_page")
start = importlib.import_module("start")
icu_data = importlib.import_module("icu_data")
elf = importlib.import_module("elf")
stubs = importlib.import_module("stubs")
bundle = importlib.import_module("bundle")

NETWORK = (
    "http",
    "ftp",
    "smb",
    "udp",
    "tcp",
    "rtp",
    "rtsp",
    "sap",
    "rist",
    "srt",
    "live",
    "chromecast",
    "lua",
)


@pytest.mark.parametrize("kind", NETWORK)
def test_no_part_of_libvlc_that_opens_a_network_is_taken(kind: str) -> None:
    lines = (LINUX / "vlc-plugins.txt").read_text(encoding="utf-8").splitlines()
    taken = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in taken if line.startswith("access/")] == ["access/libfilesystem_plugin.so"]
    assert [line for line in taken if kind in line] == []


def test_every_part_of_qt_that_the_program_imports_is_taken() -> None:
    sources = (REPOSITORY / "src" / "lesson_player").rglob("*.py")
    imported = {name for path in sources for name in re.findall(r"PySide6\.(Qt\w+)", path.read_text("utf-8"))}
    assert imported >= {"QtCore", "QtPdf"}
    assert imported - set(bundle.QT_MODULES) == set()


def test_a_library_that_the_builder_lacks_stops_the_build() -> None:
    bundle.refuse_what_is_nowhere(set(), {})
    asked_by = {"libXrandr.so.2": [Path("plugins/libffmpegmediaplugin.so"), Path("other.so")]}
    with pytest.raises(SystemExit, match=r"libXrandr\.so\.2, which libffmpegmediaplugin\.so needs"):
        bundle.refuse_what_is_nowhere({"libXrandr.so.2"}, asked_by)


@pytest.mark.parametrize(("name", "goes_in"), [("cy.mo", True), ("cy.po", False)])
def test_of_a_translation_goes_in_what_the_program_reads(name: str, goes_in: bool) -> None:
    assert bundle._wanted(f"lesson_player/foundation/catalogues/{name}", library=False) is goes_in


@pytest.mark.parametrize(
    ("piece", "size", "kept"),
    [
        ("icudt73l/root.res", 900_000, True),
        ("icudt73l/zoneinfo64.res", 100_000, True),
        ("icudt73l/cy.res", 10_000, True),
        ("icudt73l/coll/ucadata.icu", 600_000, True),
        ("icudt73l/ibm-5348_P100-1997.cnv", 600, True),
        ("icudt73l/ibm-943_P15A-2003.cnv", 150_000, False),
        ("icudt73l/de.res", 10_000, False),
        ("icudt73l/sr_Latn_RS.res", 100, False),
        ("icudt73l/zone/fil.res", 10_000, False),
        ("icudt73l/curr/en.res", 10_000, False),
    ],
)
def test_of_icu_is_kept_what_belongs_to_no_other_language(piece: str, size: int, kept: bool) -> None:
    assert icu_data.is_kept(piece, size) is kept


@pytest.mark.skipif(shutil.which("as") is None, reason="no assembler: `make packages` installs binutils")
def test_a_stand_in_has_the_names_and_versions_that_are_asked_for_and_gives_nothing(tmp_path: Path) -> None:
    """Without the versions the dynamic linker ends the program, as it did with a stand-in for libsystemd."""
    real = tmp_path / "libreal.so.1"
    _link(real, "one: two: ret", "--soname=libasked.so.1", "V1 { one; };")
    caller = tmp_path / "libcaller.so"
    _link(caller, "call one@PLT\n call two@PLT\n call other@PLT", str(real), "")

    stubs.write_stub(tmp_path / "libasked.so.1", real, [caller])

    assert elf.libraries([tmp_path / "libasked.so.1"])[0].soname == "libasked.so.1"
    assert elf.defined_symbols(tmp_path / "libasked.so.1") - {"V1"} == {"one", "two"}
    assert elf.undefined_symbols(caller) == {"one": "V1", "two": "", "other": ""}
    loaded = ctypes.CDLL(str(tmp_path / "libasked.so.1"))
    assert (loaded.one(), loaded.two()) == (0, 0)


@pytest.mark.skipif(shutil.which("as") is None, reason="no assembler: `make packages` installs binutils")
@pytest.mark.parametrize(
    ("search", "left"),
    [("/home/builder/lib", ""), ("$ORIGIN:", ""), ("$ORIGIN/../lib:$ORIGIN", "$ORIGIN/../lib:$ORIGIN")],
)
def test_libraries_look_for_others_beside_themselves_alone(tmp_path: Path, search: str, left: str) -> None:
    """An empty part of a search path is the current folder."""
    library = tmp_path / "libone.so"
    _link(library, "one: two: movl $7, %eax; ret", f"-rpath={search}", "")

    assert elf.forget_search_paths(library) is (left == "")

    said = subprocess.run(["objdump", "-p", library], capture_output=True, text=True, check=True).stdout
    assert re.findall(r"^\s+R\w*PATH\s+(\S*)$", said, re.MULTILINE) == ([left] if left else [])
    assert ctypes.CDLL(str(library)).one() == 7


def _link(target: Path, lines: str, more: str, versions: str) -> None:
    script = target.with_suffix(".versions")
    script.write_text(versions)
    code = f".globl one, two\n.text\n{lines}\n"
    subprocess.run(["as", "--64", "-o", target.with_suffix(".o")], input=code.encode(), check=True)
    said = [f"--version-script={script}"] if versions else []
    subprocess.run(["ld", "-shared", *said, "-o", target, target.with_suffix(".o"), more], check=True)


def test_two_archives_of_one_tree_are_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made: list[bytes] = []
    for name, names in (("one", ("b", "a")), ("two", ("a", "b"))):
        tree = tmp_path / name
        (tree / "folder").mkdir(parents=True)
        for each in names:
            (tree / "folder" / each).write_text(each)
            os.utime(tree / "folder" / each, (len(made) + 5, len(made) + 5))
        (tree / "link").symlink_to("folder/a")
        reproducible.write_tar_xz(tmp_path / f"{name}.tar.xz", tree, "inside")
        made.append((tmp_path / f"{name}.tar.xz").read_bytes())
    assert made[0] == made[1]


def test_nothing_around_it_decides_where_parts_are_loaded_from() -> None:
    around = {
        "LD_LIBRARY_PATH": "/bundle:/users",
        "LD_LIBRARY_PATH_ORIG": "/users",
        "VLC_PLUGIN_PATH": ".",
        "QT_PLUGIN_PATH": ".",
        "HOME": "/home/a",
    }
    start.settle_surroundings(around)
    assert around == {
        "LD_LIBRARY_PATH": "/users",
        "HOME": "/home/a",
        "CUPS_SERVER": "/run/cups/cups.sock",
        "PYINSTALLER_RESET_ENVIRONMENT": "1",
    }


def test_no_module_is_looked_for_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("some.py").write_text("planted")
    loader = importlib.machinery.SourceFileLoader("some", "some.py")
    spec = importlib.util.spec_from_loader("some", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    assert loader.get_source("some") == "planted"

    start.settle_file_of(module, "/usr/lib/lesson-player/_internal")

    assert module.__file__ == "/usr/lib/lesson-player/_internal/some.py"
    with pytest.raises(ImportError):
        loader.get_source("some")


def test_the_manual_page_has_every_command() -> None:
    page = man_page.man_page(_parser(), "1.0", 0)
    for command in ("teach", "check", "rehearse", "install", "film import"):
        assert f".SS {command}\n" in page
    assert "1970\\-01\\-01" in page or "1970-01-01" in page


def test_the_install_script_takes_away_what_it_put_in_and_nothing_else(tmp_path: Path) -> None:
    if os.getuid() == 0:
        identity = tmp_path / "bin" / "id"
        identity.parent.mkdir()
        identity.write_text("#!/bin/sh\necho 1000\n")
        identity.chmod(0o755)
    unpacked, home = tmp_path / "unpacked", tmp_path / "home"
    (unpacked / "lesson-player").mkdir(parents=True)
    (unpacked / "lesson-player" / "lesson-player").write_text("program")
    (unpacked / "share" / "man" / "man1").mkdir(parents=True)
    (unpacked / "share" / "man" / "man1" / "lesson-player.1.gz").write_bytes(gzip.compress(b"page"))
    script = unpacked / "install.sh"
    script.write_bytes((LINUX / "install.sh").read_bytes())
    own = home / ".local" / "share" / "lesson-player" / "lessons" / "own.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    around = {"HOME": str(home), "PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin"}

    subprocess.run(["sh", script], env=around, check=True, capture_output=True)
    assert (home / ".local" / "bin" / "lesson-player").resolve().read_text() == "program"
    assert (home / ".local" / "share" / "man" / "man1" / "lesson-player.1.gz").is_file()

    subprocess.run(["sh", script, "--remove"], env=around, check=True, capture_output=True)
    assert set(home.rglob("*")) == {path for path in (own, *own.parents) if path.is_relative_to(home)} - {
        home
    }


def test_installed_for_everybody_it_is_roots_alone_and_all_can_read_it(tmp_path: Path) -> None:
    """Whoever unpacked the archive, and with whatever umask, may not change what others run."""
    unpacked = tmp_path / "unpacked"
    page = unpacked / "share" / "man" / "man1" / "lesson-player.1.gz"
    for path in (unpacked / "lesson-player" / "lesson-player", unpacked / "lesson-player" / "in" / "a", page):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("program")
        path.chmod(0o620)
    (unpacked / "lesson-player" / "lesson-player").chmod(0o700)
    (unpacked / "lesson-player" / "in").chmod(0o770)
    shutil.copyfile(LINUX / "install.sh", unpacked / "install.sh")
    if os.getuid() == 0:
        for path in unpacked.rglob("*"):
            os.chown(path, 1000, 1000)
    # Folders of this computer's own, /opt and /usr/local, are hidden by empty ones for this command alone.
    alone = ["unshare", "--mount", *([] if os.getuid() == 0 else ["--map-root-user"])]
    hidden = "mount -t tmpfs none /opt && mount -t tmpfs none /usr/local"
    if subprocess.run([*alone, "sh", "-c", hidden], check=False, capture_output=True).returncode:
        pytest.skip("this computer does not let folders be hidden for one command (unshare)")
    looked = "find /opt/lesson-player /usr/local -printf '%U %m %y %p\\n'"
    done = subprocess.run(
        [*alone, "sh", "-c", f'umask 077; {hidden} && sh "$1" >&2 && {looked}', "-", unpacked / "install.sh"],
        capture_output=True,
        text=True,
        check=True,
    )
    found = {line.split()[3]: tuple(line.split()[:3]) for line in done.stdout.splitlines()}
    assert found["/opt/lesson-player/lesson-player"] == ("0", "755", "f")
    assert found["/opt/lesson-player/in/a"] == ("0", "644", "f")
    assert found["/opt/lesson-player/in"] == ("0", "755", "d")
    assert found["/usr/local/share/man/man1/lesson-player.1.gz"] == ("0", "644", "f")
    del found["/usr/local"]
    assert set(found.values()) == {("0", "755", "f"), ("0", "644", "f"), ("0", "755", "d"), ("0", "777", "l")}


def test_a_copy_that_fails_leaves_the_version_that_was_there(tmp_path: Path) -> None:
    tools, unpacked, home = tmp_path / "bin", tmp_path / "unpacked", tmp_path / "home"
    tools.mkdir()
    for name, does in (("id", "echo 1000"), ("cp", "echo 'cp: No space left on device' >&2; exit 1")):
        (tools / name).write_text(f"#!/bin/sh\n{does}\n")
        (tools / name).chmod(0o755)
    (unpacked / "share").mkdir(parents=True)
    shutil.copyfile(LINUX / "install.sh", unpacked / "install.sh")
    former = home / ".local" / "lib" / "lesson-player" / "lesson-player"
    former.parent.mkdir(parents=True)
    former.write_text("the former one")

    done = subprocess.run(
        ["sh", unpacked / "install.sh"],
        env={"HOME": str(home), "PATH": f"{tools}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, "No space left" in done.stderr) == (1, "", True)
    assert former.read_text() == "the former one"
    assert list(former.parent.parent.iterdir()) == [former.parent]
