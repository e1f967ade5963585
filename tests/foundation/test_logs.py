from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from lesson_player.foundation.logs import ROOT, start_logging


@pytest.fixture(autouse=True)
def handlers() -> Iterator[list[logging.Handler]]:
    logger = logging.getLogger(ROOT)
    level, before = logger.level, list(logger.handlers)
    yield logger.handlers
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


def test_the_log_is_written(tmp_path: Path) -> None:
    start_logging(tmp_path / "logs")
    logging.getLogger(f"{ROOT}.somewhere").info("A line for technicians")

    assert "A line for technicians" in (tmp_path / "logs" / "lesson-player.log").read_text()


def test_a_full_disk_costs_a_line_and_says_nothing_on_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    start_logging(tmp_path / "logs")
    with monkeypatch.context() as patch:
        patch.setattr(RotatingFileHandler, "shouldRollover", full)
        logging.getLogger(ROOT).info("This line is lost")
    logging.getLogger(ROOT).info("This one is not")

    assert capsys.readouterr().err == ""
    assert "This one is not" in (tmp_path / "logs" / "lesson-player.log").read_text()


@pytest.mark.parametrize("taken", ["logs", "logs/lesson-player.log/x"])
def test_a_log_that_cannot_be_written_is_said_once_and_then_left(
    tmp_path: Path, taken: str, handlers: list[logging.Handler], caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / taken).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / taken).touch()
    before = list(handlers)
    start_logging(tmp_path / "logs")

    assert handlers == before
    assert [record.message for record in caplog.records] == [
        f"The log folder cannot be written: {tmp_path / 'logs'}"
    ]
