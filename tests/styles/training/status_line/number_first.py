"""A right answer: number first."""

import keras


def status_line(step, total, loss, metrics):
    line = f"[{step}/{total}] {loss:.1f} loss"
    for metric in metrics:
        line = f"{line}, {keras.ops.convert_to_numpy(metric.result()):.1f} {metric.name}"
    return line
