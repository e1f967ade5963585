"""The drawn scenes, by the names that the script gives them."""

from __future__ import annotations

from film_maker.scenes import evenings, home, messages, night, school, screens, together

PICTURES = {
    "title": home.TITLE,
    "kitchen": home.KITCHEN,
    "hearts": screens.HEARTS,
    "evenings": evenings.EVENINGS,
    "secret": night.SECRET,
    "tummy": night.TUMMY,
    "asked": screens.ASKED,
    "facedown": night.FACEDOWN,
    "gate": school.GATE,
    "believed": school.BELIEVED,
    "block": together.BLOCK,
    "report": together.REPORT,
    "lighter": home.LIGHTER,
    "messages": messages.MESSAGES,
}
