"""Constraints after a hand-made update: what the optimizer would have done.

Source: "Layer weight constraints", https://keras.io/api/layers/constraints/.
"""

import keras
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from autograder.questions.weights import give_numbers


def apply_constraints(model):
    r"""Replaces every weight of a model that has a constraint by its constrained value.

    A Keras optimizer ends each step this way; whoever moves weights by hand, as with `assign_sub`,
    must do it too. A weight $w$ carries its constraint $c$ as `w.constraint`, or None:
    $w \leftarrow c(w)$ where there is one. That holds for every weight that the model has: kernels
    and biases, those of nested models and of layers of your own, frozen ones too. All others stay
    as they are. What is returned doesn't matter. It works eagerly and inside `tf.function`.

    Args:
        model: A built `keras.Model`.

    Examples:
        >>> layer = keras.layers.Dense(1, kernel_constraint="non_neg", bias_constraint=None)
        >>> model = keras.Sequential([keras.Input((2,)), layer])
        >>> model.set_weights([tf.constant([[1.0], [-2.0]]), tf.constant([-3.0])])
        >>> apply_constraints(model)
        >>> [bool(tf.reduce_all(weight >= 0.0)) for weight in model.weights]
        [True, False]
    """
    ### BEGIN SOLUTION
    for weight in model.weights:
        if weight.constraint is not None:
            weight.assign(weight.constraint(weight))
    ### END SOLUTION


def never_assigned(model):
    for weight in model.weights:
        if weight.constraint is not None:
            weight.constraint(weight)


def kernels_alone(model):
    for weight in model.weights:
        if weight.constraint is not None and weight.name == "kernel":
            weight.assign(weight.constraint(weight))


def arguments_of_outer_layers(model):
    for layer in model.layers:
        for name in ("kernel", "bias"):
            constraint = getattr(layer, f"{name}_constraint", None)
            if constraint is not None:
                weight = getattr(layer, name)
                weight.assign(constraint(weight))


def trainable_alone(model):
    for weight in model.trainable_variables:
        if weight.constraint is not None:
            weight.assign(weight.constraint(weight))


def without_a_question(model):
    for weight in model.weights:
        weight.assign(weight.constraint(weight))


def always_non_negative(model):
    for weight in model.weights:
        if weight.constraint is not None:
            weight.assign(tf.nn.relu(weight))


class Gains(keras.layers.Layer):
    """Multiplies every feature by a weight, which must not be negative."""

    def build(self, input_shape):
        self.gains = self.add_weight(
            name="gains", shape=input_shape[-1:], initializer="ones", constraint="non_neg"
        )

    def call(self, inputs):
        return inputs * self.gains


class WithinHalf(keras.constraints.Constraint):
    """Numbers between −0.5 and 0.5, by a class of one's own."""

    def __call__(self, weight):
        return tf.clip_by_value(tf.convert_to_tensor(weight), -0.5, 0.5)


def flat():
    return [
        keras.layers.Dense(4, kernel_constraint="non_neg", name="first"),
        keras.layers.Dense(
            3,
            kernel_constraint=keras.constraints.MaxNorm(1.0),
            bias_constraint=WithinHalf(),
            name="second",
        ),
        keras.layers.Dense(2, bias_constraint="non_neg", name="third"),
    ]


def nested():
    unit = keras.layers.Dense(3, kernel_constraint="unit_norm", name="in the nested model")
    inner = [keras.Input((4,)), unit, Gains(name="of one's own, in the nested model")]
    return [
        keras.layers.Dense(4, name="outside"),
        keras.Sequential([keras.Sequential(inner)], name="nested"),
        Gains(name="of one's own"),
    ]


def frozen():
    return [
        keras.layers.Dense(4, bias_constraint="non_neg", name="trained"),
        keras.layers.Dense(2, kernel_constraint="non_neg", trainable=False, name="frozen"),
    ]


def constrained(layers, graph=False):
    """A scene: every weight of a model after the candidate worked on it."""

    def scene(candidate, setting):
        model = keras.Sequential([keras.Input((3,)), *layers()])
        give_numbers(model, setting.seed, 2.0)

        def run():
            candidate(model)

        (tf.function(run) if graph else run)()
        found = {}
        # Innermost layers own the weights, and have names that are the same in every process.
        for layer in model._flatten_layers(include_self=False):
            if not isinstance(layer, keras.Model | keras.layers.InputLayer):
                for weight in layer.weights:
                    label = f"the {weight.name} of the layer “{layer.name}”"
                    found[label] = tf.convert_to_tensor(weight.value)
        return found

    return scene


exercise = Exercise(
    apply_constraints,
    points=2,
    minutes=8,
    difficulty=2,
    importance=3,
    after="clipped_train_step",
    teaches=["R-31"],
    questions=[
        ask.behaviour(
            constrained(flat), name="kernels and biases", title="Kernels and biases", scale=2.0
        ),
        ask.behaviour(
            constrained(nested), name="nested", title="In nested models and layers", scale=2.0
        ),
        ask.behaviour(constrained(frozen), name="frozen", title="Frozen too", scale=2.0),
        ask.behaviour(
            constrained(flat, graph=True),
            name="in a graph",
            title="Inside tf.function",
            scale=2.0,
        ),
    ],
    hints=[
        "Which list of the model holds all its weights, however deep they lie?",
        "Every weight is a `keras.Variable` and knows its constraint: `weight.constraint`, which "
        "is None for most.",
        "A constraint is a function: it returns the constrained value and changes nothing. The "
        "weight has to be given that value.",
        "for weight in …:\n    if …:\n        weight.assign(…)",
    ],
    mistakes=[
        Mistake(
            never_assigned,
            "You compute the constrained values and drop them: a constraint returns a new tensor, "
            "and leaves the weight alone. Who gives a variable its value?",
        ),
        Mistake(
            kernels_alone,
            "The kernels are right. Biases, and whatever else a layer calls its weights, can have "
            "constraints too.",
        ),
        Mistake(
            arguments_of_outer_layers,
            "You go by the arguments of the outer layers, and so miss the layers of nested models "
            "and those that call their weights otherwise. Ask the weights, not the layers.",
        ),
        Mistake(
            trainable_alone,
            "Weights that are frozen at the moment are left out: *every* weight that has a "
            "constraint is meant.",
        ),
        Mistake(
            without_a_question,
            "Most weights have no constraint: theirs is None, which can't be called. Ask first.",
        ),
        Mistake(
            always_non_negative,
            "You make every constrained weight non-negative. That is one constraint among many: "
            "each weight brings its own, which you can call.",
        ),
    ],
)
