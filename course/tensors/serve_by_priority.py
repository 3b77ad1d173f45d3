"""A priority queue: what comes out first is not what went in first.

Source: the documentation of `tf.queue.PriorityQueue`,
https://www.tensorflow.org/api_docs/python/tf/queue/PriorityQueue.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, text, whole_numbers


def serve_by_priority(priorities, values):
    """Returns the values in the order in which a priority queue serves them.

    The value with the smallest number is served first, that with the largest last. No two
    priorities are equal. Any way to this order will do; `tf.queue.PriorityQueue` is made for it.

    Args:
        priorities: One whole number for each value, negative ones too: a list of Python integers
            or an int64 tensor of shape (n,), with n of at least 1.
        values: A tensor of shape (n,) and of any dtype.

    Returns:
        A tensor of the same values, of shape (n,) and of the same dtype.

    Examples:
        >>> serve_by_priority([20, 3, 10], tf.constant([1.5, 2.5, 3.5])).numpy()
        array([2.5, 3.5, 1.5], dtype=float32)
    """
    ### BEGIN SOLUTION
    values = tf.convert_to_tensor(values)
    count = len(values)
    queue = tf.queue.PriorityQueue(count, types=[values.dtype], shapes=[()])
    queue.enqueue_many((tf.cast(priorities, tf.int64), values))
    _, served = queue.dequeue_many(count)
    return served
    ### END SOLUTION


def first_come_first_served(priorities, values):
    queue = tf.queue.FIFOQueue(len(values), [values.dtype], shapes=[()])
    queue.enqueue_many((values,))
    return queue.dequeue_many(len(values))


def largest_first(priorities, values):
    return tf.gather(values, tf.argsort(priorities, direction="DESCENDING"))


def _served(priorities, values):
    queue = tf.queue.PriorityQueue(len(values), [values.dtype], [()])
    queue.enqueue_many((priorities, values))
    return queue


def priorities_served(priorities, values):
    return _served(priorities, values).dequeue_many(len(values))[0]


def priorities_and_values(priorities, values):
    return _served(priorities, values).dequeue_many(len(values))


def one_by_one_in_a_list(priorities, values):
    queue = _served(priorities, values)
    return [queue.dequeue()[1] for _ in range(len(values))]


def places_for_order(priorities, values):
    places = tf.argsort(tf.argsort(priorities))
    return tf.gather(values, places)


def only_the_first(priorities, values):
    return _served(priorities, values).dequeue()[1]


exercise = Exercise(
    serve_by_priority,
    points=2,
    minutes=8,
    difficulty=2,
    importance=1,
    after="common_members",
    teaches=["T-52", "T-54"],
    questions=[
        ask.values(
            "serve_by_priority([4, 10, 9, 70, 2], values)",
            case(values=[0.5, 1.5, 2.5, 3.5, 4.5]),
            case(values=normal(5)),
            title="Priorities in a list",
            weight=2,
        ),
        ask.values(
            "serve_by_priority(tf.constant([30, -5, 12, 70, -40, 0], tf.int64), values)",
            case(values=normal(6)),
            name="int64",
            title="An int64 tensor of priorities, negative ones too",
        ),
        ask.values(
            "serve_by_priority([300, 100, 400, 200], values)",
            case(values=whole_numbers(4, low=-99, high=99)),
            name="whole numbers",
            title="Values that are whole numbers",
            weight=0.5,
        ),
        ask.values(
            "serve_by_priority([2, 4, 1, 3], values)",
            case(values=["second", "last", "first", "third"]),
            case(values=text(4, low=1)),
            name="strings",
            title="Values that are strings",
        ),
        ask.values(
            "serve_by_priority([6], values)",
            case(values=normal(1)),
            name="one value",
            title="One value",
            weight=0.5,
        ),
    ],
    hints=[
        "A queue is filled at one end and emptied at the other. This one sorts in between.",
        "`tf.queue.PriorityQueue(capacity, types, shapes)`: types and shapes are those of the "
        "values alone; the priorities come with them, as int64.",
        "`enqueue_many` takes (priorities, values), `dequeue_many(n)` gives both back, in order. "
        "A queue blocks for ever where it is too full, or has too little.",
        "queue = tf.queue.PriorityQueue(…, types=[…], shapes=[()])\nqueue.enqueue_many((…, …))\n"
        "_, served = queue.dequeue_many(…)\nreturn served",
    ],
    mistakes=[
        Mistake(
            first_come_first_served,
            "The values come out as they went in: the priorities play no part. Which queue knows "
            "about priorities?",
        ),
        Mistake(
            largest_first,
            "You serve the largest number first. In a priority queue the smallest comes first.",
        ),
        Mistake(
            priorities_served,
            "You return the priorities. `dequeue_many` gives both: first the priorities, then the "
            "values.",
        ),
        Mistake(
            priorities_and_values,
            "You return two things, priorities and values, as `dequeue_many` gives them. Only the "
            "values are asked for.",
        ),
        Mistake(
            one_by_one_in_a_list,
            "The order is right, but you return a Python list of scalars. One tensor is asked for.",
        ),
        Mistake(
            places_for_order,
            "You confuse the place that a value gets with the value that gets a place. Sorting "
            "the priorities tells who is first, second, third; which of the two does `gather` "
            "want?",
        ),
        Mistake(
            only_the_first, "You serve only one value: take as many out as went in, in one tensor."
        ),
    ],
)
