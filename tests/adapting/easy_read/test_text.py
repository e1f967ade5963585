"""What is found in one text, by kind; and whatever is typed, findings lie inside the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.adapting.easy_read.finding import Kind, Weight
from lesson_player.adapting.easy_read.text import check_text
from lesson_player.adapting.easy_read.vocabulary import Vocabulary
from lesson_player.adapting.easy_read.words.lists import hard_words, idioms


def found(text: str, kind: Kind, known: Vocabulary | None = None) -> list[str]:
    """The words that findings of that kind are about."""
    findings = check_text(text, known) if known else check_text(text)
    return [text[one.start : one.end] for one in findings if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("One two " * 6, []),
        ("Read it now " * 4 + "too.", [Weight.NOTICE]),
        ("Read it now " * 5 + "too.", [Weight.PROBLEM]),
        ("Read it now and " * 3 + "stop.\nRead it now and then go.", [Weight.NOTICE]),
    ],
    ids=["twelve words", "thirteen", "sixteen", "the first of two lines"],
)
def test_a_sentence_is_long_from_thirteen_words_on(text: str, weights: list[Weight]) -> None:
    findings = [one for one in check_text(text) if one.kind is Kind.LONG_SENTENCE]
    assert [one.weight for one in findings] == weights


def test_a_new_line_ends_a_sentence_without_a_full_stop() -> None:
    assert found("Read it now and then\n" * 4, Kind.LONG_SENTENCE) == []


@pytest.mark.parametrize(
    "text",
    [
        "Maya sat down and she cried.",
        "The dog barks, so we go home.",
        "Ben likes art, but he is not good at it.",
        "We watch the film; it is short.",
        "Our teacher, who is new, likes cats.",
        "Go home (ask your mum first).",
        "We washed the pots and looked for the lids.",
    ],
)
def test_two_statements_are_more_than_one_idea(text: str) -> None:
    assert found(text, Kind.IDEAS) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Stop and look.",
        "You can sing, dance, paint, draw or make a model.",
        "If it rains, come in.",
        "Dogs, cats and mice are pets.",
        "I like red pens and blue paper.",
        "The dog is wet because it swam.",
        "Ask the safety teacher (DSL).",
        "We swim to get fit and to have fun.",
        "Ask the DSL (Designated Safeguarding Lead).",
        "Do not talk while the film plays.",
        "Block and report are two things to do online.",
        "Say “stop it now” or “I do not like it” to him.",
    ],
)
def test_lists_conditions_and_short_pairs_are_one_idea(text: str) -> None:
    assert found(text, Kind.IDEAS) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The window was broken by Sam.", "was broken"),
        ("The book was written last year.", "was written"),
        ("You will be asked again.", "be asked"),
        ("Was the bag stolen?", "Was the bag stolen"),
        ("Our car got hit.", "got hit"),
        ("The room is not often cleaned.", "is not often cleaned"),
    ],
)
def test_what_is_done_to_somebody_is_passive(text: str, words: str) -> None:
    assert found(text, Kind.PASSIVE) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "I was tired.",
        "The door is closed.",
        "She is called Jo.",
        "He is used to dogs.",
        "We got lost.",
        "It is red.",
    ],
)
def test_states_and_feelings_are_not_passive(text: str) -> None:
    assert found(text, Kind.PASSIVE) == []


@pytest.mark.parametrize(
    ("text", "stacked"),
    [
        ("You cannot go unless you ask.", True),
        ("It is not unfair.", True),
        ("Nobody can do nothing.", True),
        ("Do not go without me.", True),
        ("No, you cannot.", False),
        ("It is not big and it is not red.", False),
        ("Someone says “do not tell”. You never have to.", False),
        ("No one is here.", False),
    ],
)
def test_two_negatives_in_one_clause_stack_up(text: str, stacked: bool) -> None:
    assert bool(found(text, Kind.NEGATIVES)) is stacked


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Ask the SENCO.", ["SENCO"]),
        ("Two TAs can help.", ["TAs"]),
        ("Bring food, e.g. bread.", ["e.g."]),
        ("We watch TV in the UK.", []),
        ("STOP at the door.", []),
        ("Ask the TA (teaching assistant).", []),
        ("ABC means a bus company.", []),
    ],
)
def test_initials_are_found_unless_explained_or_known(text: str, short: list[str]) -> None:
    assert found(text, Kind.ACRONYM) == short


def test_initials_that_the_lesson_explained_are_known() -> None:
    assert found("Ask the SENCO.", Kind.ACRONYM, Vocabulary(explained=frozenset({"senco"}))) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She kept an eye on him.", "kept an eye on"),
        ("He pulled Maya’s leg.", "pulled Maya’s leg"),
        ("It's a piece of cake", "piece of cake"),
        ("I am OVER THE MOON.", "OVER THE MOON"),
    ],
)
def test_idioms_are_found_in_every_form(text: str, words: str) -> None:
    assert found(text, Kind.IDIOM) == [words]


def test_an_idiom_is_one_finding_whatever_words_are_in_it() -> None:
    kinds = [one.kind for one in check_text("We did the whole nine yards.")]
    assert kinds == [Kind.IDIOM]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We purchase bread.", ["purchase"]),
        ("He purchased bread.", ["purchased"]),
        ("The bibliography is new.", ["bibliography"]),
        ("Consent means saying yes.", []),
        ("He had an obligation. An obligation is a thing you must do.", []),
        ("This is evaporation. It is water turning to gas.", []),
        ("Anastasia is here.", []),
        ("We went to Wolverhampton.", []),
        ("The doghouse is unlocked.", []),
        ("The interpreter is here.", []),
        ("Walk to the assembly point.", ["assembly point"]),
        ("An assembly point is the place where we all meet.", []),
    ],
)
def test_hard_words_are_found_unless_explained(text: str, words: list[str]) -> None:
    assert found(text, Kind.HARD_WORD) == words


def test_a_hard_word_that_the_lesson_explained_is_easy_afterwards() -> None:
    known = Vocabulary(explained=frozenset({"obligation"}))
    assert found("You have obligations.", Kind.HARD_WORD, known) == []


def test_a_hard_word_comes_with_an_easier_one() -> None:
    finding = next(one for one in check_text("We purchase bread.") if one.kind is Kind.HARD_WORD)
    assert "buy" in finding.suggestion


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I have three cats.", ["three"]),
        ("It has twenty-one days.", ["twenty-one"]),
        ("Come on the first of June.", ["first of June"]),
        ("Come on 3/4/26.", ["3/4/26"]),
        ("It starts at 15:10.", ["15:10"]),
        ("It costs £15.20.", []),
        ("About 5% came.", ["5%"]),
        ("Read part III.", ["part III"]),
        ("It has 90,000 users.", ["90,000"]),
        ("Phone 0800 1111 or 999.", []),
        ("One of us came first.", []),
        ("This is a two-way street.", []),
    ],
)
def test_numbers_stand_in_figures_and_dates_with_their_month(text: str, words: list[str]) -> None:
    assert found(text, Kind.NUMBER) == words


@pytest.mark.parametrize(
    ("text", "british"),
    [
        ("The colors are nice.", "colours"),
        ("We realized it.", "realised"),
        ("I use my cell phone.", "mobile phone"),
        ("You can practice it.", "practise"),
    ],
)
def test_american_words_come_with_british_ones(text: str, british: str) -> None:
    finding = next(one for one in check_text(text) if one.kind is Kind.AMERICAN)
    assert british in finding.suggestion


@pytest.mark.parametrize(
    "text", ["Football practice is at 4.", "The size of the prize.", "My computer program."]
)
def test_british_words_are_left_alone(text: str) -> None:
    assert found(text, Kind.AMERICAN) == []


def test_marks_for_strong_words_are_no_words_and_move_nothing() -> None:
    text = "**Tell** the **SENCO**."
    assert [text[one.start : one.end] for one in check_text(text)] == ["SENCO"]


PIECES = st.sampled_from(
    [
        *list(hard_words())[:40],
        *list(idioms())[:40],
        "**",
        "’",
        "'",
        "Mr.",
        "…",
        "“",
        "”",
        "(",
        ")",
        "\n",
        "12/3/26",
        "IV",
        "KS2",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=30).map(" ".join)))
def test_every_text_is_answered_with_findings_inside_it(text: str) -> None:
    findings = check_text(text)
    assert all(0 <= one.start < one.end <= len(text) for one in findings)
    assert all(one.reason and one.suggestion for one in findings)
    assert check_text(text) == findings
