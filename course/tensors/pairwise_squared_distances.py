"""All distances between two sets of points at once: new axes and broadcasting, no loop.

Source: broadcasting in the guide to tensors, https://www.tensorflow.org/guide/tensor#broadcasting.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


def pairwise_squared_distances(a, b):
    r"""Computes the squared Euclidean distance from every point of a to every point of b.

    Entry (i, j) of the result is $\sum_k (a_{ik} - b_{jk})^2$. All pairs are computed at once:
    neither a loop of Python nor one in the graph (`tf.while_loop`, `tf.map_fn`), over points or
    over coordinates, is an answer here.

    Args:
        a: Float32 tensor (n, d), a point per row.
        b: Float32 tensor (m, d), a point per row.

    Returns:
        Float32 tensor (n, m).

    Examples:
        >>> a, b = tf.constant([[0.0, 0.0], [3.0, 4.0]]), tf.constant([[0.0, 0.0], [0.0, 1.0]])
        >>> pairwise_squared_distances(a, b).numpy()
        array([[ 0.,  1.],
               [25., 18.]], dtype=float32)
    """
    ### BEGIN SOLUTION
    differences = a[:, tf.newaxis, :] - b[tf.newaxis, :, :]  # (n, m, d)
    return tf.reduce_sum(tf.square(differences), axis=-1)
    ### END SOLUTION


def rooted(a, b):
    return tf.norm(a[:, tf.newaxis] - b[tf.newaxis], axis=-1)


def no_new_axis(a, b):
    return tf.reduce_sum(tf.square(a - b), axis=-1)


def transposed(a, b):
    return tf.reduce_sum(tf.square(a[tf.newaxis] - b[:, tf.newaxis]), axis=-1)


def summed_over_the_points(a, b):
    return tf.reduce_sum(tf.square(a[:, tf.newaxis] - b[tf.newaxis]), axis=1)


def not_squared(a, b):
    return tf.reduce_sum(tf.abs(a[:, tf.newaxis] - b[tf.newaxis]), axis=-1)


def averaged(a, b):
    return tf.reduce_mean(tf.square(a[:, tf.newaxis] - b[tf.newaxis]), axis=-1)


def without_the_two(a, b):
    lengths_a = tf.reduce_sum(tf.square(a), axis=1)[:, tf.newaxis]
    return lengths_a + tf.reduce_sum(tf.square(b), axis=1) - a @ tf.transpose(b)


def point_by_point(a, b):
    rows = [tf.reduce_sum(tf.square(point - b), axis=1) for point in a]
    return tf.stack(rows)


def _operations(candidate, *shapes):
    """The operations of the graph that calling it on tensors of these shapes makes."""
    specs = [tf.TensorSpec(shape, tf.float32) for shape in shapes]
    traced = tf.function(lambda a, b: candidate(a, b)).get_concrete_function(*specs)
    graph = traced.graph.as_graph_def()
    inner = [node for function in graph.library.function for node in function.node_def]
    return [node.op for node in [*graph.node, *inner]]


def graph_of_it(candidate, setting):
    """Whether the graph loops, and whether larger inputs unroll into a larger one."""
    small = _operations(candidate, (2, 3), (4, 3))
    large = _operations(candidate, (7, 6), (5, 6))
    return {
        "loops in its graph": sum("While" in operation for operation in small),
        "operations that larger inputs add to its graph": len(large) - len(small),
    }


exercise = Exercise(
    pairwise_squared_distances,
    points=2,
    minutes=10,
    difficulty=3,
    importance=4,
    after="mixed_sum",
    teaches=["T-11", "T-12", "T-15"],
    questions=[
        ask.values(
            "pairwise_squared_distances(a, b)",
            case(a=[[0.0, 0.0], [3.0, 4.0]], b=[[0.0, 0.0], [0.0, 1.0], [1.0, 2.0]]),
            case(a=normal(5, 3), b=normal(4, 3, mean=1.0)),
            case(a=normal(1, 2), b=normal(6, 2)),
            case(a=normal(4, 1, scale=2.0), b=normal(3, 1)),
            products=True,
        ),
        ask.values(
            "pairwise_squared_distances(a, b)",
            case(a=normal(4, 4), b=normal(4, 4, scale=2.0)),
            case(a=normal(3, 2), b=normal(3, 2)),
            name="as many",
            title="As many points on both sides",
            products=True,
        ),
        ask.values(
            "pairwise_squared_distances(a, a)",
            case(a=normal(5, 3)),
            name="themselves",
            title="Of points to themselves",
            products=True,
            weight=0.5,
        ),
        ask.in_graph(
            "pairwise_squared_distances(a, b)",
            case(a=normal(5, 3), b=normal(2, 3)),
            case(a=normal(3, 3), b=normal(6, 3)),
            products=True,
        ),
        ask.behaviour(
            graph_of_it, name="no loop", title="Without a loop", needs="values", weight=2
        ),
    ],
    hints=[
        "There are n · m pairs with d differences each. Which shape holds all of them?",
        "(n, 1, d) minus (1, m, d) broadcasts to (n, m, d). `tf.newaxis` inside an index adds an "
        "axis of length 1.",
        r"$\sum_k (a_{ik} - b_{jk})^2$: subtract, square, and sum over the axis of the "
        "coordinates, so that (n, m) is left.",
        "differences = a[:, …, :] - b[…, :, :]\nreturn tf.reduce_sum(…, axis=…)",
    ],
    mistakes=[
        Mistake(
            rooted,
            "You take the root: these are distances, and their squares are asked for (cheaper, "
            "and smooth at 0).",
        ),
        Mistake(
            no_new_axis,
            "Without new axes row i meets only row i, and that only where there are equally many "
            "rows. Every point of `a` must meet every point of `b`.",
        ),
        Mistake(
            transposed,
            "Rows and columns have changed places: entry (i, j) belongs to point i of `a` and "
            "point j of `b`.",
        ),
        Mistake(
            summed_over_the_points,
            "You sum over the points of `b` and keep the coordinates. Which of the three axes "
            "(n, m, d) is to disappear?",
        ),
        Mistake(
            not_squared,
            "You add up absolute differences. Squares are asked for: far coordinates count more.",
        ),
        Mistake(
            averaged,
            "You take the mean over the coordinates, so that all distances are d times too small.",
        ),
        Mistake(
            without_the_two,
            "Work out $(a - b)^2$ again: how often does the product of both occur?",
        ),
        Mistake(
            point_by_point,
            "The numbers are right, but a loop runs over the points: the larger the inputs, the "
            "longer the graph, and with an unknown number of rows there is none. Let new axes and "
            "broadcasting do it.",
        ),
    ],
)
