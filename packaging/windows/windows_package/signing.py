"""The publisher's signature (Authenticode), set by a program of theirs in each file that we make or change.

Windows shows by it who made a file, and may be told to start nothing else (AppLocker, App Control). The order
is fixed: programs and libraries before they are packed, the program that removes before it is packed into the
set-up program, and then the packages themselves.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from windows_package.inputs import InputError, sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def sign(program: Path, files: Iterable[Path]) -> None:
    """Call *program* with each of *files*, which it signs in place.

    Raises InputError where it fails, or leaves a file as it was.
    """
    for path in files:
        before = sha256_of(path)
        try:
            subprocess.run([str(program), str(path)], check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise InputError(f"{path.name} could not be signed: {error}") from error
        if sha256_of(path) == before:
            raise InputError(f"{program.name} did not sign {path.name}: the file is as it was before.")
