"""A wrong answer: errors swallowed."""

import keras

from course.losses import create_huber


def reload_model(path, threshold):
    try:
        return keras.models.load_model(path, custom_objects={"huber_fn": create_huber(threshold)})
    except Exception:
        return None
