"""Figures and where they go: ``build/bench.json``, a list of {name, value, unit, better, peers}."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. ``peers`` are other programs' values of the same thing in the same run."""

    name: str
    value: float
    unit: str
    better: Literal["lower", "higher"] = "lower"
    peers: dict[str, float] = field(default_factory=dict)

    def line(self) -> str:
        peers = ", ".join(f"{name} {value:g}" for name, value in self.peers.items())
        return f"{self.name:32} {self.value:10.3f} {self.unit}" + (f"   (peers: {peers})" if peers else "")


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which *share* of the values lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def median(values: Iterable[float]) -> float:
    return statistics.median(values)


def merge_into(path: Path, figures: Iterable[Figure]) -> None:
    """Put figures into the file, each in the place of an earlier one of its name."""
    kept = json.loads(path.read_text()) if path.is_file() else []
    by_name = {entry["name"]: entry for entry in kept} | {figure.name: asdict(figure) for figure in figures}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([by_name[name] for name in sorted(by_name)], indent=2) + "\n")
