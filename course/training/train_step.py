"""One training step: the total loss in training mode, its gradients, one update.

Source: "Writing a training loop from scratch in TensorFlow",
https://keras.io/guides/writing_a_custom_training_loop_in_tensorflow/.
"""

import keras
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from course.training.models import adam, centred, everything, frozen, lopsided, plain, regularised


def train_step(model, optimizer, loss_fn, x, y):
    r"""Updates a model's trainable weights once, and returns the loss from before the update.

    The loss of a batch of $n$ examples is
    $L = \frac{1}{n} \sum_i \ell(y_i, \hat y_i) + \sum_k r_k$: the mean of `loss_fn(y, y_pred)`,
    which returns one number or one for each example, plus every entry $r_k$ of `model.losses`, of
    which there may be none. The predictions $\hat y$ are made in training mode. The gradients of
    $L$ go to the optimizer, once; frozen weights stay as they are. The step works eagerly and
    inside `tf.function`. `keras.Model.fit`, `keras.Model.train_on_batch` and
    `keras.Model.train_step` are no answer here.

    Args:
        model: The `keras.Model` to be trained.
        optimizer: The `keras.optimizers.Optimizer` that moves its weights.
        loss_fn: A Keras loss, or a function of (targets, predictions), in this order.
        x: The batch's inputs, (batch, features).
        y: The batch's targets, (batch, outputs).

    Returns:
        The loss $L$, a scalar.

    Examples:
        >>> model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        >>> model.set_weights([tf.ones((1, 1)), tf.zeros(1)])
        >>> x, y = tf.constant([[1.0], [2.0]]), tf.zeros((2, 1))
        >>> mse = keras.losses.MeanSquaredError()
        >>> float(train_step(model, keras.optimizers.SGD(0.1), mse, x, y))
        2.5
        >>> float(model.layers[0].kernel[0, 0])
        0.5
    """
    ### BEGIN SOLUTION
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses])
    weights = model.trainable_variables
    optimizer.apply(tape.gradient(loss, weights), weights)
    return loss
    ### END SOLUTION


def regularisation_left_out(model, optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(loss_fn(y, model(x, training=True)))
    weights = model.trainable_variables
    optimizer.apply(tape.gradient(loss, weights), weights)
    return loss


def gradients_of_the_main_loss(model, optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        main_loss = tf.reduce_mean(loss_fn(y, model(x, training=True)))
        loss = tf.add_n([main_loss, *model.losses])
    weights = model.trainable_variables
    optimizer.apply(tape.gradient(main_loss, weights), weights)
    return loss


def in_inference_mode(model, optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = tf.add_n([tf.reduce_mean(loss_fn(y, model(x))), *model.losses])
    weights = model.trainable_variables
    optimizer.apply(tape.gradient(loss, weights), weights)
    return loss


def a_loss_for_each_example(model, optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True)) + sum(model.losses)
    weights = model.trainable_variables
    optimizer.apply(tape.gradient(loss, weights), weights)
    return loss


def predictions_before_targets(model, optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = tf.add_n([tf.reduce_mean(loss_fn(y_pred, y)), *model.losses])
    weights = model.trainable_variables
    optimizer.apply(tape.gradient(loss, weights), weights)
    return loss


def predicted_outside_the_tape(model, optimizer, loss_fn, x, y):
    y_pred = model(x, training=True)
    with tf.GradientTape() as tape:
        loss = tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses])
    weights = model.trainable_variables
    optimizer.apply(tape.gradient(loss, weights), weights)
    return loss


def every_weight_moved(model, optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses])
    optimizer.apply(tape.gradient(loss, model.weights), model.weights)
    return loss


def never_applied(model, optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses])
    tape.gradient(loss, model.trainable_variables)
    return loss


def start(model, loss_fn, optimizer=keras.optimizers.SGD, **settings):
    """What makes the names of a training question: everything afresh, in the question's dtype."""

    def make(setting):
        return {"model": model(), "optimizer": optimizer(**settings), "loss_fn": loss_fn()}

    return make


STEP = "train_step(model, optimizer, loss_fn, x, y)"
MSE = keras.losses.MeanSquaredError

exercise = Exercise(
    train_step,
    points=3,
    minutes=15,
    difficulty=3,
    importance=5,
    after="status_line",
    teaches=["R-25", "R-27", "R-28", "R-32"],
    questions=[
        ask.trains(STEP, start=start(plain, MSE, learning_rate=0.3)),
        ask.trains(
            STEP,
            start=start(plain, lambda: lopsided, learning_rate=0.3),
            sizes=(8, 5),
            name="examples",
            title="With a loss_fn that returns a loss for each example",
        ),
        ask.trains(
            STEP,
            start=start(regularised, MSE, learning_rate=0.3),
            sizes=(8, 5),
            name="regularised",
            title="With regularisation",
        ),
        ask.trains(
            STEP,
            start=start(centred, MSE, learning_rate=0.3),
            sizes=(8, 5),
            name="in training",
            title="With a layer that works otherwise in training",
        ),
        ask.trains(
            STEP,
            start=start(frozen, lambda: keras.losses.mean_squared_error, adam),
            name="frozen",
            title="With a frozen layer, and with Adam",
        ),
        ask.trains(
            STEP,
            start=start(everything, lambda: lopsided, adam),
            name="in a graph",
            title="All of it with Adam, inside tf.function",
            graph=True,
        ),
    ],
    hints=[
        "Four lines: predict, compute the loss, ask the tape, hand over to the optimizer. Which of "
        "them must the tape see?",
        "The loss is more than what `loss_fn` returns: look at what `model.losses` holds after a "
        "call. `tf.add_n` adds a list of scalars.",
        "`model(x)` predicts in inference mode unless you say otherwise; `loss_fn` may return one "
        "number for each example; gradients are wanted for `model.trainable_variables` only.",
        "with tf.GradientTape() as tape:\n    y_pred = model(…)\n"
        "    loss = tf.add_n([tf.reduce_mean(…), *…])\n"
        "gradients = tape.gradient(…)\noptimizer.apply(…, …)",
    ],
    forbids=["keras.Model.train_step"],
    mistakes=[
        Mistake(
            regularisation_left_out,
            "Regularisation has no effect: your loss is that of the predictions alone. Where does "
            "the model keep what its regularizers and `add_loss` ask for?",
        ),
        Mistake(
            gradients_of_the_main_loss,
            "You return the total loss, but differentiate the main one, so that regularisation "
            "is shown and never felt. Down which of the two should the weights go?",
        ),
        Mistake(
            in_inference_mode,
            "The model is called in inference mode, where dropout rests and batch normalisation "
            "learns nothing. Which argument of the call says that this is training?",
        ),
        Mistake(
            a_loss_for_each_example,
            "Where `loss_fn` returns a loss for each example, yours is a vector, and the tape "
            "differentiates its sum: the step grows with the batch. Reduce it to one number first.",
        ),
        Mistake(
            predictions_before_targets,
            "`loss_fn` gets the predictions where it expects the targets. The mean square doesn't "
            "mind, many other losses do: targets come first.",
        ),
        Mistake(
            predicted_outside_the_tape,
            "The tape sees no call of the model, so that the loss depends on no weight for it. "
            "What must stand inside the `with` block?",
        ),
        Mistake(
            every_weight_moved,
            "Frozen weights move too: `model.weights` holds them all. Which list holds those that "
            "are to be trained?",
        ),
        Mistake(
            never_applied,
            "The gradients are there, but no weight moves. Who takes gradients and weights, and "
            "does the update?",
        ),
    ],
)
