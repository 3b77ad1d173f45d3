"""Softplus without overflow: the same function, written so that no step leaves the numbers.

Source: N. J. Higham, "Accuracy and Stability of Numerical Algorithms", 2002, section 1.14, for
log1p; the identity ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|).
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform


def stable_softplus(x):
    r"""Computes $\ln(1 + e^x)$ so that value and gradient are right however large $|x|$ is.

    At 1000 the value is 1000 and the gradient 1; at -1000 both are 0. At -17 both are 4.1e-8, to
    as many digits as float32 has, although $1 + e^{-17}$ is 1 there. The gradient may be asked
    for everywhere but at exactly 0, where several right forms differ. It works in eager mode and
    inside `tf.function`, in the dtype of `x`. Write it yourself: TensorFlow's and Keras' own
    `softplus` are no answer here.

    Args:
        x: Tensor of any shape, float32 or float64.

    Returns:
        The values: same shape and dtype as `x`.

    Examples:
        >>> stable_softplus(tf.constant([-1000.0, 1000.0])).numpy()
        array([   0., 1000.], dtype=float32)
        >>> f"{stable_softplus(tf.constant(-17.0)):.2g}"
        '4.1e-08'
    """
    ### BEGIN SOLUTION
    return tf.maximum(x, 0.0) + tf.math.log1p(tf.exp(-tf.abs(x)))
    ### END SOLUTION


def overflowing(x):
    return tf.math.log(1.0 + tf.exp(x))


def one_swallows_the_rest(x):
    return tf.maximum(x, 0.0) + tf.math.log(1.0 + tf.exp(-tf.abs(x)))


def where_hides_the_nan(x):
    return tf.where(x > 0.0, x + tf.math.log1p(tf.exp(-x)), tf.math.log1p(tf.exp(x)))


def absolute_value_forgotten(x):
    return tf.maximum(x, 0.0) + tf.math.log1p(tf.exp(-x))


def cut_off(x):
    return tf.math.log1p(tf.exp(tf.clip_by_value(x, -50.0, 50.0)))


FAR = [
    case(x=[1000.0, -1000.0, 100.0, -100.0, 89.0, -89.0]),
    case(x=uniform(16, low=-1000.0, high=1000.0)),
]
NEAR_ZERO = [case(x=[0.001, -0.001]), case(x=uniform(6, low=-0.1, high=0.1))]
ROUND_MINUS_17 = [case(x=[-17.0]), case(x=uniform(6, low=-18.0, high=-16.5))]
MODERATE = [case(x=normal(16, scale=3.0)), case(x=normal(4, 3)), case(x=normal())]
ENLARGED = "1e8 * stable_softplus(x)"

exercise = Exercise(
    stable_softplus,
    points=2,
    minutes=12,
    difficulty=3,
    importance=4,
    after="safe_sqrt",
    teaches=["A-17", "A-18"],
    questions=[
        ask.values(
            "stable_softplus(x)",
            case(x=[-2.0, 0.0, 2.0]),
            *MODERATE,
            *NEAR_ZERO,
            title="Values near 0",
        ),
        ask.values("stable_softplus(x)", *FAR, name="far out", title="Values far out", weight=2),
        ask.values(
            ENLARGED,
            *ROUND_MINUS_17,
            name="around -17",
            title="Values around -17, a hundred million times enlarged",
            weight=2,
        ),
        ask.gradient("stable_softplus(x)", *MODERATE, *NEAR_ZERO, with_respect_to="x"),
        ask.gradient(
            "stable_softplus(x)",
            *FAR,
            with_respect_to="x",
            name="gradient far out",
            title="Gradient far out",
            weight=2,
        ),
        ask.gradient(
            ENLARGED,
            *ROUND_MINUS_17,
            with_respect_to="x",
            name="gradient around -17",
            title="Gradient around -17, a hundred million times enlarged",
            weight=0.5,
        ),
        ask.in_graph("stable_softplus(x)", case(x=normal(5, 2)), case(x=normal(3, 2, scale=300.0))),
        ask.values(
            "tf.cast(stable_softplus(tf.cast(x, tf.float64)) + tf.constant(0.0, tf.float64), "
            "tf.float32)",
            case(x=normal(6, scale=3.0)),
            name="float64",
            title="Of a float64 tensor, added to one more",
            weight=0.5,
        ),
    ],
    hints=[
        "Which step overflows at 1000: the exponential, the sum or the logarithm? And which one "
        "loses everything at -17?",
        r"Take the larger of the two out of the logarithm: "
        r"$\ln(e^0 + e^x) = m + \ln(e^{-m} + e^{x - m})$ with $m = \max(x, 0)$. Which exponent "
        "is left, and can it still be large?",
        r"$\max(x, 0) + \ln(1 + e^{-|x|})$. In float32 $1 + e^{-17}$ is 1: `tf.math.log1p(y)` "
        "computes ln(1 + y) without ever forming the sum.",
        "return tf.maximum(…) + tf.math.log1p(…)",
    ],
    forbids=[
        "tensorflow.math.softplus",
        "tensorflow.compat.v1.math.softplus",
        "tensorflow.raw_ops.Softplus",
        "keras.ops.softplus",
        "keras.activations.softplus",
    ],
    mistakes=[
        Mistake(
            overflowing,
            "Far out your value is infinite: from 89 on the exponential does not fit into float32. "
            "Rewrite the formula so that only negative exponents are left.",
        ),
        Mistake(
            one_swallows_the_rest,
            "No overflow any more. But around -17 your value is 0: 1 + e^-17 is 1 in float32. "
            "Which logarithm never forms that sum?",
        ),
        Mistake(
            where_hides_the_nan,
            "The values are right, the gradient far out is NaN: the branch that `tf.where` does "
            "not take has overflowed, and 0 · ∞ flows back from it. Keep large numbers out of it.",
        ),
        Mistake(
            absolute_value_forgotten,
            "For positive x it is right. For negative ones the exponent is positive again: what "
            "must stand there for both signs?",
        ),
        Mistake(
            cut_off,
            "Cutting x off avoids the overflow, but the value stays at 50 from there on, and its "
            "slope is 0. Beyond, softplus goes on like x itself.",
        ),
    ],
)
