"""A traced training loop with two optimizers and clipping, judged by what the model has learned.

Source: "Writing a training loop from scratch in TensorFlow",
https://keras.io/guides/writing_a_custom_training_loop_in_tensorflow/; C. M. Bishop, "Mixture Density
Networks", 1994, for the loss.
"""

import math
from contextlib import contextmanager
from unittest import mock

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from course.losses.mixture_nll import mixture_nll


def train_regressor(model, x, y, epochs, seed):
    r"""Trains a mixture regressor in a traced loop of your own, and returns each epoch's mean loss.

    In every epoch all examples are used once, in batches of 32, of which the last may be smaller,
    in an order that is new in each epoch and follows from `seed`: equal models, data and seed give
    equal losses, another seed gives others. Each batch makes one step:

    1. the loss is the batch's mean of the mixture's negative log-likelihoods, where the output of
       the whole model, `model(x)`, holds logits, means and log-scales side by side (its `call` may
       do more than hand the body's result to the head);
    2. all gradients together are clipped to a global norm of 1, so that a single wild target can't
       spoil the training;
    3. one of Keras' optimizers moves the weights of `model.body`, and another one those of
       `model.head`. Which ones, and their learning rates, are your choice: Adam at 0.01 will do.

    The step is traced: after the first epoch no batch makes Python run the model or the step
    again. `model.fit` and `model.train_on_batch` are no answer here.

    It is tried with a model that has one hidden layer of 16 units and two components, on a curve
    with noise of 0.1, where a tenth of the examples is far off. After 20 epochs with 640 examples,
    the mean negative log-likelihood of new examples must be below 1.2 (a single normal distribution
    stays above 1.4, the true density has -0.2), and between 75 % and 98 % of them must lie in the
    central 90 % intervals.

    Use your own `mixture_nll`, which 8.3 wrote into this notebook, or take the course's by
    `from course.losses import mixture_nll` at the top of your cell.

    Args:
        model: A `keras.Model` that is built, with the two layers `body` and `head`.
        x: Inputs, a NumPy array (n, features), float32; it is left as it is.
        y: Targets, a NumPy array (n,), float32; it is left as it is.
        epochs: How often to go through all examples, an int.
        seed: What the order of the examples follows from, an int.

    Returns:
        A list with the mean loss of each epoch, over its examples or over its batches, as numbers.

    Examples:
        >>> from course.capstone import MixtureRegressor
        >>> x = np.linspace(-1.0, 1.0, 64, dtype="float32")[:, None]
        >>> model = MixtureRegressor()
        >>> _ = model(x)
        >>> losses = train_regressor(model, x, np.sin(x[:, 0]), epochs=5, seed=1)
        >>> len(losses), losses[-1] < losses[0]
        (5, True)
    """
    ### BEGIN SOLUTION
    optimizers = [keras.optimizers.Adam(0.01), keras.optimizers.Adam(0.01)]
    parts = [model.body.trainable_variables, model.head.trainable_variables]
    for optimizer, part in zip(optimizers, parts, strict=True):
        optimizer.build(part)

    @tf.function(
        input_signature=[
            tf.TensorSpec([None, *x.shape[1:]], x.dtype),
            tf.TensorSpec([None], y.dtype),
        ]
    )
    def step(x, y):
        with tf.GradientTape() as tape:
            logits, means, log_scales = tf.split(model(x, training=True), 3, axis=-1)
            loss = tf.reduce_mean(mixture_nll(y, logits, means, log_scales))
        gradients, _ = tf.clip_by_global_norm(tape.gradient(loss, parts[0] + parts[1]), 1.0)
        optimizers[0].apply(gradients[: len(parts[0])], parts[0])
        optimizers[1].apply(gradients[len(parts[0]) :], parts[1])
        return loss

    rng, history = np.random.default_rng(seed), []
    for _ in range(epochs):
        order, total = rng.permutation(len(x)), 0.0
        for start in range(0, len(x), 32):
            rows = order[start : start + 32]
            total += float(step(tf.constant(x[rows]), tf.constant(y[rows]))) * len(rows)
        history.append(total / len(x))
    return history
    ### END SOLUTION


def _nll(y, outputs):
    return tf.reduce_mean(mixture_nll(y, *tf.split(outputs, 3, axis=-1)))


