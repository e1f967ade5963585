"""Teacher views to show in windows: one for each kind of step, made by hand."""

from __future__ import annotations

from lesson_player.model.appearance import Appearance
from lesson_player.model.captions import Cue, Span
from lesson_player.model.lesson import Notes
from lesson_player.model.slide import (
    Card,
    ClassView,
    FilmPicture,
    NowNext,
    PictureRef,
    Row,
    ScreenKind,
    Slide,
    SlideLayout,
)
from lesson_player.teaching.views import (
    ChapterEntry,
    FilmControls,
    FilmSettings,
    LineKind,
    Pace,
    Standing,
    StepEntry,
    TeacherView,
    TranscriptLine,
)

TITLES = (
    "Welcome",
    "Our rules",
    "Words we need",
    "Film, part 1",
    "What Maya can do",
    "Film, part 2",
    "Who can help?",
    "Block · Report · Tell",
    "Help for you",
    "Calm finish",
)
MINUTES = (3, 4, 5, 2, 5, 2, 6, 8, 3, 2)

NOTES = Notes(
    say=("“Maya did the right thing. What did she do first?”",),
    ask=("What is Maya feeling? Point or say.", "Who could Maya tell?"),
    look_for=("Names a trusted adult", "Knows it is **not** Maya’s fault"),
    unsettled=("Press **Calm**. The class sees a quiet picture; your place is kept.",),
    deaf=("Wait for eyes before you speak. Repeat other pupils’ answers.",),
)


def steps(current: int, titles: tuple[str, ...] = TITLES) -> tuple[StepEntry, ...]:
    """The list of steps, the class being at step number *current*."""
    return tuple(
        StepEntry(
            number=number,
            id=f"step-{number}",
            title=title,
            minutes=minutes,
            standing=Standing.DONE
            if number < current
            else Standing.CURRENT
            if number == current
            else Standing.COMING,
            optional=number == 8,
        )
        for number, (title, minutes) in enumerate(zip(titles, MINUTES, strict=False), start=1)
    )


def rows_slide(shown: int = 2) -> Slide:
    """Three rows, of which so many are shown."""
    words = (
        ("maya-waits", "Maya does not answer the message.", "hand-up"),
        ("maya-tells", "Maya tells a person she **trusts**.", "tell"),
        ("they-block", "They block and report together.", "block"),
    )
    return Slide(
        id="what-maya-can-do",
        layout=SlideLayout.ROWS,
        heading="What Maya can do",
        rows=tuple(
            Row(
                id=row,
                text=text,
                picture=PictureRef(id=picture, alt=text.replace("**", "")),
                shown=number <= shown,
                current=number == shown,
            )
            for number, (row, text, picture) in enumerate(words, start=1)
        ),
    )


def cards_slide() -> Slide:
    """A question with four choices."""
    words = ("A parent", "A teacher", "A friend’s parent", "Childline")
    return Slide(
        id="who-can-help",
        layout=SlideLayout.CARDS,
        heading="Who can help Maya?",
        cards=tuple(
            Card(id=f"card-{number}", number=number, text=text, chosen=number == 2)
            for number, text in enumerate(words, start=1)
        ),
        reply="Yes. A teacher can help Maya.",
    )


def class_view(
    slide: Slide | None = None,
    *,
    screen: ScreenKind = ScreenKind.SLIDE,
    film: FilmPicture | None = None,
    theme: str = "cream",
    text_percent: int = 100,
    motion: bool = True,
    step: int = 5,
) -> ClassView:
    """What the class sees."""
    return ClassView(
        screen=screen,
        slide=slide or rows_slide(),
        film=film,
        appearance=Appearance(theme=theme, text_percent=text_percent, motion=motion),
        footer="It is never Maya’s fault.",
        now_next=NowNext(now="Talk together", next="Who can help?"),
        step_number=step,
        step_count=len(TITLES),
        sample="Sample",
        announcement="What Maya can do. Maya tells a person she trusts.",
    )


def film_picture(status: str = "playing") -> FilmPicture:
    """The film on the class screen."""
    said = ("I do not know this person.", "I feel worried.")
    cue = Cue(start_s=0, end_s=5, lines=tuple((Span(text=words, voice="Maya"),) for words in said))
    return FilmPicture.model_validate(
        {"film": "mayas-story", "version": "film", "status": status, "title": "Film, part 1", "cues": (cue,)}
    )


