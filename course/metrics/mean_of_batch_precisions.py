"""The wrong way on purpose: the precision of every batch, averaged as `fit` averages a function.

Source: the definition of precision; how Keras averages a function that is given as a metric,
https://keras.io/api/metrics/.
"""

import numpy as np

from autograder import Exercise, Mistake, ask, case, whole_numbers


def mean_of_batch_precisions(batches):
    """Computes the mean of the batches' precisions, every batch counting the same.

    The precision of a batch is the share of its positive predictions that are right:
    TP / (TP + FP), where TP counts the examples with label 1 and prediction 1, and FP those with
    label 0 and prediction 1. A batch without a positive prediction has precision 0, and counts
    as a batch. Compute it yourself: `keras.metrics.Precision` is no answer here.

    Args:
        batches: A list of at least one pair (y_true, y_pred) of NumPy arrays, labels and
            predictions, all 0 or 1, integers of shape (n,); n may differ from batch to batch.

    Returns:
        The mean, a Python float.

    Examples:
        >>> first = np.array([1, 1, 1, 1, 0, 1, 1]), np.array([1, 1, 1, 1, 1, 0, 0])
        >>> second = np.array([0, 0, 1, 0, 1]), np.array([1, 1, 0, 1, 0])
        >>> mean_of_batch_precisions([first, second])  # 4/5 and 0/3
        0.4
    """
    ### BEGIN SOLUTION
    precisions = []
    for y_true, y_pred in batches:
        positive = np.sum(y_pred)
        precisions.append(np.sum(y_true * y_pred) / positive if positive else 0.0)
    return float(np.mean(precisions))
    ### END SOLUTION


def all_examples_pooled(batches):
    labels, predictions = (np.concatenate(arrays) for arrays in zip(*batches, strict=True))
    return float(np.sum(labels * predictions) / max(np.sum(predictions), 1))


def empty_batches_left_out(batches):
    found = [np.sum(labels * given) / np.sum(given) for labels, given in batches if np.any(given)]
    return float(np.mean(found)) if found else 0.0


def divided_by_zero(batches):
    return float(np.mean([np.sum(labels * given) / np.sum(given) for labels, given in batches]))


def recall(batches):
    return mean_of_batch_precisions([(given, labels) for labels, given in batches])


def accuracy(batches):
    return float(np.mean([np.mean(labels == given) for labels, given in batches]))


def weighted_by_size(batches):
    sizes = [len(labels) for labels, _ in batches]
    return float(np.average([mean_of_batch_precisions([one]) for one in batches], weights=sizes))


LESSON = case(
    y1=[1, 1, 1, 1, 0, 1, 1], p1=[1, 1, 1, 1, 1, 0, 0], y2=[0, 0, 1, 0, 1], p2=[1, 1, 0, 1, 0]
)
ONE = case(y1=[1, 0, 1], p1=[1, 1, 1], y2=[1], p2=[1])
WITHOUT = case(y1=[1, 0, 1, 1], p1=[0, 0, 0, 0], y2=[1, 0, 0], p2=[1, 0, 0])
NOTHING = case(y1=[1, 0, 1, 1], p1=[0, 0, 0, 0], y2=[0, 1], p2=[0, 0])


def labelled(*sizes):
    """Labels and predictions of batches of those sizes: y1, p1, y2, p2, and so on."""
    pairs = {}
    for number, size in enumerate(sizes, 1):
        for letter in "yp":
            pairs[f"{letter}{number}"] = whole_numbers(size, low=0, high=1)
    return case(**pairs)


exercise = Exercise(
    mean_of_batch_precisions,
    points=1,
    minutes=6,
    difficulty=1,
    importance=3,
    teaches=["M-05", "M-06"],
    questions=[
        ask.values(
            "mean_of_batch_precisions([(y1, p1), (y2, p2)])",
            LESSON,
            ONE,
            labelled(41, 30),
            title="Two batches",
            arrays=True,
        ),
        ask.values(
            "mean_of_batch_precisions([(y1, p1), (y2, p2), (y3, p3)])",
            labelled(16, 9, 5),
            labelled(4, 20, 1),
            name="uneven batches",
            title="Three batches of different sizes",
            arrays=True,
        ),
        ask.values(
            "mean_of_batch_precisions([(y1, p1), (y2, p2)])",
            WITHOUT,
            NOTHING,
            name="no positive prediction",
            needs="uneven batches",
            title="A batch without a positive prediction",
            arrays=True,
        ),
    ],
    hints=[
        "Do what the name says, in its order: a precision for every batch first, then their mean.",
        "In a batch, which examples are right positive predictions, and which are positive "
        "predictions at all? With 0 and 1, both are sums.",
        "Σ label · prediction, divided by Σ prediction; 0 where nothing was predicted positive.",
        "precisions = []\nfor y_true, y_pred in batches:\n    …\n    precisions.append(…)\n"
        "return float(np.mean(…))",
    ],
    forbids=["keras.metrics.Precision"],
    mistakes=[
        Mistake(
            all_examples_pooled,
            "You count over all examples, and divide once: that is the overall precision, and the "
            "better number. Here the batches' own precisions are to be averaged.",
        ),
        Mistake(
            empty_batches_left_out,
            "A batch without a positive prediction drops out of your mean. It counts as a batch, "
            "with precision 0.",
        ),
        Mistake(
            divided_by_zero,
            "Where a batch has no positive prediction you divide 0 by 0. What did we agree to "
            "call that?",
        ),
        Mistake(
            recall,
            "You divide by the true labels: that is recall, the share of the positives that was "
            "found. Precision divides by the positive predictions.",
        ),
        Mistake(
            accuracy,
            "You count all right answers, the right zeros too: that is accuracy. Precision looks "
            "at the positive predictions only.",
        ),
        Mistake(
            weighted_by_size,
            "Larger batches weigh more in your mean. Here every batch counts the same, whatever "
            "its size.",
        ),
    ],
)
