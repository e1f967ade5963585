"""The MSI: per machine, silent where asked, upgraded in place, never downgraded, gone without a rest."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import uuid
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from windows_package.inputs import InputError
from windows_package.launchers import WINDOWED

if TYPE_CHECKING:
    from collections.abc import Iterable

UPGRADE_CODE = "6B1C2C0E-5B0F-5C35-9E0A-3B7C0C8E9C11"
"""The same for all versions, for ever: by it Windows knows that one is an upgrade of another."""
_OURS = uuid.UUID(UPGRADE_CODE)

PACK_KIND, PACK_NAME = "LessonPlayer.Pack", "Lesson pack for Lesson Player"
"""Of files that end in ``.lessonpack``: how the registry calls them, and how people read it."""
_BY_SETUP = (
    "Lesson Player was installed by its set-up program. Please use a newer set-up program, or remove it "
    "first (Settings, Apps). Nothing was changed."
)
_LAY_EVERY_FILE = "amus"
"""Windows chooses what to lay before it takes the older version away, and leaves out what is there in the
same or a higher version. wixl gives no file a version, so an upgrade would lay no program and no library."""
OLDEST_BUILD = 18362
"""Windows 10, version 1903."""


def make_msi(root: Path, icon: Path, version: str, epoch: int, out: Path) -> None:
    """Pack the folder *root*, beside which *icon* stands. All of it has the time *epoch*, in seconds."""
    for path in [root, *root.rglob("*")]:
        os.utime(path, (epoch, epoch))
    source = out.with_suffix(".wxs")
    source.write_text(wxs(root, icon, version), encoding="utf-8")
    when = f"@{epoch}"
    command = [
        "faketime",
        "-f",
        _faketime(epoch),
        "wixl",
        "-a",
        "x64",
        "-D",
        "Win64=yes",
        "-o",
        str(out),
        str(source),
    ]
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": when[1:], "TZ": "UTC"}
    try:
        # wixl looks for files from the current folder alone.
        subprocess.run(command, check=True, env=surroundings, cwd=root.parent)
    except (OSError, subprocess.CalledProcessError) as error:
        raise InputError(f"wixl could not make {out.name}: {error}") from error
    source.unlink()
    _name_package(
        out, _guid(f"package {version} {_sum(sorted(p for p in root.rglob('*') if p.is_file()), root)}")
    )


def _name_package(msi: Path, guid: str) -> None:
    """Give the package the code of its contents, where wixl has put one by chance."""
    said = subprocess.run(["msiinfo", "suminfo", str(msi)], capture_output=True, text=True, check=True).stdout
    found = re.search(r"^Revision number.*(\{[0-9A-F-]{36}\})", said, re.MULTILINE)
    data = msi.read_bytes()
    if found is None or data.count(found[1].encode()) != 1:
        raise InputError(f"{msi.name} has no code of its own that could be set.")
    msi.write_bytes(data.replace(found[1].encode(), f"{{{guid}}}".encode()))


def wxs(root: Path, icon: Path, version: str) -> str:
    """The package's description for wixl: every file of *root* is a component of its own."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    references = "\n".join(f'      <ComponentRef Id="{_id("c", path, root)}"/>' for path in files)
    # The product's code changes with each version, as an upgrade of the whole package must have it.
    product = _guid(f"product {version}")
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="{product}" Name="Lesson Player" Language="2057" Version="{version}"
      Manufacturer="Lesson Player" UpgradeCode="{UPGRADE_CODE}">
    <Package Id="{_guid(f"package {version} {_sum(files, root)}")}" InstallerVersion="500" Compressed="yes"
        InstallScope="perMachine" Description="Lesson Player" Manufacturer="Lesson Player"/>
    <MajorUpgrade DowngradeErrorMessage="A newer version of Lesson Player is installed already."/>
    <Media Id="1" Cabinet="files.cab" EmbedCab="yes"/>
    <Icon Id="program.ico" SourceFile={quoteattr(icon.name)}/>
    <Property Id="ARPPRODUCTICON" Value="program.ico"/>
    <Property Id="ARPNOMODIFY" Value="1"/>
    <Property Id="REINSTALLMODE" Value="{_LAY_EVERY_FILE}"/>
    <Property Id="REBOOT" Value="ReallySuppress"/>
    <Property Id="ARPCOMMENTS" Value="Lessons around films, for teachers. Help is in the program: press F3."/>
{_conditions()}
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Directory Id="ProgramFiles64Folder">
        <Directory Id="INSTALLDIR" Name="Lesson Player">
{_registry()}
{_folder(root, root)}
        </Directory>
      </Directory>
      <Directory Id="ProgramMenuFolder">
        <Component Id="shortcut" Guid="{_guid("shortcut")}" Win64="yes">
          <Shortcut Id="menu" Name="Lesson Player" Target="[INSTALLDIR]{WINDOWED}"
              WorkingDirectory="INSTALLDIR" Icon="program.ico"/>
          <RegistryValue Root="HKLM" Key="Software\\Lesson Player" Name="Shortcut" Type="integer" Value="1"
              KeyPath="yes"/>
        </Component>
      </Directory>
    </Directory>
    <Feature Id="whole" Level="1">
      <ComponentRef Id="registry"/>
      <ComponentRef Id="shortcut"/>
{references}
    </Feature>
  </Product>
