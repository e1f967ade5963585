"""What is ours in a package, and the typefaces, symbols and stand-ins that lie in our own folders."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from bill.part import Part

ROOT = Path(__file__).resolve().parents[3]
NAME = "Lesson Player"


def version() -> str:
    """The program's version, as its source says."""
    text = (ROOT / "src/lesson_player/__init__.py").read_text(encoding="utf-8")
    return text.split('__version__: Final = "')[1].split('"')[0]


def _text(place: str) -> tuple[str, ...]:
    return ((ROOT / place).read_text(encoding="utf-8"),)


_FONTS = "src/lesson_player/rendering/fonts"
_FONT_NOTICE = _text(f"{_FONTS}/NOTICE")
_OFL = (*_FONT_NOTICE, *_text(f"{_FONTS}/OFL.txt"))
_NPM = "pkg:npm/%40expo-google-fonts/"
TYPEFACES = {
    "Andika": Part(
        "Andika", "6.101", "data", "OFL-1.1", f"{_NPM}andika@0.2.3", "software.sil.org/andika", _OFL
    ),
    "AtkinsonHyperlegibleNext": Part(
        "Atkinson Hyperlegible Next", "2.001", "data", "OFL-1.1", f"{_NPM}atkinson-hyperlegible-next@0.4.1",
        "github.com/googlefonts/atkinson-hyperlegible-next", _OFL,
    ),
    "Lexend": Part(
        "Lexend", "1.007", "data", "OFL-1.1", f"{_NPM}lexend@0.4.1", "github.com/googlefonts/lexend", _OFL
    ),
    "OpenDyslexic": Part(
        "OpenDyslexic", "2.001", "data", "CC-BY-3.0 AND Bitstream-Vera",
        "pkg:deb/debian/fonts-opendyslexic@20160623-4", "Debian source package fonts-opendyslexic 20160623-4",
        (*_FONT_NOTICE, *_text(f"{_FONTS}/OpenDyslexic-CC-BY-3.0.txt"),
         *_text(f"{_FONTS}/OpenDyslexic-Bitstream-Vera.txt")),
    ),
}  # fmt: skip
"""By the beginning of their files' names."""
SYMBOLS = Part(
    "OpenMoji", "17.0.0", "data", "CC-BY-SA-4.0", "pkg:npm/openmoji@17.0.0", "openmoji.org",
    (*_text("src/lesson_player/foundation/openmoji/NOTICE"), *_text("LICENSES/CC-BY-SA-4.0.txt")),
)  # fmt: skip
PROGRAM = Part(
    NAME, version(), "application", "MIT", f"pkg:generic/lesson-player@{version()}", "this project",
    (*_text("LICENSE"), *_text("LICENSES/MIT.txt")),
)  # fmt: skip
CONTENT = Part(
    "Lessons and sample films of Lesson Player", version(), "data", "CC-BY-4.0", "", "this project",
    _text("LICENSES/CC-BY-4.0.txt"),
)  # fmt: skip
STAND_INS = Part(
    "Empty stand-ins for libraries that are not used", version(), "library", "MIT", "", "this project",
    _text("LICENSES/MIT.txt"),
)  # fmt: skip


def part_of(place: str) -> Part:
    """The part that a file of our package belongs to; *place* begins with ``lesson_player/``."""
    if place.startswith("lesson_player/content/"):
        return CONTENT
    if place.startswith("lesson_player/foundation/openmoji/"):
        return SYMBOLS
    if place.startswith("lesson_player/rendering/fonts/"):
        name = PurePosixPath(place).name
        return next((face for stem, face in TYPEFACES.items() if name.startswith(stem)), PROGRAM)
    return PROGRAM
