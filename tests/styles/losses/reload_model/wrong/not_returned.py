"""A wrong answer: not returned."""

import keras

from course.losses import create_huber


def reload_model(path, threshold):
    keras.models.load_model(path, custom_objects={"huber_fn": create_huber(threshold)})