def teacher_view(**changes: object) -> TeacherView:
    """The teacher's view in the middle of an easy-read step; *changes* are fields to replace."""
    view = TeacherView(
        class_view=class_view(),
        lesson_title="Maya’s story",
        sitting_title="The whole lesson",
        version_title="Easy read with symbols",
        film_notice="Sample film",
        steps=steps(5),
        step_title="What Maya can do",
        progress="line 2 of 3",
        coming="Show line 3",
        next_view=class_view(rows_slide(3)),
        after_next="Film, part 2",
        notes=NOTES,
        class_lines=(
            "Captions on, below the picture",
            "BSL version ready at 1:12",
            "Sound 60 %",
            "Theme: cream · Text: standard",
        ),
        pace=Pace(spent_s=760, planned_s=2400, left_s=1640, behind_s=-130, step_left_s=80, paused=False),
        film_settings=film_settings(),
        disclosure_title="If a pupil tells you something",
        disclosure_lines=(
            "Stay calm. Listen.",
            "Use only: Tell me. Explain to me. Describe to me.",
            "Do not promise to keep it secret. Do not ask leading questions.",
            "Write down the pupil’s exact words.",
            "Tell the Designated Safeguarding Lead at once. In danger, call 999.",
            "Never look at, copy or forward an image.",
        ),
    )
    return view.model_copy(update=changes)


def film_settings(**changes: object) -> FilmSettings:
    """Film with captions, at 60 %."""
    settings = FilmSettings(
        version="film",
        version_title="Film",
        other_version="bsl",
        other_title="BSL",
        captions=True,
        captions_available=True,
        volume=60,
        muted=False,
    )
    return settings.model_copy(update=changes)


def film_view(status: str = "playing", **changes: object) -> TeacherView:
    """The teacher's view in a film step."""
    return teacher_view(
        class_view=class_view(screen=ScreenKind.FILM, film=film_picture(status), step=4),
        steps=steps(4),
        step_title="Film, part 1",
        progress="0:12 of 0:40",
        coming="Rest at the pause point",
        film=film_controls(status),
        transcript=transcript_lines(),
    ).model_copy(update=changes)


def film_controls(status: str = "playing", at_s: float = 12.3, **changes: object) -> FilmControls:
    """The film of the step, in its second chapter."""
    starts = {"Maya draws": 0.0, "The first message": 10.0, "A message every day": 30.0}
    begun = [title for title, start in starts.items() if start <= at_s]
    controls = FilmControls(
        status=status,
        at_s=at_s,
        start_s=0,
        end_s=40,
        next_pause_s=25.0,
        chapters=tuple(
            ChapterEntry(title=title, at_s=start, current=title == begun[-1])
            for title, start in starts.items()
        ),
    )
    return controls.model_copy(update=changes)


def transcript_lines() -> tuple[TranscriptLine, ...]:
    """Chapters, words and descriptions of a minute of film; its last third belongs to another part."""
    words = (
        (LineKind.CHAPTER, 0.0, "", "Maya draws"),
        (LineKind.DESCRIPTION, 0.5, "", "Maya sits at a table and draws a fox."),
        (LineKind.SAID, 3.0, "Maya", "I like to draw animals. This one is for my friend Sam."),
        (LineKind.CHAPTER, 10.0, "", "The first message"),
        (LineKind.SAID, 11.0, "Maya", "A message! Who is it from?"),
        (LineKind.SAID, 14.0, "Mum", "Is it somebody you know, Maya?"),
        (LineKind.SAID, 18.5, "Maya", "No. I do not know this person."),
        (LineKind.SAID, 24.0, "", "A bell rings."),
        (LineKind.CHAPTER, 30.0, "", "A message every day"),
        (LineKind.SAID, 33.0, "Maya", "Every day there is a message."),
        (LineKind.CHAPTER, 41.0, "", "Something is not right"),
        (LineKind.SAID, 44.0, "Ms Okafor", "You can tell me anything, Maya."),
    )
    return tuple(
        TranscriptLine(kind=kind, at_s=at_s, until_s=at_s + 3, speaker=speaker, text=text, inside=at_s < 40)
        for kind, at_s, speaker, text in words
    )


def long_view() -> TeacherView:
    """A teacher's view with far more words than usual, everywhere."""
    words = "At the end we look at who can help. Then we have a calm minute together, as we always do."
    return teacher_view(
        lesson_title="Staying safe online when someone you have never met asks for a private picture",
        version_title="Easy read with symbols, sign and captions, calm and predictable",
        coming=f"{words} {words}",
        after_next=words,
        class_lines=tuple(f"{number}: {words}" for number in range(5)),
        steps=steps(5, tuple(f"{words} {number}" for number in range(10))),
        progress="line 12 of 13, part 2 of 3",
    )
