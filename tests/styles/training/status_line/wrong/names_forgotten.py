"""A wrong answer: names forgotten."""


def status_line(step, total, loss, metrics):
    shown = [f"{m.result():.4f}" for m in metrics]
    return " - ".join([f"{step}/{total}", f"loss: {loss:.4f}", *shown])
