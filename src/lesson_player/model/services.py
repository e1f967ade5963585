"""Support services: who can help, how to reach them, and when somebody last checked that it is true."""

from __future__ import annotations

from datetime import date
from typing import Literal

from lesson_player.model.base import Identifier, LongText, Text, Value


class SupportService(Value):
    """One service that a pupil or an adult can turn to."""

    id: Identifier
    name: Text
    audience: Literal["pupils", "adults", "everyone"]
    text: Text
    """What it does and how to reach it, for a slide or a card."""
    easy: Text | None = None
    """The same in easy read."""
    contact: Text | None = None
    """The number or address alone, shown large."""
    picture: Identifier | None = None
    source: LongText
    """Where the facts come from, for adults."""
    last_checked: date
    check_before_use: bool = False
    """True when a person must confirm the line before pupils see it."""


class SupportServices(Value):
    """The one dated file of services that slides, handouts and cards share."""

    format: Literal[1]
    country: Text = "United Kingdom"
    services: tuple[SupportService, ...]

    def named(self, service_id: str) -> SupportService | None:
        """The service of that id, if it is there."""
        return next((service for service in self.services if service.id == service_id), None)
