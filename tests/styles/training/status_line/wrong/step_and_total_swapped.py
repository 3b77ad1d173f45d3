"""A wrong answer: step and total swapped."""


def status_line(step, total, loss, metrics):
    shown = [f"{m.name}: {m.result():.4f}" for m in metrics]
    return " - ".join([f"{total}/{step}", f"loss: {loss:.4f}", *shown])
