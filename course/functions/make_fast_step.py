"""A traced training step: one graph for every batch, the last, smaller one included.

Source: "Writing a training loop from scratch",
https://www.tensorflow.org/guide/keras/writing_a_training_loop_from_scratch, and "Better
performance with tf.function", https://www.tensorflow.org/guide/function.
"""

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from autograder.questions.traces import watched_graphs


def make_fast_step(model, optimizer, loss_fn):
    r"""Returns a training step, `step(x, y)`, that is traced at its first call only.

    `step` takes a batch, two float32 tensors (n, features) and (n, outputs). It calls the model
    in training mode, updates the trainable weights once, and returns the loss before the update, a
    scalar: the mean of `loss_fn(y, y_pred)`, plus all of `model.losses`. Every call runs a graph.
    The first call may trace; no later one does, whatever the batch's size: the last batch of an
    epoch is often smaller. (`reduce_retracing=True` is not enough: it traces at the second size.)

    Args:
        model: A `keras.Model` that is built.
        optimizer: A Keras optimizer.
        loss_fn: A function of (y, y_pred) that gives one number, or one for each example.

    Examples:
        >>> model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
        >>> optimizer = keras.optimizers.SGD(0.1)
        >>> step = make_fast_step(model, optimizer, keras.losses.mean_squared_error)
        >>> x, y = tf.ones([5, 2]), tf.ones([5, 1])
        >>> losses = [step(x, y), step(x, y), step(x[:3], y[:3])]
        >>> bool(losses[2] < losses[0])
        True
    """

    ### BEGIN SOLUTION
    def update(x, y):
        with tf.GradientTape() as tape:
            y_pred = model(x, training=True)
            loss = tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses])
        weights = model.trainable_weights
        optimizer.apply(tape.gradient(loss, weights), weights)
        return loss

    traced = None

    def step(x, y):
        nonlocal traced
        if traced is None:
            # Batches of any size have this signature.
            signature = [tf.TensorSpec([None, *one.shape[1:]], one.dtype) for one in (x, y)]
            traced = tf.function(update, input_signature=signature)
        return traced(x, y)

    return step
    ### END SOLUTION


ANY = [tf.TensorSpec([None, None])] * 2


def _step(model, optimizer, loss_fn, training=True, regularized=True, again=False, average=True):
    """A step that is not traced; each setting stands for something that is forgotten."""

    def step(x, y):
        weights = model.trainable_weights

        def loss_now():
            losses = loss_fn(y, model(x, training=training))
            loss = tf.reduce_mean(losses) if average else losses
            return loss + sum(model.losses) if regularized else loss

        with tf.GradientTape() as tape:
            loss = loss_now()
        optimizer.apply(tape.gradient(loss, weights), weights)
        return loss_now() if again else loss

    return step


def never_traced(model, optimizer, loss_fn):
    return _step(model, optimizer, loss_fn)


def traced_for_every_size(model, optimizer, loss_fn):
    return tf.function(_step(model, optimizer, loss_fn))


def traced_for_the_second_size(model, optimizer, loss_fn):
    return tf.function(_step(model, optimizer, loss_fn), reduce_retracing=True)


def traced_at_every_call(model, optimizer, loss_fn):
    optimizer.build(model.trainable_variables)
    return lambda x, y: tf.function(_step(model, optimizer, loss_fn))(x, y)


def no_regularization(model, optimizer, loss_fn):
    return tf.function(_step(model, optimizer, loss_fn, regularized=False), input_signature=ANY)


def no_training_mode(model, optimizer, loss_fn):
    return tf.function(_step(model, optimizer, loss_fn, training=None), input_signature=ANY)


def loss_not_averaged(model, optimizer, loss_fn):
    return tf.function(_step(model, optimizer, loss_fn, average=False), input_signature=ANY)


def loss_after_the_update(model, optimizer, loss_fn):
    return tf.function(_step(model, optimizer, loss_fn, again=True), input_signature=ANY)


def _layers(setting):
    """A model's parts, with weights by the seed: regularised, normalised, one of them frozen."""
    layers = [
        keras.layers.Dense(4, activation="tanh", kernel_regularizer=keras.regularizers.L2(0.1)),
        keras.layers.BatchNormalization(),
        keras.layers.Dense(3, activation="tanh", trainable=False),
        keras.layers.Dense(2),
    ]
    model = keras.Sequential([keras.Input((3,)), *layers])
    rng = np.random.default_rng([setting.seed, 77])
    for dense in (layers[0], layers[2], layers[3]):
        dense.set_weights([rng.normal(scale=0.6, size=one.shape) for one in dense.get_weights()])
    return model, layers


def _batches(setting, sizes, outputs):
    rng = np.random.default_rng([setting.seed, 78])
    for size in sizes:
        x, y = rng.normal(size=(size, 3)), rng.normal(size=(size, outputs))
        yield tf.constant(x, setting.precision), tf.constant(y, setting.precision)


