"""A square root that can be differentiated everywhere: the slope of √x at 0 is infinite.

Source: the derivative of the square root; "Introduction to gradients and automatic
differentiation", https://www.tensorflow.org/guide/autodiff.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask


def safe_sqrt(x):
    r"""Computes the square root of every element, with a gradient that is finite everywhere.

    From $x = 0.01$ on the value is $\sqrt{x}$ and the gradient $1 / (2 \sqrt{x})$, both exact to
    0.001 (where they are greater than 1: to 0.001 of their size). For $x \le 0$ the value is 0, to
    within 0.002, and the gradient any finite number. Between 0 and 0.01 the gradient is finite,
    too. Inside a longer formula the chain rule holds as ever. It works in eager mode and inside
    `tf.function`, in the dtype of `x`.

    Args:
        x: Tensor of any shape, float32 or float64; negative numbers and 0 may be among them.

    Returns:
        The roots: same shape and dtype as `x`.

    Examples:
        >>> x = tf.constant([-4.0, 0.0, 0.01, 4.0])
        >>> with tf.GradientTape() as tape:
        ...     tape.watch(x)
        ...     roots = safe_sqrt(x)
        >>> roots.numpy().round(2)
        array([0. , 0. , 0.1, 2. ], dtype=float32)
        >>> bool(tf.reduce_all(tf.math.is_finite(tape.gradient(roots, x))))
        True
    """
    ### BEGIN SOLUTION
    return tf.sqrt(tf.maximum(x, 1e-6))
    ### END SOLUTION


def the_root_alone(x):
    return tf.sqrt(x)


def epsilon_below_zero(x):
    return tf.sqrt(x + 1e-6)


def cut_off_at_zero(x):
    return tf.sqrt(tf.maximum(x, 0.0))


def too_large_an_epsilon(x):
    return tf.sqrt(tf.maximum(x, 0.0) + 1e-3)


def where_hides_the_nan(x):
    return tf.where(x > 0.0, x**0.5, tf.zeros_like(x))


def through_numpy(x):
    return tf.constant(np.sqrt(np.maximum(x, 1e-6)))


AS_ASKED = "a tensor of the shape and dtype of x"


def _points(setting):
    """Points below, near and above 0; from 0.01 on the answer is exact."""
    rng = np.random.default_rng([setting.seed, 52])
    below = [0.0, -1e-6, -0.5, -100.0, *-rng.uniform(0.1, 9.0, 3)]
    near = [1e-30, 1e-12, 1e-6, 1e-3]
    exact = [0.01, 0.25, 4.0, 1e4, *np.exp(rng.uniform(np.log(0.02), np.log(25.0), 5))]
    return np.array([*below, *near, *exact])


def _asked_in(dtype="", graph=False):
    """A scene: what comes back for all points, values and gradients (3.0 comes in)."""

    def scene(candidate, setting):
        x = tf.constant(_points(setting), dtype or setting.precision)

        def both(x):
            with tf.GradientTape() as tape:
                tape.watch(x)
                value = candidate(x)
            if not tf.is_tensor(value) or not value.dtype.is_floating:
                return value, None
            return value, tape.gradient(value, x, 3.0 * tf.ones_like(value))

        if graph:
            x = tf.reshape(x, [5, 4])
            both = tf.function(both, input_signature=[tf.TensorSpec([None, 4], x.dtype)])
        value, gradient = both(x)
        told = AS_ASKED
        if not tf.is_tensor(value):
            told = f"no tensor: an object of type {type(value).__name__}"
        elif (value.shape, value.dtype) != (x.shape, x.dtype):
            told = f"{value.dtype.name} of shape {value.shape} for {x.dtype.name} of {x.shape}"
        return {"what comes back": told, "values": value, "gradients": gradient}

    return scene


def within_the_contract(seen, setting):
    """What is as near as the statement asks becomes the exact number; the rest stays as it is."""
    x, told = _points(setting), {"what comes back": seen["what comes back"]}
    if told["what comes back"] != AS_ASKED:
        return told
    values = np.ravel(seen["values"])
    below, above = x <= 0.0, x >= 0.01
    root = np.sqrt(x[above])
    told["values for x ≤ 0"] = np.where(np.abs(values[below]) <= 0.00202, 0.0, values[below])
    told["values from x = 0.01 on"] = _near(values[above], root)
    if seen["gradients"] is None:
        return {**told, "gradients": "None: no gradient reaches x"}
    gradients = np.ravel(seen["gradients"]) / 3.0
    broken = [
        f"{g} at x = {at:.2g}" for g, at in zip(gradients, x, strict=True) if not abs(g) < np.inf
    ]
    told["gradients"] = broken[0] if broken else "all are finite"
    told["gradients from x = 0.01 on"] = _near(gradients[above], 0.5 / root)
    return told


def _near(found, exact):
    # Some room for float32 beside the thousandth.
    near = np.abs(found - exact) <= 0.00101 * np.maximum(1.0, exact)
    return np.where(near, exact, found)


def _question(name, title, scene, weight=1.0):
    # The scale makes for noise that is below the thousandth, and ten times of which is above it.
    return ask.behaviour(
        scene, work=within_the_contract, name=name, title=title, scale=2000.0, weight=weight
    )


exercise = Exercise(
    safe_sqrt,
    points=2,
    minutes=10,
    difficulty=3,
    importance=4,
    after="freeze_second_term",
    teaches=["A-16"],
    questions=[
        _question("values and gradients", "Values and gradients", _asked_in(), weight=3.0),
        _question("graph mode", "In a graph, for any batch size", _asked_in(graph=True)),
        _question("float64", "Of a float64 tensor", _asked_in("float64"), weight=0.5),
    ],
    hints=[
        "Let a tape give you the gradient of `tf.sqrt` at 0, at 1e-12 and at -1. Where does each "
        "come from?",
        "Keep the root away from 0: it must never see a number at which its slope is infinite, "
        "not even where its result is thrown away afterwards.",
        r"The root of a small $\varepsilon$ is $\sqrt{\varepsilon}$: to be below 0.002, "
        r"$\varepsilon$ may be 4e-6 at most. And -1 plus a small number is still negative.",
        "return tf.sqrt(tf.maximum(…, …))",
    ],
    mistakes=[
        Mistake(
            the_root_alone,
            "That is the root as it is: NaN below 0, and an infinite slope at 0. What could you "
            "do to x before the root sees it?",
        ),
        Mistake(
            epsilon_below_zero,
            "The small number helps at 0, but -1 plus a millionth is still negative, and its root "
            "NaN. What must happen to negative numbers first?",
        ),
        Mistake(
            cut_off_at_zero,
            "The values are right, but at 0 the gradient is infinite: the root still sees a 0, "
            "where its slope has no bound. Stay a little above.",
        ),
        Mistake(
            too_large_an_epsilon,
            "Everything is finite, but your small number is not small enough: what is its own "
            "root, and how far off is the result at x = 0.01?",
        ),
        Mistake(
            where_hides_the_nan,
            "The values are right, but at 0 the gradient is NaN: what `tf.where` or a relu throws "
            "away still sends its slope back, and 0 · ∞ is NaN. The root must not see the 0.",
        ),
        Mistake(
            through_numpy,
            "The values are right, but no gradient comes back to x, not even where x is large: "
            "some step left TensorFlow, as NumPy's functions do, or stopped it.",
        ),
    ],
)
