"""An L1 penalty as a class: it keeps its factor when a model is saved.

Source: R. Tibshirani, "Regression Shrinkage and Selection via the Lasso", 1996; the contract of
`keras.regularizers.Regularizer`, https://keras.io/api/layers/regularizers/.
"""

import keras
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


class L1Regularizer(keras.regularizers.Regularizer):
    r"""Computes an L1 penalty, and keeps its factor when a model is saved.

    The penalty is $f \cdot \sum_i |w_i|$, $f$ the factor. The object is called with a layer's weights, a float32 tensor or variable of any shape, and
    returns the penalty, a float32 scalar of shape (). The factor survives `get_config` and
    `from_config`, and saving a model to a `.keras` file and loading it. Write the formula
    yourself: `keras.regularizers.L1` and `L1L2` are no answer here.

    Args:
        factor: The weight $f$ of the penalty in the loss, a float, 0 or greater.

    Examples:
        >>> penalty = L1Regularizer(0.5)
        >>> float(penalty(tf.constant([[1.0, -2.0], [0.0, 5.0]])))
        4.0
        >>> float(L1Regularizer.from_config(penalty.get_config())(tf.constant([-2.0])))
        1.0
    """

    def __init__(self, factor):
        ### BEGIN SOLUTION
        self.factor = factor

    def __call__(self, weights):
        return self.factor * tf.reduce_sum(tf.abs(weights))

    def get_config(self):
        return {"factor": self.factor}
        ### END SOLUTION


class NoGetConfig(keras.regularizers.Regularizer):
    def __init__(self, factor):
        self.factor = factor

    def __call__(self, weights):
        return self.factor * tf.reduce_sum(tf.abs(weights))


class ConfigUnderAnotherName(NoGetConfig):
    def get_config(self):
        return {"l1": self.factor}


class Averaged(L1Regularizer):
    def __call__(self, weights):
        return self.factor * tf.reduce_mean(tf.abs(weights))


class Squared(L1Regularizer):
    def __call__(self, weights):
        return self.factor * tf.reduce_sum(tf.square(weights))


class FactorFixed(L1Regularizer):
    def __call__(self, weights):
        return 0.01 * tf.reduce_sum(tf.abs(weights))


class CallMethod(keras.regularizers.Regularizer):
    def __init__(self, factor):
        self.factor = factor

    def call(self, weights):
        return self.factor * tf.reduce_sum(tf.abs(weights))

    def get_config(self):
        return {"factor": self.factor}


exercise = Exercise(
    L1Regularizer,
    points=2,
    minutes=8,
    difficulty=2,
    importance=4,
    after=["l1_regularizer", "HuberLoss"],
    teaches=["L-29", "L-30"],
    questions=[
        ask.values(
            "L1Regularizer(0.5)(weights)",
            case(weights=[[1.0, -2.0], [0.0, 5.0]]),
            case(weights=normal(40, scale=2.0)),
            case(weights=normal(3, 4, 2, 2)),
            title="Factor 0.5",
        ),
        ask.values(
            "[L1Regularizer(factor=0.03), L1Regularizer(0.2)][0](weights)",
            case(weights=normal(12, scale=3.0)),
            name="small factor",
            title="Factor 0.03, by name",
        ),
        ask.values(
            "L1Regularizer(0.2)(weights)",
            case(weights=normal(6, 4)),
            variables=["weights"],
            name="variables",
            title="Of a variable",
        ),
        ask.gradient(
            "L1Regularizer(0.2)(weights)",
            case(weights=[[1.0, -2.0], [0.5, 5.0]]),
            with_respect_to="weights",
        ),
        ask.in_fit(
            "L1Regularizer(0.1)", part="kernel_regularizer", title="As a kernel_regularizer in fit"
        ),
        ask.round_trip(
            "L1Regularizer(0.3)",
            "it(weights)",
            case(weights=normal(4, 3)),
            part="kernel_regularizer",
            weight=2,
        ),
    ],
    hints=[
        "What must be kept from `__init__` until a layer calls the object, and after saving?",
        "A regularizer is called like a function: it needs `__call__`. And it needs a config from "
        "which an equal one can be made.",
        r"The penalty is $f \cdot \sum_i |w_i|$. `from_config` passes the config's entries as "
        "keyword arguments.",
        "self.factor = …\n\ndef __call__(self, weights):\n    return … * …\n\n"
        "def get_config(self):\n    return {…: …}",
    ],
    forbids=["keras.regularizers.L1", "keras.regularizers.L1L2"],
    mistakes=[
        Mistake(
            NoGetConfig,
            "A model with it can't be saved: a regularizer must say in a config what it was made "
            "with. Which method does so?",
        ),
        Mistake(
            ConfigUnderAnotherName,
            "Your config has an entry that `__init__` does not know: `from_config` passes every "
            "entry as a keyword argument, so the names must be those of the arguments.",
        ),
        Mistake(
            Averaged,
            "You take the mean over the weights. The penalty is their sum: a larger layer pays "
            "more.",
        ),
        Mistake(
            Squared,
            "You add up squares: that is L2, which shrinks large weights most. L1 adds up "
            "distances from 0.",
        ),
        Mistake(
            FactorFixed,
            "The factor is kept but not used: the penalty has the same small factor whatever is "
            "asked for.",
        ),
        Mistake(
            CallMethod,
            "Nothing is added to the loss: `call` is for losses, layers and models. A regularizer "
            "is called directly. Which method makes an object callable?",
        ),
    ],
)
