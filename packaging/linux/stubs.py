"""Empty stand-ins for libraries that something names but that nothing here calls.

FFmpeg's libavcodec as Debian and PyAV build it is linked with encoders, with readers of other things
(drawings, speech radio, photographs) and with second decoders for what it decodes itself; libavformat with
encryption for networks; Qt's film engine with Qt Quick. They would be a third of the package, and code that
no film may reach. In their place is a library of the same name whose functions do nothing and give 0, which
FFmpeg takes for "cannot be opened". Qt does the same for the libraries of its own FFmpeg
(``libQt6FFmpegStub-*``)."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import elf

NOT_CALLED = (
    "libaom.so.",  # encoder; decoding is dav1d's
    "libasound-",  # PyAV's recording from a microphone
    "libcairo.so.",  # drawings
    "libcodec2.so.",  # speech radio
    "libgnutls-",  # PyAV's encrypted network
    "libgssapi_krb5.so.",  # Qt's signing on at servers
    "libjxl",  # photographs
    "libQt6Qml.so.",  # windows of Qt Quick
    "libQt6Quick.so.",  # a film made of a window of Qt Quick
    "librav1e.so.",  # encoder
    "librsvg-2.so.",  # drawings, with GLib's input, XML and Unicode tables
    "libSvtAv1Enc",  # encoder
    "libsystemd.so.",  # the system's log and sockets, for programs that are services
    "libvpl-",  # PyAV's use of graphics processors
    "libvpx",  # encoder; decoding is FFmpeg's own
    "libwebp",  # encoder
    "libx264",  # encoder
    "libx265",  # encoder
    "libxvidcore.so.",  # encoder
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
    wanted = {name: version for caller in callers for name, version in elf.undefined_symbols(caller).items()}
    given = elf.defined_symbols(real)
    names = {name: version for name, version in sorted(wanted.items()) if name in given}
    with tempfile.TemporaryDirectory() as folder:
        source, object_file, versions = (Path(folder, f"stub.{kind}") for kind in ("s", "o", "versions"))
        note = '    .section .note.GNU-stack,"",@progbits\n'
        source.write_text("    .text\n" + "".join(_NOTHING.format(name=name) for name in names) + note)
        versions.write_text(_versions(names))
        subprocess.run(["as", "--64", "-o", object_file, source], check=True)
        said = [f"--version-script={versions}"] if any(names.values()) else []
        subprocess.run(
            ["ld", "-shared", "--build-id=none", f"-soname={soname}", *said, "-o", target, object_file],
            check=True,
        )


def _versions(names: dict[str, str]) -> str:
    """The linker's script that gives each name its version: who asks for one gets no other."""
    return "".join(
        f"{version} {{ {' '.join(f'{name};' for name in names if names[name] == version)} }};\n"
        for version in sorted(set(names.values()) - {""})
    )
