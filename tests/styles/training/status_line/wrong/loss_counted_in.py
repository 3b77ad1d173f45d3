"""A wrong answer: loss counted in."""


def status_line(step, total, loss, metrics):
    line = f"{step}/{total} - loss: {loss:.4f}"
    for m in metrics:
        m.update_state([loss])
        line += f" - {m.name}: {m.result():.4f}"
    return line
