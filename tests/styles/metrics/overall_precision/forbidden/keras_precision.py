"""A ready-made stand-in: keras precision."""

import keras


def overall_precision(batches):
    metric = keras.metrics.Precision()
    for y_true, y_pred in batches:
        metric.update_state(y_true, y_pred)
    return float(metric.result())
