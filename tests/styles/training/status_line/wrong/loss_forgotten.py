"""A wrong answer: loss forgotten."""


def status_line(step, total, loss, metrics):
    shown = [f"{m.name}: {m.result():.4f}" for m in metrics]
    return " - ".join([f"{step}/{total}", *shown])
