"""Predictions for many inputs, a batch at a time, so that memory never holds them all.

Source: the documentation of `keras.Model.predict`,
https://keras.io/api/models/model_training_apis/.
"""

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask


def predict_in_batches(model, inputs, batch_size):
    """Computes a model's predictions for all inputs, `batch_size` of them at a time.

    The model sees every input once, in batches of `batch_size`; the last batch is smaller where
    there is a remainder: it is neither dropped nor filled up. The model is used, not trained:
    dropout leaves everything as it is, and batch normalisation takes its moving averages.

    Args:
        model: A `keras.Model` that is built, with one input and one output; it need not be
            compiled.
        inputs: NumPy array (n, …) of floats; n is at least 1.
        batch_size: How many inputs the model gets at a time at most, a Python int greater than 0.

    Returns:
        The predictions for all inputs, in their order: one NumPy array or one tensor (n, …).

    Examples:
        >>> model = keras.Sequential([keras.Input((2,)), keras.layers.Rescaling(10.0)])
        >>> np.asarray(predict_in_batches(model, np.array([[0.0, 1.0], [2.0, 3.0]]), 1))
        array([[ 0., 10.],
               [20., 30.]], dtype=float32)
    """
    ### BEGIN SOLUTION
    starts = range(0, len(inputs), batch_size)
    parts = [model(inputs[start : start + batch_size], training=False) for start in starts]
    return tf.concat(parts, axis=0)
    ### END SOLUTION


def all_at_once(model, inputs, batch_size):
    return model(inputs, training=False)


def batch_size_of_its_own(model, inputs, batch_size):
    return model.predict(inputs, verbose=0)


