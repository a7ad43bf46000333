"""Conversion: text columns into numbers, times and ids, by SQL; what does not fit is counted.

A module a kind of source, and one for each kind of column. The module of a kind gives the columns
that `cjm.data.typed.Typed` promises, and the faults that leave rows out.
"""

from cjm.data.conversion.converting import convert

__all__ = ["convert"]
