from __future__ import annotations

import tomllib
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
