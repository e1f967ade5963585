"""What locked lines and steps keep, whoever adapts a lesson: their place at the end, and what they must say.

Sources: every sitting ends on the help slide and a calm activity (PSHE Association, CEOP Education: safe
practice); that it is never the child's fault is the campaign's first message.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import CalmStep, HelpStep, TeacherStep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lesson_player.model.lesson import Step

_NUMBER = re.compile(r"\d(?:[\d ]*\d)?")
_SENTENCE = re.compile(r"[^.!?:;…]+")
_FAULT = re.compile(r"\b(?:fault|blame[ds]?|wrong|trouble)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:never|not|no|nobody|none|nothing|cannot)\b|n[’']t\b", re.IGNORECASE)


def ending_of(order: Sequence[Step]) -> int:
    """The place in a sitting at which its ending begins: the locked help slide with which it closes.

    The number of its steps when a sitting has none, or goes on with something else after it.
    """
    helps = [number for number, step in enumerate(order) if isinstance(step, HelpStep) and step.locked]
    if not helps or not all(belongs_to_ending(step) for step in order[helps[-1] :]):
        return len(order)
    return helps[-1]


def belongs_to_ending(step: Step) -> bool:
    """Whether a step may stand after the help slide: more help, a calm minute, something for the teacher."""
    return isinstance(step, HelpStep | CalmStep | TeacherStep)


def lost_by(former: str, text: str, language: str) -> str:
    """What a locked line would no longer say in the words of *text*, as a sentence; empty for nothing.

    A number to call stays. A line that says that it is not somebody's fault goes on saying so; that is known
    for English only.
    """
    kept = {number.replace(" ", "") for number in _NUMBER.findall(text)}
    lost = [number for number in _NUMBER.findall(former) if number.replace(" ", "") not in kept]
    if lost:
        return tr("The number {number} has to stay in it.", number=lost[0])
    if language.lower().startswith("en") and _denies_fault(former) and not _denies_fault(text):
        return tr("It has to say that it is not the child’s fault.")
    return ""


def _denies_fault(text: str) -> bool:
    return any(_FAULT.search(part) and _DENIED.search(part) for part in _SENTENCE.findall(text))
