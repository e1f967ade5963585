"""The tool that keeps the catalogues lies outside the package: make it importable."""

from __future__ import annotations

import sys

from tests.support.source_tree import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "packaging" / "languages"))
