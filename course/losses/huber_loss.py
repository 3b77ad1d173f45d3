"""A loss as a class: it keeps its threshold when a model is saved.

Source: P. J. Huber, "Robust Estimation of a Location Parameter", 1964; the contract of
`keras.losses.Loss`, https://keras.io/api/losses/.
"""

import keras
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, pairs, uniform
from course.losses.create_huber import create_huber


class HuberLoss(keras.losses.Loss):
    r"""Computes the Huber loss, and keeps its threshold when a model is saved.

    With the error $e = y_{true} - y_{pred}$ and the threshold $\delta$ the loss of an element is
    $e^2 / 2$ where $|e| \le \delta$, and $\delta \, |e| - \delta^2 / 2$ beyond. `call(y_true,
    y_pred)` takes two float32 tensors of equal shape and returns a value per element, or per
    example (their mean over the last axis); averaging over the batch and sample weights are left
    to Keras. Threshold, name and reduction survive `get_config` and `from_config`, and saving a
    model to a `.keras` file and loading it. Write the formula yourself: `keras.losses.Huber` and
    its kin are no answer here. Your own `create_huber` may serve; the course's may not.

    Args:
        threshold: The $\delta$ from which on the loss is a straight line, a float greater than 0.
        **kwargs: What `keras.losses.Loss` takes, such as `name` and `reduction`.

    Examples:
        >>> loss = HuberLoss(2.0, name="robust")
        >>> float(loss(tf.constant([[0.0], [0.0]]), tf.constant([[1.0], [3.0]])))
        2.25
        >>> HuberLoss.from_config(loss.get_config()).name
        'robust'
    """

    def __init__(self, threshold=1.0, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.threshold = threshold

    def call(self, y_true, y_pred):
        error = y_true - y_pred
        distance = tf.abs(error)
        line = self.threshold * distance - self.threshold**2 / 2
        return tf.where(distance <= self.threshold, tf.square(error) / 2, line)

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
        ### END SOLUTION


class NoGetConfig(keras.losses.Loss):
    def __init__(self, threshold=1.0, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold

    def call(self, y_true, y_pred):
        return create_huber(self.threshold)(y_true, y_pred)


class ConfigWithoutBase(NoGetConfig):
    def get_config(self):
        return {"threshold": self.threshold}


class ConfigUnderAnotherName(NoGetConfig):
    def get_config(self):
        return {**super().get_config(), "delta": self.threshold}


class NoKwargs(NoGetConfig):
    def __init__(self, threshold=1.0):
        super().__init__(threshold)

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}


class ScalarFromCall(HuberLoss):
    def call(self, y_true, y_pred):
        return tf.reduce_mean(create_huber(self.threshold)(y_true, y_pred))


class ConditionWithLiteralOne(HuberLoss):
    def call(self, y_true, y_pred):
        error = y_true - y_pred
        line = self.threshold * tf.abs(error) - self.threshold**2 / 2
        return tf.where(tf.abs(error) <= 1.0, tf.square(error) / 2, line)


exercise = Exercise(
    HuberLoss,
    points=3,
    minutes=15,
    difficulty=3,
    importance=5,
    after="create_huber",
    teaches=["L-16", "L-17", "L-19", "L-20", "L-21", "L-22"],
    questions=[
        ask.values(
            "HuberLoss(2.0)(y_true, y_pred)",
            pairs([[0.0], [1.5], [2.0], [-3.0]]),
            pairs(normal(16, 1, scale=3.0)),
            pairs(normal(6, 3, scale=3.0)),
            pairs(normal(4, 3, 2, scale=3.0)),
            pairs([[1000.0], [-1000.0]]),
            title="The mean over a batch, threshold 2",
        ),
        ask.values(
            "[HuberLoss(threshold=0.5), HuberLoss(3.0)][0](y_true, y_pred)",
            pairs(normal(16, 1)),
            name="small threshold",
            title="Threshold 0.5, by name",
        ),
        ask.values(
            "HuberLoss()(y_true, y_pred)",
            pairs([[0.5], [-1.5], [3.0]]),
            name="default",
            title="The default, 1",
        ),
        ask.values(
            "HuberLoss(2.0, reduction='sum', name='robust')(y_true, y_pred)",
            pairs(normal(8, 1, scale=3.0)),
            name="sum",
            title="reduction='sum'",
        ),
        ask.values(
            "tf.reshape(HuberLoss(2.0, reduction='none')(y_true, y_pred), [-1])",
            pairs(normal(8, 1, scale=3.0)),
            name="none",
            title="reduction='none': a value per example",
        ),
        ask.values(
            "HuberLoss(2.0)(y_true, y_pred, sample_weight=w)",
            case(
                y_true=normal(8, 1, scale=3.0),
                y_pred=normal(8, 1),
                w=uniform(8, low=0.5, high=3.0),
            ),
            name="sample weights",
            title="Sample weights",
        ),
        ask.values(
            "HuberLoss(2.0, name='robust').name",
            case(),
            name="name",
            title="Its name",
            needs="values",
        ),
        ask.gradient(
            "HuberLoss(2.0)(y_true, y_pred)",
            pairs([[0.5], [-1.5], [3.0], [-30.0]]),
            with_respect_to="y_pred",
        ),
        ask.in_fit("HuberLoss(2.0)", weighted=True),
        ask.round_trip(
            "HuberLoss(2.0, reduction='sum', name='robust')",
            "it(y_true, y_pred)",
            pairs(normal(8, 1, scale=3.0)),
            part="loss",
            attributes=["name", "reduction"],
            weight=3,
        ),
    ],
    hints=[
        "Three methods: what is kept, what is computed, and what must be written down so that an "
        "equal object can be made again.",
        "`from_config(config)` calls your class with the config's entries as keyword arguments. "
        "So the config needs an entry for every argument, and `__init__` must take them all.",
        "`__init__` hands `**kwargs` to the parent and keeps the threshold; `call` returns the "
        "losses unaveraged; `get_config` adds one entry to what the parent's returns.",
        "super().__init__(…)\nself.… = threshold\n\ndef call(self, y_true, y_pred):\n    …\n\n"
        "def get_config(self):\n    return {**…, …: …}",
    ],
    forbids=["keras.losses.Huber", "keras.losses.huber", "tensorflow.compat.v1.losses.huber_loss"],
    mistakes=[
        Mistake(
            NoGetConfig,
            "After saving and loading, the default threshold is back: nothing wrote yours down. "
            "Which method tells Keras what an object was made with?",
        ),
        Mistake(
            ConfigWithoutBase,
            "The threshold survives, but name and reduction are lost: your config replaces the "
            "parent's. Start from what the parent's `get_config` returns.",
        ),
        Mistake(
            ConfigUnderAnotherName,
            "Your config has an entry that `__init__` does not know: `from_config` passes every "
            "entry as a keyword argument, so the names must be those of the arguments.",
        ),
        Mistake(
            NoKwargs,
            "`name` and `reduction` have no way in, and loading passes both. Let `__init__` take "
            "further keyword arguments and hand them to the parent.",
        ),
        Mistake(
            ScalarFromCall,
            "Your `call` returns one number for the whole batch, so that sample weights and "
            "reductions come too late. Return the single losses; Keras averages afterwards.",
        ),
        Mistake(
            ConditionWithLiteralOne,
            "Your branches change over at |error| = 1, whatever the threshold is: right for the "
            "default only. What should the condition compare with?",
        ),
    ],
)
