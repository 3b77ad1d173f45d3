"""A wrong answer: list of pieces."""


def status_line(step, total, loss, metrics):
    return [f"{step}/{total}", f"loss: {loss:.4f}"] + [
        f"{m.name}: {m.result():.4f}" for m in metrics
    ]
