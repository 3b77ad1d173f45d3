"""A first traced function: Python runs once for each shape, and a graph runs at every call.

Source: the guide to `tf.function`, https://www.tensorflow.org/guide/function.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal
from autograder.questions.traces import watched_graphs


def cube(x):
    """Cubes every element, by a graph.

    The result is $x^3$, element by element, for a tensor of any shape. `cube` is traced: every
    call runs a graph. A call with a shape that has not come before may make one, and from then on
    that graph serves all calls with this shape; it is not made again. How you get there is up to
    you: this cell may hold more than the one function.

    Args:
        x: Float32 tensor of any shape, a scalar too.

    Returns:
        A tensor of the shape and dtype of `x`.

    Examples:
        >>> cube(tf.constant(2.0)).numpy()
        np.float32(8.0)
        >>> cube(tf.constant([[-1.0, 0.5]])).numpy()
        array([[-1.   ,  0.125]], dtype=float32)
    """
    ### BEGIN SOLUTION
    # The same as a function with `@tf.function` above it: made once, and kept as an attribute.
    if not hasattr(cube, "traced"):
        cube.traced = tf.function(lambda x: x * x * x)
    return cube.traced(x)
    ### END SOLUTION


def _cubed(x):
    return x**3


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def _vectors_only(x):
    return x**3


@tf.function
def _squared(x):
    return x**2


@tf.function
def _by_numpy(x):
    return np.power(x, 3)


@tf.function
def _nothing(x):
    tf.pow(x, 3)


def never_traced(x):
    return _cubed(x)


def traced_at_every_call(x):
    return tf.function(_cubed)(x)


def one_rank_only(x):
    return _vectors_only(x)


def squares(x):
    return _squared(x)


def numpy_inside(x):
    return _by_numpy(x)


def no_return(x):
    return _nothing(x)


def watched_call(candidate, label, arguments, known):
    """The result of a call and whether a graph ran; where its graph is known, if one was made."""
    with watched_graphs() as graphs:
        result = candidate(*arguments)
    told = {f"{label}: the result": result, f"{label}: graphs that ran": min(graphs.ran, 1)}
    if known:
        told[f"{label}: new graphs made"] = min(graphs.made, 1)
    return told


def calls_in_turn(candidate, setting):
    """Calls with shapes that are new, and with shapes that came before."""
    rng = np.random.default_rng([setting.seed, 11])
    size, *sizes = (int(one) for one in rng.permutation(np.arange(2, 9))[:3])
    shapes = [(size,), tuple(sizes), (), (size,), tuple(sizes), (), (size,)]
    told = {}
    for place, shape in enumerate(shapes):
        known = shape in shapes[:place]
        label = f"call {place + 1}, shape {shape}{' again' if known else ''}"
        x = tf.constant(rng.normal(size=shape), setting.precision)
        told |= watched_call(candidate, label, [x], known)
    return told


exercise = Exercise(
    cube,
    points=1,
    minutes=5,
    difficulty=1,
    importance=5,
    teaches=["F-01", "F-02", "F-06", "F-11"],
    questions=[
        ask.values(
            "cube(x)",
            case(x=[-2.0, 0.0, 3.0]),
            case(x=normal()),
            case(x=normal(2, 3)),
            case(x=normal(2, 1, 4)),
            title="Values, for any shape",
        ),
        ask.behaviour(
            calls_in_turn,
            name="graphs",
            title="A graph at every call, but not a new one",
            scale=30.0,
        ),
    ],
    hints=[
        "First write a plain function that cubes. What turns a Python function into one that is "
        "traced?",
        "`tf.function` takes a function and gives back a traced one. It remembers its graphs, so "
        "make it once and keep it.",
        "As a decorator, `@tf.function` stands in the line above `def`. Which TensorFlow "
        "operations or operators cube a tensor?",
        "@tf.function\ndef cube(x):\n    return …",
    ],
    mistakes=[
        Mistake(
            never_traced,
            "The numbers are right, but no graph runs: this is plain Python that calls one "
            "operation after the other. What turns it into a traced function?",
        ),
        Mistake(
            traced_at_every_call,
            "Every call makes a traced function of its own, traces it and throws it away. Its "
            "graphs are of use only if it outlives the call: make it once, outside.",
        ),
        Mistake(
            one_rank_only,
            "Your signature admits vectors only. Any shape is asked for: leave the signature out, "
            "or let it leave the rank open.",
        ),
        Mistake(squares, "You square. The cube is the third power."),
        Mistake(
            numpy_inside,
            "While it is traced, `x` is symbolic and has no values that NumPy could take. Use "
            "TensorFlow's operations or plain operators.",
        ),
        Mistake(
            no_return,
            "Nothing comes back: the cube is computed and dropped. Is there a `return`?",
        ),
    ],
)
