"""One graph for batches of any size: a signature that leaves the size open.

Source: "Controlling retracing" in the guide to `tf.function`,
https://www.tensorflow.org/guide/function.
"""

import itertools

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from course.functions.cube import watched_call


def scale_rows(x, factors):
    """Multiplies every row by its own factor, by one graph for batches of any size.

    Row i of the result is row i of `x` times `factors[i]`. The function is traced. Its first call
    makes a graph, and that one serves whatever number of rows comes later, more or fewer: no later
    call makes another. (Rows of another width d may have a graph of their own, or not.)

    Args:
        x: Float32 tensor (n, d).
        factors: Float32 tensor (n,).

    Returns:
        Float32 tensor (n, d).

    Examples:
        >>> scale_rows(tf.constant([[1.0, 2.0], [3.0, 4.0]]), tf.constant([10.0, 0.5])).numpy()
        array([[10. , 20. ],
               [ 1.5,  2. ]], dtype=float32)
        >>> scale_rows(tf.ones([1, 3]), tf.constant([7.0])).numpy()
        array([[7., 7., 7.]], dtype=float32)
    """
    ### BEGIN SOLUTION
    if not hasattr(scale_rows, "traced"):

        @tf.function(input_signature=[tf.TensorSpec([None, None]), tf.TensorSpec([None])])
        def traced(x, factors):
            return x * factors[:, tf.newaxis]

        scale_rows.traced = traced
    return scale_rows.traced(x, factors)
    ### END SOLUTION


def _scaled(x, factors):
    return x * factors[:, tf.newaxis]


def _columns_scaled(x, factors):
    return x * factors


def _as_a_column(x, factors):
    return x * tf.reshape(factors, [x.shape[0], 1])


OPEN = [tf.TensorSpec([None, None]), tf.TensorSpec([None])]
FIXED = [tf.TensorSpec([32, None]), tf.TensorSpec([32])]
_kept = {}
# A function that was called before has its graphs still: each asking takes sizes of its own.
_askings = itertools.count()


def _traced(function, key, **options):
    """A traced function that a mistake keeps from call to call; every scene begins without any."""
    return _kept.setdefault(key, tf.function(function, **options))


def a_graph_for_every_size(x, factors):
    return _traced(_scaled, "plain")(x, factors)


def one_graph_too_many(x, factors):
    return _traced(_scaled, "relaxed", reduce_retracing=True)(x, factors)


def never_traced(x, factors):
    return _scaled(x, factors)


def traced_at_every_call(x, factors):
    return tf.function(_scaled, input_signature=OPEN)(x, factors)


def size_written_down(x, factors):
    return _traced(_scaled, "fixed", input_signature=FIXED)(x, factors)


def columns_scaled(x, factors):
    return _traced(_columns_scaled, "columns", input_signature=OPEN)(x, factors)


def size_while_tracing(x, factors):
    return _traced(_as_a_column, "column", input_signature=OPEN)(x, factors)


def _batch(rng, rows, width):
    return rng.normal(size=(rows, width)), rng.normal(size=rows)


def _tensors(arrays):
    return [tf.constant(one, tf.float32) for one in arrays]


def _first_rows(result, rows, many):
    """The first rows of a result, and how many rows it has too many, or too few."""
    if not tf.is_tensor(result) or result.shape.rank != 2:
        return {"the result": result}
    return {"its first rows": result[:many], "rows too many": int(result.shape[0]) - rows}


def one_graph(candidate, setting):
    """Batches of one width, the first one square; some sizes come again."""
    _kept.clear()
    rng = np.random.default_rng([setting.seed, 19])
    width, asking = int(rng.integers(3, 7)), next(_askings)
    larger, largest = 33 + 2 * asking, 34 + 2 * asking
    sizes = [
        (width, f"a batch of {width} × {width}"),
        (larger, "a larger batch"),
        (1, "a single row"),
        (width, "the first size again"),
        (largest, "the largest batch"),
        (larger, "the larger batch again"),
    ]
    told = {}
    for call, (rows, words) in enumerate(sizes, start=1):
        # The same few rows over and over, so that what is told does not depend on the size.
        given = [np.resize(one, (rows, *one.shape[1:])) for one in _batch(rng, width, width)]
        label = f"call {call}, {words}"
        try:
            seen = watched_call(candidate, label, _tensors(given), known=call > 1)
        except Exception as error:
            if call == 1:
                raise
            # The calls before this one tell more than its error.
            return {**told, f"{label}: its first rows": f"a {type(error).__name__}"}
        told |= {
            f"{label}: {what}": one
            for what, one in _first_rows(seen.pop(f"{label}: the result"), rows, width).items()
        }
        told |= seen
    return told


def other_widths(candidate, setting):
    """Batches of several widths."""
    _kept.clear()
    rng = np.random.default_rng([setting.seed, 17])
    n, d, width = (int(one) for one in rng.permutation(np.arange(2, 9))[:3])
    shapes = [(n, d), (d, n), (1, width), (width, 1)]
    return {f"{n} × {d}": candidate(*_tensors(_batch(rng, n, d))) for n, d in shapes}


exercise = Exercise(
    scale_rows,
    points=2,
    minutes=10,
    difficulty=2,
    importance=4,
    after="predict_traces",
    teaches=["F-06", "F-10"],
    questions=[
        ask.behaviour(one_graph, name="one graph", title="One graph for all sizes", weight=2),
        ask.behaviour(other_widths, name="widths", title="Rows of any width"),
    ],
    hints=[
        "First the product. `factors` has shape (n,), and broadcasting aligns it with the last "
        "axis of `x`. With which axis should it be aligned?",
        "A plain `tf.function` makes a graph for every new shape. Tell it beforehand what may "
        "come: `input_signature` takes a `tf.TensorSpec` for each argument.",
        "In a `tf.TensorSpec`, a size of None stands for any. Which sizes of `x` and of `factors` "
        "must be open?",
        "@tf.function(input_signature=[tf.TensorSpec(…), tf.TensorSpec(…)])\n"
        "def scale_rows(x, factors):\n    return x * …",
    ],
    mistakes=[
        Mistake(
            a_graph_for_every_size,
            "Every batch size that is new makes a graph of its own, the last, smaller batch of an "
            "epoch too. Say beforehand that the number of rows is open.",
        ),
        Mistake(
            one_graph_too_many,
            "`reduce_retracing` gives in at the second size only: the first graph is made for one "
            "size, and a second one for any. With a signature the first does for all.",
        ),
        Mistake(
            never_traced,
            "The numbers are right, but no graph runs. Trace the function, with a signature that "
            "leaves the number of rows open.",
        ),
        Mistake(
            traced_at_every_call,
            "The signature is right, but every call makes a traced function of its own, which "
            "knows of no graph yet. Make it once, outside of the call.",
        ),
        Mistake(
            size_written_down,
            "Your signature names a batch size, so that no other comes through. Which entry of a "
            "shape stands for any size?",
        ),
        Mistake(
            columns_scaled,
            "A (n,) tensor is aligned with the last axis of `x`: you scale columns where n and d "
            "happen to be equal, and get an error where they are not. Make a column of `factors`.",
        ),
        Mistake(
            size_while_tracing,
            "`x.shape[0]` is None while the graph is made, since any size may come. `tf.shape(x)` "
            "tells the size when the graph runs; often none is needed (-1, `tf.newaxis`).",
        ),
    ],
)
