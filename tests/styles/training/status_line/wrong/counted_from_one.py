"""A wrong answer: counted from one."""


def status_line(step, total, loss, metrics):
    shown = [f"{m.name}: {m.result():.4f}" for m in metrics]
    return " - ".join([f"{step + 1}/{total}", f"loss: {loss:.4f}", *shown])
