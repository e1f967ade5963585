from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesson_player.adapting.caption_edits import (
    CaptionEdit,
    JoinCues,
    KeepCaption,
    KeepShift,
    NudgeAll,
    NudgeCue,
    ResetCue,
    ReWordCue,
    SplitCue,
)
from lesson_player.adapting.caption_groups import SuppliedTrack
from lesson_player.adapting.change_edits import CopyPart, ResetPart
from lesson_player.adapting.edit import Edit
from lesson_player.adapting.opened import Opened, edited, opened, redone, undone
from lesson_player.adapting.parts import PartKind, parts_of
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.caption_changes import LEAST_S
from tests.support import small_lesson
from tests.support.adapted import after, refused, version
from tests.support.captioned import TEXTS, TIMES, supplied, track

FILE = supplied()
LESSON = small_lesson.lesson()


def texts(desk: Opened, file: SuppliedTrack = FILE) -> list[str]:
    return [one.cue.text for one in file.under(desk.adaptation).shown]


def times(desk: Opened, file: SuppliedTrack = FILE) -> list[tuple[float, float]]:
    return [(cue.start_s, cue.end_s) for cue in file.under(desk.adaptation).track.cues]


class TestNudge:
    def test_a_caption_beside_it_gives_way_and_comes_back(self, desk: Opened) -> None:
        moved = after(desk, NudgeCue(FILE, 1, 0.5))
        assert times(moved)[:3] == [(1.0, 2.5), (3.0, 4.5), (4.5, 6.0)]
        assert len(parts_of(moved.adaptation)) == 1
        assert after(moved, NudgeCue(FILE, 1, -0.5)).adaptation == desk.adaptation
        assert after(moved, ResetCue(FILE, 1)).adaptation == desk.adaptation

    def test_earlier_takes_from_the_one_before(self, desk: Opened) -> None:
        assert times(after(desk, NudgeCue(FILE, 2, -1.0)))[:3] == [(1.0, 2.5), (2.5, 3.0), (3.0, 5.0)]

    def test_it_stays_longer_as_far_as_there_is_room(self, desk: Opened) -> None:
        longer = after(desk, NudgeCue(FILE, 2, 0.5, "end"), NudgeCue(FILE, 0, 0.5, "end"))
        assert times(longer)[:3] == [(1.0, 3.0), (3.0, 4.0), (4.0, 6.5)]

    def test_nothing_is_pushed_out_and_nothing_begins_before_the_film(self, desk: Opened) -> None:
        assert refused(desk, NudgeCue(FILE, 1, 1.8)).code == "no-room"
        assert refused(desk, NudgeCue(FILE, 0, -1.1)).code == "no-room"
        assert refused(desk, NudgeCue(FILE, 4, -0.7, "end")).code == "no-room"
        assert refused(desk, NudgeCue(FILE, 9, 0.1)).code == "no-such-caption"

    def test_all_move_together_over_every_other_change(self, desk: Opened) -> None:
        moved = after(desk, NudgeCue(FILE, 3, 0.5), NudgeAll(FILE, 0.2), NudgeAll(FILE, 0.1))
        assert times(moved)[0] == (1.3, 2.8)
        assert times(moved)[3] == (8.8, 10.8)
        assert moved.adaptation.captions[0].shift == 0.3
        assert after(desk, NudgeAll(FILE, 0.2), NudgeAll(FILE, -0.2)).adaptation == desk.adaptation
        assert refused(desk, NudgeAll(FILE, -1.1)).code == "no-room"
        assert refused(desk, NudgeAll(FILE, 61.0)).code == "no-room"


class TestWords:
    def test_a_word_is_fixed_and_its_speaker_stays(self, desk: Opened) -> None:
        fixed = after(desk, ReWordCue(FILE, 0, "  Maya  likes\n\nto draw. "))
        cue = FILE.under(fixed.adaptation).shown[0].cue
        assert cue.text == "Maya likes\nto draw."
        assert cue.speakers == ("Maya",)
        assert FILE.cues == track()

    def test_empty_words_bring_the_files_own_back(self, desk: Opened) -> None:
        assert after(desk, ReWordCue(FILE, 0, "x"), ReWordCue(FILE, 0, " ")).adaptation == desk.adaptation

    def test_typing_is_one_step_of_undo(self, desk: Opened) -> None:
        for words in ("M", "Ma", "May"):
            found = edited(desk, ReWordCue(FILE, 0, words), typing_on=True)
            assert isinstance(found, Opened)
            desk = found
        assert len(desk.history.past) == 1


class TestSplitAndJoin:
    def test_split_where_the_cursor_is_shares_the_time_out(self, desk: Opened) -> None:
        split = after(desk, SplitCue(FILE, 2, len("A secret?")))
        assert texts(split)[2:4] == ["A secret?", "Why?"]
        (start, middle), (again, end) = times(split)[2:4]
        assert (start, end) == (4.0, 6.0)
        assert middle == again == pytest.approx(4 + 2 * 9 / 13, abs=0.001)
        assert after(split, ResetCue(FILE, 3)).adaptation == desk.adaptation

    def test_split_before_the_first_word_or_too_short_is_refused(self, desk: Opened) -> None:
        assert refused(desk, SplitCue(FILE, 2, 0)).code == "cannot-split-caption"
        short = supplied(track(c4="I do not know why it is so"))
        assert refused(desk, SplitCue(short, 4, 1)).code == "no-room"

    def test_joined_captions_keep_both_speakers(self, desk: Opened) -> None:
        joined = after(desk, JoinCues(FILE, 0), JoinCues(FILE, 0))
        assert texts(joined)[0] == "Maya loves to draw. Sit still, Biscuit! A secret? Why?"
        assert times(joined)[0] == (1.0, 6.0)
        assert after(joined, ResetCue(FILE, 0)).adaptation == desk.adaptation
        assert refused(desk, JoinCues(FILE, 4)).code == "no-next-caption"

    def test_what_was_split_is_joined_to_what_it_was(self, desk: Opened) -> None:
        split = after(desk, SplitCue(FILE, 2, len("A secret?")))
        joined = after(split, JoinCues(FILE, 2))
        assert texts(joined)[2] == "A secret?\nWhy?"
        assert times(joined) == times(desk)

    def test_parts_are_moved_within_what_was_split(self, desk: Opened) -> None:
        split = after(desk, SplitCue(FILE, 2, len("A secret?")), NudgeCue(FILE, 3, -0.5))
        (_, first_ends), (second, _) = times(split)[2:4]
        assert first_ends == second
        assert refused(split, NudgeCue(FILE, 3, -0.9)).code == "no-room"


