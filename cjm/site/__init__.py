"""The site: a report for everyone who never opens a terminal, as a folder of HTML.

Journeys become data files and pages of their own; all other pages are made of these data files.
"""
