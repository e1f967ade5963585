"""Makes recordings of lines: by the voice pack's speech model, or from what a microphone heard."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

from lesson_player.foundation.i18n import tr
from lesson_player.model.voice import MadeBy, Recording
from lesson_player.speech.making.maker import RATE, Encoded, NotRecorded, Spoken
from lesson_player.speech.making.manner import shared_out, timed
from lesson_player.speech.making.sound import LEAD_S, NotUsable, faults, prepared, with_lead

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lesson_player.operations.own_voice.store import OwnRecordings
    from lesson_player.operations.packs.progress import Say
    from lesson_player.speech.making.manner import Manner

    Encode = Callable[[bytes, int], Encoded]

_LOG = logging.getLogger(__name__)


class Speaker(Protocol):
    """Speaks lines, one after the other."""

    def speak(self, line: Mapping[str, object]) -> Spoken:
        """Speak one line. Raises NotRecorded."""
        ...


def make_recordings(
    texts: Sequence[str], manner: Manner, speaker: Speaker, encode: Encode, store: OwnRecordings, say: Say
) -> int:
    """Have *texts* spoken and keep each as soon as it is made; gives how many were made.

    *say* is told the share done before each line, and may raise to stop: what was made by then stays. Raises
    NotRecorded with the sentence to tell, and OSError when a recording cannot be written.
    """
    for number, text in enumerate(texts):
        say(number / len(texts), tr("{n} of {all}: {line}", n=number + 1, all=len(texts), line=text))
        try:
            recording, opus = _made(text, manner, speaker, encode)
        except NotRecorded:
            # Whoever stops the work ends the speaker, so that it need not be waited for.
            say(number / len(texts), "")
            raise
        store.keep(recording, opus)
    say(1.0, "")
    return len(texts)


def _made(text: str, manner: Manner, speaker: Speaker, encode: Encode) -> tuple[Recording, bytes]:
    spoken = speaker.speak(manner.line(text))
    speed = manner.slower(spoken.words)
    if speed is not None:
        spoken = speaker.speak(manner.line(text, speed))
    encoded = encode(with_lead(spoken.pcm, RATE), RATE)
    found = faults(encoded.measured)
    times = [(LEAD_S + start, LEAD_S + end) for start, end in spoken.words]
    if found or len(times) != len(text.split()):
        _LOG.warning("A line did not come out well (%s): %r", ", ".join(found) or "words not timed", text)
        raise NotRecorded(
            tr(
                "This line did not come out well: “{line}”. Word it in another way, or record it yourself.",
                line=text,
            )
        )
    return _recording(text, encoded, timed(text, times), MadeBy.MAKER), encoded.opus


def take_recording(text: str, pcm: bytes, rate: int, encode: Encode) -> tuple[Recording, bytes]:
    """What a microphone heard while *text* was spoken, as a recording and its sound; nothing is kept yet.

    *pcm* is mono, signed 16 bit. Raises NotRecorded with the sentence to tell.
    """
    try:
        heard = prepared(pcm, rate)
    except NotUsable as stopped:
        raise NotRecorded(_why_not(stopped.why)) from stopped
    encoded = encode(with_lead(heard.pcm, rate), rate)
    words = shared_out(text, LEAD_S + heard.start_s, LEAD_S + heard.end_s)
    return _recording(text, encoded, words, MadeBy.MICROPHONE), encoded.opus


def _recording(text: str, encoded: Encoded, words: object, by: MadeBy) -> Recording:
    seconds = round(encoded.measured.seconds, 3)
    fields = {
        "text": text,
        "file": "-",
        "seconds": seconds,
        "size": len(encoded.opus),
        "words": words,
        "by": by,
    }
    return Recording.model_validate(fields)


def _why_not(why: str) -> str:
    if why == "loud":
        return tr("That was too loud for the microphone. Move back a little, and record the line again.")
    return tr(
        "The microphone heard nothing. Check that it is switched on and the right one, then record again."
    )
