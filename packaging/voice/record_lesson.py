"""Record what a class reads: ``python packaging/voice/record_lesson.py mayas-story``; see README.md."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
sys.path[:0] = [str(HERE), str(REPOSITORY / "src")]

from lesson_voice import VoiceNotRecorded  # noqa: E402
from lesson_voice.making import plan, record  # noqa: E402


def main() -> int:
    """Record, or with ``--dry-run`` say what there is to do. Exit code 1 with one line on a fault."""
    parser = argparse.ArgumentParser(description="Record the voice that reads a lesson aloud.")
    parser.add_argument("lesson", help="name of the lesson in lessons/, such as mayas-story")
    parser.add_argument("--dry-run", action="store_true", help="only say what there is to do")
    choice = parser.parse_args()
    folder = REPOSITORY / "lessons" / choice.lesson
    try:
        to_do = plan(folder, REPOSITORY / "media")
        print(
            f"{len(to_do.kept)} recordings stay, {len(to_do.new)} are new, "
            f"{len(to_do.unused)} are no longer needed."
        )
        if not choice.dry_run:
            print(record(folder, to_do, REPOSITORY / "build" / "voice" / "lines"), end="")
    except VoiceNotRecorded as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
