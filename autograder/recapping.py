"""How a recap is asked and answered in a notebook: with buttons, or where none are, by a call."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from autograder.catalogue import Course
from autograder.errors import TapeworkError
from autograder.feedback.frame import OPEN, RIGHT, SIGNS, WRONG, framed, paragraph, prose, sign
from autograder.progress import Progress
from autograder.recap import BACK, LETTERS, Question, questions
from autograder.showing import Shown, widget_view

CODE = (
    "white-space:pre-wrap;overflow-wrap:anywhere;font-size:13px;line-height:1.4;margin:8px 0;"
    "padding:8px 12px;border:1px solid rgba(127,140,153,0.5);border-radius:4px;background:none;"
    "color:inherit"
)


@dataclass(frozen=True)
class Answer:
    """What a learner chose, and whether that is what is wrong."""

    question: Question
    chosen: str

    @property
    def right(self) -> bool:
        """Whether it is."""
        return self.chosen == self.question.right

    @property
    def lines(self) -> tuple[str, str]:
        """The outcome, and the sentence that is true."""
        asked = self.question
        told = "is right" if self.right else f"is not what is wrong: it is {asked.right}"
        return f"`{asked.exercise}`: {self.chosen} {told}.", asked.sentence

    @property
    def colour(self) -> str:
        """The outcome's colour."""
        return RIGHT if self.right else WRONG

    def html(self) -> str:
        """The answer as a card."""
        first, sentence = map(prose, self.lines)
        body = (
            f'<div role="status"><strong>{sign(self.colour)} {first}</strong>'
            f"{paragraph(sentence, 'margin:4px 0')}</div>"
        )
        asked = self.question
        data = f'data-recap="{"right" if self.right else "wrong"}"'
        return framed(body, self.colour, f"Answer to the recap of {asked.exercise}", data, 8)

    def __repr__(self) -> str:
        return "\n".join([f"{SIGNS[self.colour]} {self.lines[0]}", self.lines[1]]).replace("`", "")


@dataclass(frozen=True)
class Answers:
    """Several answers, told one below the other."""

    answers: tuple[Answer, ...]

    def __repr__(self) -> str:
        return "\n\n".join(map(repr, self.answers))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": "".join(one.html() for one in self.answers)}


@dataclass(frozen=True)
class Recap:
    """Some questions: with buttons in a front end that has widgets, otherwise to be read."""

    questions: tuple[Question, ...]
    answer: Callable[[Question, str], Answer]

    def __repr__(self) -> str:
        return "\n\n".join(map(_as_text, self.questions))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        how = [_as_html(one, _how_to_answer(one)) for one in self.questions]
        found: dict[str, Any] = {"text/plain": repr(self), "text/html": "".join(how)}
        if importlib.util.find_spec("ipywidgets"):
            # The front end shows the first of these that it can.
            found |= widget_view(self.widget())
        return found

    def widget(self) -> Any:
        """The questions with a button for each letter; what comes of it stands below."""
        import ipywidgets

        return ipywidgets.VBox([self._with_buttons(ipywidgets, one) for one in self.questions])

    def _with_buttons(self, widgets: Any, question: Question) -> Any:
        told = widgets.HTML()
        buttons = [
            widgets.Button(description=letter, tooltip=f"{letter} of {question.exercise}")
            for letter in LETTERS
        ]

        def choose(button: Any) -> None:
            for one in buttons:
                one.disabled = True
            told.value = self.answer(question, button.description).html()

        for button in buttons:
            button.on_click(choose)
        return widgets.VBox([widgets.HTML(_as_html(question)), widgets.HBox(buttons), told])


@dataclass
class Session:
    """What this notebook has asked: the chapter at hand, open questions, and those answered."""

    chapter: int = 0
    open: dict[str, Question] = field(default_factory=dict)
    answered: set[Question] = field(default_factory=set)

    def ask(self, course: Course, progress: Progress) -> Recap | Shown:
        """Shows the questions that are due; the same ones again until they are answered."""
        found = questions(course, self.chapter, progress.records())
        self.open = {one.exercise: one for one in found}
        if found:
            return Recap(tuple(found), lambda one, chosen: self._answer(progress, one, chosen))
        if 0 < self.chapter <= BACK:
            return Shown(f"Recaps begin in chapter {BACK + 1}.")
        where = f" in chapter {self.chapter - BACK}" if self.chapter else ""
        return Shown(f"Nothing to recap yet: recaps ask about exercises that you solved{where}.")

    def answer(self, course: Course, progress: Progress, answers: Mapping[str, str]) -> Answers:
        """Tells whether answers are right; only the first answer to a question counts.

        Raises:
            TapeworkError: If an answer belongs to no question, or is no letter of it.
        """
        if not self.open:
            self.ask(course, progress)
        for name, chosen in answers.items():
            if name not in self.open:
                asked = ", ".join(f"`{one}`" for one in self.open) or "none"
                raise TapeworkError(
                    f"No question about {name!r} is open; open are: {asked}. Run `recap()` first."
                )
            if chosen not in tuple(LETTERS):
                raise TapeworkError(f"Expected {name} as one of a, b, c, received {chosen!r}.")
        return Answers(
            tuple(self._answer(progress, self.open[name], one) for name, one in answers.items())
        )

    def _answer(self, progress: Progress, question: Question, chosen: str) -> Answer:
        answer = Answer(question, chosen)
        if question not in self.answered:
            self.answered.add(question)
            progress.note_recap(question.exercise, answer.right)
        return answer


def _how_to_answer(question: Question) -> str:
    return f'recap({question.exercise}="a")'


def _as_html(question: Question, call: str = "") -> str:
    options = "".join(f"<li>{prose(one)}</li>" for one in question.options)
    body = (
        f"<strong>{sign(OPEN)} Someone's <code>{question.exercise}</code>. What is wrong with it?"
        f'</strong><pre style="{CODE}"><code>{escape(question.source)}</code></pre>'
        f'<ol type="a" style="margin:4px 0;padding-left:24px">{options}</ol>'
    )
    if call:
        body += f"<p>Answer with <code>{escape(call)}</code> in a cell of your own, or b, or c.</p>"
    return framed(body, OPEN, f"Recap of {question.exercise}", 'data-recap="open"')


def _as_text(question: Question) -> str:
    options = [f"{letter}) {one}" for letter, one in zip(LETTERS, question.options, strict=True)]
    head = f"Someone's {question.exercise}. What is wrong with it?"
    return "\n\n".join(
        [head, question.source, "\n".join(options), f"Answer with {_how_to_answer(question)}."]
    )
