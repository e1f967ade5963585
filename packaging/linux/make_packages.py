"""Builds the packages for Linux: the bundle, then each package of it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "sbom"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import bundle
import deb
import tarball
from bill import papers
from reproducible import ROOT, epoch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "linux")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--only", choices=("bundle", "deb", "tarball"))
    asked = parser.parse_args()
    made = bundle.build(asked.work)
    parts = asked.work / "parts.json"
    if asked.only in {None, "deb"}:
        print(deb.build(made.folder, parts, asked.work, asked.out))
    if asked.only in {None, "tarball"}:
        print(tarball.build(made.folder, parts, asked.work, asked.out))
    if asked.only is None:
        bill = asked.out / f"lesson-player-{deb.version()}-linux-x86_64.cdx.json"
        papers.linux_bill(made.folder, parts, bill, epoch())
        print(bill)


if __name__ == "__main__":
    main()
