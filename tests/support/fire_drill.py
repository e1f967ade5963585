"""The lesson "Fire drill", made by keyboard alone in the program's own editor, as a coordinator would.

What comes of it is shipped in ``lessons/fire-drill``. A journey holds the two against each other.
"""

from __future__ import annotations

from tests.support.coordinator import ALT, CTRL, SHIFT, Coordinator, Key

TITLE = "Fire drill"
_ABOUT = (
    "For pupils with special educational needs and disabilities: what the fire bell means, and the way out. "
    "Two short sittings. First pupils learn what they will hear, then they practise the way out together. "
    "A drill is practice; nothing in the lesson shows a fire. An example of a lesson made in the program’s "
    "own editor: put in your school’s own signal, way out and meeting place."
)


def make_it(who: Coordinator) -> None:
    """From the template "A talk in one sitting", which is open in the editor, to the whole lesson."""
    _the_lesson_as_a_whole(who)
    _what_the_bell_means(who)
    _we_practise(who)


def _the_lesson_as_a_whole(who: Coordinator) -> None:
    who.press(Key.Key_F8)
    who.fill("What it is for", _ABOUT)
    who.tab_to("Picture of the lesson")
    who.press(Key.Key_Return)
    who.choose_picture("bell", "A bell.")

    who.press(Key.Key_F8)
    who.tab_to("Services that help")
    who.press(Key.Key_Return)
    who.tab_to("Add a service")
    who.press(Key.Key_Return)
    who.paste("Fire service")
    who.press(Key.Key_Tab)
    who.paste("Go outside first. Then an adult calls 999.")
    who.press(Key.Key_Tab)
    who.paste("999")
    who.press(Key.Key_Tab)
    who.paste(
        "999 is the emergency number of the United Kingdom (Ofcom). "
        "In a school, follow the school’s fire plan."
    )
    who.press(Key.Key_Escape)

    _sitting(who, "What the bell means", "What pupils will hear, and what helps when a bell is loud.")
    who.press(Key.Key_Escape)


def _sitting(who: Coordinator, title: str, about: str) -> None:
    """Name the sitting whose steps are listed; its sheet stays open."""
    who.desk.window.steps.head.button.setFocus()
    who.press(Key.Key_Space)
    who.fill("Title of this sitting", title)
    who.fill("What this sitting is for", about)


def _lines(who: Coordinator, lines: tuple[tuple[str, str, str], ...], label: str = "Line") -> None:
    """The words of the lines, and a picture for each with its alt text; lines are added as needed."""
    for number, (words, picture, alt) in enumerate(lines, start=1):
        if number > sum(1 for one in who.desk.controller.view.step.lines if one.listed):
            who.press(Key.Key_Return, held=CTRL)
            who.paste(words)
        else:
            who.fill(f"{label} {number}", words)
        if picture:
            who.give_picture(picture, alt)


def _to(who: Coordinator, step: str) -> None:
    who.go_to_step(step)
    who.press(Key.Key_F6)


