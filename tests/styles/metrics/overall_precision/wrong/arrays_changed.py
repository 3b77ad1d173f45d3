"""A wrong answer: arrays changed."""


def overall_precision(batches):
    right = positive = 0
    for t, p in batches:
        positive += p.sum()
        p *= t
        right += p.sum()
    return float(right / positive) if positive else 0.0
