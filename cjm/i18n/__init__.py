"""What people read: messages, translated where they are printed."""

from cjm.i18n.message import External, Figure, Message, external, plural, quotable, say, translate

__all__ = ["External", "Figure", "Message", "external", "plural", "quotable", "say", "translate"]
