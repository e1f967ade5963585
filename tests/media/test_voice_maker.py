"""The voice maker: set-up is pinned and fails in one line; once set up, it speaks and times its words."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
VOICE = ROOT / "packaging" / "voice"


@pytest.fixture
def set_up() -> ModuleType:
    spec = importlib.util.spec_from_file_location("voice_set_up_under_test", VOICE / "set_up.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_package_is_pinned_by_hash_and_no_index_is_named() -> None:
    lock = (VOICE / "requirements.lock").read_text("utf-8")
    packages = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(packages) >= 9
    assert all("==" in line for line in packages)
    assert lock.count("--hash=sha256:") >= len(packages)
    assert "http" not in lock


def test_a_new_pin_asks_for_a_new_set_up(set_up: ModuleType, tmp_path: Path) -> None:
    assert not set_up.is_ready(tmp_path)
    (tmp_path / "ready.sha256").write_text(set_up.recipe())
    assert set_up.is_ready(tmp_path)
    (tmp_path / "ready.sha256").write_text("of another day")
    assert not set_up.is_ready(tmp_path)


def test_without_npm_one_line_says_so_before_anything_is_made(
    set_up: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(set_up.SetUpFailed, match=r"^npm is missing[^\n]*$"):
        set_up.set_up(tmp_path / "build")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_the_pinned_one_is_not_used(set_up: ModuleType) -> None:
    with pytest.raises(set_up.SetUpFailed, match="checksum"):
        set_up._check(b"another voice", "0" * 64, "the voice bf_emma")


def test_it_speaks_and_times_every_word(set_up: ModuleType, tmp_path: Path) -> None:
    if not set_up.is_ready():
        pytest.skip("the voice maker is not set up; run packaging/voice/set_up.py to try this")
    lines = [{"text": "Ms Okafor nods. It is 9.", "voice": "bf_emma", "sayings": {"9": "nine o'clock"}}]
    command = [str(set_up.python()), "-m", "voice_maker", str(set_up.BUILD / "voices"), str(tmp_path)]
    done = subprocess.run(
        command, input=json.dumps(lines), capture_output=True, text=True, check=True, cwd=VOICE
    )
    (answer,) = json.loads(done.stdout)
    assert [word[0] for word in answer["words"]] == ["Ms", "Okafor", "nods.", "It", "is", "9."]
    edges = [edge for word in answer["words"] for edge in word[1:]]
    assert all(before <= after for before, after in pairwise(edges))
    sound = (tmp_path / answer["sound"]).read_bytes()
    assert len(sound) / 2 / 24_000 == pytest.approx(answer["seconds"], abs=0.001)
    assert edges[-1] <= answer["seconds"]
    assert max(sound[1::2]) > 3


def test_a_crisp_line_ends_with_its_last_sound_and_every_mark_has_its_time(
    set_up: ModuleType, tmp_path: Path
) -> None:
    if not set_up.is_ready():
        pytest.skip("the voice maker is not set up; run packaging/voice/set_up.py to try this")
    line = {"text": "Look for help …", "voice": "bf_emma"}
    command = [str(set_up.python()), "-m", "voice_maker", str(set_up.BUILD / "voices"), str(tmp_path)]
    done = subprocess.run(
        command,
        input=json.dumps([line, {**line, "crisp": True}]),
        capture_output=True,
        text=True,
        check=True,
        cwd=VOICE,
    )
    loose, crisp = json.loads(done.stdout)
    assert loose["sound"] != crisp["sound"]
    assert crisp["seconds"] < loose["seconds"]
    edges = [edge for word in crisp["words"] for edge in word[1:]]
    assert [word[0] for word in crisp["words"]] == ["Look", "for", "help", "…"]
    assert all(before <= after for before, after in pairwise(edges))


def test_an_unknown_voice_is_one_line(set_up: ModuleType, tmp_path: Path) -> None:
    if not set_up.is_ready():
        pytest.skip("the voice maker is not set up; run packaging/voice/set_up.py to try this")
    command = [str(set_up.python()), "-m", "voice_maker", str(set_up.BUILD / "voices"), str(tmp_path)]
    lines = json.dumps([{"text": "Hello.", "voice": "bf_nobody"}])
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False, cwd=VOICE)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "bf_nobody is missing" in done.stderr
