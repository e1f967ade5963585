from __future__ import annotations

import pytest

from lesson_player.model.caption_changes import CaptionChange, TrackChanges
from lesson_player.model.caption_faults import caption_faults
from lesson_player.model.caption_layers import Misfit, track_with, with_changes
from lesson_player.model.captions import Cue, CueTrack, Span
from lesson_player.model.conflicts import conflicts
from lesson_player.model.layers import prepare
from lesson_player.model.presets import presets
from tests.support import small_lesson
from tests.support.adapted import version
from tests.support.captioned import TEXTS, TIMES, cue, track


def words(number: int, text: str = "", later: float = 0.0, longer: float = 0.0) -> dict[str, object]:
    start, end = TIMES[number]
    return {"start": start + later, "end": end + later + longer, "text": text or TEXTS[number]}


def change(number: int, text: str = "", **times: float) -> CaptionChange:
    return CaptionChange.model_validate({"was": [words(number)], "now": [words(number, text, **times)]})


def changes(*cues: CaptionChange, **more: object) -> TrackChanges:
    start = {"film": "small-film", "version": "film", "track": "standard", "cues": cues}
    return TrackChanges.model_validate({**start, **more})


def texts(found: CueTrack) -> list[str]:
    return [one.text for one in found.cues]


class TestPlace:
    def test_a_whole_track_that_comes_later_takes_its_changes_along(self) -> None:
        found = with_changes(track(later=7.0), changes(change(1, "Sit!"), change(3, later=0.5)))
        assert found.misfits == {}
        assert texts(found.track)[1] == "Sit!"
        assert found.track.cues[3].start_s == 15.5

    def test_words_that_stand_twice_are_not_guessed_at(self) -> None:
        twice = CueTrack(cues=(cue(20, 21, "Why?"), cue(22, 23, "Why?")))
        assert with_changes(twice, changes(change(4, "Why not?"))).misfits == {0: Misfit.GONE}

    def test_other_words_at_its_time_need_a_look(self) -> None:
        found = with_changes(track(c1="Sit, Biscuit!"), changes(change(1, "Sit!")))
        assert found.misfits == {0: Misfit.OTHER}
        assert found.track == track(c1="Sit, Biscuit!")

    def test_a_file_that_says_it_by_itself_fits(self) -> None:
        found = with_changes(track(c1="Sit!"), changes(change(1, "Sit!")))
        assert found.misfits == {}
        assert found.track == track(c1="Sit!")

    def test_another_time_of_the_same_words_fits_only_with_the_same_length(self) -> None:
        cues = (cue(30, 33, TEXTS[1]), cue(40, 41, "Else."))
        assert with_changes(CueTrack(cues=cues), changes(change(1, "Sit!"))).misfits == {0: Misfit.GONE}

    def test_two_changes_of_one_caption_and_one_without_room_are_told(self) -> None:
        found = with_changes(track(), changes(change(1, "One."), change(1, "Two."), change(3, longer=2.5)))
        assert found.misfits == {1: Misfit.TWICE, 2: Misfit.NO_ROOM}
        assert texts(found.track)[1] == "One."

    def test_captions_that_begin_elsewhere_are_not_moved(self) -> None:
        moved = changes(shift=0.5, first=1.0)
        assert with_changes(track(), moved).track.cues[0].start_s == 1.5
        found = with_changes(track(later=0.5), moved)
        assert found.shift_misfit is Misfit.BEGINS_ELSEWHERE
        assert found.track.cues[0].start_s == 1.5

    def test_captions_of_two_who_speak_at_once_stay_so(self) -> None:
        both = CueTrack(cues=(cue(1, 4, "Hello."), cue(2, 5, "Hi.", "Sam")))
        made = {
            "was": [{"start": 2, "end": 5, "text": "Hi."}],
            "now": [{"start": 2.5, "end": 5, "text": "Hi."}],
        }
        found = with_changes(both, changes(CaptionChange.model_validate(made)))
        assert [(one.start_s, one.end_s) for one in found.track.cues] == [(1, 4), (2.5, 5)]


class TestSpeakers:
    def test_a_new_word_is_said_by_whom_the_old_one_was(self) -> None:
        lines = ((Span(text="Why?", voice="Maya"), Span(text=" Because.", voice="Sam", italic=True)),)
        two = CueTrack(cues=(Cue(id="a", start_s=1, end_s=3, lines=lines),))
        text = "Why? Because I care."
        made = {
            "was": [{"start": 1, "end": 3, "text": "Why? Because."}],
            "now": [{"start": 1, "end": 3, "text": text}],
        }
        found = with_changes(two, changes(CaptionChange.model_validate(made))).track.cues[0]
        assert found.text == text
        assert [(span.text, span.voice, span.italic) for span in found.lines[0]] == [
            ("Why?", "Maya", False),
            (" Because I care.", "Sam", True),
        ]

    def test_a_moved_caption_keeps_its_very_runs(self) -> None:
        runs = ((Span(text="Now", from_s=1.0), Span(text=" then", from_s=1.5)),)
        karaoke = CueTrack(cues=(Cue(start_s=1, end_s=3, lines=runs),))
        one = {"start": 1, "end": 3, "text": "Now then"}
        made = {"was": [one], "now": [{**one, "start": 0.5, "end": 2.5}]}
        assert with_changes(karaoke, changes(CaptionChange.model_validate(made))).track.cues[0].lines == runs


