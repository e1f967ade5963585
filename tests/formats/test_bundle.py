from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesson_player.formats.bundle import load_bundle, read_id
from lesson_player.formats.film import load_film
from lesson_player.model.lesson import FilmStep, Lesson, lines_of
from lesson_player.model.problem import Severity
from tests.support.example_lesson import EXAMPLE, FILM, LESSON, Example, copy_example


@pytest.fixture
def example(tmp_path: Path) -> Example:
    return copy_example(tmp_path)


def test_the_example_of_the_documentation_is_complete_and_without_fault(example: Example) -> None:
    bundle, problems = load_bundle(example.lesson, example.films)
    assert problems == ()
    assert bundle is not None
    assert {step.kind for step in bundle.lesson.steps} == {
        *("welcome", "agreement", "words", "film", "discussion", "choice"),
        *("rows", "practice", "help", "calm", "preparation", "follow-up"),
    }
    film = bundle.films["sam-asks"]
    assert film.missing == ()
    assert {name: len(track.cues) for name, track in film.captions.items()} == {
        "film/standard": 3,
        "film/easy-read": 3,
        "bsl/standard": 3,
    }
    assert [one.id for one in bundle.adaptations] == ["one-word"]
    assert bundle.services.named("library-desk") is not None
    assert bundle.alt("plant") == "A green plant in a pot."
    assert bundle.picture_path("plant") == example.lesson / "pictures" / "plant.svg"


def test_the_example_lacks_nothing_but_its_films() -> None:
    _, problems = load_bundle(EXAMPLE.parent / "example" / LESSON, [EXAMPLE / "media"])
    assert {problem.code for problem in problems} == {"missing-film-file"}


def test_numbers_and_yes_and_no_are_taken_as_they_are_meant(example: Example) -> None:
    path = example.lesson / "lesson.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("text: Hello.", "text: 2025").replace("text: Worried", "text: yes")
    text = text.replace("text: Calm,", "text: true,").replace("now: Hello", "now: 12:30")
    text = text.replace("locked: true", "locked: yes").replace(
        "about: Words first and then the film.", "about: 1.50"
    )
    path.write_text(text, encoding="utf-8")
    bundle, problems = load_bundle(example.lesson, example.films)
    assert problems == ()
    assert bundle is not None
    step = bundle.lesson.step("film-part")
    assert isinstance(step, FilmStep)
    assert [line.text for line in lines_of(step)][2:4] == ["yes", "true"]
    assert bundle.lesson.step("welcome").now == "12:30"
    assert bundle.lesson.step("who-helps").locked is True
    assert bundle.lesson.sitting("first").about == "1.50"
    assert bundle.lesson.guidance[0].year == "2025"


def test_moments_may_be_written_as_a_player_shows_them(example: Example) -> None:
    path = example.root / FILM / "film.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("asks: 25,", "asks: 0:25.5,"), encoding="utf-8")
    film, problems = load_film(path.parent)
    assert problems == ()
    assert film is not None
    assert film.film.moment_s("asks", "film") == 25.5


def test_several_faults_are_all_named_and_the_rest_loads(example: Example) -> None:
    path = example.lesson / "lesson.yaml"
    text = (
        path.read_text(encoding="utf-8")
        .replace("kind: rows", "kind: row")
        .replace("kind: practice", "kind: try")
    )
    path.write_text(text.replace("minutes: 3\n    question", "minutes: x\n    question"), encoding="utf-8")
    (example.root / FILM / "captions.vtt").unlink()
    bundle, problems = load_bundle(example.lesson, example.films)
    assert [problem.code for problem in problems] == [
        "wrong-type",
        "unknown-kind",
        "unknown-kind",
        "missing-captions",
    ]
    assert bundle is not None
    assert {"talk", "what-we-know", "try-it"}.isdisjoint(step.id for step in bundle.lesson.steps)
    assert bundle.lesson.sitting("second").steps == ("welcome", "choose", "who-helps", "quiet", "after")
    assert bundle.films["sam-asks"].captions["film/standard"].cues == ()


