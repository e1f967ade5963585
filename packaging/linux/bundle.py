"""Makes the program's folder for Linux: Python, Qt, libVLC, the sample content, and nothing that is not used.

PyInstaller gathers far more than is needed. What is wanted is named here (parts of Qt, plug-ins), everything
that those need to be loaded is found by what the files themselves say, and the rest stays behind.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import elf
import icu_data
import stubs
from reproducible import ROOT, copy_content, environment, epoch, settle

NAME = "lesson-player"
HERE = Path(__file__).resolve().parent
LIBRARIES = Path("/usr/lib/x86_64-linux-gnu")
VLC_PLUGINS = LIBRARIES / "vlc" / "plugins"
CACHE_MAKER = LIBRARIES / "vlc" / "vlc-cache-gen"

QT_PLUGINS = (
    "iconengines/libqsvgicon.so",
    "imageformats/libqjpeg.so",
    "imageformats/libqsvg.so",
    "imageformats/libqwebp.so",
    "multimedia/libffmpegmediaplugin.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so",
    "platforms/libqoffscreen.so",
    "platforms/libqxcb.so",
    "platformthemes/libqxdgdesktopportal.so",
    "printsupport/libcupsprintersupport.so",
    "texttospeech/libqtexttospeech_speechd.so",
)
QT_MODULES = (
    *("QtCore", "QtDBus", "QtGui", "QtMultimedia", "QtNetwork"),
    *("QtPdf", "QtPrintSupport", "QtSvg", "QtTextToSpeech", "QtWidgets"),
)
"""QtNetwork: Qt Multimedia is linked with it and does not load without."""
NOT_WANTED = (
    "lxml/html/*",
    "lxml/includes/*",
    "lxml/isoschematron/*",
    "lxml/objectify.*",
    "lxml/sax.*",
    "PIL/_avif.*",
    "PIL/_imagingcms.*",
    "PIL/_imagingft.*",
    "PIL/_imagingtk.*",
    "PIL/_webp.*",
    "*/_ssl.*",
    "*/_asyncio.*",
    "*/_multiprocessing.*",
)
"""Modules of Python with libraries that nothing here calls."""
OF_EVERY_DESKTOP = (
    "libasound.so.",
    "libcups.so.",
    "libEGL.so.",
    "libGL.so.",
    "libGLX.so.",
    "libGLdispatch.so.",
    "libOpenGL.so.",
)
"""Libraries that belong to the computer's own drivers and settings, whatever is bundled. Where there is no
print service, what asks it for printers is not loaded, and handouts are saved as files."""
_DATA = ("*.po", "*.qm", "*.dist-info/*", "*.egg-info/*", "*.pyi", "*/py.typed")
"""Files beside the libraries that nothing reads when the program runs."""


@dataclass(slots=True)
class Bundle:
    """The program's folder, and where each of its files came from."""

    folder: Path
    came_from: dict[str, str] = field(default_factory=dict)
    """Places in the folder, and the files that were copied to them."""
    of_the_machine: set[str] = field(default_factory=set)
    """Libraries that the computer must have: glibc, and what belongs to its drivers."""
    stand_ins: dict[str, str] = field(default_factory=dict)
    """Empty libraries, and the files that they stand in for."""
    glibc: tuple[int, int] = (0, 0)
    """The newest glibc that is asked for."""

    @property
    def inside(self) -> Path:
        """Where PyInstaller's program looks for its parts."""
        return self.folder / "_internal"

    def put(self, source: Path, place: str) -> Path:
        """Copy a file to its place below ``_internal``."""
        target = self.inside / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        self.came_from[place] = str(source)
        return target


def build(work: Path) -> Bundle:
    """Make the bundle in *work*, from nothing."""
    shutil.rmtree(work, ignore_errors=True)
    gathered = _gather(work)
    came_from = json.loads((work / "pyinstaller" / "lesson-player" / "came_from.json").read_text())
    bundle = Bundle(work / "bundle" / NAME)
    bundle.folder.mkdir(parents=True)
    shutil.copy2(gathered / NAME, bundle.folder / NAME)
    _choose(bundle, gathered / "_internal", came_from["files"])
    copy_content(bundle.inside / "lesson_player" / "content")
    # python-pptx finds its templates by way of this folder, whose modules PyInstaller keeps elsewhere.
    (bundle.inside / "pptx" / "oxml").mkdir()
    settle(bundle.folder, programs=(NAME,))
    _make_vlc_cache(bundle)
    _write_list(bundle, work, came_from["modules"])
    return bundle


def _gather(work: Path) -> Path:
    """What PyInstaller makes of the program."""
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", str(work / "gathered"), "--workpath", str(work / "pyinstaller")),
            str(HERE / "lesson-player.spec"),
        ],
        env={**environment(), "PYTHONPATH": str(ROOT / "src"), "PYINSTALLER_CONFIG_DIR": str(work / "cache")},
        cwd=ROOT,
        check=True,
    )
    return work / "gathered" / NAME


def _choose(bundle: Bundle, gathered: Path, sources: dict[str, str]) -> None:
    """Put what is wanted, and what that needs, into the bundle."""
    offered = [path for path in gathered.rglob("*") if path.is_file() and not path.is_symlink()]
    is_library = {path: elf.is_elf(path) for path in offered}
    by_name = {path.name: path for path, library in is_library.items() if library}
    to_load = [bundle.folder / NAME]
    for path, library in is_library.items():
        place = path.relative_to(gathered).as_posix()
        if _wanted(place, library=library):
            to_load.append(bundle.put(path, place))
            bundle.came_from[place] = sources.get(place, place)
    to_load += [bundle.put(VLC_PLUGINS / name, f"vlc/plugins/{name}") for name in _vlc_plugins()]
    # libVLC looks for plug-ins in "vlc" beside libvlccore; playback/vlc/library.py finds libVLC in "vlc".
    to_load.append(bundle.put((LIBRARIES / "libvlc.so.5").resolve(), "vlc/libvlc.so.5"))
    _add_needed(bundle, to_load, by_name, gathered, sources)
    _strip(bundle)


