"""`python -m cjm` is the command `cjm`, and this is where both begin."""

import gc
import sys


def main() -> None:
    """Run the command line and exit; Ctrl-C is no traceback, even while Python is importing it.

    Nor is what `kill`, a CI server or a closed terminal sends: it ends a run as Ctrl-C does.
    """
    # Classes first, then trees by the thousand: looking for cycles less often saves a third.
    gc.set_threshold(100_000, 20, 50)
    try:
        from cjm.system.signals import as_interrupt

        as_interrupt()
        from cjm.cli import main as run

        run()
    except KeyboardInterrupt:
        print("error: stopped: nothing was left half-written", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
