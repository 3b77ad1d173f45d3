"""A right answer: nothing rounded."""


def status_line(step, total, loss, metrics):
    pieces = [str(step) + "/" + str(total), "loss=" + str(loss)]
    pieces.extend(m.name + "=" + str(m.result().numpy()) for m in metrics)
    return "  ".join(pieces)
