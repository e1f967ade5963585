"""Make the sample film: ``python media/mayas-story/source/make_film.py``; see README.md beside this file."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

SOURCE = Path(__file__).resolve().parent
sys.path.insert(0, str(SOURCE))

from film_maker import FilmNotMade  # noqa: E402
from film_maker.making import make_all, make_stills, make_tracks  # noqa: E402


def main() -> int:
    """Make everything, or with ``--stills`` pictures of the scenes. Exit code 1 with one line on a fault."""
    parser = argparse.ArgumentParser(
        description="Make the sample film of Maya's story, its BSL version and tracks."
    )
    parser.add_argument("--out", type=Path, default=SOURCE.parent, help="folder to write to")
    parser.add_argument("--tracks", action="store_true", help="write only captions, descriptions, transcript")
    parser.add_argument("--stills", type=Path, metavar="DIR", help="write pictures of the scenes and stop")
    parser.add_argument("--scene", action="append", help="with --stills: only this scene")
    parser.add_argument(
        "--each", type=float, metavar="SECONDS", help="with --stills: a picture every so often"
    )
    parser.add_argument("--bsl", action="store_true", help="with --stills: the BSL version")
    choice = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        if choice.stills:
            make_stills(
                SOURCE / "script.yaml",
                choice.stills,
                scenes=choice.scene,
                each=choice.each,
                signed=choice.bsl,
            )
        else:
            with tempfile.TemporaryDirectory(dir=choice.out, prefix=".making-") as folder:
                make = make_tracks if choice.tracks else make_all
                make(SOURCE / "script.yaml", Path(folder), choice.out)
    except FilmNotMade as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
