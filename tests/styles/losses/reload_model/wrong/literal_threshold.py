"""A wrong answer: literal threshold."""

import keras

from course.losses import create_huber


def reload_model(path, threshold):
    return keras.models.load_model(path, custom_objects={"huber_fn": create_huber(2.0)})
