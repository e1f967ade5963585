"""Third-party notices of a package: who made each part, its licence, and every licence in full, each once."""

from __future__ import annotations

from collections.abc import Iterable

from bill import own
from bill.licences import texts_of
from bill.part import Part, all_parts

OFFER = own.ROOT / "packaging" / "sources" / "source-offer.txt"
"""What the GPL and the LGPL have everybody say who passes on programs under them."""
_OURS = frozenset({own.PROGRAM.name, own.CONTENT.name, own.STAND_INS.name})


def text(title: str, parts: Iterable[Part]) -> str:
    """The notices as one text. Raises BillError where a part has no licence text."""
    numbers: dict[str, int] = {}
    offer = OFFER.read_text(encoding="utf-8").splitlines()
    lines = [
        *(title, "=" * len(title), "", *offer, "", "Parts", "-----", ""),
        "Each part, its licence, where its source is, and its texts below.",
        "",
    ]
    for part in parts:
        if part.name in _OURS:
            continue
        lines += _entry(part, numbers, "")
        for inner in all_parts(part.inside):
            lines += _entry(inner, numbers, "    built into it: ")
    for one, number in numbers.items():
        lines += ["", "=" * 78, f"[{number}]", "", one.replace("\r\n", "\n").strip("\n")]
    return "\n".join(lines) + "\n"


def _entry(part: Part, numbers: dict[str, int], before: str) -> list[str]:
    shown = sorted({numbers.setdefault(each, len(numbers) + 1) for each in texts_of(part)})
    named = " ".join(word for word in (part.name, part.version) if word)
    where = f"; {part.origin}" if part.origin else ""
    return [f"{before}{named}: {part.licence}{where}  {' '.join(f'[{number}]' for number in shown)}"]
