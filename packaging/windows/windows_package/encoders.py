"""Libraries that FFmpeg never needs here are left out of PyAV; stand-ins of the same names take their places.

FFmpeg's libavcodec is linked with encoders that this program never calls: it looks into films and writes
none. They are a third of PyAV's size, and two of them (x264, x265) are under the GPL. Others are second
decoders, which FFmpeg asks only by name, as it has its own for the same formats. In place of each stands a
library that we make, with the same name and the names that FFmpeg asks it for. Each gives 0, which FFmpeg
takes for "cannot be opened"; so that encoder or decoder cannot be had.
"""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from windows_package.inputs import InputError
from windows_package.pe import imports

if TYPE_CHECKING:
    from pathlib import Path

COMPILER = "x86_64-w64-mingw32-gcc"
LINKED = ("-static-libgcc", "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va")
"""Without the time of the build in it, and with what Windows has against attacks on memory."""

NEVER_NEEDED = (
    "libx264-",
    "libx265-",
    "libsvtav1enc-",
    "libmp3lame-",
    "libwebp-",
    "libwebpmux-",
    "libvpl-",
    "libvpx-",
    "libopencore-",
    "libiconv-",
)
"""Video, MP3 and WebP encoders; Intel's library for graphics processors, which is never asked for; decoders
of VP8, VP9 and AMR beside FFmpeg's own; letters of other character sets, which FFmpeg's own callers ask for
captions in such a set when they name it, and for the names of broadcasters."""
_ANSWERS = {"libiconv_open": "(void *)-1"}
"""What is said in place of 0 (POSIX: iconv_open gives -1 for a character set that it does not know)."""
_PREFERRED_PLACE = "-Wl,--image-base,0x180000000"
"""In memory. Where none is said, the linker works one out from the path of the file that it writes."""
_ONLY_FOR_THOSE = ("libsharpyuv-", "libstdc++-")
"""What the libraries above use themselves."""


def replace_never_needed(folder: Path) -> list[str]:
    """Put a stand-in for each in *folder*; gives the names of the libraries that were replaced or left out.

    Raises InputError where the compiler lacks, or another library still needs one that was to go.
    """
    libraries = sorted(folder.glob("*.dll"))
    going = [path for path in libraries if path.name.lower().startswith(NEVER_NEEDED)]
    staying = [path for path in libraries if path not in going]
    for path in going:
        path.unlink()
        make_stand_in(path, _asked_of(path.name, staying))
    unused = [path for path in staying if path.name.lower().startswith(_ONLY_FOR_THOSE)]
    for path in unused:
        askers = [one.name for one in staying if one not in unused and _asks(one, path.name)]
        if askers:
            raise InputError(f"{path.name} is still needed by {', '.join(askers)}.")
        path.unlink()
    return [path.name for path in [*going, *unused]]


def stand_in(names: list[str]) -> str:
    """C for a library with these names, each of which gives 0, or what :data:`_ANSWERS` says."""
    for name in names:
        if not re.fullmatch(r"\w+", name):
            raise InputError(f"{name} is no name in C.")
    functions = "".join(
        f"__declspec(dllexport) void *{name}(void) {{ return {_ANSWERS.get(name, '0')}; }}\n"
        for name in names
    )
    return f"/* Stands in for a library that is not used. */\n{functions}"


def _asked_of(library: str, askers: list[Path]) -> list[str]:
    names = {name for path in askers for one in imports(path) if one.library == library for name in one.names}
    return sorted(names)


def _asks(path: Path, library: str) -> bool:
    return any(one.library == library for one in imports(path))


def make_stand_in(path: Path, names: list[str]) -> None:
    """Compile the library that stands in, with these names, at *path*. Raises InputError where that fails."""
    command = [
        COMPILER,
        "-std=c11",
        "-Os",
        "-s",
        "-shared",
        "-nostartfiles",
        "-nodefaultlibs",
        "-x",
        "c",
        "-",
    ]
    command += ["-o", str(path), "-Wl,-e,0", _PREFERRED_PLACE, *LINKED]
    try:
        subprocess.run(command, input=stand_in(names), text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise InputError(f"{COMPILER} could not make {path.name}: {error}") from error
