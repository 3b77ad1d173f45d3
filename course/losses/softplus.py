"""Softplus: a smooth version of ReLU, as a function that a layer takes as its activation.

Source: C. Dugas et al., "Incorporating Second-Order Functional Knowledge for Better Option
Pricing", NIPS 2000.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform


def softplus(z):
    r"""Computes the softplus activation of every element.

    It is $\ln(1 + e^z)$. Moderate values are asked for, $|z| \le 15$: the formula may be written as it stands. Write it
    yourself: TensorFlow's and Keras' own `softplus` are no answer here.

    Args:
        z: Float32 tensor of any shape.

    Returns:
        The activations: same shape and dtype as `z`, all greater than 0.

    Examples:
        >>> softplus(tf.constant([-2.0, 0.0, 2.0])).numpy().round(3)
        array([0.127, 0.693, 2.127], dtype=float32)
    """
    ### BEGIN SOLUTION
    return tf.math.log(1.0 + tf.exp(z))
    ### END SOLUTION


def rectified(z):
    return tf.maximum(z, 0.0)


def one_is_missing(z):
    return tf.math.log(tf.exp(z))


def one_outside(z):
    return 1.0 + tf.math.log(tf.exp(z))


def sign_of_exponent(z):
    return tf.math.log(1.0 + tf.exp(-z))


def base_two(z):
    return tf.math.log(1.0 + tf.exp(z)) / tf.math.log(2.0)


exercise = Exercise(
    softplus,
    points=1,
    minutes=4,
    difficulty=1,
    importance=3,
    after="huber_fn",
    teaches=["L-23"],
    questions=[
        ask.values(
            "softplus(z)",
            case(z=[-2.0, 0.0, 2.0]),
            case(z=normal(16, scale=3.0)),
            case(z=normal(4, 3)),
            case(z=normal(2, 3, 2)),
            case(z=uniform(16, low=-15.0, high=15.0)),
        ),
        ask.gradient(
            "softplus(z)",
            case(z=[-2.0, 0.5, 2.0]),
            case(z=normal(4, 3)),
            with_respect_to="z",
        ),
        ask.in_graph("softplus(z)", case(z=normal(5, 2)), case(z=normal(3, 2))),
        ask.in_fit("softplus", part="activation", title="As a layer's activation in fit"),
    ],
    hints=[
        "Three steps, from the inside out: an exponential, a sum, a logarithm.",
        "`tf.exp` and `tf.math.log` work on every element. There is no `tf.log`.",
        r"$\ln(1 + e^z)$: at $z = 0$ it is $\ln 2 \approx 0.693$.",
        "return tf.math.log(… + tf.exp(…))",
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
            rectified,
            "That is ReLU, with its corner at 0. Softplus is smooth: at 0 it is ln 2, about 0.693.",
        ),
        Mistake(
            one_is_missing,
            "The logarithm undoes the exponential, and z itself comes back. What is added in "
            "between?",
        ),
        Mistake(
            one_outside,
            "The 1 is added after the logarithm, so that z + 1 comes out. It belongs to the "
            "exponential, inside the logarithm.",
        ),
        Mistake(
            sign_of_exponent,
            "Your function falls where softplus rises: look at the sign of the exponent.",
        ),
        Mistake(
            base_two,
            "All values are too large by one factor, 1.44: your logarithm has base 2. "
            "The natural one is asked for.",
        ),
    ],
)
