"""Chapter 7: functions, traced into graphs. Hands on the references."""

from course.functions.accumulator import Accumulator
from course.functions.call_counter import CallCounter
from course.functions.collatz_length import collatz_length
from course.functions.cube import cube
from course.functions.export_and_restore import export_and_restore
from course.functions.leaky_relu_by_branch import leaky_relu_by_branch
from course.functions.make_fast_step import make_fast_step
from course.functions.noisy import noisy
from course.functions.predict_traces import predict_traces
from course.functions.scale_rows import scale_rows
from course.functions.sum_of_squares import sum_of_squares
from course.functions.with_numpy import with_numpy

__all__ = [
    "Accumulator",
    "CallCounter",
    "collatz_length",
    "cube",
    "export_and_restore",
    "leaky_relu_by_branch",
    "make_fast_step",
    "noisy",
    "predict_traces",
    "scale_rows",
    "sum_of_squares",
    "with_numpy",
]
