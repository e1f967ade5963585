"""The real voice pack, built from its inputs, installed, and heard; `make voice-pack` brings the inputs."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from array import array
from itertools import pairwise
from pathlib import Path

import av
import pytest

from lesson_player.application import voice_packs
from lesson_player.operations.own_voice.record import make_recordings
from lesson_player.operations.own_voice.store import OwnRecordings
from lesson_player.operations.voice_packs.pins import pins, this_platform
from lesson_player.speech.making.maker import LineSpeaker, encode
from lesson_player.speech.making.manner import Manner, words_a_minute
from lesson_player.speech.making.sound import faults
from tests.support.packs import nothing
from tests.support.source_tree import REPOSITORY

INPUTS = REPOSITORY / "build" / "voice" / "pack-inputs"
LINES = (
    "Maya can always ask a grown-up.",
    "Block. Report. Tell someone you trust.",
    "Bus stop\nA place where the bus picks people up.",
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not INPUTS.is_dir(), reason="the voice pack's inputs are not here: make voice-pack"),
    pytest.mark.skipif(
        this_platform() not in pins().packs, reason=f"no voice pack is pinned for {this_platform()}"
    ),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's folders with the pack that was built here installed."""
    folder = tmp_path_factory.mktemp("home")
    said: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LESSON_PLAYER_HOME", str(folder))
        pack = folder / "british.voicepack"
        assert voice_packs.build_pack(INPUTS, pack, None, nothing, said.append) == 0
        assert len(said) == 1, "its list is the one that the program knows"
        assert voice_packs.install_pack(pack, nothing, said.append, machine=False) == 0
        pack.unlink()
        assert voice_packs.list_packs(said.append) == 0
    return folder


def test_lines_are_spoken_whole_paced_and_equally_loud(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LESSON_PLAYER_HOME", str(home))
    store = OwnRecordings(tmp_path, "en-GB")
    with LineSpeaker() as speaker:
        assert make_recordings(LINES, Manner(), speaker, encode, store, nothing) == len(LINES)
    for text in LINES:
        recording = store.index.recording_of(text)
        assert recording is not None
        edges = [edge for word in recording.words for edge in (word.start, word.end)]
        assert [word.word for word in recording.words] == text.split()
        assert all(before <= after for before, after in pairwise(edges))
        assert words_a_minute([(word.start, word.end) for word in recording.words]) < 175
        pcm = decoded(store.path(recording))
        again = encode(pcm, 48_000).measured
        assert not [one for one in faults(again) if "starts after" not in one]
        assert recording.seconds == pytest.approx(len(pcm) / 2 / 48_000, abs=0.02)
        assert_sound_where_words_are(pcm, edges)


def test_what_it_starts_opens_no_connection_and_writes_nothing(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(path for path in (home / "data").rglob("*"))
    line = '{"text": "Hello.", "voice": "bm_george", "crisp": true}\n'
    trace = tmp_path / "calls"
    command = ["strace", "-f", "-e", "trace=network", "-o", str(trace)] if has_strace() else []
    done = subprocess.run(
        [*command, sys.executable, "-P", "-m", "lesson_player", "speak-lines"],
        env=os.environ | {"LESSON_PLAYER_HOME": str(home), "PYTHONPATH": str(REPOSITORY / "src")},
        input=line,
        capture_output=True,
        text=True,
        check=True,
    )
    assert '"sound"' in done.stdout
    assert sorted(path for path in (home / "data").rglob("*")) == before
    if command:
        assert not re.findall(r"AF_INET6?", trace.read_text(encoding="utf-8"))


def has_strace() -> bool:
    return any((Path(folder) / "strace").exists() for folder in os.environ.get("PATH", "").split(os.pathsep))


def decoded(path: Path) -> bytes:
    samples = b""
    with av.open(io.BytesIO(path.read_bytes()), "r") as file:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=48_000)
        for frame in file.decode(audio=0):
            for part in resampler.resample(frame):
                samples += bytes(part.planes[0])[: part.samples * 2]
    return samples


def assert_sound_where_words_are(pcm: bytes, edges: list[float]) -> None:
    """Louder within words than before the first of them."""
    samples = array("h", pcm)

    def loudest(start_s: float, end_s: float) -> int:
        return max(map(abs, samples[round(start_s * 48_000) : round(end_s * 48_000)]), default=0)

    assert loudest(0.0, 0.08) < 300, "silence before the line"
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        assert loudest(start, end) > 1000, f"a word at {start} s that nobody hears"
