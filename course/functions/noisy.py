"""Noise in a traced function: what is drawn while tracing, and what each time the graph runs.

Source: "Random number generation", https://www.tensorflow.org/guide/random_numbers.
"""

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from autograder.questions.traces import watched_graphs


def noisy(x):
    r"""Adds fresh noise to a tensor, in a traced function.

    The result is $x + \varepsilon$, where $\varepsilon$ has the shape of $x$, mean 0, and a number
    of its own for every element, independent of all others and of $x$. How large the noise is, and
    how it is distributed, is up to you. It is new at every call, although the function is traced:
    each call runs a graph, and a shape that came before is not traced again. Decorate `noisy`, or
    let it call what was traced before.

    Args:
        x: A float32 tensor of any shape.

    Returns:
        A float32 tensor of that shape.

    Examples:
        >>> x = tf.zeros([100, 100])
        >>> round(abs(float(tf.reduce_mean(noisy(x)))), 1)
        0.0
        >>> bool(tf.reduce_any(noisy(x) == noisy(x)))
        False
    """
    ### BEGIN SOLUTION
    # Made once, and kept. The decorator @tf.function above `def` does the same.
    if not hasattr(noisy, "traced"):
        noisy.traced = tf.function(lambda x: x + tf.random.normal(tf.shape(x), stddev=0.1))
    return noisy.traced(x)
    ### END SOLUTION


@tf.function
def _with_numpy(x):
    return x + 0.1 * np.random.normal(size=x.shape)


@tf.function
def _with_fixed_seed(x):
    return x + tf.random.stateless_normal(tf.shape(x), seed=[4, 2])


@tf.function
def _with_one_number(x):
    return x + tf.random.normal([])


@tf.function
def _with_uniform(x):
    return x + tf.random.uniform(tf.shape(x))


def frozen_while_tracing(x):
    return _with_numpy(x)


def fixed_seed(x):
    return _with_fixed_seed(x)


def one_number_for_all(x):
    return _with_one_number(x)


def upwards_only(x):
    return _with_uniform(x)


def never_traced(x):
    return x + tf.random.normal(tf.shape(x))


def traced_at_every_call(x):
    return tf.function(lambda x: x + tf.random.normal(tf.shape(x)))(x)


# Outputs travel as whole numbers of this size: chance is judged, not the last digit.
UNIT = 2.0**-30


def _inputs(setting):
    """Rows and columns by the seed; the turned one has the same elements in another shape."""
    rng = np.random.default_rng([setting.seed, 72])
    x = rng.normal(3.0, 4.0, (rng.integers(30, 90), rng.integers(20, 60)))
    return {
        "x, the first time": x,
        "x, the second time": x,
        "x, the third time": x,
        "x turned round": x.T,
        "zeros": np.zeros(rng.integers(400, 900)),
        "x of rank 3": rng.normal(size=(8, rng.integers(9, 20), 10)),
    }


def drawn(candidate, setting):
    """What comes back for each input, and which calls with one shape made or ran a graph."""
    # Keras makes its generator at first use; inside of a graph that would be too late.
    keras.random.normal([1])
    told, made, ran = {}, [], []
    for label, x in _inputs(setting).items():
        with watched_graphs() as graphs:
            given = candidate(tf.constant(x, tf.float32))
        if label.startswith("x, "):
            made.append(graphs.made > 0)
            ran.append(graphs.ran > 0)
        told[f"shape and dtype of noisy({label})"] = _kind(given)
        if _kind(given) == f"{x.shape}, float32":
            whole = np.clip(np.asarray(given, "float64") / UNIT, -(2.0**62), 2.0**62)
            told[label] = np.round(whole).astype("int64")
    # An earlier call may have made the first graph.
    return {**told, "made": np.array(made[1:], int), "ran": np.array(ran, int)}


def _kind(given):
    return (
        f"{tuple(given.shape)}, {given.dtype.name}" if tf.is_tensor(given) else type(given).__name__
    )


