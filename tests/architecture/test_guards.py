"""The guards around every test fail the tests that they should, and no others."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.support.source_tree import REPOSITORY

QT_TESTS = """
import gc, logging, socket, threading, warnings, pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_pass_clean_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.timer = QTimer(window)
    window.timer.start(10)
    window.show()

def test_pass_window_held_by_a_cycle_only(qapp):
    window = QWidget()
    window.itself = window

def test_fail_window(qapp):
    kept.append(QWidget())

def test_fail_timer(qapp):
    timer = QTimer()
    timer.start(1000)
    kept.append(timer)

def test_pass_timer_at_rest(qapp):
    kept.append(QTimer())

def test_fail_timer_that_an_earlier_test_made(qapp):
    kept[-1].start(1000)

def test_fail_timer_of_the_application(qapp):
    QTimer(qapp).start(1000)
    kept.append(qapp.findChildren(QTimer))

def test_fail_qthread(qapp, request):
    thread = QThread()
    thread.start()
    kept.append(thread)

def test_pass_qthread_is_over(qapp):
    for thread in [item for item in kept if isinstance(item, QThread)]:
        thread.quit()
        thread.wait()

def test_fail_exception_in_a_slot(qtbot):
    def slot():
        raise ValueError
    timer = QTimer()
    timer.timeout.connect(slot)
    timer.start(0)
    with qtbot.waitSignal(timer.timeout):
        pass

def test_fail_qt_warning(qapp):
    qWarning("careful")

def test_fail_python_warning():
    warnings.warn("careful")

def test_fail_logged_error():
    logging.getLogger("a.b").error("lost")

def test_pass_logged_warning():
    logging.getLogger("a.b").warning("slow")

def test_pass_expected_error(error_log):
    logging.getLogger("a.b").error("lost")
    assert [record.getMessage() for record in error_log] == ["lost"]

def test_fail_expected_error_missing(error_log):
    assert error_log == []

def test_fail_socket():
    with pytest.raises(PermissionError):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)

def test_fail_socket_six():
    with pytest.raises(PermissionError):
        socket.socket(socket.AF_INET6)

def test_fail_name_lookup():
    with pytest.raises(PermissionError):
        socket.getaddrinfo("localhost", 80)

def test_pass_local_socket():
    one, other = socket.socketpair()
    one.close()
    other.close()

release = threading.Event()

def test_fail_thread():
    threading.Thread(target=release.wait, args=(20,)).start()

def test_pass_thread_is_over():
    release.set()

def test_pass_home(home, tmp_path):
    import os
    assert os.environ["HOME"] == str(home) and not home.exists()
"""

WITHOUT_QT = """
import pytest

def test_fail_qtbot(qtbot):
    pass

def test_fail_qapp(qapp):
    pass

def test_pass():
    pass

@pytest.mark.slow
def test_not_run():
    raise AssertionError
"""


def outcomes(tmp_path: Path, place: str, source: str) -> dict[str, bool]:
    """Runs the source as a test file at that place under tests/; for each test, whether it passed whole."""
    file = tmp_path / "tests" / place
    file.parent.mkdir(parents=True)
    file.write_text(source)
    (tmp_path / "pytest.ini").write_text("")
    options = ["-p", "tests.conftest", "-p", "no:cacheprovider", "-rA", "--rootdir", str(tmp_path)]
    result = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-c", str(REPOSITORY / "pyproject.toml"), str(file)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": f"{REPOSITORY}:{REPOSITORY / 'src'}", "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = re.findall(r"^(PASSED|FAILED|ERROR) \S*::(\w+)", result.stdout, re.MULTILINE)
    assert lines, result.stdout + result.stderr
    bad = {name for outcome, name in lines if outcome != "PASSED"}
    return {name: name not in bad for _, name in lines}


def expected(source: str) -> dict[str, bool]:
    return {name: name.startswith("test_pass") for name in re.findall(r"def (test_(?:pass|fail)\w*)", source)}


def test_each_guard_fails_the_test_that_earned_it(tmp_path: Path) -> None:
    assert outcomes(tmp_path, "ui/test_a.py", QT_TESTS) == expected(QT_TESTS)


def test_rooms_below_qt_are_tested_without_it(tmp_path: Path) -> None:
    assert outcomes(tmp_path, "formats/test_a.py", WITHOUT_QT) == expected(WITHOUT_QT)
