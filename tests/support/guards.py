"""Guards around every test: what it leaves running, logs as an error or asks of the network makes it fail."""

from __future__ import annotations

import gc
import logging
import socket
import sys
import threading
import weakref
from collections.abc import Generator, Iterator
from contextlib import suppress

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_failed = pytest.StashKey[bool]()
_GRACE_S = 2.0
_INTERNET = (socket.AF_INET, socket.AF_INET6)
_LOOKUPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
_internet_calls: list[str] = []
_made_earlier = weakref.WeakSet[QTimer | QThread]()


def _refuse_internet(event: str, args: tuple[object, ...]) -> None:
    opens = event == "socket.__new__" and args[1] in _INTERNET
    if opens or event in _LOOKUPS:
        _internet_calls.append(f"{event}{args[1:]}")
        raise PermissionError("Lesson Player opens no network socket.")


sys.addaudithook(_refuse_internet)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[_failed] = item.stash.get(_failed, False) or report.failed
    return report


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fails the test when something asked for an internet socket, even if the refusal was swallowed."""
    _internet_calls.clear()
    yield
    if _internet_calls:
        pytest.fail(f"Asked for the network: {_internet_calls}")


class ErrorLog(logging.Handler):
    """The ERROR records of one test. A test that expects some asks for `error_log` and looks at them."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []
        self.expected = False

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_stray_errors() -> Iterator[ErrorLog]:
    """Fails the test when an error was logged that it did not ask for."""
    log = ErrorLog()
    logging.getLogger().addHandler(log)
    yield log
    logging.getLogger().removeHandler(log)
    if log.expected and not log.records:
        pytest.fail("The test asks for error_log, but no error was logged.")
    if log.records and not log.expected:
        pytest.fail(f"Logged as an error: {[record.getMessage() for record in log.records]}")


@pytest.fixture(autouse=True)
def log_file_closed() -> Iterator[None]:
    """Commands that a test calls begin a log in its home folder: what comes after it is not written there."""
    program = logging.getLogger("lesson_player")
    before, level = [*program.handlers], program.level
    yield
    for handler in [handler for handler in program.handlers if handler not in before]:
        program.removeHandler(handler)
        with suppress(OSError):  # a disk that a test has filled
            handler.close()
    program.setLevel(level)


@pytest.fixture
def error_log(no_stray_errors: ErrorLog) -> list[logging.LogRecord]:
    """The errors logged so far; asking for it allows them, and demands at least one."""
    no_stray_errors.expected = True
    return no_stray_errors.records


@pytest.fixture(autouse=True)
def no_leftover_threads() -> Iterator[None]:
    """Fails the test when a thread that would keep the program from ending outlives it."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in left:
        thread.join(_GRACE_S)
    names = [thread.name for thread in left if thread.is_alive()]
    if names:
        pytest.fail(f"Threads still run: {names}")


@pytest.fixture(autouse=True)
def nothing_left_in_qt(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails the test when a top-level widget, an active QTimer or a running QThread outlives it."""
    if "qapp" not in request.fixturenames:
        yield
        return
    _set_aside_what_is_there()
    before = _top_level_widgets()
    yield
    if request.node.stash.get(_failed, False):
        return
    if not _left_in_qt(before):
        return
    # What only a reference cycle holds is Python's to clear away, not the test's.
    gc.collect()
    left = _left_in_qt(before)
    if left:
        names = [_name(item) for item in left]
        _clear_away(left)
        pytest.fail(f"Left behind in Qt: {names}")


def _set_aside_what_is_there() -> None:
    """Have the collector look from now on only at what is made from now on.

    The modules and the fixtures of a session are a quarter of a million objects. To look through them all
    after each test took more processor time than the tests themselves.
    """
    gc.collect()
    _made_earlier.update(_timers_and_threads_since_set_aside())
    gc.freeze()


def _timers_and_threads_since_set_aside() -> list[QTimer | QThread]:
    # Qt has no list of all timers and threads; Python's collector knows every one that we made.
    return [item for item in gc.get_objects() if issubclass(type(item), (QTimer, QThread))]


def _top_level_widgets() -> list[QWidget]:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return []
    # Qt keeps one tool-tip label for itself.
    widgets = [widget for widget in app.topLevelWidgets() if widget.parent() is None]
    return [widget for widget in widgets if widget.metaObject().className() != "QTipLabel"]


def _left_in_qt(before: list[QWidget]) -> list[QObject]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not QThreadPool.globalInstance().waitForDone(int(_GRACE_S * 1000)):
        return [QThreadPool.globalInstance()]
    left: list[QObject] = [widget for widget in _top_level_widgets() if widget not in before]
    made = {*_made_earlier, *_timers_and_threads_since_set_aside()}
    return left + [item for item in made if _is_at_work(item) and _root(item) not in before]


def _is_at_work(item: QTimer | QThread) -> bool:
    if not isValid(item):
        return False
    return item.isActive() if isinstance(item, QTimer) else item.isRunning()


def _root(item: QObject) -> QObject:
    parent = item.parent()
    return item if parent is None else _root(parent)


def _name(item: QObject) -> str:
    owner = item.parent()
    of = f" of {owner.metaObject().className()}" if owner is not None else ""
    return f"{item.metaObject().className()} {item.objectName()!r}{of}"


def _clear_away(left: list[QObject]) -> None:
    """So that the next test is not blamed for what this one left."""
    for item in left:
        if not isValid(item):
            continue
        if isinstance(item, QTimer):
            item.stop()
        elif isinstance(item, QWidget):
            item.close()
            item.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
