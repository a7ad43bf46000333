"""Tables: a journey as CSV, TSV and XLSX, one row a touchpoint.

`columns` and `sheets` say what stands where, `cells` and `transitions` what a cell means; `reading`
and `writing` go between rows and the format's own fields and know of no file. What is peculiar to
files of either kind stands in `csv_form` and in the modules that begin with `xlsx`.
"""
