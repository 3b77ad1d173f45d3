"""The right way: counts are added up over all batches, and divided once.

Source: the definition of precision.
"""

import numpy as np

from autograder import Exercise, Mistake, ask
from course.metrics.mean_of_batch_precisions import (
    LESSON,
    NOTHING,
    ONE,
    WITHOUT,
    labelled,
    mean_of_batch_precisions,
)


def overall_precision(batches):
    """Computes the precision of all examples together, whatever batches they came in.

    Precision is the share of the positive predictions that are right: TP / (TP + FP), where TP
    counts the examples with label 1 and prediction 1, and FP those with label 0 and prediction 1,
    both over all batches. Where nothing is predicted positive in any of them it is 0. Compute it
    yourself: `keras.metrics.Precision` is no answer here.

    Args:
        batches: A list of at least one pair (y_true, y_pred) of NumPy arrays, labels and
            predictions, all 0 or 1, integers of shape (n,); n may differ from batch to batch.

    Returns:
        The precision, a Python float.

    Examples:
        >>> first = np.array([1, 1, 1, 1, 0, 1, 1]), np.array([1, 1, 1, 1, 1, 0, 0])
        >>> second = np.array([0, 0, 1, 0, 1]), np.array([1, 1, 0, 1, 0])
        >>> overall_precision([first, second])  # 4/5 and 0/3
        0.5
    """
    ### BEGIN SOLUTION
    right = sum(np.sum(y_true * y_pred) for y_true, y_pred in batches)
    positive = sum(np.sum(y_pred) for _, y_pred in batches)
    return float(right / positive) if positive else 0.0
    ### END SOLUTION


def mean_of_the_batches(batches):
    return mean_of_batch_precisions(batches)


def mean_weighted_by_size(batches):
    sizes = [len(labels) for labels, _ in batches]
    return float(np.average([mean_of_batch_precisions([one]) for one in batches], weights=sizes))


def first_batch_only(batches):
    for batch in batches:
        return mean_of_batch_precisions([batch])


def last_batch_only(batches):
    return mean_of_batch_precisions(batches[-1:])


def divided_by_zero(batches):
    right = sum(np.sum(labels * given) for labels, given in batches)
    return float(right / sum(np.sum(given) for _, given in batches))


def recall(batches):
    right = sum(np.sum(labels * given) for labels, given in batches)
    return float(right / max(sum(np.sum(labels) for labels, _ in batches), 1))


def accuracy(batches):
    return float(np.mean(np.concatenate([labels == given for labels, given in batches])))


exercise = Exercise(
    overall_precision,
    points=1,
    minutes=5,
    difficulty=1,
    importance=5,
    after="mean_of_batch_precisions",
    teaches=["M-01", "M-06"],
    questions=[
        ask.values(
            "overall_precision([(y1, p1), (y2, p2)])",
            LESSON,
            ONE,
            labelled(41, 30),
            WITHOUT,
            title="Two batches",
            arrays=True,
        ),
        ask.values(
            "overall_precision([(y1, p1), (y2, p2), (y3, p3)])",
            labelled(16, 9, 5),
            labelled(4, 20, 1),
            name="uneven batches",
            title="Three batches of different sizes",
            arrays=True,
        ),
        ask.values(
            "overall_precision([(y1, p1), (y2, p2)])",
            NOTHING,
            name="no positive prediction",
            needs="uneven batches",
            title="No positive prediction in any batch",
            arrays=True,
            weight=0.5,
        ),
    ],
    hints=[
        "The batches are an accident of delivery. What would you do if all examples came in one?",
        "Two counts go through the loop, and nothing is divided inside it.",
        "TP = Σ label · prediction and TP + FP = Σ prediction, each summed over all batches; then "
        "one division, unless there is nothing to divide by.",
        "right = …\npositive = …\nfor y_true, y_pred in batches:\n    right += …\n"
        "    positive += …\nreturn … if positive else …",
    ],
    forbids=["keras.metrics.Precision"],
    mistakes=[
        Mistake(
            mean_of_the_batches,
            "You average the batches' precisions, so a batch with few positive predictions weighs "
            "as much as one with many. Add up the counts, and divide once, after the loop.",
        ),
        Mistake(
            mean_weighted_by_size,
            "You weigh each batch's precision by its examples. Precision is a share of the "
            "positive predictions, and those are not spread evenly: add up the counts instead.",
        ),
        Mistake(
            first_batch_only,
            "Only the first batch counts: your `return` stands inside the loop.",
        ),
        Mistake(
            last_batch_only,
            "Only the last batch counts: each one overwrites what came before. Should it add?",
        ),
        Mistake(
            divided_by_zero,
            "Where nothing is predicted positive in any batch you divide 0 by 0. The statement "
            "says what to give then.",
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
    ],
)
