"""A training step with clipped gradients: long ones are cut to size, their direction is kept.

Source: R. Pascanu and others, "On the difficulty of training recurrent neural networks", 2013;
https://www.tensorflow.org/api_docs/python/tf/clip_by_global_norm.
"""

import keras
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from course.training.models import adam, everything, lopsided, plain
from course.training.train_step import MSE, start


def clipped_train_step(model, optimizer, loss_fn, x, y, max_norm):
    r"""Updates a model's trainable weights once, with gradients clipped by their global norm.

    As `train_step`: the loss is the mean of `loss_fn(y, y_pred)`, which returns one number or one
    for each example, plus all of `model.losses`, in training mode. The gradients $g_1, …, g_m$ of
    all trainable weights count as one long vector, with the norm
    $\lVert g \rVert = \sqrt{\sum_j \lVert g_j \rVert^2}$. Where that is larger than `max_norm`,
    every $g_j$ is multiplied by $\text{max\_norm} / \lVert g \rVert$; otherwise all stay as they
    are. The optimizer gets the clipped gradients. `keras.Model.train_step`, and what runs it, is
    no answer here.

    Args:
        model: The `keras.Model` to be trained.
        optimizer: The `keras.optimizers.Optimizer` that moves its weights.
        loss_fn: A Keras loss, or a function of (targets, predictions), in this order.
        x: The batch's inputs, (batch, features).
        y: The batch's targets, (batch, outputs).
        max_norm: The largest global norm that is left alone, a float greater than 0.

    Returns:
        The loss from before the update, a scalar.

    Examples:
        >>> model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False)])
        >>> model.set_weights([tf.ones((1, 1))])
        >>> mse = keras.losses.MeanSquaredError()
        >>> x, y = tf.constant([[5.0]]), tf.zeros((1, 1))
        >>> float(clipped_train_step(model, keras.optimizers.SGD(0.5), mse, x, y, 1.0))
        25.0
        >>> float(model.layers[0].kernel[0, 0])
        0.5
    """
    ### BEGIN SOLUTION
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses])
    weights = model.trainable_variables
    gradients, _ = tf.clip_by_global_norm(tape.gradient(loss, weights), max_norm)
    optimizer.apply(gradients, weights)
    return loss
    ### END SOLUTION


def _step(given, clip, training=True, regularised=True):
    """A step in which only the clipping, or one more thing, is another."""
    model, optimizer, loss_fn, x, y = given
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(loss_fn(y, model(x, training=training)))
        if regularised:
            loss = tf.add_n([loss, *model.losses])
    weights = model.trainable_variables
    optimizer.apply(clip(tape.gradient(loss, weights)), weights)
    return loss


def each_weight_by_itself(model, optimizer, loss_fn, x, y, max_norm):
    def clip(gradients):
        return [tf.clip_by_norm(one, max_norm) for one in gradients]

    return _step((model, optimizer, loss_fn, x, y), clip)


def each_number_by_itself(model, optimizer, loss_fn, x, y, max_norm):
    def clip(gradients):
        return [tf.clip_by_value(one, -max_norm, max_norm) for one in gradients]

    return _step((model, optimizer, loss_fn, x, y), clip)


def always_scaled(model, optimizer, loss_fn, x, y, max_norm):
    def clip(gradients):
        return [one * max_norm / tf.linalg.global_norm(gradients) for one in gradients]

    return _step((model, optimizer, loss_fn, x, y), clip)


def scaled_by_the_square(model, optimizer, loss_fn, x, y, max_norm):
    def clip(gradients):
        norm = tf.add_n([tf.reduce_sum(tf.square(one)) for one in gradients])
        return [one * max_norm / tf.maximum(norm, max_norm) for one in gradients]

    return _step((model, optimizer, loss_fn, x, y), clip)


def clipped_in_vain(model, optimizer, loss_fn, x, y, max_norm):
    return _step((model, optimizer, loss_fn, x, y), lambda gradients: gradients)


def regularisation_left_out(model, optimizer, loss_fn, x, y, max_norm):
    def clip(gradients):
        return tf.clip_by_global_norm(gradients, max_norm)[0]

    return _step((model, optimizer, loss_fn, x, y), clip, regularised=False)


def in_inference_mode(model, optimizer, loss_fn, x, y, max_norm):
    def clip(gradients):
        return tf.clip_by_global_norm(gradients, max_norm)[0]

    return _step((model, optimizer, loss_fn, x, y), clip, training=False)


STEP = "clipped_train_step(model, optimizer, loss_fn, x, y, {})"

exercise = Exercise(
    clipped_train_step,
    points=3,
    minutes=12,
    difficulty=3,
    importance=4,
    after="train",
    teaches=["R-29", "R-30"],
    questions=[
        ask.trains(
            STEP.format("0.1"),
            start=start(plain, MSE, learning_rate=2.0),
            title="Gradients longer than max_norm",
        ),
        ask.trains(
            STEP.format("max_norm=50.0"),
            start=start(plain, lambda: keras.losses.mean_squared_error, learning_rate=0.3),
            name="short",
            title="Gradients shorter than max_norm",
        ),
        ask.trains(
            STEP.format("0.2"),
            start=start(everything, lambda: lopsided, learning_rate=1.0),
            name="everything",
            title="With regularisation, training mode and a frozen layer",
        ),
        ask.trains(
            STEP.format("0.3"),
            start=start(everything, MSE, adam),
            name="in a graph",
            title="With Adam, inside tf.function",
            graph=True,
        ),
    ],
    hints=[
        "Take your `train_step`. Between the gradients and the optimizer there is room for a line.",
        "*Global* norm: one number for all gradients together, so that all shrink by the same "
        "factor and the step keeps its direction.",
        "`tf.clip_by_global_norm` takes the list and the limit. It returns two things: look up "
        "which.",
        "gradients = tape.gradient(loss, weights)\ngradients, … = tf.clip_by_global_norm(…, …)\n"
        "optimizer.apply(…, …)",
    ],
    forbids=["keras.Model.train_step"],
    mistakes=[
        Mistake(
            each_weight_by_itself,
            "You clip every gradient by its own norm: small ones keep their size while large ones "
            "shrink, so the step turns. Which norm is that of all of them together?",
        ),
        Mistake(
            each_number_by_itself,
            "You clip every number to ±`max_norm`, which turns the step and leaves its norm open. "
            "The norm of all the gradients together is to be limited.",
        ),
        Mistake(
            always_scaled,
            "You scale the gradients to `max_norm` always, so that short ones grow: near a minimum "
            "the steps never get small. What happens to gradients that are short enough?",
        ),
        Mistake(
            scaled_by_the_square,
            "You divide by the sum of the squares. A norm is its root.",
        ),
        Mistake(
            clipped_in_vain,
            "The optimizer gets the gradients unclipped. Was the clipped list kept, and handed on?",
        ),
        Mistake(
            regularisation_left_out,
            "The clipping is right, but the loss lacks what is in `model.losses`.",
        ),
        Mistake(
            in_inference_mode,
            "The clipping is right, but the model is called in inference mode: say in the call "
            "that this is training.",
        ),
    ],
)
