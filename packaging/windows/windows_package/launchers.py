"""The two programs that start Lesson Player, and their icon."""

from __future__ import annotations

import os
import struct
import subprocess
import tempfile
from pathlib import Path

from windows_package.encoders import COMPILER, LINKED
from windows_package.inputs import InputError

WINDOWED, COMMAND_LINE = "LessonPlayer.exe", "lesson-player.exe"
_GROUND = "#0B5D66"
"""That of the icon."""
_SIDES = (256, 64, 48, 32, 24, 20, 16)
"""Pixels. Windows takes these at 100 to 150 % (Microsoft, "Construct your Windows app's icon")."""


def make_launchers(source: Path, icon: Path, version: str, root: Path) -> list[Path]:
    """Compile both from *source* into *root*; gives them. Raises InputError where the compiler fails."""
    for name, how in ((WINDOWED, ["-mwindows"]), (COMMAND_LINE, ["-mconsole", "-DWITH_CONSOLE"])):
        with tempfile.TemporaryDirectory() as made:
            resources = Path(made) / "resources.o"
            numbers = ",".join(version_numbers(version))
            marks = [f"-DNUMBERS={numbers}", f'-DVERSION=\\"{version}\\"', f'-DFILE_NAME=\\"{name}\\"']
            _run(
                [
                    "x86_64-w64-mingw32-windres",
                    *marks,
                    f"-I{source}",
                    f"-I{icon.parent}",
                    "launcher.rc",
                    str(resources),
                ],
                source,
            )
            flags = ["-std=c11", "-Os", "-s", "-Wall", "-Wextra", "-Werror", "-municode", *how, *LINKED]
            _run([COMPILER, *flags, "launcher.c", str(resources), "-o", str(root / name)], source)
    return [root / WINDOWED, root / COMMAND_LINE]


def version_numbers(version: str) -> list[str]:
    """The four numbers of a version for Windows; what follows a number, as in 1.2.0rc1, is left out."""
    numbers = version.split("+", maxsplit=1)[0].split(".")[:3]
    plain = [
        "".join(char for char in part.split("rc")[0].split("a")[0].split("b")[0] if char.isdigit())
        for part in numbers
    ]
    return [*(part or "0" for part in plain), *["0"] * (4 - len(plain))]


def make_icon(drawing: Path, icon: Path) -> None:
    """Paint the SVG *drawing* in every size into one file of Windows' icons, as PNG pictures."""
    pictures = {side: _painted(drawing, (side, side), side, "transparent", "PNG") for side in _SIDES}
    icon.write_bytes(icon_file(pictures))


def make_side_picture(drawing: Path, picture: Path) -> None:
    """Paint the picture beside the set-up program's words: the SVG *drawing* on its own ground colour.

    NSIS takes 164 by 314 pixels; twice as much stays sharp at 200 %.
    """
    picture.write_bytes(_painted(drawing, (328, 628), 200, _GROUND, "BMP"))


def _painted(drawing: Path, size: tuple[int, int], side: int, ground: str, kind: str) -> bytes:
    """The drawing, *side* pixels wide and high, in the middle of a picture of that *size*."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, QRectF
    from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication(["icon"])
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise InputError(f"{drawing.name} is no drawing.")
    image = QImage(*size, QImage.Format.Format_ARGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    renderer.render(painter, QRectF((size[0] - side) / 2, (size[1] - side) / 2, side, side))
    painter.end()
    if ground != "transparent":
        image = image.convertToFormat(QImage.Format.Format_RGB888)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    del application
    return bytes(buffer.data().data())


def icon_file(pictures: dict[int, bytes]) -> bytes:
    """An ICO file with these PNG pictures by side in pixels (up to 256)."""
    head = struct.pack("<3H", 0, 1, len(pictures))
    start = len(head) + 16 * len(pictures)
    entries = b""
    for side, picture in pictures.items():
        entries += struct.pack("<4B2H2I", side % 256, side % 256, 0, 0, 1, 32, len(picture), start)
        start += len(picture)
    return head + entries + b"".join(pictures.values())


def _run(command: list[str], folder: Path) -> None:
    try:
        subprocess.run(command, cwd=folder, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise InputError(f"{command[0]} could not make the launcher: {error}") from error