def last_batch_lost(model, inputs, batch_size):
    full = max(len(inputs) // batch_size, 1)
    starts = range(0, full * batch_size, batch_size)
    parts = [model(inputs[start : start + batch_size], training=False) for start in starts]
    return tf.concat(parts, axis=0)


def last_batch_filled_up(model, inputs, batch_size):
    missing = -len(inputs) % batch_size
    filled = np.concatenate([inputs, np.zeros_like(inputs[:1]).repeat(missing, axis=0)])
    starts = range(0, len(filled), batch_size)
    parts = [model(filled[start : start + batch_size], training=False) for start in starts]
    return tf.concat(parts, axis=0)[: len(inputs)]


def in_training_mode(model, inputs, batch_size):
    starts = range(0, len(inputs), batch_size)
    parts = [model(inputs[start : start + batch_size], training=True) for start in starts]
    return tf.concat(parts, axis=0)


def list_of_batches(model, inputs, batch_size):
    starts = range(0, len(inputs), batch_size)
    return [model(inputs[start : start + batch_size], training=False) for start in starts]


def one_by_one(model, inputs, batch_size):
    parts = [model(inputs[place : place + 1], training=False) for place in range(len(inputs))]
    return tf.concat(parts, axis=0)


class _Watch(keras.layers.Layer):
    """Hands its inputs on and notes how many there are, whenever they come, in a graph too."""

    def __init__(self, note):
        super().__init__()
        self.note = note
        self.supports_jit = False

    def call(self, inputs):
        tf.numpy_function(self._noted, [tf.shape(inputs)[0]], tf.int32)
        return inputs

    def _noted(self, many):
        self.note(int(many))
        return many


def _model(setting, note):
    """Dense, batch normalisation, dropout, dense: it matters much whether it is training."""
    rng = np.random.default_rng([setting.seed, 65])
    normalisation = keras.layers.BatchNormalization()
    model = keras.Sequential(
        [
            keras.Input((3,)),
            _Watch(note),
            keras.layers.Dense(4),
            normalisation,
            keras.layers.Dropout(0.5),
            keras.layers.Dense(2),
        ]
    )
    for weight in model.weights:
        if "float" in str(weight.dtype):
            weight.assign(rng.uniform(0.5, 1.5, weight.shape))
    return model


def _many(setting):
    """How many inputs there are, more than Keras' own batch of 32, and the batch's size."""
    rng = np.random.default_rng([setting.seed, 66])
    batch_size = int(rng.integers(7, 10))
    return 4 * batch_size + int(rng.integers(5, batch_size)), batch_size


def _inputs(setting, n):
    rng = np.random.default_rng([setting.seed, 67, n])
    return rng.normal(size=(n, 3)).astype("float32").astype(setting.precision)


def _array(predictions, setting):
    """As an array; what is neither array nor tensor stays what it is."""
    if isinstance(predictions, np.ndarray | tf.Tensor):
        return np.asarray(predictions).astype(setting.precision)
    return predictions


def predictions(candidate, setting):
    """The predictions, with a remainder, without one, and for fewer inputs than a batch takes."""
    model = _model(setting, lambda size: None)
    n, batch_size = _many(setting)
    return {
        f"{count} inputs, batch_size={size}": _array(
            candidate(model, _inputs(setting, count), size), setting
        )
        for count, size in ((n, batch_size), (6, 3), (3, 8))
    }


def batches(candidate, setting):
    """How many inputs the model got at a time."""
    sizes, told = [], {}
    model = _model(setting, sizes.append)
    n, batch_size = _many(setting)
    for count, size in ((n, batch_size), (6, 3), (3, 8)):
        sizes.clear()
        candidate(model, _inputs(setting, count), size)
        told[f"{count} inputs, batch_size={size}"] = np.array([one for one in sizes if one])
    return told


def what_the_model_saw(told, setting):
    """The largest batch, how many there were, and how many inputs were in them."""
    facts = {}
    for call, sizes in told.items():
        size = int(call.rpartition("=")[2])
        largest = int(max(sizes, default=0))
        facts[f"{call}: the most inputs at a time"] = (
            f"{size} or fewer" if largest <= size else f"{largest}"
        )
        facts[f"{call}: inputs that the model saw in all"] = int(sum(sizes))
        facts[f"{call}: batches"] = len(sizes)
    return facts


exercise = Exercise(
    predict_in_batches,
    points=1,
    minutes=6,
    difficulty=2,
    importance=3,
    after="shuffled_split",
    teaches=["R-16"],
    questions=[
        ask.behaviour(
            predictions, name="predictions", title="The predictions", products=True, weight=2
        ),
        ask.behaviour(
            batches,
            work=what_the_model_saw,
            name="batches",
            title="What the model saw",
            needs="predictions",
        ),
    ],
    hints=[
        "Where does the first batch start, where the second, where the last?",
        "`range(0, n, batch_size)` gives all the starts. A slice that goes beyond the end simply "
        "stops there.",
        "Call the model on each slice, with `training=False`, keep the results in a list, and "
        "join them along axis 0 at the end. (Keras has a method that does all of it. Write the "
        "loop once, then look it up.)",
        "parts = []\nfor start in range(0, …, …):\n    parts.append(model(inputs[… : …], …))\n"
        "return tf.concat(…, axis=0)",
    ],
    mistakes=[
        Mistake(
            all_at_once,
            "The numbers are right, but the model gets all inputs at once: with a large data set "
            "memory would run out.",
        ),
        Mistake(
            batch_size_of_its_own,
            "The numbers are right, but the batches are Keras' own, of 32: nobody told `predict` "
            "about `batch_size`.",
        ),
        Mistake(
            last_batch_lost,
            "The inputs that don't fill a whole batch are lost: `//` rounds down. Every input "
            "has a prediction.",
        ),
        Mistake(
            last_batch_filled_up,
            "You fill the last batch up with zeros, and cut what comes of them off again. A model "
            "takes a smaller batch too.",
        ),
        Mistake(
            in_training_mode,
            "Your model is in training mode: dropout throws numbers away, and batch normalisation "
            "goes by the batch. Which argument says that it is being used?",
        ),
        Mistake(
            list_of_batches,
            "You return a list of batches. Join them into one array: which axis do they share?",
        ),
        Mistake(
            one_by_one,
            "You call the model on one input at a time, which takes very long. It can take "
            "`batch_size` of them.",
        ),
    ],
)
