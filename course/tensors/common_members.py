"""What two rows of sets have in common, as a dense tensor with a filler.

Source: the documentation of `tf.sets`, https://www.tensorflow.org/api_docs/python/tf/sets.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, whole_numbers


def common_members(a, b, padding):
    r"""Returns the ids that each row of a shares with the same row of b.

    Every row of `a` and of `b` is a set of ids: whole numbers in any order, none of them more than
    once in the same row. Row $i$ of the result holds $a_i \cap b_i$ in ascending order, from the
    left, and then `padding` in the places that are left. The result is as wide as the largest of
    these intersections, so of width 0 if all of them are empty. It works in eager mode and inside
    `tf.function`.

    Args:
        a: An int32 or int64 tensor of shape (r, p).
        b: A tensor of the same dtype, of shape (r, q).
        padding: A Python integer that is no member: it is neither in `a` nor in `b`.

    Returns:
        A dense tensor of shape (r, size of the largest intersection) and of the same dtype.

    Examples:
        >>> a = tf.constant([[5, 2, 9], [1, 2, 3]])
        >>> b = tf.constant([[9, 7, 5, 1], [4, 5, 6, 3]])
        >>> common_members(a, b, -1).numpy()
        array([[ 5,  9],
               [ 3, -1]], dtype=int32)
    """
    ### BEGIN SOLUTION
    return tf.sparse.to_dense(tf.sets.intersection(a, b), default_value=padding)
    ### END SOLUTION


def filled_with_zeros(a, b, padding):
    return tf.sparse.to_dense(tf.sets.intersection(a, b))


def left_sparse(a, b, padding):
    return tf.sets.intersection(a, b)


def members_of_either(a, b, padding):
    return tf.sparse.to_dense(tf.sets.union(a, b), default_value=padding)


def members_of_a_alone(a, b, padding):
    return tf.sparse.to_dense(tf.sets.difference(a, b), default_value=padding)


def left_in_their_places(a, b, padding):
    common = tf.reduce_any(a[:, :, tf.newaxis] == b[:, tf.newaxis, :], axis=2)  # (r, p)
    return tf.where(common, a, tf.cast(padding, a.dtype))


def order_of_a(a, b, padding):
    common = tf.reduce_any(a[:, :, tf.newaxis] == b[:, tf.newaxis, :], axis=2)  # (r, p)
    return tf.ragged.boolean_mask(a, common).to_tensor(padding)


def fillers_sorted_in(a, b, padding):
    dense = tf.sparse.to_dense(tf.sets.intersection(a, b), default_value=padding)
    return tf.sort(dense, axis=1)


def as_wide_as_a(a, b, padding):
    common = tf.RaggedTensor.from_sparse(tf.sets.intersection(a, b))
    return common.to_tensor(padding, shape=[None, a.shape[1]])


A = [[7, 1, 4, 9], [2, 3, 5, 8], [6, 0, 2, 4]]
B = [[4, 0, 7, 1, 3], [9, 6, 4, 1, 5], [3, 5, 7, 1, 9]]

exercise = Exercise(
    common_members,
    points=2,
    minutes=8,
    difficulty=2,
    importance=2,
    after="first_powers",
    teaches=["T-47", "T-48", "T-49"],
    questions=[
        ask.values(
            "common_members(a + shift, b + shift, -1)",
            case(a=A, b=B, shift=[[0], [1], [2]]),
            case(a=A, b=B, shift=whole_numbers(3, 1, high=80)),
            title="Three rows, padded with -1",
            weight=2,
        ),
        ask.values(
            "common_members(b + shift, a + shift, 999)",
            case(a=A, b=B, shift=whole_numbers(3, 1, high=80)),
            name="large padding",
            title="The wider sets first, padded with 999",
        ),
        ask.values(
            "common_members(tf.cast(a, tf.int64) + shift, tf.cast(b, tf.int64) + shift, -7)",
            case(a=A[:2], b=B[1:], shift=whole_numbers(2, 1, high=80, dtype="int64")),
            case(a=A, b=A, shift=whole_numbers(3, 1, high=80, dtype="int64")),
            name="int64",
            title="Ids of 64 bits",
        ),
        ask.values(
            "common_members(a, b, -1)",
            case(a=A[:2], b=[[10, 20, 30], [12, 13, 15]]),
            name="nothing",
            title="No row has a common member",
            weight=0.5,
        ),
        ask.in_graph(
            "tf.function(common_members)(a + shift, b + shift, -1)",
            case(a=A, b=B, shift=whole_numbers(3, 1, high=80)),
            case(a=A[:1], b=B[:1], shift=whole_numbers(1, 1, high=80)),
            title="In a graph, for any number of rows",
        ),
    ],
    hints=[
        "`tf.sets` treats the last axis of a tensor as a set, row by row. Which of its functions "
        "keeps what is in both?",
        "What comes back is sparse, as rows may have any number of members: ascending, from the "
        "left. How does a sparse tensor become dense?",
        "`tf.sparse.to_dense` puts 0 into empty places, which might be an id. It takes another "
        "filler as `default_value`.",
        "common = tf.sets.…(a, b)\nreturn tf.sparse.to_dense(common, …)",
    ],
    mistakes=[
        Mistake(
            filled_with_zeros,
            "Empty places hold 0, which could be somebody's id. Which argument of `to_dense` sets "
            "the filler?",
        ),
        Mistake(
            left_sparse,
            "What you return is sparse, as `tf.sets` gives it. Make it dense, with the filler.",
        ),
        Mistake(
            members_of_either,
            "You return what is in either set, the union. Asked for is what is in both.",
        ),
        Mistake(
            members_of_a_alone,
            "You return what is in the first set and not in the second, the difference. Asked for "
            "is what is in both.",
        ),
        Mistake(
            left_in_their_places,
            "The members stand where they stood in `a`, with gaps between them. Bring them to the "
            "left, in ascending order, and make the result no wider than needed.",
        ),
        Mistake(
            order_of_a, "The members come in the order of `a`: they should come in ascending order."
        ),
        Mistake(
            fillers_sorted_in,
            "You sort the fillers along with the members, so that a small filler comes first. "
            "Members first: in what order does `tf.sets` give them anyway?",
        ),
        Mistake(
            as_wide_as_a,
            "Your result is as wide as `a`: make it as wide as the largest intersection.",
        ),
    ],
)
