"""Loading a model whose loss is custom: the file knows the loss by its name only.

Source: "Save, serialize, and export models", https://keras.io/guides/serialization_and_saving/.
"""

import tempfile
from functools import cache
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from course.losses.create_huber import create_huber


def reload_model(path, threshold):
    r"""Loads a model that was compiled with `create_huber(threshold)`, ready to go on training.

    A `.keras` file keeps the *name* of a custom loss function, here `huber_fn`, neither its code
    nor its threshold. The loaded model has its weights, its optimizer with the optimizer's state
    (the step counter, the moments), and the Huber loss with the given threshold: `evaluate` and
    `fit` go on as if it had never been saved. You may use `create_huber`, from
    `course.losses` or your own. Registrations made elsewhere do not count.

    Args:
        path: Where the `.keras` file lies, a string or `pathlib.Path`.
        threshold: The threshold that the loss is to have, a float greater than 0.

    Returns:
        The compiled `keras.Model`.

    Raises:
        Exception: Any error, as `keras.models.load_model` raises it, if there is no such file.

    Examples:
        >>> model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
        >>> model.compile(loss=create_huber(2.0), optimizer="adam")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     model.save(folder + "/model.keras")
        ...     model = reload_model(folder + "/model.keras", 2.0)
        >>> model.loss(tf.constant([0.0]), tf.constant([3.0])).numpy()
        array([4.], dtype=float32)
    """
    ### BEGIN SOLUTION
    return keras.models.load_model(path, custom_objects={"huber_fn": create_huber(threshold)})
    ### END SOLUTION


def name_of_the_factory(path, threshold):
    loss = create_huber(threshold)
    return keras.models.load_model(path, custom_objects={"create_huber": loss})


def factory_not_called(path, threshold):
    return keras.models.load_model(path, custom_objects={"huber_fn": create_huber})


def threshold_ignored(path, threshold):
    return keras.models.load_model(path, custom_objects={"huber_fn": create_huber()})


def not_compiled(path, threshold):
    return keras.models.load_model(path, compile=False)


def compiled_afresh(path, threshold):
    model = keras.models.load_model(path, compile=False)
    model.compile(loss=create_huber(threshold), optimizer=keras.optimizers.Adam(0.05))
    return model


def _data(setting):
    rng = np.random.default_rng([setting.seed, 12])
    x, y = rng.normal(size=(12, 3)), rng.normal(scale=4.0, size=(12, 1))
    return x.astype(setting.precision), y.astype(setting.precision)


def _trained(setting):
    """A model after three steps with Adam, its loss a function named `huber_fn`."""

    def huber_fn(y_true, y_pred):
        return tf.square(y_true - y_pred)

    x, y = _data(setting)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.set_weights([np.array([[0.5], [-1.0], [2.0]]), np.array([0.1])])
    model.compile(loss=huber_fn, optimizer=keras.optimizers.Adam(0.05))
    for _ in range(3):
        model.train_on_batch(x, y)
    return model


@cache
def _file(setting):
    """What saving the trained model writes; all scenes begin with it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.keras"
        _trained(setting).save(path)
        return path.read_bytes()


def _reloaded(candidate, setting, threshold):
    """What the candidate makes of a file, with no custom object left from earlier cells."""
    registry = keras.saving.get_custom_objects()
    before = dict(registry)
    registry.pop("huber_fn", None)
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.keras"
            path.write_bytes(_file(setting))
            return candidate(str(path), threshold)
    finally:
        registry.clear()
        registry.update(before)


def as_it_was(candidate, setting):
    """Weights, predictions and optimizer of a reloaded model."""
    model = _reloaded(candidate, setting, 2.0)
    x, _ = _data(setting)
    yield "reload_model(path, 2.0).predict_on_batch(x)", model.predict_on_batch(x)
    yield "its optimizer", type(model.optimizer).__name__
    optimizer = model.optimizer
    if optimizer is None:
        return
    yield "the optimizer's learning rate", tf.convert_to_tensor(optimizer.learning_rate)
    yield "the optimizer's steps so far", int(optimizer.iterations)
    state = [v for v in optimizer.variables if v.shape == (3, 1)]
    yield "the optimizer's moments", [tf.convert_to_tensor(one) for one in state]


def goes_on(candidate, setting):
    """Losses during further training."""
    model = _reloaded(candidate, setting, 2.0)
    x, y = _data(setting)
    losses = [model.train_on_batch(x[i::2], y[i::2]) for i in (0, 1, 0)]
    yield (
        "losses of reload_model(path, 2.0) in three more steps",
        np.array(losses, setting.precision),
    )
    yield "its kernel after them", tf.convert_to_tensor(model.layers[0].kernel)


def small_threshold(candidate, setting):
    """The loss of a model that is loaded with another threshold."""
    model = _reloaded(candidate, setting, 0.5)
    loss = model.test_on_batch(*_data(setting))
    yield "the loss of reload_model(path, 0.5)", np.array(loss, setting.precision)


exercise = Exercise(
    reload_model,
    points=2,
    minutes=8,
    difficulty=2,
    importance=4,
    after="create_huber",
    teaches=["L-12", "L-15"],
    questions=[
        ask.behaviour(
            lambda candidate, setting: dict(as_it_was(candidate, setting)),
            name="as it was",
            title="Weights and optimizer as they were",
            products=True,
        ),
        ask.behaviour(
            lambda candidate, setting: dict(goes_on(candidate, setting)),
            name="goes on",
            title="Goes on training with threshold 2",
            products=True,
            weight=2,
        ),
        ask.behaviour(
            lambda candidate, setting: dict(small_threshold(candidate, setting)),
            name="small threshold",
            title="The loss with threshold 0.5",
            products=True,
        ),
        ask.raises(
            "reload_model('/nowhere/model.keras', 1.0)",
            needs="as it was",
            name="no such file",
            title="Raises where there is no file",
            weight=0.5,
        ),
    ],
    hints=[
        "The file says only “the loss is called huber_fn”. Who can tell Keras what that is?",
        "`keras.models.load_model` takes a dictionary, `custom_objects`: names, as they stand in "
        "the file, to objects.",
        "The name is that of the function which the factory returned. The object is such a "
        "function, made with the threshold that you are given.",
        "return keras.models.load_model(path, custom_objects={…: create_huber(…)})",
    ],
    allows=["create_huber"],
    mistakes=[
        Mistake(
            name_of_the_factory,
            "Keras looks for a function by the name in the file, and does not find it in your "
            "`custom_objects`. Which name did the function have that was compiled in?",
        ),
        Mistake(
            factory_not_called,
            "You hand over the factory itself, so that Keras calls it with targets and "
            "predictions. Hand over the loss function that it returns for this threshold.",
        ),
        Mistake(
            threshold_ignored,
            "The model comes back with the default threshold: the file does not keep it, so it "
            "must come from the argument.",
        ),
        Mistake(
            not_compiled,
            "With `compile=False` the loss and the optimizer stay behind in the file: the model "
            "predicts, but training cannot go on. Let Keras restore them.",
        ),
        Mistake(
            compiled_afresh,
            "A new `compile` with a new optimizer starts from step 0 with empty moments. Keep "
            "the optimizer that is in the file, with its state.",
        ),
    ],
)
