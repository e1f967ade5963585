"""What a program asked of the system, by strace: of the network, and which files it read and wrote."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

LOCAL_FAMILIES = frozenset({"AF_UNIX", "AF_NETLINK", "AF_UNSPEC"})
"""Screen, sound and desktop are reached by files of this computer; a network card's name by the kernel."""
_STRACE = ("strace", "-f", "-qq", "-y", "--seccomp-bpf", "-e")
_FILES = (
    "trace=network,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
)
_OPENED = re.compile(
    r"\bopen(?:at)?\((?P<asked>.*), (?P<how>O_[A-Z_|]+).*= \d+<(?P<path>[^>]+)>$", re.MULTILINE
)
_TRIED = re.compile(r'\bopen(?:at)?\((?:[^,"]+, )?"(?P<path>[^"]*)"', re.MULTILINE)
_MADE = re.compile(r"\b(?:creat|mkdir|rename|link|symlink)\w*\((?P<asked>.*)\) = 0$", re.MULTILINE)


def why_not() -> str:
    """Why system calls cannot be watched here; empty where they can."""
    for command in (["strace", "-V"], watching(Path(os.devnull), ["true"])):
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=30)
        except (OSError, subprocess.SubprocessError) as error:
            return f"system calls cannot be watched here: {error}"
    return ""


def without_network() -> list[str]:
    """A name space without any network, where the system gives one; elsewhere the watching alone must do."""
    for command in (["unshare", "-n"], ["unshare", "-rn"]):
        if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
            return command
    return []


def watching(calls: Path, command: list[str], *, files: bool = False) -> list[str]:
    """The command that runs *command* and writes what it asked of the network, and of *files*, to *calls*."""
    return [*_STRACE, _FILES if files else "trace=network", "-o", str(calls), *command]


def families(calls: Path) -> set[str]:
    """The kinds of network that were asked for."""
    return set(re.findall(r"\b(?:AF|PF)_\w+", calls.read_text(errors="replace")))


def tried(calls: Path) -> set[str]:
    """Every path that somebody wanted to open, as it was asked for, whether it was there or not."""
    return {found["path"] for found in _TRIED.finditer(calls.read_text(errors="replace"))}


def written(calls: Path) -> set[str]:
    """Full paths that were opened for writing, made, or given a new name."""
    told = calls.read_text(errors="replace")
    opened = {
        found["path"]
        for found in _OPENED.finditer(told)
        if {"O_WRONLY", "O_RDWR"} & {*found["how"].split("|")}
    }
    made = {path for found in _MADE.finditer(told) for path in re.findall(r'"([^"]*)"', found["asked"])}
    return opened | made
