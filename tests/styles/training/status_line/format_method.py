"""A right answer: format method."""


def status_line(step, total, loss, metrics):
    piece, place = "{}: {:.4f}", "{}/{}"
    pieces = [place.format(step, total), piece.format("loss", loss)]
    return " - ".join(pieces + [piece.format(m.name, m.result()) for m in metrics])
