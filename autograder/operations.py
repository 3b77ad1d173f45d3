"""Closes compiled operations of TensorFlow, which can be run below every Python function (Linux).

A kernel that only refuses is registered above TensorFlow's own, in eager execution, in graphs and
under XLA. The process has no way to take that back.

Source: TensorFlow's interface for kernels in C, tensorflow/c/kernels.h.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

DEVICES = (b"CPU", b"XLA_CPU_JIT")
ABOVE_ALL = 1_000_000
FAILED_PRECONDITION = 9  # TF_Code: what is told of an operation that cannot run now
CREATE = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)
COMPUTE = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
DELETE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)

_kept: list[Any] = []  # what TensorFlow calls must not be collected
_notes: dict[str, Callable[[], None]] = {}


def close_operation(operation: str, note: Callable[[], None], message: str) -> None:
    """Has an operation fail from now on, wherever in this process it runs on a CPU.

    Args:
        operation: Its name, for example "Softplus".
        note: Called at every attempt; a later call of this function replaces it.
        message: What the error says.

    Raises:
        OSError: If TensorFlow's library is not where it is expected, or refuses.
    """
    known = operation in _notes
    _notes[operation] = note
    if known or sys.platform != "linux":
        return
    library = _library()
    status = library.TF_NewStatus()

    def refuse(kernel: int, context: int) -> None:
        _notes[operation]()
        library.TF_SetStatus(status, FAILED_PRECONDITION, message.encode())
        library.TF_OpKernelContext_Failure(context, status)

    calls = (CREATE(lambda construction: None), COMPUTE(refuse), DELETE(lambda kernel: None))
    _kept.append(calls)
    for device in DEVICES:
        name = f"Closed{operation}".encode()
        builder = library.TF_NewKernelBuilder(operation.encode(), device, *calls)
        library.TF_KernelBuilder_Priority(builder, ABOVE_ALL)
        library.TF_RegisterKernelBuilder(name, builder, status)
        if library.TF_GetCode(status):
            raise OSError(f"TensorFlow does not let {operation} be closed on {device.decode()}.")
    _forget_kernels_in_use()


def _forget_kernels_in_use() -> None:
    """A kernel that has run before is kept by TensorFlow, and would be run again."""
    from tensorflow.python.eager import context

    context.context().clear_kernel_cache()


@cache
def _library() -> Any:
    """TensorFlow's shared library, with the types of what is called in it."""
    import tensorflow as tf

    folder = Path(tf.__file__).parent
    for path in [*sorted(folder.glob("libtensorflow_*.so*")), *folder.glob("python/*.so")]:
        library = ctypes.CDLL(str(path))
        if hasattr(library, "TF_NewKernelBuilder"):
            break
    else:
        raise OSError(f"{folder} has no library with TF_NewKernelBuilder.")
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    for name, result, arguments in [
        ("TF_NewStatus", pointer, []),
        ("TF_SetStatus", None, [pointer, number, text]),
        ("TF_GetCode", number, [pointer]),
        ("TF_NewKernelBuilder", pointer, [text, text, CREATE, COMPUTE, DELETE]),
        ("TF_KernelBuilder_Priority", None, [pointer, number]),
        ("TF_RegisterKernelBuilder", None, [text, pointer, pointer]),
        ("TF_OpKernelContext_Failure", None, [pointer, pointer]),
    ]:
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library
