"""A dense layer that survives saving: it can say what it was made with.

Source: "Save, serialize, and export models", https://keras.io/guides/serialization_and_saving/.
"""

import keras
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal
from course.layers.simple_dense import in_fit, start


class MyDense(keras.layers.Layer):
    r"""A dense layer, $f(x W + b)$, that comes back whole when a model is saved and loaded.

    As `SimpleDense`: at its first call it makes a kernel W of shape (width, units), which starts
    with random numbers, and a bias b of shape (units,), both trainable, where the width is the
    size of the inputs' last axis. It takes float32 inputs of shape (n, width), (n, m, width) or a
    higher rank. Besides, units, activation, name and weights survive `get_config` and
    `from_config`, and a `.keras` file; the activation may have been given by its name or as one
    of Keras' functions, such as `keras.activations.tanh`. The layer keeps to its dtype policy:
    under "mixed_float16" its weights are float32 and its outputs float16, as Keras arranges for
    weights made by `add_weight`. `keras.layers.Dense` and `EinsumDense` are no answer here.

    Args:
        units: How many numbers come out, an int.
        activation: The f: a name that Keras knows, a callable, or None for none.
        **kwargs: What `keras.layers.Layer` takes, such as `name`.

    Examples:
        >>> layer = MyDense(3, activation=keras.activations.relu, name="first")
        >>> again = MyDense.from_config(layer.get_config())
        >>> again.name, again(tf.ones((2, 5))).shape
        ('first', TensorShape([2, 3]))
    """

    def __init__(self, units, activation=None, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs):
        return self.activation(keras.ops.matmul(inputs, self.kernel) + self.bias)

    def get_config(self):
        activation = keras.activations.serialize(self.activation)
        return {**super().get_config(), "units": self.units, "activation": activation}
        ### END SOLUTION


