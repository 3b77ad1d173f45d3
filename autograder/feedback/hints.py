"""The hints of an exercise, one after the other: as text, and behind a button in a live page."""

from __future__ import annotations

from typing import Any

from autograder.exercise import Exercise
from autograder.feedback.frame import LINE, code, paragraph, prose
from autograder.progress import Progress
from autograder.showing import widget_view, widgets_work
from autograder.verdict import CORRECT, Verdict


def next_hint(exercise: Exercise) -> str:
    """The next hint as Markdown; it is counted."""
    number = Progress().next_hint(exercise)
    text = exercise.hints[number - 1]
    body = f"\n\n```python\n{text}\n```" if _is_code(text) else f" {text}"
    last = f"\n\n{_last(exercise)}" if number == len(exercise.hints) else ""
    return f"**{_title(exercise, number)} for `{exercise.name}`.**{body}{last}"


def offer_hints(verdict: Verdict, exercise: Exercise) -> None:
    """Has a button for the next hint stand below a card that is not right, where one can work.

    Args:
        verdict: What the cell that runs is to show; nothing is offered if it shows another value.
        exercise: Whose hints they are.
    """
    if verdict.outcome == CORRECT or not exercise.hints or not widgets_work():
        return
    from IPython import get_ipython
    from IPython.display import display

    events = get_ipython().events

    def after(cell: Any) -> None:
        events.unregister("post_run_cell", after)
        # A cell's value is shown before this, so that the card stands above.
        if getattr(cell, "result", None) is verdict:
            display(Hints(exercise))

    events.register("post_run_cell", after)


class Hints:
    """A button that shows one more hint below it each time, and counts it as `hint` does."""

    def __init__(self, exercise: Exercise) -> None:
        import ipywidgets

        self.exercise = exercise
        self.before = self.number = min(Progress().record(exercise.name).hints, len(exercise.hints))
        layout = ipywidgets.Layout(width="auto", align_self="flex-start", margin="2px 0")
        self.button = ipywidgets.Button(layout=layout)
        self.button.on_click(self._press)
        self.told = ipywidgets.HTMLMath()
        self.box = ipywidgets.VBox([self.button, self.told])
        self._show()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        # Without widgets there is nothing to see: the card above names the plain call.
        return {
            "text/plain": f'hint("{self.exercise.name}")',
            "text/html": "<span></span>",
            **widget_view(self.box),
        }

    def _press(self, _button: Any) -> None:
        # Where progress cannot be kept, the count stands still; the ladder must not.
        here = min(self.number + 1, len(self.exercise.hints))
        self.number = max(Progress().next_hint(self.exercise), here)
        self._show()

    def _show(self) -> None:
        exercise, many = self.exercise, len(self.exercise.hints)
        left = self.number < many
        self.button.description = (
            f"Next hint ({self.number + 1} of {many})" if left else "No more hints"
        )
        shown = [_as_html(exercise, one + 1) for one in range(self.number)]
        seen, new = shown[: self.before], shown[self.before :]
        parts = [_seen(seen), *new[:-1]]
        if new:
            last = "" if left else paragraph(prose(_last(exercise)))
            # What is told anew is read out, what stood there before is not.
            parts.append(f'<div role="status">{new[-1]}{last}</div>')
        self.told.value = (
            f'<div style="max-width:760px;font-size:14px;line-height:1.5">{"".join(parts)}</div>'
        )


def _seen(hints: list[str]) -> str:
    if not hints:
        return ""
    many = "1 hint" if len(hints) == 1 else f"{len(hints)} hints"
    return (
        f'<details style="margin:6px 0"><summary style="cursor:pointer">{many} seen before'
        f"</summary>{''.join(hints)}</details>"
    )


def _as_html(exercise: Exercise, number: int) -> str:
    text = exercise.hints[number - 1]
    title = f"<strong>{_title(exercise, number)}.</strong>"
    edge = f"border-left:3px solid {LINE};padding-left:12px"
    if _is_code(text):
        return f'<div style="margin:8px 0;{edge}">{paragraph(title)}{paragraph(code(text))}</div>'
    return paragraph(f"{title} {prose(text)}", f"margin:8px 0;{edge}")


def _title(exercise: Exercise, number: int) -> str:
    return f"Hint {number} of {len(exercise.hints)}"


def _last(exercise: Exercise) -> str:
    return f'That was the last hint. `solution("{exercise.name}")` shows a solution.'


def _is_code(text: str) -> bool:
    return "\n" in text
