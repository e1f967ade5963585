from __future__ import annotations

from dataclasses import replace

from lesson_player.adapting.caption_copies import ChangeElsewhere
from lesson_player.adapting.caption_edits import JoinCues, NudgeCue, ReWordCue, SplitCue
from lesson_player.adapting.caption_groups import SuppliedTrack
from lesson_player.adapting.opened import Opened
from lesson_player.model.captions import CueTrack
from tests.support.adapted import after, refused
from tests.support.captioned import TEXTS, cue, supplied, track

FILE = supplied()
SLOWER = CueTrack(
    cues=tuple(cue(3 + one.start_s * 2, 3 + one.end_s * 2, one.text, "Signer") for one in track().cues)
)
BSL = replace(FILE, version="bsl", cues=SLOWER)


def there(desk: Opened, file: SuppliedTrack = BSL) -> list[tuple[float, float, str]]:
    return [(one.start_s, one.end_s, one.text) for one in file.under(desk.adaptation).track.cues]


def test_words_are_changed_at_the_times_of_the_other_version(desk: Opened) -> None:
    both = after(desk, ReWordCue(FILE, 1, "Sit!"), ChangeElsewhere(FILE, 1, (BSL,)))
    assert there(both)[1] == (8.0, 11.0, "Sit!")
    assert BSL.under(both.adaptation).shown[1].cue.speakers == ("Signer",)
    again = refused(both, ChangeElsewhere(FILE, 1, (BSL,)))
    assert again.code == "no-such-words"


def test_a_split_keeps_its_place_within_the_caption(desk: Opened) -> None:
    both = after(desk, SplitCue(FILE, 2, len("A secret?")), ChangeElsewhere(FILE, 3, (BSL,)))
    (start, middle, first), (again, end, second) = there(both)[2:4]
    assert (start, end, first, second) == (11.0, 15.0, "A secret?", "Why?")
    assert middle == again
    split_s = FILE.under(both.adaptation).track.cues[2].end_s
    assert abs(middle - (3 + split_s * 2)) < 0.002


def test_joined_and_moved_captions_are_carried_too(desk: Opened) -> None:
    joined = after(desk, JoinCues(FILE, 0), ChangeElsewhere(FILE, 0, (BSL,)))
    assert there(joined)[0] == (5.0, 11.0, f"{TEXTS[0]}\n{TEXTS[1]}")
    moved = after(desk, NudgeCue(FILE, 3, 0.5), ChangeElsewhere(FILE, 3, (BSL,)))
    assert there(moved)[3][:2] == (20.0, 23.5)


def test_what_says_something_else_or_is_changed_otherwise_stays(desk: Opened) -> None:
    fixed = after(desk, ReWordCue(FILE, 1, "Sit!"))
    other = replace(BSL, cues=track(c1="Other words."))
    assert refused(fixed, ChangeElsewhere(FILE, 1, (other,))).code == "no-such-words"
    assert refused(fixed, ChangeElsewhere(FILE, 0, (BSL,))).code == "not-changed"
    joined = after(fixed, JoinCues(BSL, 1))
    assert refused(joined, ChangeElsewhere(FILE, 1, (BSL,))).code == "no-such-words"


def test_of_words_that_stand_twice_it_is_the_same_one(desk: Opened) -> None:
    twice = supplied(CueTrack(cues=(cue(1, 2, "Why?"), cue(3, 4, "Why?"))))
    other = replace(twice, version="bsl", cues=CueTrack(cues=(cue(2, 4, "Why?"), cue(6, 8, "Why?"))))
    both = after(desk, ReWordCue(twice, 1, "Why not?"), ChangeElsewhere(twice, 1, (other,)))
    assert there(both, other) == [(2, 4, "Why?"), (6, 8, "Why not?")]
