"""Workers: results in order, whatever becomes of the processes."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from cjm.system import process
from cjm.system.workers import Workers


def squares(numbers):
    return [(number * number, os.getpid()) for number in numbers]


def fail(numbers):
    if 37 in numbers:
        raise LookupError("no such number")
    return squares(numbers)


def die(numbers):
    if multiprocessing.parent_process() and 37 in numbers:
        os._exit(1)
    return squares(numbers)


@pytest.fixture
def workers():
    workers = Workers(3)
    yield workers
    workers.close()
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("at_once", [1, 7, 99])
def test_results_come_in_order(workers, at_once):
    """However the items are shared out; a second piece of work may follow."""
    for many in (100, 20):
        results = list(workers.work(squares, range(many), at_once))
        assert [number for number, _ in results] == [n * n for n in range(many)]
        others = {pid for _, pid in results} - {os.getpid()}
        assert len(others) == (min(3, -(-many // at_once)) if many > at_once else 0)


def test_a_worker_that_dies_is_made_up_for(workers):
    """The rest is done here, nothing twice."""
    results = list(workers.work(die, range(100), 5))
    assert [number for number, _ in results] == [n * n for n in range(100)]
    assert os.getpid() in {pid for _, pid in results}
    assert workers.alone


def test_what_a_task_raises_is_raised_here(workers):
    """And the workers serve again."""
    results = workers.work(fail, range(100), 5)
    with pytest.raises(LookupError, match="no such number"):
        list(results)
    assert len(list(workers.work(squares, range(100), 5))) == 100


def test_work_that_nobody_reads_to_the_end_leaves_nothing(workers):
    """What comes next is its own results."""
    work = workers.work(squares, range(100), 5)
    next(work)
    work.close()
    assert [number for number, _ in workers.work(squares, range(9), 2)] == [n * n for n in range(9)]


def test_results_larger_than_a_pipe_arrive(workers):
    """Neither side waits for the other."""
    texts = [str(n) * 200_000 for n in range(12)]
    assert list(workers.work(list, texts, 2)) == texts


def test_a_program_is_given_its_input_and_a_limit():
    """What it writes comes back whole; one that takes too long is killed."""
    done = process.run(["cat"], content=b"x" * 300_000, time_limit=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"x" * 300_000, b"")
    with pytest.raises(process.TimeoutExpired):
        process.run(["sleep", "1000"], time_limit=0.1)
    with pytest.raises(OSError, match="No such file"):
        process.run(["/no/such/program"], time_limit=1)
