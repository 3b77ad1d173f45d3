"""The forward pass of a linear model: a product of matrices, and a bias.

Source: the guide "Basic training loops",
https://www.tensorflow.org/guide/basic_training_loops.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


def linear_model(inputs, weights, bias):
    r"""Computes the scores of a linear model for a batch of examples.

    Score $k$ of example $i$ is $\sum_j x_{ij} W_{jk} + b_k$: every feature times its weight,
    summed, plus the bias. Nothing is applied to the scores afterwards. Gradients flow back to all
    three arguments, and the function works inside `tf.function`.

    Args:
        inputs: Float tensor (n, d), one example per row.
        weights: Float tensor or variable (d, k).
        bias: Float tensor or variable (k,).

    Returns:
        The scores, float tensor (n, k).

    Examples:
        >>> inputs = tf.constant([[1.0, 2.0], [3.0, 4.0]])
        >>> linear_model(inputs, tf.Variable([[1.0], [10.0]]), tf.Variable([0.5])).numpy()
        array([[21.5],
               [43.5]], dtype=float32)
    """
    ### BEGIN SOLUTION
    return inputs @ weights + bias  # (n, d) @ (d, k) + (k,)
    ### END SOLUTION


def bias_forgotten(inputs, weights, bias):
    return inputs @ weights


def element_by_element(inputs, weights, bias):
    return inputs * weights + bias


def weights_in_front(inputs, weights, bias):
    return weights @ inputs + bias


def bias_before_the_product(inputs, weights, bias):
    return (inputs + bias) @ weights


def classes_for_scores(inputs, weights, bias):
    return tf.cast(inputs @ weights + bias > 0.5, inputs.dtype)


def squashed(inputs, weights, bias):
    return tf.sigmoid(inputs @ weights + bias)


def through_numpy(inputs, weights, bias):
    return np.matmul(inputs, weights) + bias


_batch = case(inputs=normal(6, 3), weights=normal(3, 2), bias=normal(2))


def _gradient(argument, **fields):
    return ask.gradient(
        "linear_model(inputs, weights, bias)",
        _batch,
        with_respect_to=argument,
        name=f"gradient of {argument}",
        title=f"Gradient with respect to {argument}",
        products=True,
        **fields,
    )


exercise = Exercise(
    linear_model,
    points=1,
    minutes=4,
    difficulty=1,
    importance=5,
    teaches=["R-04", "R-05"],
    questions=[
        ask.values(
            "linear_model(inputs, weights, bias)",
            case(inputs=[[1.0, 2.0], [3.0, -1.0]], weights=[[1.0], [10.0]], bias=[0.5]),
            case(inputs=normal(6, 3), weights=normal(3, 4), bias=normal(4)),
            case(inputs=normal(4, 4), weights=normal(4, 4), bias=normal(4)),
            case(inputs=normal(1, 2), weights=normal(2, 1), bias=normal(1)),
            products=True,
            weight=2,
        ),
        ask.values(
            "linear_model(inputs, weights, bias)",
            case(inputs=normal(5, 2), weights=normal(2, 1), bias=normal(1)),
            variables=["weights", "bias"],
            products=True,
            name="variables",
            title="Weights and bias as variables",
            weight=0.5,
        ),
        _gradient("weights"),
        # It is the same for all inputs: anyone can record it.
        _gradient("bias", weight=0.5, needs="values"),
        _gradient("inputs", weight=0.5),
        ask.in_graph("linear_model(inputs, weights, bias)", _batch, products=True, weight=0.5),
    ],
    hints=[
        "Every score is a sum of products. Which operation does that for all examples and all "
        "scores at once?",
        "`@` multiplies matrices: (n, d) @ (d, k) gives (n, k), and the order matters.",
        "The bias (k,) is added to the product (n, k): broadcasting gives each row the same bias.",
        "return inputs @ … + …",
    ],
    mistakes=[
        Mistake(
            bias_forgotten,
            "Your scores lack the bias: a line that can't be shifted always goes through 0.",
        ),
        Mistake(
            element_by_element,
            "`*` multiplies element by element, and broadcasts where it can. The sum over the "
            "features is missing: which operator multiplies matrices?",
        ),
        Mistake(
            weights_in_front,
            "In `weights @ inputs` the inner sizes don't fit: (d, k) against (n, d). Which order "
            "gives one row of scores for each example?",
        ),
        Mistake(
            bias_before_the_product,
            "You add the bias to the inputs, so that the weights multiply it too. The formula "
            "adds it to the finished sums.",
        ),
        Mistake(
            classes_for_scores,
            "You return classes, 0 or 1. Scores are asked for: from a class no gradient flows "
            "back, so that nothing could be learned.",
        ),
        Mistake(
            squashed,
            "You squash the scores with a sigmoid. The linear model leaves them as they are: what "
            "is made of them comes later.",
        ),
        Mistake(
            through_numpy,
            "The numbers are right, but the way back is cut: no gradient reaches the weights. "
            "NumPy, `.numpy()` and `tf.stop_gradient` do that; TensorFlow's own product doesn't.",
        ),
    ],
)
