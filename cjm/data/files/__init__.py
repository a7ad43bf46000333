"""Files as tables: whatever their form, rows of text columns on the engine, and where each stood.

`reading.read_files` is the door. The engine never guesses: delimiter, header, encoding and types
are found here, each line that is no row is told by its number. Nothing is imported here: records
and texts are read where there is no engine, too.
"""
