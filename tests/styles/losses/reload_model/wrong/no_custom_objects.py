"""A wrong answer: no custom objects."""

import keras


def reload_model(path, threshold):
    return keras.models.load_model(path)
