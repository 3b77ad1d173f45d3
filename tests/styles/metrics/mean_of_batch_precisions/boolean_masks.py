"""A right answer: boolean masks."""


def mean_of_batch_precisions(batches):
    total = 0.0
    for y_true, y_pred in batches:
        flagged = y_pred == 1
        if flagged.any():
            total += y_true[flagged].mean()
    return total / len(batches)
