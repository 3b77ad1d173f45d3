"""A wrong answer: sum so far."""


def status_line(step, total, loss, metrics):
    line = f"{step}/{total} - loss: {loss:.4f}"
    for m in metrics:
        line += f" - {m.name}: {float(m.total):.4f}"
    return line