class NoGetConfig(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    build, call = MyDense.build, MyDense.call


class ConfigWithoutBase(MyDense):
    def get_config(self):
        activation = keras.activations.serialize(self.activation)
        return {"units": self.units, "activation": activation}


class ConfigWithoutActivation(MyDense):
    def get_config(self):
        config = super().get_config()
        del config["activation"]
        return config


class ConfigWithoutUnits(MyDense):
    def get_config(self):
        config = super().get_config()
        del config["units"]
        return config


class ConfigUnderAnotherName(MyDense):
    def get_config(self):
        config = super().get_config()
        return {**config, "n_units": config.pop("units")}


class NotStored(MyDense):
    def get_config(self):
        return {**super().get_config(), "units": units, "activation": activation}  # noqa: F821


class ActivationAsText(MyDense):
    def get_config(self):
        return {**super().get_config(), "activation": str(self.activation)}


class AlwaysSinglePrecision(MyDense):
    def call(self, inputs):
        return super().call(tf.cast(inputs, tf.float32))


def through_config(candidate, setting):
    """Whether a layer with one of Keras' functions can be made again from its config."""
    layer = candidate(3, keras.activations.softplus, name="second")
    try:
        config = layer.get_config()
    except NotImplementedError:
        return {"from_config(get_config())": "no config: a function is no plain data"}
    if not isinstance(config, dict):
        return {
            "from_config(get_config())": f"no config: get_config gave a {type(config).__name__}"
        }
    try:
        candidate.from_config(config)
    except Exception as error:
        text = str(error)
        reason = type(error).__name__
        if "unexpected keyword" in text or "Unrecognized keyword" in text:
            reason = "an entry that is no argument"
        elif "missing" in text:
            reason = "an argument has no entry"
        elif "interpret activation" in text:
            reason = "the activation's entry names none"
        return {"from_config(get_config())": f"refused: {reason}"}
    return {"from_config(get_config())": "a layer"}


exercise = Exercise(
    MyDense,
    points=3,
    minutes=12,
    difficulty=3,
    importance=5,
    after=["SimpleDense", "HuberLoss"],
    teaches=["Y-05", "Y-08", "Y-09"],
    questions=[
        ask.layer(
            "MyDense(4, activation='tanh')",
            case(x=normal(3, 5)),
            case(x=normal(2, 3, 7)),
            title="Activation by name",
            weight=2,
        ),
        ask.behaviour(
            through_config,
            name="config",
            title="Can be made from its config",
            weight=0.5,
            needs="layer",
        ),
        ask.round_trip(
            "MyDense(4, 'tanh', name='first')",
            "it(x)",
            case(x=normal(3, 5)),
            part="layer",
            attributes=["name"],
            products=True,
            weight=2,
        ),
        ask.round_trip(
            "MyDense(3, keras.activations.softplus, name='second')",
            "it(x)",
            case(x=normal(2, 2, 4)),
            part="layer",
            attributes=["name"],
            products=True,
            name="saving a function",
            title="Survives with one of Keras' functions",
            weight=2,
        ),
        ask.round_trip(
            "MyDense(units=2)",
            "it(x)",
            case(x=normal(3, 6)),
            part="layer",
            products=True,
            name="saving none",
            title="Survives without an activation",
        ),
        ask.layer(
            "MyDense(3, tf.sin)",
            case(x=normal(4, 2)),
            name="callable",
            title="A callable as activation",
            weight=0.5,
        ),
        ask.layer(
            "MyDense(4, 'relu')",
            case(x=normal(3, 5)),
            mixed=True,
            name="mixed precision",
            title="Under mixed precision",
            weight=0.5,
        ),
        ask.behaviour(
            lambda candidate, setting: dict(start(candidate, setting)),
            name="start",
            title="Its first numbers",
            weight=0.5,
            needs="layer",
        ),
        ask.behaviour(
            lambda candidate, setting: dict(in_fit(candidate, setting)),
            name="in fit",
            title="Two of them in compile and fit",
            products=True,
        ),
    ],
    hints=[
        "Everything is as in `SimpleDense`, and one method more. Which one tells Keras what an "
        "object was made with?",
        "`get_config` returns a dictionary with an entry for every argument of `__init__`, those "
        "of the parent included: `from_config` passes all of them on.",
        "An entry must be plain data. `keras.activations.serialize` turns an activation into its "
        "name, and `keras.activations.get` turns the name back into the function.",
        "def get_config(self):\n    config = super()…\n    return {**config, …: self.units, "
        "…: keras.activations.serialize(…)}",
    ],
    forbids=["keras.layers.Dense", "keras.layers.EinsumDense"],
    mistakes=[
        Mistake(
            NoGetConfig,
            "Without `get_config` Keras keeps the arguments by itself, but only plain ones: a "
            "function as activation it can't write down. Write `get_config`.",
        ),
        Mistake(
            ConfigWithoutBase,
            "Units and activation survive, but the name is lost: your config replaces the "
            "parent's. Start from what the parent's `get_config` returns.",
        ),
        Mistake(
            ConfigWithoutActivation,
            "The copy has no activation: your config does not mention it, so the default, none, "
            "is back.",
        ),
        Mistake(
            ConfigWithoutUnits,
            "Your config does not mention the units, so nobody can make the layer again: every "
            "argument of `__init__` needs its entry.",
        ),
        Mistake(
            ConfigUnderAnotherName,
            "Your config has an entry that `__init__` does not know: every entry comes back as a "
            "keyword argument, so the names must be those of the arguments.",
        ),
        Mistake(
            NotStored,
            "`get_config` uses names that exist in `__init__` only. Keep the arguments on `self` "
            "there, and read them from `self` here.",
        ),
        Mistake(
            ActivationAsText,
            "You write down the text that Python prints for a function; nobody can turn that back. "
            "Which function of `keras.activations` gives its name?",
        ),
        Mistake(
            AlwaysSinglePrecision,
            "You cast the inputs to float32, whatever the layer's dtype policy says: under "
            "“mixed_float16” they don't fit the weights then. Keras has cast them already.",
        ),
    ],
)
