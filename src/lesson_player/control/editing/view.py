"""What the editor's window shows: frozen values, worked out from the lesson and its version."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lesson_player.model.slide import ClassView


class Owner(StrEnum):
    """Whose words a field holds."""

    LINE = "line"
    STEP = "step"
    NOTES = "notes"
    VERSION = "version"
    """The version as a whole; the lesson, where that is edited itself."""
    SITTING = "sitting"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class FieldKey:
    """Names one field: whose it is, by id, and which."""

    owner: Owner
    id: str
    field: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """One text that can be written, with the lesson's own words where it has others."""

    key: FieldKey
    label: str
    """What the field is, such as "Line 2"."""
    value: str
    base: str | None = None
    """The lesson's own words; None where they are the same, or where the lesson has none."""
    longest: int = 400
    paragraphs: bool = False
    """Whether a new line begins a new paragraph."""


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the step, with everything that can be done to it."""

    id: str
    label: str
    fields: tuple[FieldView, ...]
    picture: str = ""
    """Id of its picture; empty where it has none."""
    picture_alt: str = ""
    base_picture: str | None = None
    """The lesson's own picture where this is another; empty for none there."""
    hidden: bool = False
    own: bool = False
    """Whether this version added it."""
    free: bool = False
    """Whether it can be moved and taken out: the version added it, or the lesson itself is edited."""
    fixed: str = ""
    """Why it cannot be hidden; empty where it can."""
    listed: bool = False
    """Whether it stands in a list, so that others can follow it."""
    splits: bool = False
    """Whether the step can be split before it."""

    @property
    def changed(self) -> bool:
        """Whether the version says something else than the lesson."""
        return self.own or self.base_picture is not None or any(one.base is not None for one in self.fields)


@dataclass(frozen=True, slots=True)
class GroupView:
    """Lines that belong together: a slide's, or a pause's with its question."""

    title: str
    lines: tuple[LineView, ...]
    pause: str = ""
    """Id of the pause whose question they are; empty for others."""
    hidden: bool = False
    own: bool = False
    fixed: str = ""
    """Why the pause cannot be taken away; empty where it can."""
    grows: bool = False
    """Whether lines can be added."""


@dataclass(frozen=True, slots=True)
class FilmPart:
    """From which named moment to which a step plays the film."""

    start: str
    end: str
    base_start: str | None
    base_end: str | None
    moments: tuple[tuple[str, str], ...]
    """Ids and titles of the moments that there are, in the order of the story."""


@dataclass(frozen=True, slots=True)
class ServiceChoice:
    """A service that a help slide can name."""

    id: str
    name: str
    named: bool


@dataclass(frozen=True, slots=True)
class StepFields:
    """The step that is being worked on."""

    id: str
    title: FieldView
    now: FieldView
    minutes: int
    base_minutes: int | None
    reveal: str
    """``line`` or ``together``; empty where the kind of step has no choice."""
    base_reveal: str | None
    groups: tuple[GroupView, ...]
    notes: tuple[FieldView, ...]
    film: FilmPart | None = None
    services: tuple[ServiceChoice, ...] = ()
    """Those that a help slide can name, where the lesson itself is edited."""
    hidden: bool = False
    own: bool = False
    fixed: str = ""
    """Why it cannot be hidden, moved or split; empty where it can."""

    @property
    def lines(self) -> tuple[LineView, ...]:
        """Every line of every group."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def fields(self) -> tuple[FieldView, ...]:
        """Every field in the order of the page."""
        inner = (field for line in self.lines for field in line.fields)
        return (self.title, self.now, *inner, *self.notes)


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step in the list at the left."""

    id: str
    number: int
    title: str
    minutes: int
    marks: tuple[str, ...] = ()
    """In words: "changed", "added", "locked"."""
    hidden: bool = False
    fixed: str = ""
    """Why it cannot be hidden or moved; empty where it can."""


@dataclass(frozen=True, slots=True)
class SittingRow:
    """A sitting with its length now and as the lesson has it, in minutes."""

    id: str
    title: str
    minutes: int
    planned: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What the class will see of the step."""

    view: ClassView | None
    """None where the class does not see the step."""
    slide: int = 0
    slides: int = 0
    """Counted from 1; how many slides the step has."""
    words: str = ""
    """Why there is nothing to see; empty where there is."""


@dataclass(frozen=True, slots=True)
class EditorView:
    """Everything that the editor's window shows."""

    lesson: str
    title: str
    """Of the version."""
    sitting: SittingRow
    sittings: tuple[SittingRow, ...]
    steps: tuple[StepRow, ...]
    step: StepFields
    preview: Preview
    changes: int
    undo: str = ""
    """What Undo takes back, in words; empty where there is nothing."""
    redo: str = ""
    may_write: bool = True
    is_lesson: bool = False
    """Whether a lesson of the school's own is edited itself, and no version of one."""
