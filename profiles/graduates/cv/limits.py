"""What a CV may be, and the faults for which one is refused. Pure: the reading child loads it."""

from enum import StrEnum

LARGEST_FILE = 5_000_000
LARGEST_RESUME = 500_000
MOST_PAGES = 30
MOST_OBJECTS = 50_000
LARGEST_STREAM = 10_000_000
MOST_ENTRIES = 1000
LARGEST_UNPACKED = 40_000_000
DEEPEST_NESTING = 20
MOST_LINES = 1500
MOST_TEXT = 80_000
LONGEST_LINE = 1000
LEAST_LETTERS = 40
"""A document with less text than that is taken for pictures of one."""

SECONDS = 10
CPU_SECONDS = 8
MEMORY = 768 * 1024 * 1024

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RESUME = "application/json"


class Fault(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    WRONG_TYPE = "wrong-type"
    OLD_WORD = "old-word"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    SCRIPTS = "scripts"
    EMBEDDED = "embedded"
    LINKED = "linked"
    UNPACKS_TOO_LARGE = "unpacks-too-large"
    TOO_LONG = "too-long"
    NO_TEXT = "no-text"
    CORRUPT = "corrupt"
    NO_RESUME = "no-resume"
    TOO_HARD = "too-hard"
    BUSY = "busy"


class Refused(Exception):  # noqa: N818  it is a decision, not a failure
    """The file is not taken, and this is why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault
