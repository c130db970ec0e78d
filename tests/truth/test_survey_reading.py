"""What a reading of the survey report from its first sentence to its last had to mend."""

from __future__ import annotations

import pytest

from fixdocs.sample import project as sample
from fixdocs.schema.choices import StepKind
from fixdocs.words import words_of


def test_the_sample_says_of_every_activity_whether_it_is_an_approval_and_whether_the_customer_acts() -> None:
    held = [s for s in (*sample().steps, *sample().to_be) if s.kind is StepKind.ACTIVITY]
    assert held
    assert all(step.approval is not None and step.customer is not None for step in held)


@pytest.mark.parametrize(("language", "longest"), [("zh", "最长的一支"), ("en", "longest branch")])
def test_the_help_of_touch_time_tells_it_as_it_is_computed(language: str, longest: str) -> None:
    told = words_of(language).column("steps", "touch").help
    assert longest in told
