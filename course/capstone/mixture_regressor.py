"""A model that answers with a density: the parameters of a mixture of normal distributions.

Source: C. M. Bishop, "Mixture Density Networks", 1994; the contract of `keras.Model`,
https://keras.io/api/models/model/.
"""

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal
from autograder.questions.weights import give_numbers, plain_shape
from course.layers.my_dense import MyDense


class MixtureRegressor(keras.Model):
    r"""Predicts the parameters of a mixture of normal distributions for each example.

    For inputs (batch, features), float32, the model returns one tensor (batch, 3 · components):
    the logits of the components, then their means, then the logarithms of their scales, side by
    side, which are raw numbers of any sign. It is made of two parts:

    - `model.body`, which takes the inputs and gives (batch, units): one hidden layer of `units`
      units with an activation of your choice, or several of them in a layer of your own;
    - `model.head`, a dense layer without an activation, which takes what the body gives.

    So `model(x)` is `model.head(model.body(x))`. Both parts are layers, and between them they hold
    every weight of the model exactly once, so that `model.body.trainable_variables` and
    `model.head.trainable_variables` can be given to two optimizers. The model works for inputs of
    any width, in a graph too. Saved to a `.keras` file, it is loaded whole by whoever has the class:
    components, units and weights.

    Build it from your own dense layer: the `MyDense` that 8.3 wrote into this notebook, or one
    written anew, or the course's, by `from course.layers import MyDense` at the top of your cell.
    `keras.layers.Dense`, `keras.layers.EinsumDense` and `keras.Sequential` are no answer here.

    Args:
        components: How many normal distributions are mixed, an int.
        units: The width of the hidden layer (or layers), an int.
        **kwargs: What `keras.Model` takes, such as `name`.

    Examples:
        >>> model = MixtureRegressor(components=3, units=8)
        >>> x = tf.ones((4, 1))
        >>> model(x).shape, model.body(x).shape
        (TensorShape([4, 9]), TensorShape([4, 8]))
    """

    def __init__(self, components=2, units=16, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.components = components
        self.units = units
        self.body = MyDense(units, activation="tanh")
        self.head = MyDense(3 * components)

    def call(self, inputs):
        return self.head(self.body(inputs))

    def get_config(self):
        return {**super().get_config(), "components": self.components, "units": self.units}
        ### END SOLUTION


class LinearBody(MixtureRegressor):
    def __init__(self, components=2, units=16, **kwargs):
        super().__init__(components, units, **kwargs)
        self.body = MyDense(units)


class HeadWithActivation(MixtureRegressor):
    def __init__(self, components=2, units=16, **kwargs):
        super().__init__(components, units, **kwargs)
        self.head = MyDense(3 * components, activation="relu")


class ComponentsIgnored(MixtureRegressor):
    def __init__(self, components=2, units=16, **kwargs):
        super().__init__(components, units, **kwargs)
        self.head = MyDense(6)


class UnitsIgnored(MixtureRegressor):
    def __init__(self, components=2, units=16, **kwargs):
        super().__init__(components, units, **kwargs)
        self.body = MyDense(16, activation="tanh")


class ThreeTensors(MixtureRegressor):
    def call(self, inputs):
        return tf.split(super().call(inputs), 3, axis=-1)


class SoftmaxInside(MixtureRegressor):
    def call(self, inputs):
        logits, means, log_scales = tf.split(super().call(inputs), 3, axis=-1)
        return tf.concat([tf.nn.softmax(logits), means, tf.exp(log_scales)], axis=-1)


class BodyIsAList(MixtureRegressor):
    def __init__(self, components=2, units=16, **kwargs):
        super().__init__(components, units, **kwargs)
        self.body = [MyDense(units, activation="tanh"), MyDense(units, activation="tanh")]

    def call(self, inputs):
        for layer in self.body:
            inputs = layer(inputs)
        return self.head(inputs)


class ConfigWithoutUnits(MixtureRegressor):
    def get_config(self):
        return {**keras.Model.get_config(self), "components": self.components}


class BuildsOnlyTheBody(MixtureRegressor):
    def build(self, input_shape):
        self.body.build(input_shape)


COLUMNS, DEFAULT, WIDER = "components=3", "by default", "with inputs of five features"
PARTS, OUT, GRAPH = "weights", "model(x)", "model(x) in a graph"
BIAS = "model(x) with nothing but the head's bias"
COMPOSED, BODY, HEAD = "model.head(model.body(x))", "model.body(x)", "model.head(h)"


def _rows(setting, width, key):
    """Eight pairs of rows, and the middle of each pair: (24, width)."""
    rng = np.random.default_rng([setting.seed, key])
    one, other = rng.normal(scale=3.0, size=(2, 8, width))
    rows = np.concatenate([one, other, (one + other) / 2.0])
    return tf.constant(rows.astype("float32").astype(setting.precision))


def at_work(candidate, setting):
    """Outputs of the whole and of its parts, for pairs of rows and the middle between them."""
    x, h = _rows(setting, 2, 1), _rows(setting, 5, 2)
    model, default = candidate(components=3, units=5), candidate()
    yield COLUMNS, _shape(model(x))
    yield DEFAULT, [_shape(default(x)), _shape(_given(lambda: default.body(x)))]
    yield WIDER, _shape(candidate(4)(h))
    give_numbers(model, setting.seed)
    yield OUT, model(x)
    traced = tf.function(model, input_signature=[tf.TensorSpec((None, 2), setting.precision)])
    yield GRAPH, _given(lambda: traced(x))
    yield BODY, _given(lambda: model.body(x))
    yield HEAD, _given(lambda: model.head(h))
    yield COMPOSED, _given(lambda: model.head(model.body(x)))
    yield PARTS, _given(lambda: _weights(model))
    yield BIAS, _given(lambda: _with_bias_alone(model, setting)(x))


def _given(part):
    """What a part gives, or what became of it."""
    try:
        return part()
    except Exception as error:
        return f"a {type(error).__name__}"


def _shape(value):
    if isinstance(value, str):
        return value
    return str(tuple(value.shape)) if hasattr(value, "shape") else f"none: a {type(value).__name__}"


def _weights(model):
    """How many weights body, head, both and neither hold."""
    parts = [model.body.trainable_variables, model.head.trainable_variables]
    body, head, whole = ({id(one) for one in part} for part in [*parts, model.trainable_variables])
    return [len(body), len(head), len(body & head), len(whole - body - head)]


def _with_bias_alone(model, setting):
    """The model with zeros in the head, but for a number of the seed in each bias."""
    number = np.random.default_rng([setting.seed, 3]).uniform(-9.0, -5.0)
    for weight in model.head.trainable_variables:
        weight.assign(np.full(weight.shape, number if len(plain_shape(weight)) == 1 else 0.0))
    return model


def what_it_is(seen, setting):
    """Tells from the numbers what kind of model gave them."""
    told = {
        "the shape of model(x) for 24 examples, components=3": seen[COLUMNS],
        "the shapes of model(x) and model.body(x), by default": " and ".join(seen[DEFAULT]),
        "the shape of model(x), components=4, five features": seen[WIDER],
        "the shape of model.body(x), units=5": _shape(seen[BODY]),
    }
    if not isinstance(seen[OUT], np.ndarray):
        return told
    if isinstance(seen[PARTS], str):
        return {**told, "the trainable weights of body and head": seen[PARTS]}
    in_body, in_head, in_both, elsewhere = seen[PARTS]
    return {
        **told,
        "what model(x) gives where the head's weights are zero and each bias is b": _one(
            seen[BIAS]
        ),
        "the body has weights": "yes" if in_body else "none",
        "the head has weights": "yes" if in_head else "none",
        "how many weights body and head have in common": in_both,
        "how many weights are in neither": elsewhere,
        "model.head(model.body(x)) gives": _against(seen[COMPOSED], seen[OUT]),
        "model(x) in a graph gives": _against(seen[GRAPH], seen[OUT]),
        "the head is": _kind(seen[HEAD]),
        "the body is": _kind(seen[BODY]),
    }


NEAR = 4e-3


def _one(rows):
    """The number that all of them are."""
    if isinstance(rows, str):
        return rows
    return float(rows.flat[0]) if np.ptp(rows) < 1.0 else "several numbers"


def _against(one, other):
    if isinstance(one, str) or np.shape(one) != np.shape(other):
        return one if isinstance(one, str) else f"something of shape {np.shape(one)}"
    near = np.abs(one - other) <= NEAR * np.maximum(np.abs(other), 0.01)
    return "the same as model(x)" if near.all() else "other numbers than model(x)"


def _kind(rows):
    if isinstance(rows, str):
        return rows
    one, other, middle = np.split(rows, 3)
    straight = np.max(np.abs((one + other) / 2.0 - middle)) < NEAR * np.max(np.abs(rows))
    return "linear" if straight else "bent by an activation"


exercise = Exercise(
    MixtureRegressor,
    points=6,
    minutes=30,
    difficulty=4,
    importance=4,
    after=["mixture_nll", "MyDense", "ResidualRegressor"],
    questions=[
        ask.behaviour(
            lambda candidate, setting: dict(at_work(candidate, setting)),
            work=what_it_is,
            name="at work",
            title="What it gives and what it is made of",
            products=True,
            weight=4,
        ),
        ask.model_round_trip(
            "MixtureRegressor(3, units=5)",
            case(x=normal(6, 2), y=normal(6, 9)),
            weight=2,
            needs="at work",
        ),
    ],
    hints=[
        "A model of two layers in a row. What must the last one be able to give: numbers of any "
        "sign, how many, and in how many tensors?",
        "The hidden layer bends (it needs an activation), the head does not. Both are attributes, "
        "made in `__init__`, so that Keras tracks their weights.",
        "The head has 3 · components units. `get_config` needs an entry for each argument of "
        "`__init__`; leave `build` alone, and Keras builds both layers at the first call.",
        "super().__init__(**kwargs)\nself.… = components\nself.… = units\nself.body = MyDense(…, "
        "activation=…)\nself.head = MyDense(…)\n\ndef call(self, inputs):\n    return …\n\n"
        "def get_config(self):\n    return {**super().get_config(), …: …, …: …}",
    ],
    forbids=["keras.layers.Dense", "keras.layers.EinsumDense", "keras.Sequential"],
    allows=["MyDense", "mixture_nll"],
    mistakes=[
        Mistake(
            LinearBody,
            "Your body has no activation, so that the whole model is a straight line, however many "
            "layers it has. What bends it?",
        ),
        Mistake(
            HeadWithActivation,
            "Your head has an activation: no mean can be negative any more, and no scale smaller "
            "than 1. The head's numbers are to be raw.",
        ),
        Mistake(
            ComponentsIgnored,
            "You always return six numbers, as for two components. How many parameters does each "
            "component have, and how many components were asked for?",
        ),
        Mistake(
            UnitsIgnored,
            "Your hidden layer is always 16 wide: `units` comes in and changes nothing.",
        ),
        Mistake(
            ThreeTensors,
            "You return three tensors. One is asked for, with logits, means and log-scales side by "
            "side: the loss and the metric cut it up.",
        ),
        Mistake(
            SoftmaxInside,
            "Your model turns logits into weights and log-scales into scales. `mixture_nll` does "
            "that itself, and safely, in logarithms: return the head's numbers as they are.",
        ),
        Mistake(
            BodyIsAList,
            "Your body is a list of layers, which can neither be called nor asked for its weights. "
            "One layer will do; several need a layer of your own that holds them.",
        ),
        Mistake(
            ConfigWithoutUnits,
            "After loading, the model has a default size again: your config lacks an entry for one "
            "of the arguments of `__init__`.",
        ),
        Mistake(
            BuildsOnlyTheBody,
            "Your `build` builds the body and not the head. When the model is loaded, the head has "
            "no weights yet that could be filled: its numbers are lost.",
        ),
    ],
)
