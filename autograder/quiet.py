"""Keeps TensorFlow's own log off standard error, where nbgrader would take it for a failure."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_standard_error() -> Iterator[None]:
    """Sends what C++ code writes to file descriptor 2 nowhere, for a while."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def import_tensorflow(*, use: bool = False) -> None:
    """Imports TensorFlow and Keras without their log; a log level that the user has set stays.

    Args:
        use: Also run a first operation, so that what TensorFlow logs then is not seen later.
    """
    if "tensorflow" in sys.modules and not use:
        return
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with quiet_standard_error():
        import keras  # noqa: F401
        import tensorflow as tf

        if use:
            tf.constant(0.0) + 1.0
            # A lesson trains many small models in one process: no remark on each new graph.
            tf.get_logger().setLevel("ERROR")