class TestLayers:
    def test_the_later_layer_holds(self) -> None:
        first = changes(change(1, "One."), change(3, "Three."), shift=0.5)
        found = track_with(track(), [first, changes(change(1, "Two."), shift=0.2)])
        assert texts(found)[1:4] == ["Two.", TEXTS[2], "Three."]
        assert found.cues[0].start_s == 1.2
        assert track_with(track(), []) == track()

    def test_it_is_told_that_both_change_a_caption(self) -> None:
        layers = [
            version(name, captions=(changes(change(1, text)),))
            for name, text in (("one", "One."), ("two", "Two."))
        ]
        assert ["0:02.5" in problem.sentence for problem in conflicts(layers)] == [True]

    def test_only_the_captions_of_the_version_that_is_named_change(self) -> None:
        bundle = small_lesson.bundle()
        film = bundle.films["small-film"]
        first = film.captions["film/standard"].cues[0]
        one = {"start": first.start_s, "end": first.end_s, "text": first.text}
        made = changes({"was": [one], "now": [{**one, "text": "Hello, all."}]})  # type: ignore[arg-type]
        layer = version(captions=(made,))
        found = bundle.with_captions_of([layer]).films["small-film"]
        assert found.cues("film", "standard").cues[0].text == "Hello, all."
        assert found.captions["bsl/standard"] == film.captions["bsl/standard"]
        assert bundle.with_captions_of([version()]) is bundle

    @pytest.mark.parametrize(
        ("fields", "code"),
        [
            ({"version": "dubbed"}, "unknown-captions"),
            ({"track": "french"}, "unknown-captions"),
            ({"shift": 1.0, "first": 33.0}, "captions-begin-elsewhere"),
            ({"cues": (change(2),)}, "captions-other"),
            ({"film": "elsewhere"}, None),
        ],
    )
    def test_what_has_no_place_is_told_once_when_the_lesson_is_prepared(
        self, fields: dict[str, object], code: str | None
    ) -> None:
        layer = version(captions=(changes(**fields),))
        bundle = small_lesson.bundle().model_copy(update={"adaptations": (layer,)})
        found = [one.code for one in prepare(bundle, [layer.id], [], presets()).problems]
        assert found == ([code] if code else [])
        paths = [fault.path[0] for fault in caption_faults(bundle.films, layer)]
        assert paths == (["captions"] if code else [])


class TestHostile:
    """What would keep the program busy for minutes if every caption were held against every other."""

    def many(self, text: str, step: float = 1.0, number: int = 3000) -> tuple[CueTrack, list[CaptionChange]]:
        cues, made = [], []
        for at in range(number):
            start = round(at * step, 3)
            cues.append(cue(start, start + 1.0, text))
            one = {"start": start, "end": start + 1.0, "text": text}
            made.append(
                CaptionChange.model_validate({"was": [one], "now": [{**one, "text": f"{text} Now."}]})
            )
        return CueTrack(cues=tuple(cues)), made

    def test_thousands_of_captions_alike_that_are_not_where_they_were(self) -> None:
        file, made = self.many("Why?")
        moved = CueTrack(
            cues=tuple(one.model_copy(update={"start_s": one.start_s + 0.3}) for one in file.cues)
        )
        assert len(with_changes(moved, changes(*made)).misfits) == 3000

    def test_thousands_of_captions_at_once(self) -> None:
        file, made = self.many("Why?", step=0.0)
        found = with_changes(file, changes(*made))
        assert set(found.misfits.values()) == {Misfit.TWICE}

    def test_thousands_of_captions_in_each_others_way(self) -> None:
        file, _ = self.many("Why?")
        made = [
            CaptionChange.model_validate(
                {
                    "was": [{"start": at, "end": at + 1.0, "text": "Why?"}],
                    "now": [{"start": at + 0.9, "end": at + 5.0, "text": "Why?"}],
                }
            )
            for at in range(3000)
        ]
        found = with_changes(file, changes(*made))
        assert len(found.track.cues) == 3000
        assert all(one.cue.end_s > one.cue.start_s for one in found.shown)

    def test_words_without_end(self) -> None:
        file, made = self.many("a " * 900 + "a", number=60)
        found = with_changes(file, changes(*made)).track
        assert all(one.speakers == ("Maya",) for one in found.cues)
        assert all(one.text.endswith("a Now.") for one in found.cues)


def test_times_that_cannot_be_are_refused() -> None:
    one = words(1)
    for now in ([{**one, "end": 2.5}], [one, {**one, "start": 3.0}], []):
        with pytest.raises(ValueError, match=r"caption|at least 1"):
            CaptionChange.model_validate({"was": [one], "now": now})
