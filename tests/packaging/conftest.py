"""The scripts of packaging lie outside the package: make them importable for their tests."""

from __future__ import annotations

import sys

from tests.support.source_tree import REPOSITORY

for folder in ("voice", "languages", "braille"):
    sys.path.insert(0, str(REPOSITORY / "packaging" / folder))
