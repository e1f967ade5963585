"""What a recording has to be like before it is kept, and a summary of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from lesson_player.model.voice import Recording
from lesson_player.speech.making.manner import PACED_WORDS, words_a_minute
from lesson_player.speech.making.sound import Measured
from lesson_player.speech.making.sound import faults as sound_faults
from lesson_voice import VoiceNotRecorded
from lesson_voice.settings import Settings

MOST_BYTES = 12_000_000


def faults(recording: Recording, measured: Measured) -> list[str]:
    """Why a recording cannot be kept; nothing when it is good."""
    edges = [edge for word in recording.words for edge in (word.start, word.end)]
    timing = {
        "its words do not follow each other": any(before > after for before, after in pairwise(edges)),
        "a word ends after the sound": edges[-1] > recording.seconds,
    }
    return [*sound_faults(measured), *(fault for fault, there in timing.items() if there)]


def check(recording: Recording, measured: Measured) -> None:
    """Raise :class:`VoiceNotRecorded` with one line when a recording cannot be kept."""
    found = faults(recording, measured)
    if found:
        raise VoiceNotRecorded(f"This line did not come out well ({found[0]}): {recording.text!r}")


def check_size(recordings: Iterable[Recording]) -> None:
    """Raise :class:`VoiceNotRecorded` with one line when all sounds together are too large."""
    size = sum({one.file: one.size for one in recordings}.values())
    if size > MOST_BYTES:
        raise VoiceNotRecorded(f"The recordings would take {size:,} bytes; at most {MOST_BYTES:,} may be.")


def summary(
    texts: int, recordings: Sequence[Recording], measured: Sequence[Measured], settings: Settings
) -> str:
    """What was measured in all sounds, one recording for each, as the text of ``measured.txt``."""
    seconds = sum(one.seconds for one in recordings)
    size = sum(one.size for one in recordings)
    leads, levels = [one.lead for one in measured], [one.level for one in measured]
    return f"""\
recordings: {texts} texts in {len(recordings)} sounds, spoken by {settings.voice}, {seconds / 60:.1f} minutes
size: {size:,} bytes, {size * 8 / seconds / 1000:.1f} kbit/s
level of the louder half: {min(levels):.1f} to {max(levels):.1f} dB of full scale
loudest sample: {max(one.peak for one in measured):.2f} of full scale
silence before the first sound: {min(leads):.3f} to {max(leads):.3f} s
longest recording: {max(one.seconds for one in recordings):.1f} s
{_pace([one for one in recordings if len(one.words) >= PACED_WORDS])}
"""


def _pace(long: Sequence[Recording]) -> str:
    """How fast the longer lines are spoken, in words a minute, pauses between sentences included."""
    if not long:
        return f"no line has {PACED_WORDS} words"
    paces = sorted(words_a_minute([(word.start, word.end) for word in one.words]) for one in long)
    seconds = sum(one.words[-1].end - one.words[0].start for one in long)
    overall = sum(len(one.words) for one in long) * 60 / seconds
    middle, fastest = paces[len(paces) // 2], paces[-1]
    return (
        f"words a minute in the {len(long)} sounds of {PACED_WORDS} words and more: {overall:.0f} in all, "
        f"slowest {paces[0]:.0f}, middle {middle:.0f}, fastest {fastest:.0f}"
    )
