"""How kernels are compiled: once per machine, without the interpreter's lock, on one thread.

Never `parallel=True`: its thread pool kills a forked worker. Workers are the parallelism.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit, types
from numba.extending import intrinsic

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """`function` as machine code, cached until its own file changes; keep its parts in there."""
    return cast(Function, njit(nogil=True, cache=True)(function))


def inner(function: Function) -> Function:
    """A part of a compiled function: no door from Python, which would take long to compile."""
    part: Function = cast(Any, njit)(no_cpython_wrapper=True, no_cfunc_wrapper=True)(function)
    return part


def _bit_count(_context: object, _word: object) -> tuple[object, Callable[..., Any]]:
    """How many bits of a uint64 are set, as a uint64: one processor instruction."""

    def generate(_target: object, builder: Any, _signature: object, args: Any) -> Any:
        return builder.ctpop(args[0])

    return types.uint64(types.uint64), generate


bit_count = cast(Callable[[Any], int], intrinsic(_bit_count))

unsigned = cast(Callable[[int], int], np.uint64)
"""An index that cannot be negative, so that the machine code does not ask whether it is."""
