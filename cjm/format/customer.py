"""What is told of the customer in texts: at a touchpoint, of a stage, and for one persona."""

from cjm.format.common import TEXTS
from cjm.format.record import Field
from cjm.i18n import Message, say
from cjm.tuples import NamedTuple


class Told(NamedTuple):
    """What a list of texts says of customers, and of those who are one persona."""

    customer: Message
    persona: Message


TOLD = {
    "actions": Told(say("What the customer does."), say("What this persona does.")),
    "thoughts": Told(
        say("What the customer thinks or asks."), say("What this persona thinks or asks.")
    ),
    "emotions": Told(say("What the customer feels."), say("What this persona feels.")),
    "strengths": Told(say("What is done well."), say("What is done well for this persona.")),
    "pains": Told(say("What hurts the customer."), say("What hurts this persona.")),
    "opportunities": Told(
        say("What could be made of it; ideas without figures."),
        say("What could be made of it for this persona."),
    ),
    "quotes": Told(say("What customers said."), say("What people of this persona said.")),
}
"""By the key."""


def of_customer(*keys: str) -> dict[str, Field]:
    """The fields of these keys."""
    return {key: Field(TEXTS, TOLD[key].customer) for key in keys}


def of_persona() -> dict[str, Field]:
    """All of them, as a persona's own replace the touchpoint's."""
    return {key: Field(TEXTS, told.persona) for key, told in TOLD.items()}
