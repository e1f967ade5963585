"""Empty stand-ins for libraries that a decoder names but that playing films never calls.

FFmpeg's libavcodec as Debian and PyAV build it is linked with encoders and with readers of other things (SVG
drawings, speech radio). They would be a third of the package, and code that no film may reach. In
their place is a library of the same name whose functions do nothing and give 0, which FFmpeg takes for
"cannot be opened". Qt does the same for the libraries of its own FFmpeg (``libQt6FFmpegStub-*``).
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import elf

NOT_CALLED = (
    "libcodec2.so.",  # speech radio
    "librav1e.so.",  # encoder
    "librsvg-2.so.",  # drawings, with GLib's input, XML and Unicode tables
    "libSvtAv1Enc",  # encoder
    "libx264",  # encoder
    "libx265",  # encoder
)
_NOTHING = """    .globl {name}
    .type {name}, @function
{name}:
    xorl %eax, %eax
    ret
    .size {name}, .-{name}
"""


def stands_in_for(name: str) -> bool:
    """Whether the library of that name is replaced by an empty one."""
    return name.startswith(NOT_CALLED)


def write_stub(target: Path, real: Path, callers: list[Path]) -> None:
    """Write a library of *real*'s own name with those of its functions that *callers* name."""
    soname = elf.libraries([real])[0].soname
    wanted = {name for caller in callers for name in elf.undefined_symbols(caller)}
    names = sorted(wanted & elf.defined_symbols(real))
    if not names:
        raise SystemExit(f"{real.name}: nothing asks for it, so it needs no stand-in")
    with tempfile.TemporaryDirectory() as folder:
        source, object_file = Path(folder, "stub.s"), Path(folder, "stub.o")
        note = '    .section .note.GNU-stack,"",@progbits\n'
        source.write_text("    .text\n" + "".join(_NOTHING.format(name=name) for name in names) + note)
        subprocess.run(["as", "--64", "-o", object_file, source], check=True)
        subprocess.run(
            ["ld", "-shared", "--build-id=none", f"-soname={soname}", "-o", target, object_file], check=True
        )
