"""A wrong answer: compiled with string."""

import keras

from course.losses import create_huber


def reload_model(path, threshold):
    model = keras.models.load_model(path, compile=False)
    model.compile(loss=create_huber(threshold), optimizer="adam")
    return model
