"""Powers one after the other: a tensor that is filled place by place, in a graph too.

Source: the documentation of `tf.TensorArray`,
https://www.tensorflow.org/api_docs/python/tf/TensorArray.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


def first_powers(x, n):
    r"""Returns the first n powers of x, written one by one into a `tf.TensorArray`.

    The result is $(x^0, x^1, \dots, x^{n-1})$, of shape (n,); $x^0$ is 1 for every x, 0 included.
    The powers go through a `tf.TensorArray`: nothing is computed for all places at once. It works
    in eager mode and inside `tf.function`, and gradients flow back to `x`.

    Args:
        x: A scalar float32 tensor, of any sign.
        n: How many powers, a Python integer from 1 on.

    Returns:
        A tensor of shape (n,) and of the dtype of `x`.

    Examples:
        >>> first_powers(tf.constant(-2.0), 4).numpy()
        array([ 1., -2.,  4., -8.], dtype=float32)
        >>> tf.function(first_powers)(tf.constant(0.0), 3).numpy()
        array([1., 0., 0.], dtype=float32)
    """
    ### BEGIN SOLUTION
    powers = tf.TensorArray(x.dtype, size=n)
    power = tf.ones_like(x)
    for i in tf.range(n):
        powers = powers.write(i, power)
        power *= x
    return powers.stack()
    ### END SOLUTION


def _written(x, n, power):
    """A tensor array that holds power(0), …, power(n - 1)."""
    powers = tf.TensorArray(x.dtype, size=n)
    for i in range(n):
        powers = powers.write(i, power(i))
    return powers


def writes_not_kept(x, n):
    powers = tf.TensorArray(x.dtype, size=n)
    for i in range(n):
        powers.write(i, x**i)
    return powers.stack()


def starts_with_x(x, n):
    return _written(x, n, lambda i: x ** (i + 1)).stack()


def one_too_many(x, n):
    return _written(x, n + 1, lambda i: x**i).stack()


def by_the_logarithm(x, n):
    return _written(x, n, lambda i: tf.exp(i * tf.math.log(x))).stack()


def read_and_cleared(x, n):
    powers = tf.TensorArray(x.dtype, size=n)
    powers = powers.write(0, tf.ones_like(x))
    for i in range(1, n):
        powers = powers.write(i, powers.read(i - 1) * x)
    return powers.stack()


def left_tensorflow(x, n):
    number = float(x)
    return _written(x, n, lambda i: number**i).stack()


def not_stacked(x, n):
    return _written(x, n, lambda i: x**i)


def all_at_once(x, n):
    return tf.pow(x, tf.range(n, dtype=x.dtype))


def through_a_tensor_array(candidate, setting):
    """The powers out of a graph, and whether a tensor array is in that graph."""
    number = round(np.random.default_rng([setting.seed, 43]).normal(0.0, 2.0), 2)
    x = tf.constant(number, setting.precision)
    concrete = tf.function(candidate).get_concrete_function(x, 4)
    graph = concrete.graph.as_graph_def()
    nodes = [*graph.node, *(node for one in graph.library.function for node in one.node_def)]
    return {
        f"tf.function(first_powers)({number}, 4)": concrete(x),
        "the graph holds a tf.TensorArray": any("TensorList" in node.op for node in nodes),
    }


exercise = Exercise(
    first_powers,
    points=3,
    minutes=12,
    difficulty=3,
    importance=3,
    after="sparse_matvec",
    teaches=["T-43", "T-44", "T-45", "T-46"],
    questions=[
        ask.values(
            "first_powers(x, 5)",
            case(x=2.0),
            case(x=-1.5),
            case(x=0.0),
            case(x=normal(scale=2.0)),
            title="Five powers",
            weight=2,
        ),
        ask.values(
            "first_powers(x, 2)",
            case(x=normal(mean=-3.0)),
            name="two powers",
            title="Two powers",
            weight=0.5,
        ),
        ask.values(
            "first_powers(x, 1)", case(x=3.0), name="one power", title="One power", weight=0.5
        ),
        ask.values(
            "tf.function(first_powers)(x, 6)",
            case(x=normal(scale=2.0)),
            case(x=-0.5),
            case(x=0.0),
            name="graph mode",
            title="In a graph",
            weight=2,
        ),
        ask.behaviour(
            through_a_tensor_array,
            name="tensor array",
            title="Through a tf.TensorArray",
            scale=10.0,
        ),
        ask.gradient(
            "first_powers(x, 4)",
            case(x=1.5),
            case(x=-2.0),
            case(x=normal(mean=1.0)),
            with_respect_to="x",
        ),
    ],
    hints=[
        "Each power is the one before it times x. Where does the first one come from?",
        "A `tf.TensorArray` has places that you write one by one; `stack()` makes one tensor of "
        "them. Give it dtype and size.",
        "`write` *returns* the array that holds the new entry. In a graph nothing else does, so "
        "give what it returns a name: `powers = powers.write(i, power)`.",
        "powers = tf.TensorArray(…, size=…)\npower = …\nfor i in tf.range(n):\n"
        "    powers = powers.write(…)\n    power = …\nreturn powers.…",
    ],
    mistakes=[
        Mistake(
            writes_not_kept,
            "Eagerly it is right, in a graph all is 0: `write` returns the array that holds the "
            "new entry, and you let it go. What must the loop keep?",
        ),
        Mistake(
            starts_with_x,
            "You start with x¹. The first power is x⁰, which is 1, and the last one xⁿ⁻¹.",
        ),
        Mistake(
            one_too_many,
            "You return one power too many: from x⁰ on, the n-th power is xⁿ⁻¹.",
        ),
        Mistake(
            by_the_logarithm,
            "Negative numbers and 0 give NaN: they have no logarithm. Multiply instead.",
        ),
        Mistake(
            read_and_cleared,
            "Eagerly your places come out as 0: reading one clears it. Keep the last power in a "
            "variable of its own, or tell the array not to clear.",
        ),
        Mistake(
            left_tensorflow,
            "The numbers are right, but no gradient flows back to x: `float(x)` leaves TensorFlow. "
            "Work with the tensor itself.",
        ),
        Mistake(
            not_stacked,
            "You return the array itself: one call makes a tensor of its entries.",
        ),
        Mistake(
            all_at_once,
            "The numbers are right, but no `tf.TensorArray` is used. It is there to be practised "
            "here: it also serves where a step needs the one before it.",
        ),
    ],
)
