"""Packs what a technician reads and needs beside the packages: these pages, and the Group Policy template.

.venv/bin/python packaging/for_technicians.py [--out DIR]
"""

from __future__ import annotations

import argparse
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "wheelhouse"))
sys.path.insert(0, str(Path(__file__).resolve().parent / "sbom"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from bill import own
from house import own_wheel
from reproducible import ROOT

ADMX = ROOT / "packaging" / "windows" / "admx"
PAGES = ("docs/it/*.md", "docs/privacy.md", "docs/decisions/0051-*.md", "docs/decisions/0052-*.md")


def build(out: Path) -> Path:
    """Make the zip in *out*; gives the file."""
    name = f"lesson-player-{own.version()}-for-technicians"
    held = {
        path.relative_to(ROOT / "docs").as_posix(): path for page in PAGES for path in ROOT.glob(page)
    } | {f"group-policy/{path.relative_to(ADMX).as_posix()}": path for path in ADMX.rglob("*.adm[xl]")}
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{name}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for inside, path in sorted(held.items()):
            own_wheel.add(made, f"{name}/{inside}", path.read_bytes())
    return target


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    print(build(parser.parse_args().out))


if __name__ == "__main__":
    main()
