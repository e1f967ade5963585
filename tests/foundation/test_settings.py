from __future__ import annotations

import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lesson_player.foundation.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def test_what_is_kept_is_there_next_time(file: Path) -> None:
    settings = Settings(file)
    assert settings.section("captions") == {}
    settings.keep("captions", {"percent": 150, "text": "#FFFF00"})
    settings.keep("signer", {"place": "right"})
    settings.keep("captions", {"percent": 200})
    again = Settings(file)
    assert again.section("captions") == {"percent": 200, "text": "#FFFF00"}
    assert again.section("signer") == {"place": "right"}
    assert (settings.trouble, again.trouble) == ("", "")


def test_what_is_not_known_is_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('later = 1\n[captions]\nnew = "x"\n[voice]\nrate = 1.5\n')
    Settings(file).keep("captions", {"percent": 100})
    assert tomllib.loads(file.read_text()) == {
        "later": 1,
        "captions": {"new": "x", "percent": 100},
        "voice": {"rate": 1.5},
    }


def test_another_window_of_the_program_loses_nothing(file: Path) -> None:
    one, other = Settings(file), Settings(file)
    one.keep("captions", {"percent": 150})
    other.keep("signer", {"place": "left"})
    assert Settings(file).section("captions") == {"percent": 150}


@pytest.mark.parametrize("content", [b"captions = [", b"\xff\xfe\x00", b"[captions]\n[captions]\n"])
def test_a_file_that_cannot_be_read_is_put_aside_and_told(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    settings = Settings(file)
    assert settings.section("captions") == {}
    assert "put aside as settings.toml.broken-1" in settings.trouble
    assert (file.parent / "settings.toml.broken-1").read_bytes() == content
    settings.keep("captions", {"percent": 75})
    assert Settings(file).section("captions") == {"percent": 75}


def test_a_section_that_is_no_section_gives_nothing(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("captions = 3\n")
    assert Settings(file).section("captions") == {}


def test_a_file_that_is_locked_stays_where_it_is(file: Path) -> None:
    file.mkdir(parents=True)
    settings = Settings(file)
    assert settings.trouble.startswith("Your settings could not be read")
    assert file.is_dir()
    with pytest.raises(OSError, match="settings"):
        settings.keep("captions", {"percent": 75})


def test_what_is_nested_too_deep_is_put_aside(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("a = " + "[" * 20_000)
    assert "put aside" in Settings(file).trouble


def test_a_file_that_can_be_neither_read_nor_put_aside_is_not_said_to_have_been(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.parent.mkdir()
    file.write_text("[")

    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "rename", refuse)
    assert Settings(file).trouble.startswith("Your settings could not be read")
    assert "put aside" not in Settings(file).trouble


def test_what_could_not_be_written_holds_and_is_written_with_the_next_change(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(file)
    settings.keep("captions", {"percent": 100})
    real = Path.read_text

    def refuse(path: Path, *_: object, **__: object) -> str:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(PermissionError):
        settings.keep("captions", {"percent": 200})
    with pytest.raises(PermissionError):
        settings.keep("signer", {"place": "right"})
    assert settings.section("captions") == {"percent": 200}
    assert tomllib.loads(real(file)) == {"captions": {"percent": 100}}, "never written over unread"

    monkeypatch.setattr(Path, "read_text", real)
    settings.forget("signer", ["size"])
    assert tomllib.loads(real(file)) == {"captions": {"percent": 200}, "signer": {"place": "right"}}


def test_what_is_forgotten_is_usual_again(file: Path) -> None:
    settings = Settings(file)
    settings.keep("captions", {"percent": 200, "text": "#FFFF00"})
    settings.forget("captions", ["percent", "box"])
    assert Settings(file).section("captions") == {"text": "#FFFF00"}


def test_threads_do_not_lose_each_others_changes(file: Path) -> None:
    settings = Settings(file)
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda n: settings.keep("numbers", {f"n{n}": n}), range(20)))
    assert Settings(file).section("numbers") == {f"n{n}": n for n in range(20)}
