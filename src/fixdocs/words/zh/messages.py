"""What every diagnostic says, gathered from the families."""

from .. import MessageWords
from . import messages_improve, messages_input, messages_plan, messages_survey

MESSAGES: dict[str, MessageWords] = {
    **messages_input.MESSAGES,
    **messages_survey.MESSAGES,
    **messages_improve.MESSAGES,
    **messages_plan.MESSAGES,
}
