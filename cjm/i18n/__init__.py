"""What people read: messages, translated where they are printed."""

from cjm.i18n.message import Figure, Message, external, plural, say, translate

__all__ = ["Figure", "Message", "external", "plural", "say", "translate"]
