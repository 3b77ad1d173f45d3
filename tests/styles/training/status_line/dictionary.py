"""A right answer: dictionary."""


def status_line(step, total, loss, metrics):
    results = {m.name: round(float(m.result()), 3) for m in metrics}
    return f"{step}/{total} loss {round(loss, 3)} {results}"
