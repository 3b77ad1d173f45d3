"""A constraint as a plain function: what it returns replaces the weights after a step.

Source: `keras.constraints`, https://keras.io/api/layers/constraints/.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


def positive_weights(weights):
    r"""Replaces negative entries by 0 and keeps the others.

    That is $\max(w, 0)$. Keras calls it with the variable itself after every step, and assigns the result: the function
    returns new weights and changes nothing in place. Write it yourself: `keras.constraints.NonNeg`
    is no answer here.

    Args:
        weights: Float32 tensor or variable of any shape.

    Returns:
        The constrained weights, a tensor: same shape and dtype.

    Examples:
        >>> positive_weights(tf.constant([[1.5, -2.0], [0.0, 3.0]])).numpy()
        array([[1.5, 0. ],
               [0. , 3. ]], dtype=float32)
    """
    ### BEGIN SOLUTION
    return tf.where(weights < 0.0, tf.zeros_like(weights), weights)
    ### END SOLUTION


def absolute(weights):
    return tf.abs(weights)


def negatives_kept(weights):
    return tf.minimum(tf.convert_to_tensor(weights), 0.0)


def dropped(weights):
    weights = tf.convert_to_tensor(weights)
    return tf.boolean_mask(weights, weights >= 0.0)


def mask_only(weights):
    return tf.cast(tf.convert_to_tensor(weights) > 0.0, tf.float32)


def in_place(weights):
    return weights.assign(tf.maximum(weights, 0.0))


exercise = Exercise(
    positive_weights,
    points=1,
    minutes=3,
    difficulty=1,
    importance=2,
    after="l1_regularizer",
    teaches=["L-26", "L-27", "L-28"],
    questions=[
        ask.values(
            "positive_weights(weights)",
            case(weights=[[1.5, -2.0], [0.0, 3.0]]),
            case(weights=[-1000.0, 1000.0, -1e-6, 1e-6]),
            case(weights=normal(12)),
            case(weights=normal(3, 4, 2)),
        ),
        ask.values(
            "positive_weights(weights)",
            case(weights=normal(6, 4)),
            variables=["weights"],
            name="variables",
            title="Of a variable, which it leaves alone",
        ),
        ask.in_graph("positive_weights(weights)", case(weights=normal(5, 3))),
        ask.in_fit(
            "positive_weights", part="kernel_constraint", title="As a kernel_constraint in fit"
        ),
    ],
    hints=[
        "Entry by entry: which of the two, the weight or 0?",
        "`tf.where` chooses between two tensors of equal shape; `tf.maximum` knows the larger one.",
        r"$\max(w, 0)$, and a new tensor: Keras does the assigning.",
        "return tf.where(weights < …, …, weights)",
    ],
    forbids=["keras.constraints.NonNeg"],
    mistakes=[
        Mistake(
            absolute,
            "Negative weights come back with their sign turned round. They are to become 0.",
        ),
        Mistake(
            negatives_kept,
            "You keep the negative weights and clear the positive ones: it is the other way round.",
        ),
        Mistake(
            dropped,
            "You throw the negative entries away, so that the shape changes. The kernel keeps its "
            "shape: a 0 takes their place.",
        ),
        Mistake(
            mask_only,
            "You return the mask, ones and zeros. The weights that are allowed keep their values.",
        ),
        Mistake(
            in_place,
            "You assign to the weights yourself. Return a new tensor: Keras assigns it, and not "
            "everything that comes in is a variable.",
        ),
    ],
)