def _loop(
    model, x, y, epochs, seed, *, loss=_nll, norm=1.0, rates=(0.01, 0.01), traced=True,
    anew=False, shuffled=True, told=np.mean, paired=True,
):  # fmt: skip
    """A loop with the faults that are named."""
    optimizers = [rate and keras.optimizers.Adam(rate) for rate in rates]
    parts = [model.body.trainable_variables, model.head.trainable_variables]
    if optimizers[1] is None:
        parts = [parts[0] + parts[1], []]
    for optimizer, part in zip(optimizers, parts, strict=True):
        if optimizer:
            optimizer.build(part)

    def step(x, y):
        with tf.GradientTape() as tape:
            value = loss(y, model(x, training=True))
        gradients = tape.gradient(value, parts[0] + parts[1])
        if norm:
            gradients, _ = tf.clip_by_global_norm(gradients, norm)
        if optimizers[0]:
            optimizers[0].apply(gradients[: len(parts[0])], parts[0])
        if optimizers[1]:
            optimizers[1].apply(gradients[len(parts[0]) :], parts[1])
        return value

    kinds = [tf.TensorSpec([None, *x.shape[1:]], x.dtype), tf.TensorSpec([None], y.dtype)]
    rng, history, run = np.random.default_rng(seed), [], None
    for _ in range(epochs):
        if anew or not run:
            run = tf.function(step, input_signature=kinds) if traced else step
        order = rng.permutation(len(x)) if shuffled else np.arange(len(x))
        targets = y[order] if paired else y[rng.permutation(len(x))]
        batches = range(0, len(x), 32)
        losses = [float(run(x[order[i : i + 32]], targets[i : i + 32])) for i in batches]
        history.append(float(told(losses)))
    return history


def no_clipping(model, x, y, epochs, seed):
    return _loop(model, x, y, epochs, seed, norm=None)


def one_optimizer(model, x, y, epochs, seed):
    return _loop(model, x, y, epochs, seed, rates=(0.01, None))


def head_only(model, x, y, epochs, seed):
    return _loop(model, x, y, epochs, seed, rates=(None, 0.01))


def not_traced(model, x, y, epochs, seed):
    return _loop(model, x, y, epochs, seed, traced=False)


def traced_in_every_epoch(model, x, y, epochs, seed):
    return _loop(model, x, y, epochs, seed, anew=True)


def never_shuffled(model, x, y, epochs, seed):
    return _loop(model, x, y, epochs, seed, shuffled=False)


def pairs_torn(model, x, y, epochs, seed):
    return _loop(model, x, y, epochs, seed, paired=False)


def _squares(y, outputs):
    logits, means, _ = tf.split(outputs, 3, axis=-1)
    mean = tf.reduce_sum(tf.nn.softmax(logits) * means, axis=-1)
    return tf.reduce_mean(tf.square(y - mean))


def squared_error(model, x, y, epochs, seed):
    return _loop(model, x, y, epochs, seed, loss=_squares)


def _sum(y, outputs):
    return tf.reduce_sum(mixture_nll(y, *tf.split(outputs, 3, axis=-1)))


def summed_over_the_batch(model, x, y, epochs, seed):
    return _loop(model, x, y, epochs, seed, loss=_sum)


def last_batch_told(model, x, y, epochs, seed):
    return _loop(model, x, y, epochs, seed, told=lambda losses: losses[-1])


EPOCHS, EXAMPLES, NEW = 20, 640, 1000
BOUND, MAY_HOLD = 1.2, (0.75, 0.98)


class HandMadeDense(keras.layers.Layer):
    def __init__(self, units, bent):
        super().__init__()
        self.units, self.bent = units, bent

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units))
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

    def call(self, inputs):
        outputs = keras.ops.matmul(inputs, self.kernel) + self.bias
        return keras.ops.tanh(outputs) if self.bent else outputs


class CountingRegressor(keras.Model):
    """A body and a head, and a count of how often Python ran `call`; `share` 0 … 1 of it learns."""

    def __init__(self, share, constant):
        super().__init__()
        self.body, self.head = HandMadeDense(16, bent=True), HandMadeDense(6, bent=False)
        self.share, self.constant, self.ran = share, constant, [0]

    def call(self, inputs):
        self.ran[0] += 1
        return self.share * self.head(self.body(inputs)) + self.constant


