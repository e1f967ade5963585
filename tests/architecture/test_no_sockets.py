"""No module imports anything that opens a socket. tests/support/guards.py watches the same at run time."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.support.source_tree import Module, imports, modules

OPENS_SOCKETS: Final = (
    *(
        "socket",
        "_socket",
        "ssl",
        "asyncio",
        "selectors",
        "socketserver",
        "http",
        "urllib",
        "xmlrpc",
        "ftplib",
    ),
    *("imaplib", "poplib", "smtplib", "telnetlib", "nntplib", "webbrowser", "multiprocessing"),
    *("requests", "httpx", "aiohttp", "urllib3", "websockets"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtNetworkAuth", "PySide6.QtHttpServer"),
    *(
        "PySide6.QtWebEngineCore",
        "PySide6.QtWebEngineWidgets",
        "PySide6.QtWebView",
        "PySide6.QtRemoteObjects",
    ),
)
# Cuts an address into parts without opening anything.
HARMLESS: Final = ("urllib.parse",)


def within(name: str, packages: tuple[str, ...]) -> bool:
    return any(f"{name}.".startswith(f"{package}.") for package in packages)


def reaches_out(module: Module) -> list[str]:
    return [
        f"{module.path}:{imported.line}: {imported.name}"
        for imported in imports(module.tree)
        if within(imported.name, OPENS_SOCKETS) and not within(imported.name, HARMLESS)
    ]


def test_no_module_imports_a_network() -> None:
    assert [line for module in modules() for line in reaches_out(module)] == []


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "import urllib.request",
        "from urllib import request",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QLocalSocket",
        "import importlib; importlib.import_module('http.client')",
        "def f() -> None:\n    from asyncio import run",
    ],
)
def test_an_import_of_a_network_is_noticed(line: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(line)
    assert [found for module in modules(tmp_path) for found in reaches_out(module)]


def test_taking_an_address_apart_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("from urllib.parse import urlsplit")
    assert [found for module in modules(tmp_path) for found in reaches_out(module)] == []
