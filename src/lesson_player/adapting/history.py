"""What was done to an adaptation, to be undone and done again without limit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lesson_player.model.adaptation import Adaptation


@dataclass(frozen=True, slots=True)
class Done:
    """One step of undo."""

    said: str
    """What it did, in words: "Text of “Stay calm.” changed"."""
    key: tuple[str, ...]
    before: Adaptation
    after: Adaptation


@dataclass(frozen=True, slots=True)
class History:
    """An adaptation as it is now, with everything that led to it and everything that was undone.

    Adaptations are kept whole: they share all that did not change, so that a thousand steps weigh little.
    """

    now: Adaptation
    saved: Adaptation
    """As it was when it was last written to its file."""
    past: tuple[Done, ...] = ()
    """Oldest first."""
    future: tuple[Done, ...] = ()
    """What was undone; the next one to do again first."""

    @classmethod
    def of(cls, adaptation: Adaptation, saved: Adaptation | None = None) -> History:
        """A history that begins with *adaptation*; *saved* is what its file says, where that differs."""
        return cls(adaptation, adaptation if saved is None else saved)

    @property
    def undo_words(self) -> str:
        """What undo would take back; empty when there is nothing."""
        return self.past[-1].said if self.past else ""

    @property
    def redo_words(self) -> str:
        """What redo would do again; empty when there is nothing."""
        return self.future[0].said if self.future else ""

    @property
    def is_saved(self) -> bool:
        """Whether the file says what the adaptation is now."""
        return self.now == self.saved

    def done(
        self, adaptation: Adaptation, said: str, key: tuple[str, ...] = (), *, typing_on: bool = False
    ) -> History:
        """After one more edit, by which it became *adaptation*. What was undone before is then gone.

        With *typing_on* it is joined to the edit before it, if that has the same *key*: one step of undo for
        one field that somebody types in.
        """
        last = self.past[-1] if self.past and not self.future else None
        if typing_on and key and last is not None and last.key == key:
            earlier = self.past[:-1]
            joined = (replace(last, after=adaptation),) if adaptation != last.before else ()
            return replace(self, now=adaptation, past=(*earlier, *joined), future=())
        if adaptation == self.now:
            return self
        return replace(
            self, now=adaptation, past=(*self.past, Done(said, key, self.now, adaptation)), future=()
        )

    def undone(self) -> History:
        """After undo; itself when there is nothing to undo."""
        if not self.past:
            return self
        last = self.past[-1]
        return replace(self, now=last.before, past=self.past[:-1], future=(last, *self.future))

    def redone(self) -> History:
        """After redo; itself when there is nothing to do again."""
        if not self.future:
            return self
        first = self.future[0]
        return replace(self, now=first.after, past=(*self.past, first), future=self.future[1:])

    def written(self) -> History:
        """After the adaptation was written to its file as it is now."""
        return replace(self, saved=self.now)
