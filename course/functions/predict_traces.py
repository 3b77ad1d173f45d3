"""How many graphs? One for each new shape and dtype, and one for each new Python value.

Source: "Rules of tracing" in the guide to `tf.function`,
https://www.tensorflow.org/guide/function.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask


def predict_traces(calls):
    """Tells how many graphs one traced function makes for a sequence of calls.

    A fresh `tf.function` of one argument, without a signature, is called with each element of
    `calls` in turn. It makes a graph when none of those that it has fits the call, and keeps all
    it has made. Find the rule and count by it, or let TensorFlow make the graphs and count them:
    both are right.

    Args:
        calls: A list, perhaps empty, of tensors, NumPy arrays and scalars (of numbers), Python
            ints and floats, and Python strings. Numbers of different Python types are not equal
            in it: there is no 1 beside a 1.0. The list is left as it was.

    Returns:
        The number of graphs, a Python int.

    Examples:
        >>> predict_traces([tf.constant(1.0), tf.constant(2.0), tf.constant([1.0, 2.0])])
        2
        >>> predict_traces([3, 4, 3])
        2
    """
    ### BEGIN SOLUTION
    made = []

    @tf.function
    def traced(x):
        made.append(None)  # Python runs only while a graph is made

    for call in calls:
        traced(call)
    return len(made)
    ### END SOLUTION


def _signature(call):
    if isinstance(call, tf.Tensor | np.ndarray | np.generic):
        tensor = tf.convert_to_tensor(call)
        return tuple(tensor.shape), tensor.dtype
    return type(call), call


def _is_python(call):
    return not isinstance(call, tf.Tensor | np.ndarray | np.generic)


def every_call_counted(calls):
    return len(calls)


def by_value(calls):
    return len({str(call) if _is_python(call) else str(np.asarray(call)) for call in calls})


def dtype_ignored(calls):
    return len(
        {one if _is_python(call) else one[0] for call in calls for one in [_signature(call)]}
    )


def shape_ignored(calls):
    return len(
        {one if _is_python(call) else one[1] for call in calls for one in [_signature(call)]}
    )


def python_values_by_type(calls):
    return len({type(call) if _is_python(call) else _signature(call) for call in calls})


def arrays_apart(calls):
    return len({(isinstance(call, tf.Tensor), _signature(call)) for call in calls})


def forgets_older_graphs(calls):
    found = [_signature(call) for call in calls]
    return sum(one != before for before, one in zip([None, *found], found, strict=False))


SHAPES = [(), (1,), (2,), (3,), (2, 2), (1, 3), (2, 1)]
DTYPES = ["float32", "float64", "int32", "int64", "uint8"]


def _tensor(rng, shape, dtype):
    array = rng.integers(1, 10, shape).astype(dtype)
    return f"tf.constant({array.tolist()}, tf.{dtype})", tf.constant(array)


def _array(rng, shape, dtype):
    array = rng.integers(1, 10, shape).astype(dtype)
    if not shape:
        return f"np.{dtype}({array})", array[()]
    return f'np.array({array.tolist()}, "{dtype}")', array


def _arrays_or_tensors(rng, many, kinds):
    """Of `many` signatures each one value or more; shapes and dtypes come several times."""
    shapes = [SHAPES[i] for i in rng.permutation(len(SHAPES))[:3]]
    dtypes = rng.permutation(DTYPES)[:2]
    pairs = [(0, 0), (0, 1), (1, 0), (2, 0), (1, 1)][:many]
    again = [pairs[i] for i in rng.integers(many, size=2)]
    return [
        kinds[rng.integers(len(kinds))](rng, shapes[shape], str(dtypes[dtype]))
        for shape, dtype in [*pairs, *again]
    ]


def _python_values(rng, many):
    """Ints, floats that are no whole numbers, and strings: some come twice."""
    pool = [int(n) for n in rng.permutation(9)[:2]]
    pool += [float(n) + 0.5 for n in rng.permutation(9)[:2]]
    pool += [str(word) for word in rng.permutation(["relu", "tanh", "same", "mean"])[:2]]
    found = [pool[i] for i in rng.permutation(len(pool))[:many]]
    return [(repr(one), one) for one in [*found, *found[: 1 + many // 2]]]


def _asked(candidate, setting, lists):
    """What the candidate says of each list, in an order of calls that the seed sets."""
    rng = np.random.default_rng([setting.seed, len(lists), 7])
    told = {}
    for calls in lists:
        calls = [calls[i] for i in rng.permutation(len(calls))]
        given = [one for _, one in calls]
        said = candidate(given)
        label = f"predict_traces([{', '.join(text for text, _ in calls)}])"
        # Any whole number will do: NumPy's, or a tensor's.
        told[label] = said.__index__() if hasattr(said, "__index__") else said
        if len(given) != len(calls):
            told[f"the list was changed: it now holds {len(given)} calls"] = len(given)
    return told


def tensors(candidate, setting):
    """Tensors alone: shapes and dtypes count, values don't."""
    rng = np.random.default_rng([setting.seed, 1])
    return _asked(
        candidate, setting, [_arrays_or_tensors(rng, many, [_tensor]) for many in (3, 4, 5)]
    )


