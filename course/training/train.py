"""A whole training loop: epochs, batches, steps, metrics that begin afresh, and a history.

Source: "Writing a training loop from scratch in TensorFlow",
https://keras.io/guides/writing_a_custom_training_loop_in_tensorflow/.
"""

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from autograder.questions.weights import give_numbers
from autograder.tolerance import Tolerance
from course.training.models import adam, everything, lopsided, plain


def train(model, dataset, epochs, optimizer, loss_fn, metrics):
    r"""Trains a model, and returns its loss and its metrics epoch by epoch.

    Every epoch makes one step with every batch of `dataset`, the last, smaller one included. A
    step is as in `train_step`: the mean of `loss_fn(y, y_pred)` plus all of `model.losses`, in
    training mode, one update of the trainable weights. The loss of an epoch is the mean of these
    total losses, as they were before each update, over its batches: plain, or weighted by their
    size, as you like. The metrics see the predictions that the losses come from, and count each
    epoch by itself. `keras.Model.fit`, `keras.Model.train_on_batch` and `keras.Model.train_step`
    are no answer here.

    Args:
        model: The `keras.Model` to be trained.
        dataset: A `tf.data.Dataset` of batches (x, y).
        epochs: How often the whole dataset is gone through, 1 or more.
        optimizer: The `keras.optimizers.Optimizer` that moves the weights.
        loss_fn: A Keras loss, or a function of (targets, predictions).
        metrics: A list of Keras metrics that hold nothing yet; it may be empty.

    Returns:
        A dict of lists, with one float for each epoch, under `"loss"` and under every metric's
        name.

    Examples:
        >>> model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        >>> model.set_weights([tf.ones((1, 1)), tf.zeros(1)])
        >>> dataset = tf.data.Dataset.from_tensors((tf.constant([[1.0], [2.0]]), tf.zeros((2, 1))))
        >>> mse, mae = keras.losses.MeanSquaredError(), keras.metrics.MeanAbsoluteError("mae")
        >>> history = train(model, dataset, 2, keras.optimizers.SGD(0.1), mse, [mae])
        >>> [round(loss, 4) for loss in history["loss"]]
        [2.5, 0.265]
        >>> history["mae"][0]
        1.5
    """
    ### BEGIN SOLUTION
    mean_loss = keras.metrics.Mean(name="loss")
    history = {metric.name: [] for metric in [mean_loss, *metrics]}
    for _ in range(epochs):
        for x, y in dataset:
            with tf.GradientTape() as tape:
                y_pred = model(x, training=True)
                loss = tf.add_n([tf.reduce_mean(loss_fn(y, y_pred)), *model.losses])
            weights = model.trainable_variables
            optimizer.apply(tape.gradient(loss, weights), weights)
            mean_loss.update_state(loss)
            for metric in metrics:
                metric.update_state(y, y_pred)
        for metric in [mean_loss, *metrics]:
            history[metric.name].append(float(metric.result()))
            metric.reset_state()
    return history
    ### END SOLUTION


def _loop(
    given, *, batches=None, training=True, regularised=True, shown=None, reset=(), last=False
):
    """A loop in which one thing is another."""
    model, dataset, epochs, optimizer, loss_fn, metrics = given
    mean_loss = keras.metrics.Mean(name="loss")
    history = {metric.name: [] for metric in [mean_loss, *metrics]}
    batches = batches or (lambda: dataset)
    for _ in range(epochs):
        for x, y in batches():
            with tf.GradientTape() as tape:
                y_pred = model(x, training=training)
                main = loss = tf.reduce_mean(loss_fn(y, y_pred))
                if regularised:
                    loss = tf.add_n([main, *model.losses])
            weights = model.trainable_variables
            optimizer.apply(tape.gradient(loss, weights), weights)
            if last:
                mean_loss.reset_state()
            mean_loss.update_state(main if shown == "main" else loss)
            for metric in metrics:
                metric.update_state(y, y_pred)
        for metric in [mean_loss, *metrics]:
            result = metric.result()
            history[metric.name].append(result if shown == "tensors" else float(result))
        for metric in [one for one in [mean_loss, *metrics] if one.name not in reset]:
            metric.reset_state()
    return history


def the_same_batch_for_ever(model, dataset, epochs, optimizer, loss_fn, metrics):
    def batches():
        return [next(iter(dataset)) for _ in dataset]

    return _loop((model, dataset, epochs, optimizer, loss_fn, metrics), batches=batches)


