"""A right answer: plain python."""


def overall_precision(batches):
    counts = {"tp": 0, "fp": 0}
    for labels, predictions in batches:
        for t, p in zip(labels.tolist(), predictions.tolist(), strict=True):
            if p:
                counts["tp" if t else "fp"] += 1
    total = counts["tp"] + counts["fp"]
    return counts["tp"] / total if total else 0
