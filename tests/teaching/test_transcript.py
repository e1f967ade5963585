from __future__ import annotations

from lesson_player.model.bundle import LoadedFilm
from lesson_player.model.captions import Cue, CueTrack, Span
from lesson_player.model.film import Track
from lesson_player.teaching import moves
from lesson_player.teaching.course import Course
from lesson_player.teaching.desk import teacher_view
from lesson_player.teaching.transcript import transcript
from lesson_player.teaching.views import LineKind
from tests.support.small_lesson import at_step, bundle, course, loaded_film
from tests.teaching.test_film_tools import watch


def cue(start_s: float, *spans: tuple[str, str]) -> Cue:
    lines = tuple((Span(text=text, voice=voice),) for voice, text in spans)
    return Cue(start_s=start_s, end_s=start_s + 1, lines=lines)


def spoken() -> LoadedFilm:
    """The small film with two speakers in one caption, and a description at the same second."""
    loaded = loaded_film()
    version = loaded.film.versions["film"].model_copy(
        update={"descriptions": (Track(id="standard", title="Description", file="d.vtt"),)}
    )
    film = loaded.film.model_copy(update={"versions": {**loaded.film.versions, "film": version}})
    said = (
        cue(4.5, ("Maya", "Who is it?"), ("Mum", "A friend?"), ("Mum", "Or not?")),
        cue(8.0, ("", "Wind.")),
    )
    return loaded.model_copy(
        update={
            "film": film,
            "captions": {**loaded.captions, "film/standard": CueTrack(cues=said)},
            "descriptions": {"film/standard": CueTrack(cues=(cue(4.5, ("", "Maya looks\nup.")),))},
        }
    )


def made() -> Course:
    films = bundle().model_copy(update={"films": {"small-film": spoken()}})
    base = course()
    return Course(bundle=films, lesson=base.lesson, wording=base.wording, version_title="", pages=base.pages)


def test_chapters_speakers_and_descriptions_stand_in_the_order_of_the_film() -> None:
    lesson = made()
    lines = transcript(lesson, watch(lesson), at_step(lesson, "watch"))
    assert [(line.kind.value, line.at_s, line.speaker, line.text) for line in lines] == [
        ("chapter", 0.0, "", "The start"),
        ("chapter", 4.0, "", "A clue"),
        ("description", 4.5, "", "Maya looks up."),
        ("said", 4.5, "Maya", "Who is it?"),
        ("said", 4.5, "Mum", "A friend? Or not?"),
        ("chapter", 7.0, "", "Help comes"),
        ("said", 8.0, "", "Wind."),
    ]


def test_lines_of_other_parts_are_there_and_marked() -> None:
    lesson = made()
    part = watch(lesson).model_copy(update={"start": "clue", "end": "help"})
    lines = transcript(lesson, part, at_step(lesson, "watch"))
    assert {line.text for line in lines if line.inside} == {
        *("A clue", "Maya looks up.", "Who is it?", "A friend? Or not?")
    }


def test_it_is_the_version_that_is_on_and_made_once() -> None:
    lesson = made()
    state = at_step(lesson, "watch")
    first = teacher_view(lesson, state).transcript
    later = teacher_view(lesson, moves.next_beat(lesson, state)).transcript
    assert all(one is other for one, other in zip(first, later, strict=True))
    signed = teacher_view(lesson, moves.swap_version(lesson, state)).transcript
    assert [line.at_s for line in signed if line.kind is LineKind.SAID] == [2.0]


def test_outside_films_and_on_a_shared_screen_there_is_none() -> None:
    lesson = course()
    assert teacher_view(lesson, at_step(lesson, "rules")).transcript == ()
    shared = course(private=False)
    assert teacher_view(shared, at_step(shared, "watch")).transcript == ()