def told_by(seen, setting):
    """What the noise is like, in words; chance is left five standard errors."""
    kinds = {label: one for label, one in seen.items() if label.startswith("shape and dtype")}
    inputs = _inputs(setting)
    if any(label not in seen for label in inputs):
        return kinds
    noise = {
        label: seen[label] * UNIT - np.asarray(x, "float32").astype("float64")
        for label, x in inputs.items()
    }
    told = {}
    for label in ("x, the first time", "zeros", "x of rank 3"):
        told |= {f"noisy({label}): {what}": how for what, how in _described(noise[label])}
    first, second, third, turned = (noise[label].ravel() for label in list(inputs)[:4])
    again = "another"
    if _alike(first, second) or _alike(first, third) or _alike(second, third):
        again = "the same, even for another shape" if _alike(first, turned) else "the same"
    bound = _alike(first, inputs["x, the first time"].ravel())
    return {
        **kinds,
        **told,
        "the noise": "depends on x" if bound else "does not depend on x",
        "the noise of another call is": again,
        "out of three calls, a graph is run by": int(np.sum(seen["ran"] > 0)),
        "calls with the shape of the first that trace again": int(np.sum(seen["made"] > 0)),
    }


def _alike(one, other):
    """Whether two noises are equal, or linked by more than chance."""
    if _constant(one) or _constant(other):
        return bool(np.allclose(one, other, rtol=1e-3))
    return abs(np.corrcoef(one, other)[0, 1]) > 5 / np.sqrt(one.size)


def _constant(noise):
    return noise.std() <= 1e-3 * abs(noise.mean())


def _described(noise):
    """Whether every element has noise of its own, and whether it is as often up as down."""
    amount = "one number for all" if _constant(noise) else "noise"
    yield "there is", amount if np.any(noise) else "no noise"
    spread = noise.std()
    for axis, size in enumerate(noise.shape if noise.ndim > 1 else ()):
        # Means over independent numbers spread less, means over equal ones do not.
        alike = noise.mean(axis).var() > 0.6 * spread**2
        yield f"along axis {axis}, {size} long, the noise is", "alike" if alike else "another"
    # How much the noise is like itself, moved on by 1, 2, 3… elements: the mean of the products.
    power = np.abs(np.fft.rfft((noise - noise.mean()).ravel())) ** 2
    moved = np.fft.irfft(power, noise.size)[1:] / noise.size
    repeated = np.max(np.abs(moved)) > 7 * spread**2 / np.sqrt(noise.size)
    yield "somewhere the noise is", "repeated" if repeated else "not repeated"
    centred = abs(noise.mean()) <= 5 * spread / np.sqrt(noise.size)
    yield "the mean of the noise is", "about 0" if centred else "not 0"


exercise = Exercise(
    noisy,
    points=1,
    minutes=6,
    difficulty=2,
    importance=4,
    after="scale_rows",
    teaches=["F-11"],
    questions=[
        ask.behaviour(
            drawn,
            work=told_by,
            name="noise",
            title="Noise that is new at every call, from one graph",
        ),
    ],
    hints=[
        "Python runs while the function is traced, and not again. Who draws the numbers after "
        "that?",
        "An operation of TensorFlow stands in the graph and draws each time the graph runs: look "
        "into `tf.random`.",
        "The noise needs the shape of x, `tf.shape(x)`, and a mean of 0: a normal one has it, a "
        "uniform one if it reaches as far down as up.",
        "@tf.function\ndef noisy(x):\n    return x + tf.random.…(tf.shape(…))",
    ],
    mistakes=[
        Mistake(
            frozen_while_tracing,
            "NumPy draws while the function is traced, once, and the graph keeps those numbers as "
            "a constant: every call adds the same noise. Which library draws inside a graph?",
        ),
        Mistake(
            fixed_seed,
            "With a fixed seed, a stateless operation draws the same numbers at every call. Use "
            "one that keeps count by itself.",
        ),
        Mistake(
            one_number_for_all,
            "You draw one number and add it to all elements. What shape should the noise have?",
        ),
        Mistake(
            upwards_only,
            "Your noise only goes upwards: uniform numbers from 0 to 1 have mean 0.5. Move the "
            "range, or take normal ones.",
        ),
        Mistake(
            never_traced,
            "The noise is right, but no graph runs: the function is never traced. Which decorator "
            "is missing?",
        ),
        Mistake(
            traced_at_every_call,
            "Each call makes a traced function anew, so all is traced again and again, which takes "
            "far longer than the work itself. Make it once, outside of the call.",
        ),
    ],
)
