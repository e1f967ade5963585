"""Speaks as the voice pack's process does: a tone for each line, 0.4 s for each word.

``python fake_voice_child.py [die|fault|stopped]``: what it does instead at a line that has “bad” in it.
"""

from __future__ import annotations

import array
import base64
import json
import math
import sys

RATE = 24_000
WORD_S = 0.4
QUIET_S = 0.06


def tone(seconds: float) -> bytes:
    """As loud as every line has to be, with silence before it as a voice has."""
    quiet = round(QUIET_S * RATE)
    wave = (0.134 * math.sin(n * math.tau * 220 / RATE) for n in range(round(seconds * RATE) - quiet))
    return bytes(2 * quiet) + array.array("h", (round(one * 32767) for one in wave)).tobytes()


def answer(text: str) -> dict[str, object]:
    words = [[word, n * WORD_S, (n + 1) * WORD_S] for n, word in enumerate(text.split())]
    return {"words": words, "sound": base64.b64encode(tone(len(words) * WORD_S)).decode("ascii")}


def say(plain: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(plain) + "\n")
    sys.stdout.flush()


def main() -> None:
    trouble = sys.argv[1] if len(sys.argv) > 1 else ""
    for given in sys.stdin:
        text = json.loads(given)["text"]
        if "bad" not in text or not trouble:
            say(answer(text))
        elif trouble == "die":
            sys.exit(3)
        else:
            say({trouble: "It cannot."})


if __name__ == "__main__":
    main()