def _what_the_bell_means(who: Coordinator) -> None:
    _to(who, "prepare")
    _lines(
        who,
        (
            ("Find out when the next drill is, and how loud the bell is in your room.", "", ""),
            ("Have ear defenders ready, and a card that shows the meeting place.", "", ""),
            ("Know who helps which pupil on the way out. Some pupils have a plan of their own.", "", ""),
        ),
    )
    _to(who, "welcome")
    _lines(
        who,
        (
            ("Hello, everybody.", "", ""),
            ("Today we talk about the fire drill.", "bell", "A bell."),
            ("A drill is practice. There is no fire.", "well done", "A thumb up: all is well."),
        ),
    )
    who.fill(
        "Say", "A drill is practice. We do it so that everybody knows the way out.\nThere is no fire today."
    )
    _to(who, "words")
    who.fill("Key word 1", "Drill")
    who.fill("Drill: what it means", "A drill is when we practise something.")
    who.give_picture("people", "People do something together.")
    for word, words, picture, alt in (
        ("Fire bell", "The fire bell tells us to go outside.", "bell", "A bell."),
        (
            "Meeting place",
            "The meeting place is where we wait outside.",
            "assembly point",
            "A sign: people meet here.",
        ),
    ):
        who.press(Key.Key_Return, held=CTRL)
        who.paste(word)
        who.fill(f"{word}: what it means", words)
        who.give_picture(picture, alt)
    who.press(Key.Key_Return, held=CTRL | SHIFT)
    who.paste("The bell is loud")
    _lines(
        who,
        (
            ("The fire bell is very loud.", "loudspeaker", "A loudspeaker: a loud sound."),
            ("You can cover your ears.", "ear", "An ear."),
            ("You can wear headphones.", "headphones", "Headphones that cover both ears."),
        ),
    )
    who.fill(
        "If a pupil is unsettled",
        "Let the pupil hear the bell from far away first, or as a recording, very quietly.",
    )
    who.fill("For Deaf pupils", "Show the flashing light, and agree on a sign for the drill.")
    _to(who, "talk")
    who.fill("Title", "How is a loud bell for you?")
    who.fill("Question", "How is a loud bell for you?")
    who.fill("Answer 1 to point at", "It is too loud.")
    who.give_picture("loud", "A loudspeaker: a loud sound.")
    who.press(Key.Key_Return, held=CTRL)
    who.paste("It is fine.")
    who.give_picture("well done", "A thumb up: all is well.")
    who.fill("Reply to “It is too loud.”", "Thank you for telling us. Headphones can help.")
    who.fill("Reply to “It is fine.”", "Good. You can help a friend.")
    who.fill("Answer 3 to point at", "I am not sure.")
    who.fill("Sentence starter 1", "A loud bell feels …")
    who.give_picture("think", "A face that thinks.")
    _to(who, "what-we-learned")
    _lines(
        who,
        (
            ("A fire drill is practice.", "well done", "A thumb up: all is well."),
            ("When the bell rings, we go outside.", "door", "An open door."),
        ),
    )


def _we_practise(who: Coordinator) -> None:
    who.desk.window.steps.head.button.setFocus()
    who.press(Key.Key_Space)
    who.tab_to("Add a sitting")
    who.press(Key.Key_Space)
    who.paste("We practise")
    who.fill(
        "What this sitting is for", "The way out, step by step, and back again. Walk it together afterwards."
    )
    who.press(Key.Key_Escape)
    who.go_to_step("slide-3")
    who.press(Key.Key_F6)
    who.fill("Title", "When the bell rings")
    _lines(
        who,
        (
            ("Stop what you are doing.", "raised hand", "A raised hand: stop."),
            ("Leave your things here.", "bag", "A school bag."),
            ("Walk to the door with your group.", "walk", "Somebody walks."),
        ),
    )
    _kind(who, "Practice", "We practise")
    _lines(
        who,
        (
            ("Listen for the bell.", "listen", "An ear."),
            ("Walk with your teacher.", "teacher", "A teacher by a board."),
            ("Stand at the meeting place.", "assembly point", "A sign: people meet here."),
        ),
    )
    _kind(who, "Choices", "Our things")
    who.fill("Question", "The bell rings. What do you take with you?")
    who.give_picture("bell", "A bell.")
    who.fill("Choice 1", "Nothing")
    who.give_picture("palms up", "Two empty hands.")
    who.fill("Reply to “Nothing”", "Yes. Our things can wait.")
    who.fill("Choice 2", "My bag")
    who.give_picture("bag", "A school bag.")
    who.fill("Reply to “My bag”", "Bags stay here. We fetch them later.")
    _kind(who, "Lines", "After the drill")
    _lines(
        who,
        (
            ("The teacher counts us.", "clipboard", "A list on a clipboard."),
            ("Then we go back inside.", "school", "A school."),
            ("Well done, everybody.", "well done", "A thumb up: all is well."),
        ),
    )
    # The choices come before the practice.
    who.go_to_step("choice-2")
    who.press(Key.Key_Up, held=ALT)
    _to(who, "help")
    who.tab_to("Fire service")
    who.press(Key.Key_Space)
    who.tab_to("In danger now")
    who.press(Key.Key_Space)


def _kind(who: Coordinator, kind: str, title: str) -> None:
    """Add a step of that kind after this one, and give it a title."""
    who.press(Key.Key_Return, held=ALT | SHIFT)
    who.tab_to(kind)
    who.press(Key.Key_Return)
    who.paste(title)