</Wix>
"""


def _conditions() -> str:
    """What must hold before anything is changed, and where in the registry it is looked up."""
    lines = []
    for name, key, value, condition, sentence in (
        (
            "WINDOWSBUILD",
            r"SOFTWARE\Microsoft\Windows NT\CurrentVersion",
            "CurrentBuildNumber",
            f"Installed OR WINDOWSBUILD >= {OLDEST_BUILD}",
            "Lesson Player needs Windows 10, version 1903, or later. Nothing was changed.",
        ),
        (
            "OTHERINSTALLER",
            r"Software\Lesson Player",
            "Installer",
            'Installed OR NOT OTHERINSTALLER = "setup"',
            _BY_SETUP,
        ),
    ):
        lines += [
            f'    <Property Id="{name}">',
            f'      <RegistrySearch Id="{name.lower()}" Root="HKLM" Key={quoteattr(key)} Name="{value}"',
            '          Type="raw" Win64="yes"/>',
            "    </Property>",
            f"    <Condition Message={quoteattr(sentence)}>{escape(condition)}</Condition>",
        ]
    return "\n".join(lines)


def _registry() -> str:
    pack = rf"Software\Classes\{PACK_KIND}"
    values = [
        (r"Software\Lesson Player", "InstallDir", "[INSTALLDIR]"),
        (r"Software\Lesson Player", "Installer", "msi"),
        (r"Software\Classes\.lessonpack", "", PACK_KIND),
        (pack, "", PACK_NAME),
        (rf"{pack}\DefaultIcon", "", f"[INSTALLDIR]{WINDOWED},0"),
        (rf"{pack}\shell\open\command", "", f'"[INSTALLDIR]{WINDOWED}" open "%1"'),
    ]
    lines = [f'          <Component Id="registry" Guid="{_guid("registry")}" Win64="yes">']
    for number, (key, name, value) in enumerate(values):
        named = f'Name="{name}" ' if name else ""
        path = ' KeyPath="yes"' if number == 0 else ""
        lines.append(
            f'            <RegistryValue Root="HKLM" Key={quoteattr(key)} {named}Type="string" '
            f"Value={quoteattr(value)}{path}/>"
        )
    lines.append("          </Component>")
    return "\n".join(lines)


def _folder(folder: Path, root: Path) -> str:
    lines = []
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            lines.append(f'<Directory Id="{_id("d", path, root)}" Name={quoteattr(path.name)}>')
            lines.append(_folder(path, root))
            lines.append("</Directory>")
            continue
        inside = path.relative_to(root).as_posix()
        lines.append(f'<Component Id="{_id("c", path, root)}" Guid="{_guid(inside)}" Win64="yes">')
        lines.append(
            f'<File Id="{_id("f", path, root)}" Name={quoteattr(path.name)} '
            f'Source={quoteattr(f"{root.name}/{inside}")} KeyPath="yes"/>'
        )
        lines.append("</Component>")
    return "\n".join(lines)


def _id(kind: str, path: Path, root: Path) -> str:
    return kind + hashlib.sha256(path.relative_to(root).as_posix().encode()).hexdigest()[:24]


def _guid(name: str) -> str:
    return str(uuid.uuid5(_OURS, name)).upper()


def _sum(files: Iterable[Path], root: Path) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _faketime(epoch: int) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%d %H:%M:%S")
