"""A right answer: plain python."""


def mean_of_batch_precisions(batches):
    def precision(labels, predictions):
        tp = sum(1 for t, p in zip(labels, predictions, strict=True) if t == 1 and p == 1)
        fp = sum(1 for t, p in zip(labels, predictions, strict=True) if t == 0 and p == 1)
        return tp / (tp + fp) if tp + fp > 0 else 0

    values = [precision(*batch) for batch in batches]
    return sum(values) / len(values)
