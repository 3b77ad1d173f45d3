"""Imported once by the process that others are forked from. Imports TensorFlow, never uses it."""

import contextlib

with contextlib.suppress(Exception):
    import cloudpickle  # noqa: F401
    import keras
    import tensorflow as tf

    # Both load lazily: touched here, they are shared by every fork.
    keras.losses.Loss, keras.models.Model, keras.optimizers.SGD  # noqa: B018
    tf.function, tf.GradientTape, tf.data  # noqa: B018

    import autograder.isolation.child
    import autograder.questions  # noqa: F401
    from autograder.catalogue import load_course

    load_course()
