"""A wrong answer: loss as percentage."""


def status_line(step, total, loss, metrics):
    line = f"{step}/{total} - loss: {loss:.1%}"
    for m in metrics:
        line += f" - {m.name}: {m.result():.1%}"
    return line