def python_values(candidate, setting):
    """Python numbers and strings, where every value counts."""
    rng = np.random.default_rng([setting.seed, 2])
    return _asked(candidate, setting, [_python_values(rng, many) for many in (3, 4, 6)])


def arrays(candidate, setting):
    """NumPy arrays and scalars, beside tensors."""
    rng = np.random.default_rng([setting.seed, 3])
    lists = [_arrays_or_tensors(rng, many, [_array, _tensor]) for many in (3, 5)]
    numbers = [
        (f"np.{dtype}({value})", np.dtype(dtype).type(value))
        for dtype in ("float64", "int64")
        for value in rng.permutation(np.arange(1, 10))[:2]
    ]
    return _asked(candidate, setting, [*lists, [*numbers, _tensor(rng, (), "int64")]])


def everything(candidate, setting):
    """All kinds in one list, and no call at all."""
    rng = np.random.default_rng([setting.seed, 4])
    lists = [
        [*_python_values(rng, many), *_arrays_or_tensors(rng, 5 - many, [_array, _tensor])]
        for many in (3, 2)
    ]
    return _asked(candidate, setting, [*lists, []])


exercise = Exercise(
    predict_traces,
    points=2,
    minutes=12,
    difficulty=3,
    importance=4,
    after="cube",
    teaches=["F-06", "F-07", "F-08", "F-12"],
    questions=[
        ask.behaviour(tensors, name="tensors", title="Tensors"),
        ask.behaviour(python_values, name="python values", title="Python numbers and strings"),
        ask.behaviour(arrays, name="arrays", title="NumPy arrays and scalars"),
        ask.behaviour(everything, name="everything", title="All of them, and none"),
    ],
    hints=[
        "What does a traced function know of its argument while Python runs: of a tensor, and of "
        "a Python number?",
        "Either: a tensor's values are unknown while tracing, so that they can't matter; its shape "
        "and dtype are known. A Python value is known whole. Or: what in a traced function "
        "happens only while a graph is made?",
        "By rule: give every call a key, (shape, dtype) or the value itself, and count the "
        "different keys. NumPy's arrays and scalars go in as tensors.",
        "made = []\n\n@tf.function\ndef traced(x):\n    made.append(…)\n\nfor call in calls:\n"
        "    …\nreturn …",
    ],
    mistakes=[
        Mistake(
            every_call_counted,
            "You count every call. A call that fits a graph made earlier runs that one: which "
            "calls fit?",
        ),
        Mistake(
            by_value,
            "You let a tensor's values count. They are not even known while a graph is made: only "
            "its shape and dtype are.",
        ),
        Mistake(
            dtype_ignored,
            "Two tensors of one shape but different dtypes need different operations, hence two "
            "graphs.",
        ),
        Mistake(
            shape_ignored,
            "Without a signature a graph fits one shape only: a longer vector gets a graph of its "
            "own.",
        ),
        Mistake(
            python_values_by_type,
            "You count the types of Python values. A Python number is baked into the graph as a "
            "constant, so that another number, or another string, needs another graph.",
        ),
        Mistake(
            arrays_apart,
            "You keep NumPy's arrays and scalars apart from tensors. They are turned into tensors "
            "on the way in, and share the graphs of those.",
        ),
        Mistake(
            forgets_older_graphs,
            "You compare a call with the one before it. All earlier graphs are kept, and any of "
            "them may fit.",
        ),
    ],
)
