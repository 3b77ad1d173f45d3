"""A wrong answer: mean squared error."""

import keras


def reload_model(path, threshold):
    return keras.models.load_model(
        path, custom_objects={"huber_fn": keras.losses.mean_squared_error}
    )
