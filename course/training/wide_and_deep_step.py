"""One loss, two optimizers: a wide and a deep part, each moved in its own way.

Source: H.-T. Cheng and others, "Wide & Deep Learning for Recommender Systems", 2016.
"""

import keras
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from course.training.models import adam


def wide_and_deep_step(model, wide_optimizer, deep_optimizer, loss_fn, x, y):
    r"""Updates the two parts of a model once, each by its own optimizer, and returns the loss.

    `model.wide` and `model.deep` are the parts, layers or models; how the outputs come from the
    two is the model's own affair: `model(x)` says. With the weights $w$ and $d$ of the parts and
    the loss $L(w, d)$, both gradients $\partial L / \partial w$ and $\partial L / \partial d$
    are taken at the same point, that is, before either part moves. Only trainable weights move.
    It works eagerly and inside `tf.function`. To keep your eye on the two optimizers, the models
    that you get here have no losses of their own, and do the same in training and in inference.

    Args:
        model: The `keras.Model` to be trained.
        wide_optimizer: The optimizer that moves the weights of `model.wide`.
        deep_optimizer: The optimizer that moves the weights of `model.deep`.
        loss_fn: A Keras loss; `loss_fn(y, y_pred)` is a scalar.
        x: The batch's inputs, (batch, features).
        y: The batch's targets, (batch, outputs).

    Returns:
        The loss from before the update, a scalar.

    Examples:
        >>> class Both(keras.Model):
        ...     def __init__(self):
        ...         super().__init__()
        ...         self.wide = keras.layers.Dense(1, kernel_initializer="ones")
        ...         self.deep = keras.layers.Dense(1, kernel_initializer="ones")
        ...     def call(self, inputs):
        ...         return self.wide(inputs) + self.deep(inputs)
        >>> model, x, y = Both(), tf.ones((1, 1)), tf.zeros((1, 1))
        >>> slow, fast = keras.optimizers.SGD(0.125), keras.optimizers.SGD(0.25)
        >>> float(wide_and_deep_step(model, slow, fast, keras.losses.MeanSquaredError(), x, y))
        4.0
        >>> float(model.wide.kernel[0, 0]), float(model.deep.kernel[0, 0])
        (0.5, 0.0)
    """
    ### BEGIN SOLUTION
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    wide, deep = model.wide.trainable_variables, model.deep.trainable_variables
    wide_gradients, deep_gradients = tape.gradient(loss, [wide, deep])
    wide_optimizer.apply(wide_gradients, wide)
    deep_optimizer.apply(deep_gradients, deep)
    return loss
    ### END SOLUTION


def _move(model, optimizer, part, loss_fn, x, y):
    """A step of one part alone."""
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    weights = part.trainable_variables
    optimizer.apply(tape.gradient(loss, weights), weights)
    return loss


def one_after_the_other(model, wide_optimizer, deep_optimizer, loss_fn, x, y):
    loss = _move(model, wide_optimizer, model.wide, loss_fn, x, y)
    _move(model, deep_optimizer, model.deep, loss_fn, x, y)
    return loss


