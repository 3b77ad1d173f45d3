"""A wrong answer: reset while reading."""


def status_line(step, total, loss, metrics):
    line = f"{step}/{total} - loss: {loss:.4f}"
    for m in metrics:
        line += f" - {m.name}: {m.result():.4f}"
        m.reset_state()
    return line
