from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lesson_player.formats.document import read_text
from lesson_player.formats.schema import MODELS, json_schema
from lesson_player.formats.writing import to_yaml
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.lesson import Lesson
from lesson_player.model.services import SupportServices

NAMES = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4})?", fullmatch=True)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=20).filter(
    lambda text: text.strip() == text
) | st.sampled_from(
    ["no", "12:30", "2025", "1.50", "true", "- x", "a: b", "# x", "*a", "&a", "~", "null", "x\ny"]
)
LINE = st.fixed_dictionaries({"id": NAMES, "text": TEXTS}, optional={"easy": TEXTS, "locked": st.booleans()})
STEP = st.one_of(
    st.fixed_dictionaries(
        {
            "id": NAMES,
            "kind": st.sampled_from(["welcome", "rows", "help", "calm", "preparation"]),
            "title": TEXTS,
            "minutes": st.integers(0, 60),
            "lines": st.lists(LINE, min_size=1, max_size=3),
        },
        optional={"notes": st.fixed_dictionaries({"say": st.lists(TEXTS, max_size=2)}), "now": TEXTS},
    ),
    st.fixed_dictionaries(
        {
            "id": NAMES,
            "kind": st.just("film"),
            "title": TEXTS,
            "minutes": st.integers(0, 60),
            "from": NAMES,
            "to": NAMES,
            "pauses": st.lists(st.fixed_dictionaries({"id": NAMES, "at": NAMES, "prompt": LINE}), max_size=2),
        }
    ),
)
LESSONS = st.fixed_dictionaries(
    {
        "format": st.just(1),
        "id": NAMES,
        "title": TEXTS,
        "about": TEXTS,
        "calm": LINE,
        "hidden": LINE,
        "disclosure": st.fixed_dictionaries(
            {"title": TEXTS, "lines": st.lists(LINE, min_size=1, max_size=2)}
        ),
        "steps": st.lists(STEP, min_size=1, max_size=4),
        "sittings": st.lists(
            st.fixed_dictionaries(
                {"id": NAMES, "title": TEXTS, "steps": st.lists(NAMES, min_size=1, max_size=3)}
            ),
            min_size=1,
            max_size=2,
        ),
    },
    optional={"sample": st.booleans(), "film": NAMES, "footer": LINE},
)


@given(LESSONS)
@settings(max_examples=60)
def test_any_lesson_that_is_written_is_read_back_equal(data: dict[str, Any]) -> None:
    lesson = Lesson.model_validate(data)
    document = read_text(to_yaml(lesson), "lesson.yaml", Lesson)
    assert document.problems == []
    assert document.value == lesson


def test_an_adaptation_is_read_back_equal() -> None:
    adaptation = Adaptation.model_validate(
        {
            "format": 1,
            "id": "a",
            "lesson": "l",
            "title": "No",
            "about": "1:30",
            "wording": "easy",
            "appearance": {"motion": False},
            "steps": {"one": {"from": "start", "notes": {"say": ["Hello."]}}},
            "add_lines": [{"step": "one", "line": {"id": "w", "word": "help", "text": "Help helps."}}],
            "add_steps": [
                {
                    "sitting": "s",
                    "step": {
                        "id": "r",
                        "kind": "calm",
                        "title": "Rest",
                        "minutes": 1,
                        "lines": [{"id": "x", "text": "y"}],
                    },
                }
            ],
        }
    )
    text = to_yaml(adaptation)
    assert read_text(text, "a.yaml", Adaptation).value == adaptation
    assert text.startswith("format: 1\nid: a\nlesson: l\n")
    assert "hidden" not in text


def test_dates_are_read_back_equal() -> None:
    service = {
        "id": "s",
        "name": "S",
        "audience": "pupils",
        "text": "T.",
        "source": "X.",
        "last_checked": "2026-09-01",
    }
    services = SupportServices.model_validate({"format": 1, "services": [service]})
    read = read_text(to_yaml(services), "services.yaml", SupportServices).value
    assert read == services
    assert read is not None
    assert read.services[0].last_checked == date(2026, 9, 1)


def test_every_file_has_a_schema_with_the_keys_as_files_write_them() -> None:
    for kind in MODELS:
        schema = json_schema(kind)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["additionalProperties"] is False
        assert "format" in schema["required"]
    film_step = json_schema("lesson")["$defs"]["FilmStep"]
    assert {"from", "to"} <= set(film_step["required"])
    assert "start" not in film_step["properties"]


def test_schemas_say_what_keys_are_for() -> None:
    sitting = json_schema("lesson")["$defs"]["Sitting"]["properties"]
    assert sitting["about"]["description"] == "For the teacher: what this sitting is for."
    assert "adaptations" in json_schema("lesson")["$defs"]["HelpStep"]["properties"]["locked"]["description"]
