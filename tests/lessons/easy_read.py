"""The rules of easy read that a line can be held to, one by one.

Sources: gov.uk "Accessible communication formats"; Department of Health 2009, "Making written information
easier to understand"; Photosymbols; Inclusion Europe, "Information for all". They ask for 10 to 15 words a
sentence (ours hold 12), one idea a sentence, active voice, the same word for the same thing, no acronym, no
metaphor or idiom, no short form.
"""

from __future__ import annotations

import re

WORDS_IN_A_SENTENCE = 12
WORDS_IN_A_LINE = 12
SENTENCES_IN_A_LINE = 3
CHARACTERS_IN_A_LINE = 60
"""What a slide of three rows holds."""

NAMES = re.compile(r"\b999 BSL\b|\bCEOP\b")
"""Services that are called by letters; nobody can be told of them by another name."""

_IRREGULAR = (
    "beaten|bought|brought|built|caught|chosen|done|found|forgotten|given|held|hidden|hurt|kept|known|left|lost"
    "|made|meant|paid|put|read|said|seen|sent|shown|sold|spoken|stolen|stopped|taken|taught|thought|told|written"
)
_RULES = {
    "it is passive": re.compile(
        rf"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:not\s+|never\s+|being\s+)?"
        rf"(?!worried\b|tired\b)(?:\w+ed|{_IRREGULAR})\b",
        re.IGNORECASE,
    ),
    "it joins two ideas": re.compile(
        r"\b(?:although|because(?! …)|however|if|therefore|though|unless|until|when|whereas|whether|while)\b"
        r"|, which\b|;|, (?:and|but|or|so|then|yet) (?:an?|he|it|she|the|they|this|we|you)\b",
        re.IGNORECASE,
    ),
    "it has an acronym": re.compile(r"\b(?!OK\b)[A-Z]{2,}\b"),
    "it has a short form": re.compile(
        r"\w[’'](?:t|re|ll|ve|d|m)\b|\b(?:he|it|she|that|there|what|who)[’']s\b", re.IGNORECASE
    ),
    "it has a sign or a bracket": re.compile(r"[;()/&%+=*_]|\be\.?g\.|\bi\.?e\.|\betc\b"),
    "it has a figure of speech": re.compile(
        r"red flag|keep an eye|speak up|reach out|out of the blue|step up|deal with|end up|in the loop"
        r"|gut feeling|alarm bell|on track|at the end of the day|in hot water|open up|heads.up|bottle\w* up"
        r"|big picture|light at the end|weight off|stand up for|back (?:you|them|her) up|point of view",
        re.IGNORECASE,
    ),
    "it has another word for the same thing": re.compile(
        r"\b(?:image|photo(?:graph)?|pic|selfie|snap|movie|clip|grown.up|stomach|belly|anxious|nervous|scared|afraid"
        r"|upset|teen(?:ager)?|kid|youngster|internet|cyber|inform|disclose|notify|contact)s?\b",
        re.IGNORECASE,
    ),
}


def plain(text: str) -> str:
    """The text without its marks for bold."""
    return text.replace("**", "")


def sentences(text: str) -> list[str]:
    """The sentences of a line. What is said after a colon counts as a sentence of its own."""
    return [part for part in re.split(r"(?<=[.?!…:])[”\"]?\s+", plain(text)) if part.strip()]


def faults(text: str) -> list[str]:
    """What keeps a line from being easy to read; nothing when it is."""
    bare = NAMES.sub("Name", plain(text))
    long = [part for part in sentences(text) if len(part.split()) > WORDS_IN_A_SENTENCE]
    found = [f"a sentence has more than {WORDS_IN_A_SENTENCE} words" for _ in long]
    if len(plain(text).split()) > WORDS_IN_A_LINE and "“" not in text:
        found.append(f"it has more than {WORDS_IN_A_LINE} words")
    if len(sentences(text)) > SENTENCES_IN_A_LINE:
        found.append(f"it has more than {SENTENCES_IN_A_LINE} sentences")
    if len(plain(text)) > CHARACTERS_IN_A_LINE:
        found.append(f"it has more than {CHARACTERS_IN_A_LINE} characters")
    return found + [fault for fault, rule in _RULES.items() if rule.search(bare)]
