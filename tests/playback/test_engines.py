"""Which engine is chosen, what is said about it, and what is loaded before anybody asked."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from lesson_player.playback import engines
from lesson_player.playback.engines import CHOICES, EngineMissingError, choose_engine
from lesson_player.playback.vlc import library


def _broken(reasons: list[str]) -> engines.Engine:
    raise EngineMissingError("It is not here.")


def test_libvlc_comes_first_then_qt_then_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    order = []
    for key in CHOICES:
        order.append(choose_engine().key)
        monkeypatch.setitem(engines._MAKERS, key, _broken)
    assert order == ["vlc", "qt", "silent"]


@pytest.mark.parametrize("key", CHOICES)
def test_what_is_asked_for_is_taken(key: str) -> None:
    assert choose_engine(key).key == key


def test_what_is_missing_is_replaced_and_the_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engines._MAKERS, "vlc", _broken)
    engine = choose_engine("vlc")
    assert engine.key == "qt"
    assert engine.sentence == "Films play with Qt Multimedia, which comes with this program. It is not here."


def test_qt_decodes_with_the_processor_unless_a_technician_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = "QT_FFMPEG_DECODING_HW_DEVICE_TYPES"
    for said, wanted in (("vaapi", "vaapi"), (None, ",")):
        monkeypatch.setenv(name, said or "")
        if said is None:
            monkeypatch.delenv(name)
        choose_engine("qt")
        assert os.environ[name] == wanted


def test_an_unknown_name_is_named_and_ignored() -> None:
    engine = choose_engine("mplayer")
    assert engine.key == "vlc"
    assert "no film engine called mplayer" in engine.sentence


def test_without_any_engine_the_lesson_still_works(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setitem(engines._MAKERS, "vlc", _broken)
    monkeypatch.setitem(engines._MAKERS, "qt", _broken)
    engine = choose_engine()
    player = engine.make_player(None)
    assert not engine.shows_films
    assert player.engine_name == "silent"
    assert "grey picture" in engine.sentence
    player.deleteLater()


def test_importing_the_package_loads_no_engine() -> None:
    code = (
        "import sys, lesson_player.playback.engines, lesson_player.playback.probe;"
        "print([name for name in ('vlc', 'PySide6.QtMultimedia') if name in sys.modules])"
    )
    said = _run(code, _paths())
    assert said.stdout.strip() == "[]"


def test_libvlc_is_taken_from_an_absolute_path_only() -> None:
    path = library.find_library()
    assert path is None or path.is_absolute()
    assert all(candidate.is_absolute() for candidate in library._candidates())


def test_libvlc_that_is_not_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "_candidates", list)
    available, why = library.is_available()
    assert not available
    assert why == "VLC is not installed on this computer."


def test_a_library_in_the_current_folder_is_never_loaded(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("lesson")
    for name in ("libvlc.so.5", "libvlc.dll", "libvlc.dylib"):
        (folder / name).write_bytes(b"not a library")
    monkeypatch.chdir(folder)
    path = library.find_library()
    assert path is None or not path.is_relative_to(folder)


def test_a_wrong_path_in_the_environment_does_not_end_the_process() -> None:
    code = "from lesson_player.playback.engines import choose_engine; print(choose_engine('vlc').key)"
    paths = {**_paths(), "PYTHON_VLC_LIB_PATH": "/nowhere/libvlc.so", "PYTHON_VLC_MODULE_PATH": "/nowhere"}
    said = _run(code, paths)
    assert said.returncode == 0
    assert said.stdout.strip() == choose_engine("vlc").key


def _run(code: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment
    )


def _paths() -> dict[str, str]:
    return {"PYTHONPATH": ":".join(sys.path), "QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin"}
