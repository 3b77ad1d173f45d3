"""A wrong answer: first metric only."""


def status_line(step, total, loss, metrics):
    m = metrics[0]
    return f"{step}/{total} - loss: {loss:.4f} - {m.name}: {m.result():.4f}"
