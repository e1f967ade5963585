from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.adapting.caption_count import AddCue, RemoveCue
from lesson_player.adapting.caption_edits import JoinCues, NudgeCue, ResetCue, ReWordCue, SplitCue
from lesson_player.adapting.opened import Opened, edited, opened, undone
from lesson_player.model.caption_changes import LEAST_S
from lesson_player.model.captions import Cue, CueTrack, Span
from tests.adapting.test_caption_edits import FILE, LESSON, texts, times
from tests.support.adapted import after, refused, version
from tests.support.captioned import TEXTS, TIMES, cue, supplied


class TestAdding:
    def test_it_comes_after_the_caption_where_there_is_room(self, desk: Opened) -> None:
        added = after(desk, AddCue(FILE, 2, "A door closes."))
        assert texts(added) == [*TEXTS[:3], "A door closes.", *TEXTS[3:]]
        assert times(added) == [*times(desk)[:3], (6.0, 8.0), *times(desk)[3:]]

    def test_without_room_it_has_half_of_the_time_of_the_one_before(self, desk: Opened) -> None:
        start, end = times(desk)[1]
        added = after(desk, AddCue(FILE, 1, "New caption"))
        assert times(added)[1:3] == [(start, (start + end) / 2), ((start + end) / 2, end)]
        assert times(added)[3:] == times(desk)[2:]

    def test_after_the_last_one_and_worded_and_moved_like_any_other(self, desk: Opened) -> None:
        added = after(
            desk, AddCue(FILE, 4, "New caption"), ReWordCue(FILE, 5, "Bye."), NudgeCue(FILE, 5, 0.5)
        )
        assert texts(added)[4:] == [TEXTS[4], "Bye."]
        assert times(added)[5][0] == pytest.approx(times(desk)[4][1] + 0.5)
        assert after(added, ResetCue(FILE, 5)).adaptation == desk.adaptation

    def test_it_has_the_speaker_of_the_one_before(self, desk: Opened) -> None:
        added = after(desk, AddCue(FILE, 0, "Biscuit barks."))
        cues = [one.cue for one in FILE.under(added.adaptation).shown]
        assert cues[0].speakers == cues[1].speakers == ("Maya",)

    def test_between_captions_that_are_too_short_it_is_refused(self, desk: Opened) -> None:
        cues = [Cue(start_s=at, end_s=at + 0.5, lines=((Span(text=str(at)),),)) for at in (1.0, 1.5, 2.0)]
        crowded = supplied(CueTrack(cues=tuple(cues)))
        assert refused(desk, AddCue(crowded, 0, "New")).code == "no-room"
        assert refused(desk, AddCue(crowded, 7, "New")).code == "no-such-caption"


class TestTakingOut:
    @pytest.mark.parametrize("number", range(5))
    def test_those_beside_it_stay_as_they_are(self, desk: Opened, number: int) -> None:
        said_by = [cue(*at, text, speaker) for at, text, speaker in zip(TIMES, TEXTS, "ABCDE", strict=True)]
        film = supplied(CueTrack(cues=tuple(said_by)))
        left = film.under(after(desk, RemoveCue(film, number)).adaptation)
        assert [one.cue for one in left.shown] == [*said_by[:number], *said_by[number + 1 :]]
        assert left.misfits == {}

    def test_several_one_after_the_other_and_a_reset_brings_all_back(self, desk: Opened) -> None:
        left = desk
        for _ in range(3):
            left = after(left, RemoveCue(FILE, 1))
        assert texts(left) == [TEXTS[0], TEXTS[4]]
        assert after(left, ResetCue(FILE, 1)).adaptation == desk.adaptation

    def test_what_was_added_or_split_off_goes_again(self, desk: Opened) -> None:
        added = after(desk, AddCue(FILE, 2, "New caption"))
        assert after(added, RemoveCue(FILE, 3)).adaptation == desk.adaptation
        split = after(desk, SplitCue(FILE, 2, len("A secret?")))
        assert texts(after(split, RemoveCue(FILE, 3)))[2] == "A secret?"

    def test_the_last_one_that_is_left_stays(self, desk: Opened) -> None:
        left = desk
        for _ in range(4):
            left = after(left, RemoveCue(FILE, 0))
        assert texts(left) == [TEXTS[4]]
        assert refused(left, RemoveCue(FILE, 0)).code == "last-caption"
        assert refused(left, RemoveCue(FILE, 1)).code == "no-such-caption"


steps = st.lists(
    st.tuples(st.sampled_from(["add", "remove", "join", "later", "longer"]), st.integers(0, 6)), max_size=8
)


@given(steps)
def test_whatever_is_done_captions_stay_in_order_and_undo_leads_back(wanted: list[tuple[str, int]]) -> None:
    desk = start = opened(LESSON, version())
    done = 0
    for what, at in wanted:
        edit = {
            "add": AddCue(FILE, at, "New caption"),
            "remove": RemoveCue(FILE, at),
            "join": JoinCues(FILE, at),
            "later": NudgeCue(FILE, at, 0.3),
            "longer": NudgeCue(FILE, at, 0.3, "end"),
        }[what]
        found = edited(desk, edit)
        if isinstance(found, Opened):
            desk, done = found, done + (found.adaptation != desk.adaptation)
        shown = FILE.under(desk.adaptation)
        assert shown.misfits == {}
        assert [one.cue.start_s for one in shown.shown] == sorted(one.cue.start_s for one in shown.shown)
        assert all(one.length_s > LEAST_S - 0.01 for one in shown.shown)
    for _ in range(done):
        desk = undone(desk)
    assert desk.adaptation == start.adaptation