def test_resetting_or_copying_one_change_leaves_the_others(desk: Opened) -> None:
    both = after(desk, ReWordCue(FILE, 0, "Hi."), NudgeAll(FILE, 0.4), NudgeCue(FILE, 3, 0.5))
    parts = parts_of(both.adaptation)
    assert [part.kind for part in parts] == [PartKind.CAPTION_SHIFT, PartKind.CAPTION, PartKind.CAPTION]
    copied = after(desk, *(CopyPart(part, value) for part, value in parts.items()))
    assert copied.adaptation == both.adaptation
    for part in parts:
        assert list(parts_of(after(both, ResetPart(part)).adaptation)) == [
            one for one in parts if one != part
        ]
    joined = after(desk, JoinCues(FILE, 0))
    over = after(both, *(CopyPart(part, value) for part, value in parts_of(joined.adaptation).items()))
    assert texts(over)[0] == f"{TEXTS[0]}\n{TEXTS[1]}"
    assert FILE.under(over.adaptation).misfits == {}


def test_mine_is_kept_over_another_file(desk: Opened) -> None:
    fixed = after(desk, ReWordCue(FILE, 1, "Sit still, dog!"), NudgeAll(FILE, 0.5))
    newer = supplied(
        track(c1="Sit, Biscuit!").model_copy(update={"cues": track(c1="Sit, Biscuit!").cues[1:]})
    )
    assert len(newer.under(fixed.adaptation).misfits) == 1
    kept = after(fixed, KeepCaption(newer, "2.500"), KeepShift(newer))
    found = newer.under(kept.adaptation)
    assert found.misfits == {}
    assert found.shift_misfit is None
    assert found.shown[0].cue.text == "Sit still, dog!"
    gone = supplied(newer.cues.model_copy(update={"cues": track().cues[3:]}))
    assert refused(fixed, KeepCaption(gone, "2.500")).code == "no-such-caption"
    assert refused(desk, KeepShift(newer)).code == "no-such-change"


def caption_edits() -> st.SearchStrategy[Edit]:
    number = st.integers(0, 6)
    by_s = st.sampled_from((-1.5, -0.5, -0.1, 0.1, 0.5, 1.5))
    return st.one_of(
        st.builds(NudgeCue, st.just(FILE), number, by_s, st.sampled_from(("both", "end"))),
        st.builds(NudgeAll, st.just(FILE), by_s),
        st.builds(ReWordCue, st.just(FILE), number, st.sampled_from(("One.", "One two.\nThree.", ""))),
        st.builds(SplitCue, st.just(FILE), number, st.integers(0, 20)),
        st.builds(JoinCues, st.just(FILE), number),
        st.builds(ResetCue, st.just(FILE), number),
    )


def done(edits: list[Edit]) -> Opened:
    desk = opened(LESSON, version())
    for edit in edits:
        found = edited(desk, edit)
        desk = found if isinstance(found, Opened) else desk
    return desk


@given(st.lists(caption_edits(), max_size=12))
@settings(max_examples=120)
def test_captions_stay_in_order_long_enough_and_apart(edits: list[Edit]) -> None:
    captions = FILE.under(done(edits).adaptation)
    assert captions.misfits == {}
    cues = captions.track.cues
    assert all(cue.start_s >= 0 for cue in cues)
    assert all(cue.end_s - cue.start_s > LEAST_S - 0.002 for cue in cues)
    assert all(one.end_s <= two.start_s + 0.0011 for one, two in pairwise(cues))
    assert all(cue.text for cue in cues)


@given(st.lists(caption_edits(), max_size=12))
@settings(max_examples=120)
def test_undo_is_the_exact_inverse_and_so_is_taking_every_change_out(edits: list[Edit]) -> None:
    desk = done(edits)
    back = desk
    while back.history.past:
        back = undone(back)
    assert back.adaptation == version()
    while back.history.future:
        back = redone(back)
    assert back.adaptation == desk.adaptation
    out: Adaptation = desk.adaptation
    for part in parts_of(desk.adaptation):
        taken = ResetPart(part).on(out, LESSON)
        assert isinstance(taken, Adaptation)
        out = taken
    assert out == version()
    assert FILE.under(out).track == FILE.cues


@given(caption_edits().filter(lambda one: isinstance(one, CaptionEdit) and not isinstance(one, ResetCue)))
@settings(max_examples=60)
def test_an_edit_and_its_reset_leave_nothing(edit: Edit) -> None:
    assert isinstance(edit, CaptionEdit)
    desk = done([edit])
    if desk.history.past:
        assert done([edit, ResetCue(FILE, edit.number)]).adaptation == version()


def test_times_are_those_of_the_file_where_nothing_is_changed(desk: Opened) -> None:
    assert tuple(times(desk)) == TIMES
