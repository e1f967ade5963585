"""The typefaces that can be chosen for the class screen and for captions."""

from __future__ import annotations

DEFAULT_TYPEFACE = "atkinson"
"""Id of the default one, of every theme."""
TYPEFACES = {
    DEFAULT_TYPEFACE: "Atkinson Hyperlegible Next",
    "lexend": "Lexend",
    "andika": "Andika",
    "opendyslexic": "OpenDyslexic",
}
"""Their own names by id, the default one first. The program brings the files of all of them."""