def _wanted(place: str, *, library: bool) -> bool:
    """Whether a file goes into the package for its own sake, not because another needs it."""
    if any(fnmatch(place, pattern) for pattern in (*_DATA, *NOT_WANTED)):
        return False
    if not library:
        return True
    if place.startswith("PySide6/Qt/plugins/"):
        return place.removeprefix("PySide6/Qt/plugins/") in QT_PLUGINS
    if place.startswith("PySide6/Qt"):
        return place.removeprefix("PySide6/").split(".")[0] in QT_MODULES
    is_module = ".cpython-" in place or ".abi3.so" in place
    return place.startswith("libpython") or (is_module and "/" in place and not place.startswith("lib"))


def _vlc_plugins() -> list[str]:
    lines = (HERE / "vlc-plugins.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _add_needed(
    bundle: Bundle, to_load: list[Path], by_name: dict[str, Path], gathered: Path, sources: dict[str, str]
) -> None:
    """Find every library that something in the bundle needs, until nothing is missing."""
    machine = elf.machine_libraries() | {path.name: path for path in (LIBRARIES / "vlc").glob("lib*.so*")}
    here = {path.name for path in to_load}
    asked_by: dict[str, list[Path]] = defaultdict(list)
    while to_load:
        found, to_load = elf.libraries(to_load), []
        for library in found:
            bundle.glibc = max(bundle.glibc, library.glibc)
            for name in library.needs:
                asked_by[name].append(library.path)
                if name in here:
                    continue
                here.add(name)
                if stubs.stands_in_for(name):
                    continue
                if name in by_name and _may_be_bundled(name):
                    place = by_name[name].relative_to(gathered).as_posix()
                    to_load.append(bundle.put(by_name[name], place))
                    bundle.came_from[place] = sources.get(place, place)
                elif name in machine and _may_be_bundled(name):
                    to_load.append(bundle.put(machine[name].resolve(), name))
                else:
                    bundle.of_the_machine.add(name)
    refuse_what_is_nowhere(bundle.of_the_machine - machine.keys(), asked_by)
    _link_from_the_top(bundle, gathered)
    for place in [each for each in bundle.came_from if Path(each).name.startswith("libicudata.so.")]:
        icu_data.write_smaller(gathered / place, bundle.inside / place)
    for name in filter(stubs.stands_in_for, sorted(asked_by)):
        real = by_name.get(name) or machine[name].resolve()
        stubs.write_stub(bundle.inside / name, real, asked_by[name])
        bundle.stand_ins[name] = str(real)


def refuse_what_is_nowhere(names: set[str], asked_by: Mapping[str, list[Path]]) -> None:
    """Stop where this computer lacks a library: it would be missing, unsaid, from every package built here.

    Raises SystemExit that names each and who asks for it.
    """
    if names:
        lines = [f"{name}, which {asked_by[name][0].name} needs" for name in sorted(names)]
        raise SystemExit(
            "Libraries are missing on this computer. Please install them, and name their packages in "
            "packaging/system-packages.txt:\n  " + "\n  ".join(lines)
        )


def _may_be_bundled(name: str) -> bool:
    """By PyInstaller's own list: glibc, drivers and X11's wire protocol stay the computer's."""
    from PyInstaller.depend.dylib import include_library

    return not name.startswith((*OF_EVERY_DESKTOP, "ld-linux", "libvlc.so")) and include_library(name)


def _link_from_the_top(bundle: Bundle, gathered: Path) -> None:
    """PyInstaller's links to libraries in folders of their own, where the library is in the bundle."""
    for link in gathered.iterdir():
        if link.is_symlink() and (bundle.inside / link.readlink()).is_file():
            (bundle.inside / link.name).symlink_to(link.readlink())


def _strip(bundle: Bundle) -> None:
    """Take out what only a debugger reads, and folders of the computer on which a library was built."""
    libraries = [path for path in bundle.inside.rglob("*.so*") if path.is_file() and not path.is_symlink()]
    for path in filter(elf.has_inner_names, libraries):
        subprocess.run(["strip", "--strip-unneeded", path], check=True)
    for path in libraries:
        elf.forget_search_paths(path)


def _make_vlc_cache(bundle: Bundle) -> None:
    """Last of all, because libVLC compares it with times and sizes of the plug-ins."""
    plugins = bundle.inside / "vlc" / "plugins"
    subprocess.run(
        [CACHE_MAKER, plugins],
        env={**environment(), "LD_LIBRARY_PATH": str(bundle.inside), "HOME": "/nonexistent"},
        check=True,
    )
    for path in (plugins / "plugins.dat", plugins):
        os.utime(path, (epoch(), epoch()))
    (plugins / "plugins.dat").chmod(0o644)


def _write_list(bundle: Bundle, work: Path, modules: dict[str, str]) -> None:
    """What the notices and the list of parts are made from."""
    (work / "parts.json").write_text(
        json.dumps(
            {
                "files": dict(sorted(bundle.came_from.items())),
                "modules": dict(sorted(modules.items())),
                "stand_ins": dict(sorted(bundle.stand_ins.items())),
                "of_the_machine": sorted(bundle.of_the_machine),
                "glibc": list(bundle.glibc),
            },
            indent=1,
        )
        + "\n"
    )


if __name__ == "__main__":
    build(ROOT / "build" / "linux")
