"""The languages that findings are told in: English first, any other made from the same parts."""

from cjm.i18n.message import Figure, Message, foreign, plural, say, told

__all__ = ["Figure", "Message", "foreign", "plural", "say", "told"]
