"""A portable graph: saved, loaded back, and run without the Python that made it.

Source: "Using the SavedModel format", https://www.tensorflow.org/guide/saved_model.
"""

import tempfile
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask


def export_and_restore(function, signature, path):
    r"""Saves a function as a graph, and returns what is loaded back from the file.

    The function is traced for the signature, unknown sizes included, and saved as a SavedModel at
    `path`. What comes back was loaded from there: it is called with positional tensors that fit the
    signature, returns what the function returns, and runs the graph alone. The Python function may
    be gone by then.

    Args:
        function: A function of tensors that returns a tensor, plain or traced; it uses no
            variables.
        signature: A list of `tf.TensorSpec`, one for each argument.
        path: Where the SavedModel is to lie: a string, the name of a folder that is not there yet.

    Returns:
        A callable of as many tensors as the signature has entries.

    Examples:
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     signature = [tf.TensorSpec([None]), tf.TensorSpec([])]
        ...     restored = export_and_restore(tf.pow, signature, folder + "/power")
        ...     tf.saved_model.contains_saved_model(folder + "/power")
        True
        >>> restored(tf.constant([1.0, 2.0, 3.0]), tf.constant(2.0)).numpy()
        array([1., 4., 9.], dtype=float32)
    """
    ### BEGIN SOLUTION
    module = tf.Module()
    module.function = tf.function(function, input_signature=signature)
    tf.saved_model.save(module, path)
    return tf.saved_model.load(path).function
    ### END SOLUTION


def _saved(function, path):
    module = tf.Module()
    module.function = function
    tf.saved_model.save(module, path)
    return tf.saved_model.load(path)


def the_original_handed_back(function, signature, path):
    traced = tf.function(function, input_signature=signature)
    _saved(traced, path)
    return traced


def nothing_saved(function, signature, path):
    return tf.function(function).get_concrete_function(*signature)


def never_traced(function, signature, path):
    return _saved(tf.function(lambda *args: function(*args)), path).function


def traced_by_an_example(function, signature, path):
    traced = tf.function(lambda *args: function(*args))
    traced(*[tf.zeros([n or 1 for n in spec.shape], spec.dtype) for spec in signature])
    return _saved(traced, path).function


def a_module_comes_back(function, signature, path):
    return _saved(tf.function(function, input_signature=signature), path)


def the_served_signature(function, signature, path):
    loaded = _saved(tf.function(function, input_signature=signature), path)
    return loaded.signatures["serving_default"]


CURVES = {"Asinh": tf.asinh, "Atan": tf.atan, "Erf": tf.math.erf, "Softsign": tf.nn.softsign}


def _generator(setting, *key):
    return np.random.default_rng([setting.seed, 80, *key])


def _curves(setting):
    """The names of the two operations that the function is made of."""
    return list(_generator(setting).permutation(list(CURVES))[:2])


@contextmanager
def _exported(candidate, setting, traced=False, rank=2):
    """What the candidate makes of a function, where the file lies, and a list of Python's runs."""
    names, factor, runs = _curves(setting), float(_generator(setting, rank).normal()), []
    curve, other = CURVES[names[0]], CURVES[names[1]]

    def function(x, y):
        runs.append(None)
        return factor * curve(x) - y * other(x)

    signature = [tf.TensorSpec([None, 3][-rank:], setting.precision)]
    signature.append(tf.TensorSpec([], setting.precision))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "exported")
        given = tf.function(function) if traced else function
        yield candidate(given, signature, path), path, runs


def _arguments(setting, rows, rank=2):
    rng = _generator(setting, rows, rank)
    x = rng.normal(size=(rows, 3)[-rank:])
    return tf.constant(x, setting.precision), tf.constant(rng.normal(), setting.precision)


def restored(candidate, setting):
    """Values of what comes back, for several batches, and whether Python runs for them."""
    told = {}
    with _exported(candidate, setting) as (back, _, runs):
        before = len(runs)
        for rows in (2, 5):
            told[f"restored(x, y), x with {rows} rows"] = back(*_arguments(setting, rows))
        told["how often the function's Python ran for that"] = len(runs) - before
    return told


