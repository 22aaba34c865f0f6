"""The verdict scale: the newsroom's published steps of judgement."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from site_builder.model.fields import Record, Text
from site_builder.model.told import Prose

Icon = Literal["tick", "half", "speech", "triangle", "cross", "arrows", "ring"]
Line = Literal["solid", "thin", "dashed", "wavy", "double", "dotted"]
Tone = Literal["green", "blue", "amber", "orange", "red", "grey"]


class Step(Record):
    """One verdict. ``number`` is its place on the scale; a verdict without one stands beside the scale."""

    id: Text = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="A short name for addresses.")
    label: Prose = Field(description="The word on the page and in claim files.")
    criterion: Prose = Field(description="When this verdict is given.")
    number: int | None = Field(None, ge=1, description="Its place on the scale, 1 the lowest.")
    tone: Tone = Field(description="Its colour.")
    icon: Icon = Field(description="Its icon.")
    line: Line = Field(description="How the sentence is underlined.")
    needs_evidence: bool = Field(True, description="Whether a claim with this verdict must cite evidence.")


class Scale(Record):
    """The steps, best first."""

    steps: tuple[Step, ...] = Field(min_length=2, description="The verdicts, best first.")

    @model_validator(mode="after")
    def _told_apart(self) -> Scale:
        for name in ("id", "label"):
            values = [getattr(step, name) for step in self.steps]
            if len(set(values)) < len(values):
                raise ValueError(f"two steps share one {name}")
        return self

    def step(self, verdict: str) -> Step | None:
        """Return the step whose label is ``verdict``; ``None`` where the scale has none."""
        return next((step for step in self.steps if step.label == verdict), None)

    @property
    def numbered(self) -> tuple[Step, ...]:
        """Return the steps that have a number, lowest first."""
        return tuple(sorted((s for s in self.steps if s.number is not None), key=lambda s: s.number or 0))