def iterator_used_up(model, dataset, epochs, optimizer, loss_fn, metrics):
    iterator = iter(dataset)
    given = model, dataset, epochs, optimizer, loss_fn, metrics
    return _loop(given, batches=lambda: iterator)


def metrics_never_reset(model, dataset, epochs, optimizer, loss_fn, metrics):
    given = model, dataset, epochs, optimizer, loss_fn, metrics
    return _loop(given, reset=[metric.name for metric in metrics])


def mean_of_all_epochs(model, dataset, epochs, optimizer, loss_fn, metrics):
    return _loop((model, dataset, epochs, optimizer, loss_fn, metrics), reset=["loss"])


def loss_of_the_last_batch(model, dataset, epochs, optimizer, loss_fn, metrics):
    return _loop((model, dataset, epochs, optimizer, loss_fn, metrics), last=True)


def regularisation_left_out(model, dataset, epochs, optimizer, loss_fn, metrics):
    return _loop((model, dataset, epochs, optimizer, loss_fn, metrics), regularised=False)


def main_loss_shown(model, dataset, epochs, optimizer, loss_fn, metrics):
    return _loop((model, dataset, epochs, optimizer, loss_fn, metrics), shown="main")


def in_inference_mode(model, dataset, epochs, optimizer, loss_fn, metrics):
    return _loop((model, dataset, epochs, optimizer, loss_fn, metrics), training=False)


def tensors_in_the_history(model, dataset, epochs, optimizer, loss_fn, metrics):
    return _loop((model, dataset, epochs, optimizer, loss_fn, metrics), shown="tensors")


def _numbers(setting, examples):
    """Inputs (examples, 3), targets (examples, 1) and a kernel (3, 1)."""
    rng = np.random.default_rng([setting.seed, examples])
    x, y, kernel = (rng.normal(size=shape) for shape in [(examples, 3), (examples, 1), (3, 1)])
    # The last two stand apart, so that it shows how a smaller batch counts.
    y[-2:] += 3.0
    return [one.astype("float32").astype(setting.precision) for one in (x, y, kernel)]


def _trained(candidate, setting, model, epochs, metrics, loss_fn, optimizer, examples=12):
    """The history in batches of four, NumPy's floats as Python's."""
    x, y, _ = _numbers(setting, examples)
    dataset = tf.data.Dataset.from_tensor_slices((x, y)).batch(4)
    history = candidate(model, dataset, epochs, optimizer, loss_fn, metrics)
    if not isinstance(history, dict):
        return dict.fromkeys(_labels(metrics), history)
    return {
        label: _as_floats(history.get(name, "nothing under that name"))
        for label, name in zip(
            _labels(metrics), ["loss", *[one.name for one in metrics]], strict=True
        )
    }


def _labels(metrics):
    return [f"train(…)[{name!r}]" for name in ["loss", *[metric.name for metric in metrics]]]


def _as_floats(column):
    if not isinstance(column, list | tuple):
        return column
    plain_numbers = float | np.floating | np.ndarray
    return [
        float(one) if isinstance(one, plain_numbers) and np.shape(one) == () else one
        for one in column
    ]


def _weights(model):
    return {
        f"weight {place} of the model, {weight.name}, at the end": tf.convert_to_tensor(
            weight.value
        )
        for place, weight in enumerate(model.weights, 1)
    }


def simple(candidate, setting):
    """Three epochs with two metrics, batches of equal size."""
    model = plain()
    give_numbers(model, setting.seed)
    metrics = [keras.metrics.MeanAbsoluteError(name="mae"), keras.metrics.MeanSquaredError("mse")]
    mse = keras.losses.MeanSquaredError()
    told = _trained(candidate, setting, model, 3, metrics, mse, keras.optimizers.SGD(0.1))
    return {**told, **_weights(model)}


def with_everything(candidate, setting):
    """Regularisation, training mode, a frozen layer, a loss for each example."""
    model = everything()
    give_numbers(model, setting.seed)
    metrics = [keras.metrics.MeanAbsoluteError(name="mae")]
    told = _trained(candidate, setting, model, 2, metrics, lopsided, adam())
    return {**told, **_weights(model)}


