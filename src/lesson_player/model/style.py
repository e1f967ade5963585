"""How an appearance came about: what the lesson began with, presets by need, and what was changed by hand.

The order is that of `model.adaptation`: first what the lesson's version brings, then presets in the order in
which they were chosen, and last what was changed by hand. A preset that is chosen later wins over what was
changed by hand before it: whoever ticks it wants to see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.appearance import Appearance, AppearanceChange, FilmChoice, Preset
from lesson_player.model.base import Identifier, Value
from lesson_player.model.reading import ReadingChoice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Style(Value):
    """The layers of an appearance. Equal layers always give an equal appearance."""

    base: Appearance = Appearance()
    """Below all presets."""
    base_film: FilmChoice = FilmChoice()
    base_reading: ReadingChoice = ReadingChoice()
    begun: tuple[Identifier, ...] = ()
    """Presets with which the lesson's version begins."""
    presets: tuple[Identifier, ...] = ()
    """Presets that are on, in the order in which they apply."""
    own: AppearanceChange = AppearanceChange()
    """What was changed by hand since."""
    keep: bool = False
    """Whether the next lesson shall begin with these presets and changes."""

    @property
    def as_begun(self) -> bool:
        """Whether nothing differs from what the lesson's version brings."""
        return self.presets == self.begun and self.own == AppearanceChange()

    def appearance(self, known: Mapping[str, Preset]) -> Appearance:
        """The appearance that the layers make; *known* has the presets by id, others are left out."""
        look = self.base
        for preset in self._used(known):
            look = preset.appearance.over(look)
        return self.own.over(look)

    def film(self, known: Mapping[str, Preset]) -> FilmChoice:
        """How films are shown by the lesson's version and the presets."""
        choice = self.base_film
        for preset in self._used(known):
            choice = preset.film.over(choice)
        return choice

    def reading(self, known: Mapping[str, Preset]) -> ReadingChoice:
        """How slides are read by the lesson's version and the presets."""
        choice = self.base_reading
        for preset in self._used(known):
            choice = preset.reading.over(choice)
        return choice

    def with_preset(self, preset: Preset) -> Style:
        """With that preset on, after those that are on already. What it names is no longer by hand."""
        named = named_by(preset.appearance)
        own = self.own.model_copy(update=dict.fromkeys(named))
        return self.model_copy(update={"presets": (*self.presets, preset.id), "own": own})

    def without_preset(self, preset_id: str) -> Style:
        """With that preset off."""
        left = tuple(one for one in self.presets if one != preset_id)
        return self.model_copy(update={"presets": left})

    def with_own(self, **values: object) -> Style:
        """With fields of the appearance changed by hand."""
        return self.model_copy(update={"own": self.own.model_copy(update=values)})

    def reset(self) -> Style:
        """As the lesson's version brings it."""
        return self.model_copy(update={"presets": self.begun, "own": AppearanceChange()})

    def _used(self, known: Mapping[str, Preset]) -> Iterator[Preset]:
        return (known[name] for name in self.presets if name in known)


def named_by(change: Value) -> tuple[str, ...]:
    """The fields that a change names."""
    return tuple(change.model_dump(exclude_none=True))
