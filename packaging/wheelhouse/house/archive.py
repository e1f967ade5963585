"""A wheelhouse as one zip: wheels, what pip is told, the install script, notices; and its bill beside it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from bill import cyclonedx_json, notices, wheelhouse
from reproducible import ROOT, epoch

from house import own_wheel, wheels

HERE = Path(__file__).resolve().parents[1]


def build(system: wheels.System, own: Path, version: str, cache: Path, out: Path) -> Path:
    """Make the wheelhouse of *system* with our wheel *own*; gives the file."""
    entries = wheels.locked(ROOT / "requirements.lock", wheels.needed(ROOT / "requirements.in", system))
    held = [own, *wheels.fetch(system, entries, cache)]
    parts = wheelhouse.parts(held)
    name = f"lesson-player-{version}-wheelhouse-{system.name}"
    title = f"Third-party parts of Lesson Player for {system.title}"
    told = {"version": version, "title": system.title}
    papers = {
        "README.txt": (HERE / "README.txt").read_text(encoding="utf-8").format(**told),
        "requirements.txt": requirements(held, entries, version),
        "third-party-notices.txt": notices.text(title, parts),
    }
    target = out / f"{name}.zip"
    out.mkdir(parents=True, exist_ok=True)
    # Wheels are packed already.
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as made:
        for paper, text in sorted(papers.items()):
            own_wheel.add(made, f"{name}/{paper}", text.encode())
        own_wheel.add(made, f"{name}/install.py", (HERE / "install.py").read_bytes(), runs=True)
        for wheel in sorted(held, key=lambda path: path.name):
            own_wheel.add(made, f"{name}/wheels/{wheel.name}", wheel.read_bytes())
    where = {wheel.name: wheel for wheel in held}.__getitem__
    bill = out / f"{name}.cdx.json"
    cyclonedx_json.write(bill, f"Lesson Player for {system.title}", where, parts, epoch())
    return target


def requirements(held: list[Path], entries: dict[str, tuple[str, frozenset[str]]], version: str) -> str:
    """What pip is told: each package once, with the SHA-256 of those of its wheels that are here."""
    sums: dict[str, list[str]] = {}
    for wheel in held:
        sums.setdefault(wheels.plain_name(wheel.name.split("-")[0]), []).append(wheels.sha256_of(wheel))
    lines = {name: line for name, (line, _) in entries.items()} | {
        "lesson-player": f"lesson-player=={version}"
    }
    return "".join(
        " \\\n    ".join([lines[name], *(f"--hash=sha256:{one}" for one in sorted(sums[name]))]) + "\n"
        for name in sorted(lines)
    )
