"""A wrong answer: printed as well."""


def status_line(step, total, loss, metrics):
    line = f"{step}/{total} - loss: {loss:.4f}"
    for m in metrics:
        line += f" - {m.name}: {m.result():.4f}"
    print(line, end="\r")
    return line
