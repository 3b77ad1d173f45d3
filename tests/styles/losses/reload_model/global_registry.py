"""A right answer: global registry."""

import keras

from course.losses import create_huber


def reload_model(path, threshold):
    keras.saving.get_custom_objects()["huber_fn"] = create_huber(threshold)
    return keras.models.load_model(path)