def uneven(candidate, setting):
    """A smaller last batch: once while the model stands still, once while it moves."""
    model = keras.Sequential(
        [keras.Input((3,)), keras.layers.Dense(1, kernel_regularizer=keras.regularizers.L2(0.1))]
    )
    model.set_weights([_numbers(setting, 10)[2], np.array([0.5])])
    mse, metrics = keras.losses.MeanSquaredError(), [keras.metrics.MeanAbsoluteError(name="mae")]
    told = _trained(candidate, setting, model, 2, metrics, mse, keras.optimizers.SGD(0.0), 10)
    _trained(candidate, setting, model, 1, [], mse, keras.optimizers.SGD(0.1), 10)
    return {**told, **_weights(model)}


def either_mean(told, setting):
    """The losses of the model that stands still, the mean weighted by size told as the plain one."""
    x, y, kernel = (one.astype("float64") for one in _numbers(setting, 10))
    squares, penalty = np.square(y - x @ kernel - 0.5), 0.1 * np.sum(np.square(kernel))
    by_size = np.mean(squares) + penalty
    plain_mean = np.mean([np.mean(squares[i : i + 4]) for i in (0, 4, 8)]) + penalty
    allowed = Tolerance(1.0, products=True).allowed(by_size)

    def same(one):
        near = isinstance(one, float) and abs(one - by_size) <= allowed
        return float(plain_mean) if near else one

    losses = told["train(…)['loss']"]
    return {
        **told,
        "train(…)['loss']": [same(one) for one in losses] if isinstance(losses, list) else losses,
    }


exercise = Exercise(
    train,
    points=5,
    minutes=30,
    difficulty=4,
    importance=5,
    after="train_step",
    teaches=["R-24", "R-25", "R-26"],
    questions=[
        ask.behaviour(
            simple, name="history", title="The history of three epochs", products=True, weight=2
        ),
        ask.behaviour(
            with_everything,
            name="everything",
            title="With regularisation, training mode and a frozen layer",
            products=True,
            weight=2,
        ),
        ask.behaviour(
            uneven,
            name="uneven",
            title="With a smaller last batch",
            work=either_mean,
            products=True,
        ),
    ],
    hints=[
        "Two loops, one in the other: epochs, and the batches of the dataset. What happens once "
        "for each batch, and what once for each epoch?",
        "A `for` loop over the dataset itself goes through all its batches, and does so afresh in "
        "every epoch. Inside stands the code of your `train_step`; this time you also need its "
        "predictions, for the metrics.",
        "After each batch: `metric.update_state(y, y_pred)`. After each epoch: append "
        "`float(metric.result())`, then `metric.reset_state()`. The mean of the losses is kept by "
        "one more metric, `keras.metrics.Mean`.",
        "history = {…: [] for …}\nfor epoch in range(epochs):\n    for x, y in dataset:\n"
        "        with tf.GradientTape() as tape:\n            …\n        …\n"
        "    for metric in …:\n        history[…].append(…)\n        metric.…\nreturn history",
    ],
    forbids=["keras.Model.train_step"],
    mistakes=[
        Mistake(
            the_same_batch_for_ever,
            "Every step sees the first batch again: `iter(dataset)` begins at the beginning each "
            "time that you call it. How does a `for` loop go through a dataset?",
        ),
        Mistake(
            iterator_used_up,
            "The first epoch trains, the others find no batch left: an iterator can be gone through "
            "once. Begin anew in every epoch.",
        ),
        Mistake(
            metrics_never_reset,
            "From the second epoch on your metrics still hold the epochs before. When do they "
            "begin afresh?",
        ),
        Mistake(
            mean_of_all_epochs,
            "From the second epoch on your loss is the mean of all epochs so far, and so looks "
            "better or worse than it is. Each epoch has its own.",
        ),
        Mistake(
            loss_of_the_last_batch,
            "What you keep as an epoch's loss is that of its last batch. The mean of all its "
            "batches is asked for.",
        ),
        Mistake(
            regularisation_left_out,
            "Regularisation has no effect: the loss lacks what is in `model.losses`.",
        ),
        Mistake(
            main_loss_shown,
            "The weights go down the total loss, but your history shows the main one alone. Keep "
            "the loss that the gradients are taken of.",
        ),
        Mistake(
            in_inference_mode,
            "The model is called in inference mode, in which some layers do and learn something "
            "else. Say in the call that this is training.",
        ),
        Mistake(
            tensors_in_the_history,
            "Your lists hold tensors. A history is there to be read, drawn and stored: make Python "
            "floats of them.",
        ),
    ],
)
