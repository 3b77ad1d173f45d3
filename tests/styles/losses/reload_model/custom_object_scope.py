"""A right answer: custom object scope."""

import keras

from course.losses import create_huber


def reload_model(path, threshold):
    with keras.saving.custom_object_scope({"huber_fn": create_huber(threshold)}):
        return keras.saving.load_model(path)
