"""Films and players for the playback tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.playback.engines import Engine, choose_engine
from lesson_player.playback.port import FilmPlayer
from lesson_player.playback.silent import SILENT, FilmFacts, SilentPlayer
from tests.support.numbered_film import Container, NumberedFilm, make_numbered_film
from tests.support.watched_player import WatchedPlayer

FILMS = Path(__file__).parents[2] / "build" / "numbered-films"
FILM = NumberedFilm("webm", 6.0)
REORDERED_FILM = NumberedFilm("mp4", 6.0)


@pytest.fixture(scope="session")
def film_path() -> Path:
    """A numbered VP9 film: 6 s, 25 frames a second, 640x360, with sound."""
    return make_numbered_film(FILM, FILMS)


@pytest.fixture(scope="session")
def reordered_film_path() -> Path:
    """The same in H.264, whose frames are stored in another order than they are shown in."""
    return make_numbered_film(REORDERED_FILM, FILMS)


@pytest.fixture(scope="session")
def make_film() -> Callable[[NumberedFilm], Path]:
    """Any numbered film, drawn once and kept."""
    return lambda film: make_numbered_film(film, FILMS)


@pytest.fixture(params=["webm", "mp4"])
def any_container(request: pytest.FixtureRequest) -> Container:
    container: Container = request.param
    return container


@pytest.fixture(scope="session")
def engines() -> dict[str, Engine]:
    """What works on this machine, by key."""
    found = (choose_engine(key) for key in ("vlc", "qt", "silent"))
    return {engine.key: engine for engine in found}


@pytest.fixture(params=["vlc", "qt", "silent"])
def engine(request: pytest.FixtureRequest, engines: dict[str, Engine], qapp: object) -> Engine:
    """Each engine in turn."""
    found = engines.get(request.param)
    if found is None:
        pytest.skip(choose_engine(request.param).sentence)
    return found


@pytest.fixture(params=["vlc", "qt"])
def decoder(request: pytest.FixtureRequest, engines: dict[str, Engine], qapp: object) -> Engine:
    """Each engine that looks into the file."""
    found = engines.get(request.param)
    if found is None:
        pytest.skip(choose_engine(request.param).sentence)
    return found


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[Callable[[Engine], WatchedPlayer]]:
    """Makes players that note all they signal; they are closed after the test."""
    made: list[WatchedPlayer] = []

    def make(engine: Engine) -> WatchedPlayer:
        watched = WatchedPlayer(_player(engine), qtbot)
        made.append(watched)
        return watched

    yield make
    for watched in made:
        watched.player.close()
        watched.player.deleteLater()


@pytest.fixture
def watched(engine: Engine, watch: Callable[[Engine], WatchedPlayer]) -> WatchedPlayer:
    """A player of each engine in turn."""
    return watch(engine)


def _player(engine: Engine) -> FilmPlayer:
    if engine.key == SILENT:
        return SilentPlayer(probe=lambda _path: FilmFacts(FILM.seconds, FILM.width, FILM.height))
    return engine.make_player(None)