def test_an_unclear_lock_counts_as_locked(example: Example) -> None:
    path = example.lesson / "lesson.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "locked: true\n    services", "locked: of course\n    services"
    )
    path.write_text(text, encoding="utf-8")
    bundle, problems = load_bundle(example.lesson, example.films)
    assert [problem.code for problem in problems] == ["wrong-type"]
    assert bundle is not None
    assert bundle.lesson.step("who-helps").locked is True


def test_a_missing_film_leaves_the_lesson(example: Example) -> None:
    bundle, problems = load_bundle(example.lesson, [example.root / "nowhere"])
    assert [(one.code, one.severity) for one in problems] == [("missing-film", Severity.ERROR)]
    assert bundle is not None
    assert bundle.films == {}
    assert bundle.lesson.step("film-part").title == "Sam asks"


def test_a_missing_film_file_is_named_by_its_version(example: Example) -> None:
    (example.root / FILM / "sam-asks-bsl.webm").unlink()
    bundle, problems = load_bundle(example.lesson, example.films)
    assert [one.code for one in problems] == ["missing-film-file"]
    assert bundle is not None
    assert bundle.films["sam-asks"].missing == ("bsl",)


def test_the_first_film_folder_that_has_a_film_wins(example: Example, tmp_path: Path) -> None:
    other = copy_example(tmp_path / "other")
    path = other.root / FILM / "film.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("title: Sam asks\n", "title: Ours\n"), encoding="utf-8"
    )
    bundle, problems = load_bundle(example.lesson, [tmp_path / "empty", *other.films, *example.films])
    assert problems == ()
    assert bundle is not None
    assert bundle.films["sam-asks"].film.title == "Ours"


def test_a_film_id_never_leaves_its_folder(example: Example) -> None:
    path = example.lesson / "lesson.yaml"
    text = path.read_text(encoding="utf-8").replace("film: sam-asks", "film: ../media/sam-asks")
    path.write_text(text, encoding="utf-8")
    _, problems = load_bundle(example.lesson, example.films)
    assert problems[0].code == "bad-id"


def test_the_id_is_read_from_the_lesson_alone(example: Example) -> None:
    path = example.lesson / "lesson.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n  - broken: [", encoding="utf-8")
    assert read_id(example.lesson) == "asking-for-help"
    assert read_id(example.root) is None


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("id: sam", "sam"),
        ("title: id\nabout: {id: other}\nsteps: [id, {id: x}]\nid: sam", "sam"),
        ("title: id\nsam: id", None),
        ("id: [sam]", None),
        ("id: ../sam", None),
        ('id: "sam\\n"', None),
        ("- id: sam", None),
        ("- id\n- sam", None),
        ("id", None),
        ("title: &a x\nabout: *a\nid: sam", "sam"),
        ("title: [\nid: sam", None),
        ("", None),
    ],
)
def test_an_id_is_what_stands_under_that_key(text: str, stated: str | None, tmp_path: Path) -> None:
    (tmp_path / "lesson.yaml").write_text(text, encoding="utf-8")
    assert read_id(tmp_path) == stated


@settings(max_examples=40)
@given(st.data())
def test_a_damaged_lesson_never_stops_the_program(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    example = copy_example(tmp_path_factory.mktemp("damaged"))
    names = sorted(path for path in example.root.rglob("*") if path.suffix in {".yaml", ".vtt", ".srt"})
    path = data.draw(st.sampled_from(names))
    whole = path.read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(0, 40))
    junk = data.draw(
        st.one_of(
            st.binary(max_size=8), st.sampled_from([b"\t", b"- ", b": ", b"{", b"[", b"'", b"&a", b"*a"])
        )
    )
    path.write_bytes(whole[:start] + junk + whole[start + length :])
    bundle, problems = load_bundle(example.lesson, example.films)
    assert all(problem.sentence and problem.file for problem in problems)
    if bundle is None:
        assert problems
    else:
        assert Lesson.model_validate(bundle.lesson.model_dump(by_alias=True)) == bundle.lesson
