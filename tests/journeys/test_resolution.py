"""The resolution of the class screen is changed in the middle of the film: real windows."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.support import changed_resolution, virtual_desktop


@pytest.mark.skipif(bool(virtual_desktop.why_not()), reason=virtual_desktop.why_not() or "never")
def test_the_class_window_fills_each_resolution_keeps_its_page_and_goes_on() -> None:
    size = changed_resolution.WIDTH, changed_resolution.HEIGHT
    with virtual_desktop.virtual_desktop(*size) as environment:
        own = {"PYTHONPATH": os.pathsep.join(sys.path), "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        run = subprocess.run(
            [sys.executable, "-m", "tests.support.changed_resolution"],
            env=environment | own,
            stdout=subprocess.PIPE,
            text=True,
            timeout=120,
            check=True,
        )
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert [each["page"] for each in found] == [[1280, 720], [1024, 576], [1920, 1080]], "with bars at 4:3"
    assert {each["step"] for each in found} == {4}, "the place stays"
    assert {each["status"] for each in found} == {"playing"}, "nobody has missed anything"
