"""In place of Pyodide's loader of packages: the page's archive has all there is."""

SITE_PACKAGES = "/lib/python3.14/site-packages"
DSO_DIR = "/usr/lib"