def optimizers_exchanged(model, wide_optimizer, deep_optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    wide, deep = model.wide.trainable_variables, model.deep.trainable_variables
    wide_gradients, deep_gradients = tape.gradient(loss, [wide, deep])
    deep_optimizer.apply(wide_gradients, wide)
    wide_optimizer.apply(deep_gradients, deep)
    return loss


def one_optimizer_for_both(model, wide_optimizer, deep_optimizer, loss_fn, x, y):
    return _move(model, wide_optimizer, model, loss_fn, x, y)


def deep_part_left_alone(model, wide_optimizer, deep_optimizer, loss_fn, x, y):
    return _move(model, wide_optimizer, model.wide, loss_fn, x, y)


def both_move_everything(model, wide_optimizer, deep_optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    weights = model.trainable_variables
    gradients = tape.gradient(loss, weights)
    wide_optimizer.apply(gradients, weights)
    deep_optimizer.apply(gradients, weights)
    return loss


def tape_asked_twice(model, wide_optimizer, deep_optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    for optimizer, part in [(wide_optimizer, model.wide), (deep_optimizer, model.deep)]:
        weights = part.trainable_variables
        optimizer.apply(tape.gradient(loss, weights), weights)
    return loss


def parts_added_by_hand(model, wide_optimizer, deep_optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model.wide(x, training=True) + model.deep(x, training=True))
    wide, deep = model.wide.trainable_variables, model.deep.trainable_variables
    wide_gradients, deep_gradients = tape.gradient(loss, [wide, deep])
    wide_optimizer.apply(wide_gradients, wide)
    deep_optimizer.apply(deep_gradients, deep)
    return loss


class Summed(keras.Model):
    """The sum of its parts; a frozen layer lies in the deep one."""

    def __init__(self):
        super().__init__()
        hidden, still = (keras.layers.Dense(4, "tanh", trainable=one) for one in (True, False))
        self.wide = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
        self.deep = keras.Sequential([keras.Input((3,)), hidden, still, keras.layers.Dense(1)])

    def call(self, inputs):
        """The sum."""
        return self.wide(inputs) + self.deep(inputs)


class Mixed(keras.Model):
    """Combines its parts in its own way, and has the deep one first."""

    def __init__(self):
        super().__init__()
        hidden = keras.layers.Dense(4, "tanh")
        self.deep = keras.Sequential([keras.Input((3,)), hidden, keras.layers.Dense(1)])
        self.wide = keras.layers.Dense(1)
        self.wide.build((None, 3))

    def call(self, inputs):
        """Not the sum: half of the wide part counts twice."""
        wide = self.wide(inputs)
        return 0.5 * wide + self.deep(inputs) * (1.0 + 0.3 * wide)


def start(model, wide_optimizer, deep_optimizer, loss_fn):
    """What makes the names of a training question."""

    def make(setting):
        return {
            "model": model(),
            "wide_optimizer": wide_optimizer(),
            "deep_optimizer": deep_optimizer(),
            "loss_fn": loss_fn(),
        }

    return make


def sgd(rate):
    return lambda: keras.optimizers.SGD(rate)


STEP = "wide_and_deep_step(model, wide_optimizer, deep_optimizer, loss_fn, x, y)"
MSE, HUBER = keras.losses.MeanSquaredError, keras.losses.Huber

exercise = Exercise(
    wide_and_deep_step,
    points=3,
    minutes=15,
    difficulty=3,
    importance=3,
    after="apply_constraints",
    teaches=["R-18"],
    questions=[
        ask.trains(STEP, start=start(Summed, sgd(0.3), sgd(0.1), MSE)),
        ask.trains(
            STEP,
            start=start(Mixed, adam, sgd(0.2), HUBER),
            name="mixed",
            title="With outputs that are not the parts' sum",
        ),
        ask.trains(
            STEP,
            start=start(Summed, sgd(0.2), adam, MSE),
            name="in a graph",
            title="Inside tf.function",
            graph=True,
        ),
    ],
    hints=[
        "One forward pass and one loss; only after that do the ways of the two parts separate.",
        "`tape.gradient` takes lists in lists: asked for `[wide weights, deep weights]` it returns "
        "the gradients in the same order, all of the same point.",
        "`model.wide.trainable_variables` are the weights of one part. Each optimizer knows its "
        "own weights alone.",
        "with tf.GradientTape() as tape:\n    loss = loss_fn(y, model(…))\n"
        "wide_gradients, deep_gradients = tape.gradient(loss, [… , …])\n"
        "wide_optimizer.apply(…, …)\ndeep_optimizer.apply(…, …)",
    ],
    mistakes=[
        Mistake(
            one_after_the_other,
            "The deep part's gradients are taken when the wide part has already moved: another "
            "loss, at another point. Take both before either moves.",
        ),
        Mistake(
            optimizers_exchanged,
            "Each optimizer moves the other one's part. Which weights belong to which?",
        ),
        Mistake(
            one_optimizer_for_both,
            "`wide_optimizer` moves all weights, and `deep_optimizer` does nothing. Divide the "
            "weights: which belong to `model.wide`?",
        ),
        Mistake(
            deep_part_left_alone,
            "The deep part never moves: its gradients go nowhere.",
        ),
        Mistake(
            both_move_everything,
            "Both optimizers move all the weights, so that each is moved twice. Hand each of them "
            "the weights of its own part alone.",
        ),
        Mistake(
            tape_asked_twice,
            "A tape answers once, then it forgets. Ask for both lists in one call, or make it "
            "`persistent`.",
        ),
        Mistake(
            parts_added_by_hand,
            "You add the parts' outputs yourself. How the two are combined is the model's own "
            "affair: call the model.",
        ),
    ],
)