def of_a_traced_function(candidate, setting):
    """The same of a function that is traced already."""
    with _exported(candidate, setting, traced=True, rank=1) as (back, _, runs):
        before = len(runs)
        return {
            "restored(x, y), x of shape (3,)": back(*_arguments(setting, 3, rank=1)),
            "how often the function's Python ran for that": len(runs) - before,
        }


def on_disk(candidate, setting):
    """Which curves stand in the SavedModel, and whether it was read again."""
    with _reads_counted() as reads, _exported(candidate, setting) as (_, path, _):
        return {"found": _operations(path), "reads": len(reads)}


def _operations(path):
    """Which of the curves stand in the graph that lies there."""
    from tensorflow.core.protobuf.saved_model_pb2 import SavedModel

    if not tf.saved_model.contains_saved_model(path):
        return "no SavedModel"
    graph = (
        SavedModel.FromString(Path(path, "saved_model.pb").read_bytes()).meta_graphs[0].graph_def
    )
    inner = {node.op for one in graph.library.function for node in one.node_def}
    return " ".join(sorted(inner & set(CURVES)))


@contextmanager
def _reads_counted():
    """A list that grows whenever TensorFlow reads a SavedModel, by whatever function."""
    from tensorflow.python.saved_model import loader_impl

    reads, parse = [], loader_impl.parse_saved_model

    def counted(*args, **kwargs):
        reads.append(None)
        return parse(*args, **kwargs)

    loader_impl.parse_saved_model = counted
    try:
        yield reads
    finally:
        loader_impl.parse_saved_model = parse


def in_words(seen, setting):
    """What lies at the path, in words."""
    own = seen["found"] == " ".join(sorted(_curves(setting)))
    return {
        "at the path lies": "the function's graph" if own else seen["found"] or "another graph",
        "it was read back": "yes" if seen["reads"] > 0 else "never",
    }


exercise = Exercise(
    export_and_restore,
    points=3,
    minutes=12,
    difficulty=3,
    importance=4,
    after="make_fast_step",
    teaches=["F-04"],
    questions=[
        ask.behaviour(
            restored, name="restored", title="What comes back", scale=3.0, products=True, weight=2
        ),
        ask.behaviour(
            of_a_traced_function,
            name="traced",
            title="Of a function that was traced before",
            scale=3.0,
        ),
        ask.behaviour(
            on_disk,
            work=in_words,
            name="on disk",
            title="The SavedModel",
            weight=2,
            needs="restored",
        ),
    ],
    hints=[
        "A file holds graphs, not Python. Which graph of the function is to be saved: for which "
        "shapes, for which dtypes?",
        "`tf.function(function, input_signature=signature)` fixes that. `tf.saved_model.save` "
        "wants an object that carries it: give it to an attribute of a `tf.Module`.",
        "`tf.saved_model.load(path)` returns an object with the same attributes. What you return "
        "must be callable with tensors by position.",
        "module = tf.Module()\nmodule.… = tf.function(…, input_signature=…)\n"
        "tf.saved_model.save(…, …)\nreturn tf.saved_model.load(…).…",
    ],
    mistakes=[
        Mistake(
            the_original_handed_back,
            "You save, but hand back the function that you had, with its Python. Load what lies at "
            "the path, and return that.",
        ),
        Mistake(
            nothing_saved,
            "It runs, but nothing lies at the path: what you return never left this process. Save "
            "it, and load it back.",
        ),
        Mistake(
            never_traced,
            "The file holds no graph of the function: nobody has traced it for any shape yet. "
            "Where does the signature come in?",
        ),
        Mistake(
            traced_by_an_example,
            "You trace by calling with an example, so the saved graph takes batches of that size "
            "only. The signature leaves the size open: trace for the signature.",
        ),
        Mistake(
            a_module_comes_back,
            "What you return is the loaded object, which can't be called: the function is one of "
            "its attributes.",
        ),
        Mistake(
            the_served_signature,
            "Functions in `signatures` are made for servers: they take keywords, not positions, "
            "and return a dictionary. Take the attribute that you saved.",
        ),
    ],
)
