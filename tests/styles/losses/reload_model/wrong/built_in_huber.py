"""A wrong answer: built in huber."""

import keras


def reload_model(path, threshold):
    known = {"huber_fn": keras.losses.Huber(delta=threshold)}
    model = keras.models.load_model(path, custom_objects=known, compile=False)
    model.compile(loss=known["huber_fn"], optimizer="adam")
    return model