def lopsided(y, y_pred):
    """A loss for each example that is not the same the other way round."""
    return tf.reduce_sum(tf.square(y - y_pred) * (1.0 + tf.square(y)), axis=-1)


def three_steps(candidate, setting):
    """Losses and weights of three steps."""
    model, (first, normalization, frozen, last) = _layers(setting)
    optimizer = keras.optimizers.SGD(0.02, momentum=0.5)
    step = candidate(model, optimizer, lopsided)
    losses = [tf.convert_to_tensor(step(x, y)) for x, y in _batches(setting, (6, 6, 4), 2)]
    return {
        "the loss of the first step": losses[0],
        "the losses of the second and the third": losses[1:],
        "the first kernel after three steps": tf.convert_to_tensor(first.kernel),
        "the last bias": tf.convert_to_tensor(last.bias),
        "the moving mean of the normalisation": tf.convert_to_tensor(normalization.moving_mean),
        "the kernel of a frozen layer": tf.convert_to_tensor(frozen.kernel),
        "steps of the optimizer": int(optimizer.iterations),
    }


SIZES = (8, 8, 5, 8, 3)


def sizes_in_turn(candidate, setting):
    """Which calls made a graph and which ran one, while the batches change their size."""
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    rng = np.random.default_rng([setting.seed, 79])
    model.set_weights([rng.normal(size=(3, 1)), rng.normal(size=1)])
    step = candidate(model, keras.optimizers.SGD(0.05), keras.losses.MeanSquaredError())
    made, ran, losses = [], [], []
    for x, y in _batches(setting, SIZES, 1):
        with watched_graphs() as graphs:
            losses.append(step(x, y))
        made.append(graphs.made > 0)
        ran.append(graphs.ran > 0)
    # The first call may make as many as it likes.
    return {"made": np.array(made[1:], int), "ran": np.array(ran, int), "losses": losses}


def in_words(seen, setting):
    """The counts as sentences, the losses as they are."""
    made, ran = np.array([0, *seen["made"]]), seen["ran"]
    again = [f"number {i + 1}, of {SIZES[i]} examples" for i in np.flatnonzero(made)]
    return {
        f"the losses of batches of {SIZES}": [float(np.mean(one)) for one in seen["losses"]],
        "batches, out of five, for which a graph runs": int(np.sum(ran > 0)),
        "batches for which it is traced again": "; ".join(again) or "none",
    }


exercise = Exercise(
    make_fast_step,
    points=3,
    minutes=20,
    difficulty=4,
    importance=5,
    after="with_numpy",
    teaches=["F-04", "F-06"],
    questions=[
        ask.behaviour(
            three_steps,
            name="three steps",
            title="Three steps of training",
            products=True,
            weight=2,
        ),
        ask.behaviour(
            sizes_in_turn,
            work=in_words,
            name="sizes",
            title="Batches of several sizes",
            products=True,
            weight=2,
        ),
    ],
    hints=[
        "Write the step as a function inside of yours first, and get it right without tracing. "
        "Then ask: what makes TensorFlow trace a function again?",
        "The loss is the mean of the losses, plus all of `model.losses`; the model is called with "
        "`training=True`; the optimizer gets gradients and `model.trainable_weights`.",
        "A signature with an unknown batch size fits every batch: `tf.TensorSpec([None, …])`, one "
        "for x and one for y. `tf.function` takes it as `input_signature`.",
        "@tf.function(input_signature=[tf.TensorSpec([None, …]), tf.TensorSpec([None, …])])\n"
        "def step(x, y):\n    with tf.GradientTape() as tape:\n        loss = … + …\n"
        "    gradients = tape.gradient(loss, …)\n    optimizer.apply(gradients, …)\n    return loss",
    ],
    mistakes=[
        Mistake(
            never_traced,
            "The numbers are right, but no graph runs: each operation is called from Python, one "
            "by one. Make a `tf.function` of the step.",
        ),
        Mistake(
            traced_for_every_size,
            "Each new batch size is traced anew, the last one of the epoch too: its shape is "
            "another. How can a signature leave the batch size open?",
        ),
        Mistake(
            traced_for_the_second_size,
            "`reduce_retracing=True` learns from the second size that sizes vary, and traces once "
            "more for it. Say so from the start.",
        ),
        Mistake(
            traced_at_every_call,
            "You call `tf.function` in the step itself, so every batch is traced. Make the traced "
            "function once, and let the step call it.",
        ),
        Mistake(
            no_regularization,
            "The penalties that layers add are missing: they stand in `model.losses` after the "
            "model was called.",
        ),
        Mistake(
            no_training_mode,
            "The model runs as in use, so normalisation doesn't learn and dropout drops nothing. "
            "Which argument tells it that it is being trained?",
        ),
        Mistake(
            loss_not_averaged,
            "The losses of the examples are not averaged, so the gradient is that of their sum, "
            "and grows with the batch. Take the mean first.",
        ),
        Mistake(
            loss_after_the_update,
            "You compute the loss once more after the update. Return the one that the gradients "
            "were taken of: it is there already.",
        ),
    ],
)
