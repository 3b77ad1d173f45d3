"""A wrong answer: results in reverse."""


def status_line(step, total, loss, metrics):
    shown = [
        f"{m.name}: {r:.4f}"
        for m, r in zip(metrics, [m.result() for m in metrics][::-1], strict=True)
    ]
    return " - ".join([f"{step}/{total}", f"loss: {loss:.4f}", *shown])
