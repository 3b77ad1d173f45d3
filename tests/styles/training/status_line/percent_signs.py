"""A right answer: percent signs."""


def status_line(step, total, loss, metrics):
    start, more = "\r%d/%d [loss=%.3f", ", %s=%.3f"
    line = start % (step, total, loss)
    for metric in metrics:
        line += more % (metric.name, metric.result().numpy())
    return line + "]"
