from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from lesson_player.model.bundle import LessonBundle
from lesson_player.operations.film_digests import film_digests
from tests.support.small_lesson import bundle, loaded_film


@pytest.fixture
def filmed(tmp_path: Path) -> LessonBundle:
    (tmp_path / "film.webm").write_bytes(b"f" * 3_000_000)
    (tmp_path / "bsl.webm").write_bytes(b"b" * 1_000_000)
    return bundle().model_copy(update={"films": {"small-film": loaded_film(tmp_path)}})


def test_every_film_is_read_once_and_it_says_how_far(filmed: LessonBundle, tmp_path: Path) -> None:
    shares: list[float] = []
    digest = film_digests(filmed, shares.append)
    (tmp_path / "film.webm").write_bytes(b"changed since")

    assert digest(tmp_path / "film.webm") == hashlib.sha256(b"f" * 3_000_000).hexdigest()
    assert digest(tmp_path / "bsl.webm") == hashlib.sha256(b"b" * 1_000_000).hexdigest()
    assert shares == sorted(shares)
    assert len(shares) >= 4, "a large film is read piece by piece"
    assert shares[-1] == 1.0


def test_a_film_that_cannot_be_read_does_not_stop_the_others(filmed: LessonBundle, tmp_path: Path) -> None:
    (tmp_path / "film.webm").unlink()
    digest = film_digests(filmed, lambda _share: None)

    with pytest.raises(OSError, match=r"film\.webm"):
        digest(tmp_path / "film.webm")
    assert digest(tmp_path / "bsl.webm") == hashlib.sha256(b"b" * 1_000_000).hexdigest()


def test_reading_ends_when_nobody_wants_the_rest(filmed: LessonBundle) -> None:
    class Stopped(Exception):
        pass

    def stop(share: float) -> None:
        raise Stopped(share)

    with pytest.raises(Stopped):
        film_digests(filmed, stop)
