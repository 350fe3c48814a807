"""`python -m tests.shots`: pictures of the pages in both languages and schemes, into shots/."""

import sys
from pathlib import Path

import pytest

if __name__ == "__main__":
    sys.exit(pytest.main([str(Path(__file__).parent / "browser" / "take_shots.py")]))
