"""A right answer: progress bar."""


def status_line(step, total, loss, metrics):
    filled = int(20 * step / total)
    bar = "=" * filled + ">" + "." * (20 - filled)
    shown = "".join(f" | {m.name} {float(m.result()):.2e}" for m in metrics)
    return f"step {step:4d} / {total} [{bar}] | loss {loss:g}{shown}"
