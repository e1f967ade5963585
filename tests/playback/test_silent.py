"""The silent player with its clock turned by hand: what other rooms' tests build on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lesson_player.playback.silent import FilmFacts, HandClock, SilentPlayer
from lesson_player.playback.state import Status


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "film.webm"
    path.write_bytes(b"\x1a\x45\xdf\xa3")
    return path


@pytest.fixture
def player(qapp: object) -> Iterator[SilentPlayer]:
    made = SilentPlayer(clock=HandClock(), probe=lambda _path: FilmFacts(10.0, 320, 180))
    yield made
    made.close()
    made.deleteLater()


def test_nothing_happens_until_the_clock_is_turned(player: SilentPlayer, film: Path) -> None:
    statuses: list[Status] = []
    player.state_changed.connect(lambda state: statuses.append(state.status))
    player.open(film)
    assert statuses == [Status.OPENING]
    player.advance(0)
    assert statuses[-1] is Status.RESTING
    player.play()
    assert player.position_s == 0.0
    player.advance(2.0)
    assert player.position_s == pytest.approx(2.0)


def test_the_picture_has_the_size_of_the_film(player: SilentPlayer, film: Path) -> None:
    player.open(film)
    player.advance(0)
    assert player.frame is not None
    assert (player.frame.image.width(), player.frame.image.height()) == (320, 180)


def test_each_frame_comes_once_and_in_order(player: SilentPlayer, film: Path) -> None:
    times: list[float] = []
    player.frame_ready.connect(lambda frame: times.append(frame.time_s))
    player.open(film)
    player.play()
    player.advance(1.0)
    assert times == pytest.approx([n / 25 for n in range(26)])


def test_it_rests_at_the_pause_point_and_goes_on(player: SilentPlayer, film: Path) -> None:
    reached: list[float] = []
    player.pause_reached.connect(reached.append)
    player.open(film)
    player.set_pause_point(3.0)
    player.play()
    player.advance(5.0)
    assert reached == [3.0]
    assert player.position_s == 3.0
    assert player.frame is not None
    assert player.frame.time_s == pytest.approx(3.0)
    player.play()
    player.advance(1.0)
    assert player.position_s == pytest.approx(4.0, abs=0.05)


def test_it_ends(player: SilentPlayer, film: Path) -> None:
    ends: list[bool] = []
    player.ended.connect(lambda: ends.append(True))
    player.open(film, 9.0)
    player.play()
    player.advance(3.0)
    assert ends == [True]
    assert player.state.status is Status.ENDED
    assert player.position_s == 10.0


def test_only_a_hand_clock_can_be_turned(qapp: object) -> None:
    player = SilentPlayer()
    with pytest.raises(TypeError):
        player.advance(1.0)
    player.deleteLater()


def test_a_late_word_from_the_old_place_does_not_stop_the_film_at_the_new_one(
    player: SilentPlayer, film: Path
) -> None:
    reached: list[float] = []
    failures: list[str] = []
    player.pause_reached.connect(reached.append)
    player.failed.connect(failures.append)
    for at_s, pause_s in ((3.96, 4.0), (9.9, None)):
        player.open(film, at_s)
        player.advance(0)
        player.set_pause_point(pause_s)
        player.play()
        assert player._hand is not None
        player._hand.turn(0.2)
        player._driver.tick()  # the word is under way when the seek is asked for
        player.seek(1.0)
        player.advance(0.5)
        assert player.state.status is Status.PLAYING
        assert player.position_s == pytest.approx(1.5, abs=0.05)

    assert reached == []
    assert failures == []
