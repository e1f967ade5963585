"""What holds for every test: no screen, no network, nothing of the user's touched, nothing left behind."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from lesson_player.foundation import policy

pytest_plugins = ["tests.support.guards", "tests.support.patient_bot"]

# Examples must not fail on a slow machine, and are the same each time: `make fuzz` looks for new ones.
settings.register_profile(
    "here", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True, print_blob=True
)
settings.register_profile("fuzz", parent=settings.get_profile("here"), derandomize=False, max_examples=5_000)
settings.load_profile("here")

# The rooms below Qt, and the floors beneath them: their tests run without a Qt application.
ROOMS_WITHOUT_QT = frozenset({"foundation", "model", "formats", "teaching", "adapting"})
QT_FIXTURES = frozenset({"qapp", "qapp_args", "qapp_cls", "qtbot", "qtmodeltester"})


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("lesson-player")
    group.addoption("--onscreen", action="store_true", help="show real windows instead of drawing off screen")
    group.addoption("--update", action="store_true", help="rewrite the reference pictures and texts")


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt warns about any other character set, and a bare machine has no other locale.
    os.environ["LC_ALL"] = "C.UTF-8"
    # Over a hundred tests start the program as a process of its own; each would compile all of it anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def pytest_runtest_setup(item: pytest.Item) -> None:
    tests = item.config.rootpath / "tests"
    room = item.path.relative_to(tests).parts[0] if item.path.is_relative_to(tests) else ""
    asked = QT_FIXTURES & set(getattr(item, "fixturenames", ()))
    if room in ROOMS_WITHOUT_QT and asked:
        pytest.fail(f"{room} is tested without Qt, but this test asks for {', '.join(sorted(asked))}.")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of this test's own, so that no test touches the user's settings, journal or content.

    A school's policy would lie in it too, as ``policy.toml``: that of the machine is not read.
    """
    folder = tmp_path_factory.getbasetemp() / "homes" / os.urandom(6).hex()
    monkeypatch.setenv("HOME", str(folder))
    for variable, place in {
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
    }.items():
        monkeypatch.setenv(variable, str(folder / place))
    monkeypatch.setattr(policy, "POLICY_FILE", folder / "policy.toml")
    return folder


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether reference pictures and texts are to be rewritten instead of compared (`--update`)."""
    return bool(request.config.getoption("--update"))
