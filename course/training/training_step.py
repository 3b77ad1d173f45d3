"""One step of gradient descent by hand: a tape, two gradients, two updates in place.

Source: the guide "Basic training loops",
https://www.tensorflow.org/guide/basic_training_loops.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from course.training.linear_model import linear_model
from course.training.square_loss import square_loss


def training_step(inputs, targets, weights, bias, learning_rate):
    r"""Moves weights and bias of a linear model one step downhill, and returns the loss.

    The loss is the mean of $(t - p)^2$ over all elements, where the predictions $p$ are
    `inputs @ weights + bias`. Both gradients are taken at the same point, the old weights and the
    old bias; then each variable $v$ becomes $v - \eta \, \partial L / \partial v$, in place, with
    the learning rate $\eta$. The function also works inside `tf.function`, for a batch of any
    size. You may use `linear_model` and `square_loss`, from `course.training` or your own.

    Args:
        inputs: Float tensor (n, d), one example per row.
        targets: Float tensor (n, k).
        weights: `tf.Variable` (d, k); it is changed.
        bias: `tf.Variable` (k,); it is changed.
        learning_rate: The step's length $\eta$, a Python float.

    Returns:
        The loss before the update, a scalar tensor.

    Examples:
        >>> weights, bias = tf.Variable([[2.0]]), tf.Variable([0.0])
        >>> x, y = tf.constant([[1.0], [2.0]]), tf.constant([[1.0], [2.0]])
        >>> training_step(x, y, weights, bias, 0.1).numpy()
        np.float32(2.5)
        >>> weights.numpy(), bias.numpy()
        (array([[1.5]], dtype=float32), array([-0.3], dtype=float32))
    """
    ### BEGIN SOLUTION
    with tf.GradientTape() as tape:
        loss = square_loss(targets, linear_model(inputs, weights, bias))
    of_weights, of_bias = tape.gradient(loss, [weights, bias])
    weights.assign_sub(learning_rate * of_weights)
    bias.assign_sub(learning_rate * of_bias)
    return loss
    ### END SOLUTION


def _loss_and_gradients(inputs, targets, weights, bias):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(targets - (inputs @ weights + bias)))
    return loss, *tape.gradient(loss, [weights, bias])


def loss_after_the_update(inputs, targets, weights, bias, learning_rate):
    _, of_weights, of_bias = _loss_and_gradients(inputs, targets, weights, bias)
    weights.assign_sub(learning_rate * of_weights)
    bias.assign_sub(learning_rate * of_bias)
    return tf.reduce_mean(tf.square(targets - (inputs @ weights + bias)))


def names_given_to_tensors(inputs, targets, weights, bias, learning_rate):
    loss, of_weights, of_bias = _loss_and_gradients(inputs, targets, weights, bias)
    weights = weights - learning_rate * of_weights
    bias = bias - learning_rate * of_bias
    return loss


def bias_left_alone(inputs, targets, weights, bias, learning_rate):
    loss, of_weights, _ = _loss_and_gradients(inputs, targets, weights, bias)
    weights.assign_sub(learning_rate * of_weights)
    return loss


def uphill(inputs, targets, weights, bias, learning_rate):
    loss, of_weights, of_bias = _loss_and_gradients(inputs, targets, weights, bias)
    weights.assign_add(learning_rate * of_weights)
    bias.assign_add(learning_rate * of_bias)
    return loss


def rate_of_its_own(inputs, targets, weights, bias, learning_rate):
    loss, of_weights, of_bias = _loss_and_gradients(inputs, targets, weights, bias)
    weights.assign_sub(0.1 * of_weights)
    bias.assign_sub(0.1 * of_bias)
    return loss


def bias_at_the_new_weights(inputs, targets, weights, bias, learning_rate):
    loss, of_weights, _ = _loss_and_gradients(inputs, targets, weights, bias)
    weights.assign_sub(learning_rate * of_weights)
    _, _, of_bias = _loss_and_gradients(inputs, targets, weights, bias)
    bias.assign_sub(learning_rate * of_bias)
    return loss


def nothing_returned(inputs, targets, weights, bias, learning_rate):
    _, of_weights, of_bias = _loss_and_gradients(inputs, targets, weights, bias)
    weights.assign_sub(learning_rate * of_weights)
    bias.assign_sub(learning_rate * of_bias)


def through_numpy(inputs, targets, weights, bias, learning_rate):
    loss, of_weights, of_bias = _loss_and_gradients(inputs, targets, weights, bias)
    weights.assign_sub(learning_rate * of_weights.numpy())
    bias.assign_sub(learning_rate * of_bias.numpy())
    return loss


def _number(loss):
    """A scalar as a plain number: eagerly, a tensor or a number will do."""
    is_array = tf.is_tensor(loss) or isinstance(loss, np.ndarray | np.generic)
    return float(loss) if is_array and np.shape(loss) == () else loss


def _steps(features, outputs, rate, *, graph=False):
    """A scene: three steps on batches of unequal size; what comes back, and what is left."""

    def scene(candidate, setting):
        rng = np.random.default_rng([setting.seed, 60, features, outputs])

        def draw(*shape, low=-1.0, high=1.0):
            drawn = rng.uniform(low, high, shape).astype("float32").astype(setting.precision)
            return tf.constant(drawn)

        weights = tf.Variable(draw(features, outputs, low=0.5, high=1.5))
        bias = tf.Variable(draw(outputs, low=0.5, high=1.5))

        def step(inputs, targets):
            return candidate(inputs, targets, weights, bias, rate)

        if graph:
            kinds = [tf.TensorSpec([None, size], setting.precision) for size in (features, outputs)]
            step = tf.function(step, input_signature=kinds)
        told = {}
        for number, size in enumerate((7, 7, 4), start=1):
            loss = step(draw(size, features, low=0.2, high=1.8), draw(size, outputs))
            told[f"the loss that step {number} returns"] = _number(loss)
            told[f"weights after step {number}"] = weights.numpy()
            told[f"bias after step {number}"] = bias.numpy()
        return told

    return scene


exercise = Exercise(
    training_step,
    points=2,
    minutes=10,
    difficulty=2,
    importance=5,
    after="square_loss",
    teaches=["R-07", "R-10"],
    questions=[
        ask.behaviour(
            _steps(2, 1, 0.15),
            name="steps",
            title="Three steps, learning rate 0.15",
            products=True,
            weight=2,
        ),
        ask.behaviour(
            _steps(3, 2, 0.06),
            name="two scores",
            title="Two scores an example, learning rate 0.06",
            products=True,
        ),
        ask.behaviour(
            _steps(2, 1, 0.12, graph=True),
            name="graph mode",
            title="Three steps inside tf.function, learning rate 0.12",
            products=True,
        ),
    ],
    hints=[
        "Forward, backward, update: which of the three must the tape see?",
        "Under the tape compute the predictions and the loss. `tape.gradient(loss, [weights, "
        "bias])` then gives both gradients at once, at the old values.",
        r"$v \leftarrow v - \eta \, \partial L / \partial v$: a variable changes through its "
        "methods, such as `assign_sub`.",
        "with tf.GradientTape() as tape:\n    loss = …\nof_weights, of_bias = tape.gradient(…, …)\n"
        "weights.assign_sub(…)\nbias.assign_sub(…)\nreturn loss",
    ],
    allows=["linear_model", "square_loss"],
    mistakes=[
        Mistake(
            loss_after_the_update,
            "You return the loss at the new weights. The one asked for belongs to the old ones: "
            "the tape has it already, so why compute it again?",
        ),
        Mistake(
            names_given_to_tensors,
            "The variables are as they were: `weights = weights - …` gives the name to a new "
            "tensor, inside your function alone. Which method changes the variable itself?",
        ),
        Mistake(
            bias_left_alone,
            "The weights move, the bias does not. Both take a step.",
        ),
        Mistake(
            uphill,
            "You go uphill: the gradient points to where the loss grows, so it is subtracted.",
        ),
        Mistake(
            rate_of_its_own,
            "The learning rate that you are given plays no part: a number of your own stands in "
            "its place.",
        ),
        Mistake(
            bias_at_the_new_weights,
            "By the time you take the bias' gradient the weights have moved. Take both gradients "
            "at the same point, then move.",
        ),
        Mistake(
            nothing_returned,
            "The step is right, but nothing comes back: is there a `return`?",
        ),
        Mistake(
            through_numpy,
            "In a graph a gradient has no numbers yet that NumPy could take. `assign_sub` takes "
            "tensors as they are.",
        ),
    ],
)