def _model(setting, x, share=1.0, constant=0.0):
    """The same start for every candidate and every call."""
    model = CountingRegressor(share, tf.constant(constant, setting.precision))
    model(tf.constant(x[:1]))
    rng = np.random.default_rng([setting.seed, 5])
    # Features that bend all over the inputs, so that few epochs do.
    scales = [2.0, 1.0, 0.3, 0.1]
    for weight, scale in zip(model.trainable_variables, scales, strict=True):
        weight.assign(rng.normal(size=weight.shape, scale=scale))
    model.ran[0] = 0
    return model


def _curve(setting, count, wild=0):
    """Training examples, of which some are wild, and new ones: x, y, new x, new y."""
    rng = np.random.default_rng([setting.seed, count, wild])
    phase = rng.uniform(-1.0, 1.0)
    found = []
    for n in (count, NEW):
        x = rng.uniform(-1.0, 1.0, (n, 1))
        off = np.where(rng.permutation(n) < n // 10, 4.0, 0.0)
        y = np.sin(3.0 * x[:, 0] + phase) + 0.1 * rng.normal(size=n) + off * rng.normal(size=n)
        found += [x, y]
    found[1][rng.permutation(count)[:wild]] = 100.0 * rng.choice([-1.0, 1.0], wild)
    return [one.astype("float32").astype(setting.precision) for one in found]


def learned(candidate, setting):
    """What the trained model says of new inputs, in ten-thousandths."""
    x, y, new, _ = _curve(setting, EXAMPLES)
    model = _model(setting, x)
    candidate(model, x, y, EPOCHS, setting.seed % 1000)
    outputs = np.nan_to_num(np.asarray(model(tf.constant(new))), nan=1e9)
    return {"outputs": np.rint(1e4 * np.clip(outputs, -1e5, 1e6)).astype("int64")}


def how_well(seen, setting):
    """Works out from the outputs how well they foretell the new targets."""
    outputs = seen["outputs"] / 1e4
    if outputs.shape != (NEW, 6) or np.max(outputs) > 9e5:
        return {"the negative log-likelihood of new examples is": "not a number"}
    nll, held = _quality(outputs, _curve(setting, EXAMPLES)[3])
    low, high = MAY_HOLD
    inside = f"{low:.0%} to {high:.0%}"
    outside = f"less than {low:.0%}" if held < low else f"more than {high:.0%}"
    few = f"below {BOUND}"
    return {
        "the negative log-likelihood of new examples is": few
        if nll < BOUND
        else f"{BOUND} or more",
        "the central 90 % intervals hold of them": inside if low <= held <= high else outside,
    }


def _quality(outputs, y):
    """Mean negative log-likelihood of targets, and the share of them between 5 % and 95 %."""
    logits, means, log_scales = np.split(outputs, 3, axis=-1)
    log_weights = logits - np.logaddexp.reduce(logits, axis=-1, keepdims=True)
    z = (y[:, None] - means) * np.exp(np.minimum(-log_scales, 50.0))
    densities = log_weights - 0.5 * z**2 - log_scales - 0.5 * math.log(2.0 * math.pi)
    below = np.vectorize(math.erf)(z / math.sqrt(2.0)) / 2.0 + 0.5
    place = np.sum(np.exp(log_weights) * below, axis=-1)
    nll = -np.mean(np.logaddexp.reduce(densities, axis=-1))
    return float(nll), float(np.mean((place >= 0.05) & (place <= 0.95)))


def _targets(setting):
    """Sixty targets, one so far off that a batch with it is told from one without, and outputs."""
    rng = np.random.default_rng([setting.seed, 6])
    outputs = rng.uniform(-1.0, 1.0, (1, 6))
    y = np.full(60, rng.uniform(-1.0, 1.0))
    y[rng.integers(60)] = 200.0
    return y.astype("float32"), outputs.astype("float32")


def _losses(back):
    """What came back, as numbers."""
    if not isinstance(back, list | tuple | np.ndarray):
        return [], f"something of type {type(back).__name__}"
    return [float(one) for one in back], "a list"


def standing_still(candidate, setting):
    """The losses that are told of a model whose outputs do not move."""
    y, outputs = _targets(setting)
    x = np.random.default_rng(setting.seed).normal(size=(60, 2)).astype("float32")
    x, y = x.astype(setting.precision), y.astype(setting.precision)
    given = x.copy(), y.copy()
    losses, kind = _losses(candidate(_model(setting, x, 1e-6, outputs), *given, 6, 3))
    return {
        "losses": np.rint(1e4 * np.nan_to_num(losses, nan=1e6)).astype("int64"),
        "kind": kind,
        "x": np.rint(1e4 * (given[0] - x)).astype("int64"),
        "y": np.rint(1e4 * (given[1] - y)).astype("int64"),
    }


def what_was_told(seen, setting):
    """Compares the losses with the mean of all examples, worked out here."""
    y, outputs = _targets(setting)
    rows = np.repeat(outputs, 60, axis=0).astype("float64")
    mean = _quality(rows, y.astype("float64"))[0]
    losses = np.asarray(seen["losses"]) / 1e4
    right = bool(np.all(np.abs(losses - mean) < 0.2 * abs(mean)))
    wrong = f"from {losses.min():.1f} to {losses.max():.1f}" if len(losses) else "none"
    if len(losses) and np.median(losses) > 8 * mean:
        wrong = "many times as large"
    changed = np.any(seen["x"]) or np.any(seen["y"])
    return {
        "what comes back": seen["kind"],
        "how many losses for 6 epochs": len(losses),
        "the losses, where the model cannot learn, are": "their mean" if right else wrong,
        "the arrays x and y afterwards": "changed" if changed else "as they were",
    }


@contextmanager
def _watched(model):
    """Notes what each optimizer moves, and the largest global norm that two of them got a step."""
    from keras.src.optimizers.base_optimizer import BaseOptimizer

    parts = [
        {id(one) for variable in part.trainable_variables for one in (variable, variable.value)}
        for part in (model.body, model.head)
    ]
    peak, sum_so_far, calls = (tf.Variable(0.0, dtype="float64") for _ in range(3))
    moved, apply = {}, BaseOptimizer.apply

    def noticed(self, grads, trainable_variables=None):
        for variable in trainable_variables or self._trainable_variables:
            seen = moved.setdefault(id(self), (set(), set()))
            for place, part in enumerate(parts):
                if id(variable) in part:
                    seen[place].add(id(variable))
        squares = [tf.reduce_sum(tf.square(tf.cast(one, "float64"))) for one in grads]
        sum_so_far.assign_add(tf.add_n(squares))
        calls.assign_add(1.0)
        whole = tf.math.floormod(calls, 2.0) == 0.0
        peak.assign(tf.where(whole, tf.maximum(peak, sum_so_far), peak))
        sum_so_far.assign(tf.where(whole, tf.zeros_like(sum_so_far), sum_so_far))
        return apply(self, grads, trainable_variables)

    with mock.patch.object(BaseOptimizer, "apply", noticed):
        yield moved, peak


def three_runs(candidate, setting):
    """Losses of three short trainings from equal starts, and what was seen on the way."""
    x, y, *_ = _curve(setting, 72, wild=2)
    first, other = setting.seed % 1000, setting.seed % 1000 + 1
    for run, (epochs, seed) in {"A": (3, first), "B": (3, first), "C": (2, other)}.items():
        model = _model(setting, x)
        with _watched(model) as (moved, peak):
            losses, _ = _losses(candidate(model, x.copy(), y.copy(), epochs, seed))
        yield run, np.rint(1e4 * np.nan_to_num(losses, nan=1e9)).astype("int64")
        yield f"runs of {run}", model.ran[0]
        yield f"norm of {run}", int(np.rint(1e4 * min(float(tf.sqrt(peak)), 1e6)))
        yield f"moved in {run}", sorted([len(body), len(head)] for body, head in moved.values())


def step_by_step(seen, setting):
    """Whether the seed decides, whether a third epoch ran Python once more, whether it clips."""
    one, same, other = (np.asarray(seen[run]) / 1e4 for run in "ABC")
    more = seen["runs of A"] - seen["runs of C"]
    equal = one.shape == same.shape and bool(np.all(np.abs(one - same) < 1e-3 * np.abs(one)))
    apart = len(other) > 0 and len(one) > 0 and abs(one[0] - other[0]) > 1e-5 * abs(one[0])
    often = "for every batch" if more >= 3 else "once more"
    norm = seen["norm of A"] / 1e4
    far = "more than 1" if norm > 1 else "less than 1"
    moved = seen["moved in A"]
    together = any(body and head for body, head in moved)
    shared = "one that moves the other part too" if together else "none"
    return {
        "the body is moved by": "an optimizer of its own" if [2, 0] in moved else shared,
        "the head is moved by": "an optimizer of its own" if [0, 2] in moved else shared,
        "the losses of two calls with one seed are": "equal" if equal else "not equal",
        "the losses with another seed are": "others" if apart else "the same",
        "in a further epoch Python runs the model": "never" if more == 0 else often,
        "beside two wild targets, the largest global norm of a step's gradients is": "1"
        if abs(norm - 1.0) < 0.01
        else far,
    }


exercise = Exercise(
    train_regressor,
    points=8,
    minutes=45,
    difficulty=5,
    importance=5,
    after=["mixture_nll", "MixtureRegressor"],
    questions=[
        ask.behaviour(
            standing_still,
            work=what_was_told,
            name="told",
            title="The losses that come back",
            weight=2,
        ),
        ask.behaviour(
            lambda candidate, setting: dict(three_runs(candidate, setting)),
            work=step_by_step,
            name="steps",
            title="The steps",
            weight=2,
            needs="told",
        ),
        ask.behaviour(
            learned, work=how_well, name="learned", title="What the model has learned", weight=4
        ),
    ],
    hints=[
        "Write the step first, plain, and run it on one batch. Then the loop round it. "
        "`@tf.function` comes last, when all is right.",
        "The step: a tape, the mean of `mixture_nll`, all gradients with respect to body and head "
        "in one list, `tf.clip_by_global_norm`, and the list cut in two again for the optimizers.",
        "Make step, optimizers and the random generator once, before the loop over epochs. A "
        "permutation of the rows for each epoch keeps inputs and targets together.",
        "rng = np.random.default_rng(seed)\nfor _ in range(epochs):\n    order = rng.permutation(…)"
        "\n    for start in range(0, len(x), 32):\n        rows = order[start : start + 32]\n"
        "        loss = step(tf.constant(x[rows]), …)\n        …\n    history.append(…)",
    ],
    forbids=["keras.Model.fit", "keras.Model.train_on_batch"],
    allows=["mixture_nll", "MyDense"],
    mistakes=[
        Mistake(
            no_clipping,
            "Your gradients reach the optimizers as they are. Near a wild target they are thousands "
            "of times as large as usual: clip all of them together, to a global norm of 1.",
        ),
        Mistake(
            one_optimizer,
            "One optimizer moves both parts. Two are asked for: cut the list of clipped gradients "
            "in two, and give each optimizer its share.",
        ),
        Mistake(
            head_only,
            "The body never moves: only the head learns, on features that stay random. Whose "
            "gradients did the tape give, and who applied them?",
        ),
        Mistake(
            not_traced,
            "Nothing is traced: Python runs the model anew for each batch. Which decorator "
            "makes a graph of the step?",
        ),
        Mistake(
            traced_in_every_epoch,
            "Every epoch makes a new graph: your `tf.function` is made inside the loop over "
            "epochs. Make it once, before.",
        ),
        Mistake(
            never_shuffled,
            "The examples always come in the same order, whatever the seed. Draw a new order for "
            "each epoch, from a generator that the seed started.",
        ),
        Mistake(
            pairs_torn,
            "You shuffle inputs and targets apart from one another, so that no target belongs to "
            "its input any more. Use one permutation for both.",
        ),
        Mistake(
            squared_error,
            "You train the mixture's mean by squared error: nothing teaches the scales, and the "
            "outliers pull the mean along. The loss is the negative log-likelihood.",
        ),
        Mistake(
            summed_over_the_batch,
            "Your losses are sums over a batch, about 32 times the mean, and smaller for the last "
            "batch. Take the mean over the examples.",
        ),
        Mistake(
            last_batch_told,
            "You return the loss of each epoch's last batch. The mean over the whole epoch is "
            "asked for.",
        ),
    ],
)
