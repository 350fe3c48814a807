"""How kernels are compiled: once per machine, without the interpreter's lock, on one thread.

Never `parallel=True`: its thread pool kills a forked worker. Workers are the parallelism.
"""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np
from llvmlite.ir import Constant, IntType
from numba import config, njit, types
from numba.extending import intrinsic

Function = TypeVar("Function", bound=Callable[..., Any])


def _cache_of_this_code() -> str:
    """A folder for machine code that this package alone has led to.

    Numba looks at one file to tell whether its cache is fresh, and our kernels are made of several:
    so the folder is named after all of them.
    """
    here = Path(__file__).parent
    sources = b"".join(path.read_bytes() for path in sorted(here.rglob("*.py")))
    folder = os.environ.get("NUMBA_CACHE_DIR") or here / "__pycache__"
    return f"{folder}/{sha256(sources).hexdigest()[:16]}"


cast(Any, config).CACHE_DIR = _cache_of_this_code()


def compiled(function: Function) -> Function:
    """`function` as machine code, kept for the next process."""
    return cast(Function, njit(nogil=True, cache=True)(function))


def inner(function: Function) -> Function:
    """A part of a compiled function: no door from Python, which would take long to compile."""
    part: Function = cast(Any, njit)(no_cpython_wrapper=True, no_cfunc_wrapper=True)(function)
    return part


def inlined(function: Function) -> Function:
    """A part that is written into its callers.

    A call hands over every array of its operands and counts who refers to them, which costs far
    more than the few sums that are done for one cell or one doc.
    """
    part: Function = cast(Any, njit)(inline="always")(function)
    return part


def _bit_count(_context: object, _word: object) -> tuple[object, Callable[..., Any]]:
    """How many bits of a uint64 are set, as a uint64: one processor instruction."""

    def generate(_target: object, builder: Any, _signature: object, args: Any) -> Any:
        return builder.ctpop(args[0])

    return types.uint64(types.uint64), generate


def _first_bit(_context: object, _word: object) -> tuple[object, Callable[..., Any]]:
    """The place of the lowest bit that is set in a uint64 other than 0, as a uint64."""

    def generate(_target: object, builder: Any, _signature: object, args: Any) -> Any:
        return builder.cttz(args[0], Constant(IntType(1), 1))

    return types.uint64(types.uint64), generate


bit_count = cast(Callable[[Any], int], intrinsic(_bit_count))

first_bit = cast(Callable[[Any], int], intrinsic(_first_bit))

signed = cast(Callable[[int], int], np.int64)
"""An unsigned number to be reckoned with signed ones, which would make a float of both."""

unsigned = cast(Callable[[int], int], np.uint64)
"""An index that cannot be negative, so that the machine code does not ask whether it is."""
