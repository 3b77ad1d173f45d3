"""A layer with two inputs and three outputs.

Source: "The functional API", https://keras.io/guides/functional_api/.
"""

import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform


class SumProductRatio(keras.layers.Layer):
    r"""Computes sum, product and ratio of two tensors, element by element.

    The layer is called with a list or tuple (a, b) of two float32 tensors of equal shape, of any
    rank, and returns a list or tuple of three tensors of that shape: $a + b$, $a \cdot b$ and
    $a / b$, in this order. It has no weights, and works in eager mode, in graphs, on Keras inputs
    and in a functional model, saved and loaded too. No b is 0.

    Args:
        **kwargs: What `keras.layers.Layer` takes, such as `name`.

    Examples:
        >>> layer = SumProductRatio(name="three")
        >>> outputs = layer([tf.constant([6.0, 2.0]), tf.constant([3.0, -4.0])])
        >>> [one.numpy().tolist() for one in outputs]
        [[9.0, -2.0], [18.0, -8.0], [2.0, -0.5]]
        >>> layer.name
        'three'
    """

    def __init__(self, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)

    def call(self, inputs):
        a, b = inputs
        return a + b, a * b, a / b
        ### END SOLUTION


class SeparateArguments(SumProductRatio):
    def call(self, a, b):
        return a + b, a * b, a / b


class StackedIntoOne(SumProductRatio):
    def call(self, inputs):
        a, b = inputs
        return tf.stack([a + b, a * b, a / b])


class JoinedAlongFeatures(SumProductRatio):
    def call(self, inputs):
        a, b = inputs
        return tf.concat([a + b, a * b, a / b], axis=-1)


class RatioUpsideDown(SumProductRatio):
    def call(self, inputs):
        a, b = inputs
        return a + b, a * b, b / a


class OverAllFeatures(SumProductRatio):
    def call(self, inputs):
        a, b = inputs
        return [tf.reduce_sum(one, axis=-1) for one in (a + b, a * b, a / b)]


class Difference(SumProductRatio):
    def call(self, inputs):
        a, b = inputs
        return a - b, a * b, a / b


class ListsOnly(SumProductRatio):
    def call(self, inputs):
        if not isinstance(inputs, list):
            raise ValueError("A list of two tensors is needed.")
        return super().call(inputs)


class NoKwargs(keras.layers.Layer):
    def __init__(self):
        super().__init__()

    def call(self, inputs):
        a, b = inputs
        return a + b, a * b, a / b


def in_a_model(candidate, setting):
    """What a functional model predicts, before and after it was saved."""
    rng = np.random.default_rng([setting.seed, 3])
    arrays = [rng.normal(size=(5, 2)), rng.uniform(0.5, 2.0, size=(5, 2))]
    arrays = [one.astype("float32").astype(setting.precision) for one in arrays]
    inputs = [keras.Input((2,)), keras.Input((2,))]
    model = keras.Model(inputs, list(candidate(name="three")(inputs)))
    yield "what a functional model predicts", list(model.predict_on_batch(arrays))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.keras"
        model.save(path)
        loaded = keras.models.load_model(path, custom_objects={candidate.__name__: candidate})
    yield "what it predicts after saving and loading", list(loaded.predict_on_batch(arrays))
    yield "the loaded layer's name", loaded.layers[-1].name


def two(*shape):
    """Two inputs of that shape, the second away from 0."""
    return case(a=normal(*shape), b=uniform(*shape, low=0.5, high=2.0))


exercise = Exercise(
    SumProductRatio,
    points=2,
    minutes=8,
    difficulty=2,
    importance=3,
    after="MyDense",
    teaches=["Y-11", "Y-12"],
    questions=[
        ask.layer(
            "SumProductRatio()",
            case(a=[[6.0, 2.0, -1.0]], b=[[3.0, -4.0, 0.5]]),
            two(4, 3),
            two(5),
            two(2, 3, 4),
            title="A list of two inputs",
            products=False,
            weight=3,
        ),
        ask.values(
            "list(SumProductRatio()((a, b)))",
            two(3, 2),
            name="tuple",
            title="A tuple of two inputs",
        ),
        ask.gradient(
            "tf.add_n([k * one for k, one in zip([1.0, 2.0, 3.0], SumProductRatio()([a, b]))])",
            two(4, 3),
            with_respect_to="b",
        ),
        ask.behaviour(
            lambda candidate, setting: dict(in_a_model(candidate, setting)),
            name="in a model",
            title="In a functional model, saved and loaded",
            weight=2,
        ),
    ],
    hints=[
        "Keras hands over one argument, `inputs`. What is in it, when the layer is called with a "
        "list of two tensors?",
        "`a, b = inputs` takes lists and tuples apart alike. Python's operators work element by "
        "element, on Keras tensors too.",
        "`call` returns several outputs as a list or tuple. With no weights there is no `build`.",
        "def call(self, inputs):\n    a, b = inputs\n    return …, …, …",
    ],
    mistakes=[
        Mistake(
            SeparateArguments,
            "Your `call` takes two arguments, but the layer is called with one: a list or tuple "
            "of both tensors. Take it apart inside.",
        ),
        Mistake(
            StackedIntoOne,
            "You give back one tensor with a new first axis, which Keras takes for the batch. Give "
            "back a list or tuple of three tensors.",
        ),
        Mistake(
            JoinedAlongFeatures,
            "You join the three into one tensor, three times as wide. Give back a list or tuple "
            "of three tensors.",
        ),
        Mistake(
            RatioUpsideDown,
            "Your third output is b / a. What is asked for is the first input over the second.",
        ),
        Mistake(
            OverAllFeatures,
            "You add up over the features, so that an axis is lost. Every output has the inputs' "
            "shape: a number for each element.",
        ),
        Mistake(
            Difference,
            "Your first output is the difference of the inputs, not their sum.",
        ),
        Mistake(
            ListsOnly,
            "A tuple of two tensors is refused: the statement wants lists and tuples. Unpacking "
            "works for both.",
        ),
        Mistake(
            NoKwargs,
            "There is no way in for `name`, which loading passes too. Let `__init__` take keyword "
            "arguments and hand them to the parent, or leave `__init__` out.",
        ),
    ],
)
