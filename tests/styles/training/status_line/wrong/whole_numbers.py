"""A wrong answer: whole numbers."""


def status_line(step, total, loss, metrics):
    line = f"{step}/{total} - loss: {loss:.4f}"
    for m in metrics:
        line += f" - {m.name}: {m.result():.0f}"
    return line
