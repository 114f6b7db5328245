"""What every peer does: read the input, say so, then run and time whenever asked."""

import json
import sys
import time


def serve(prepare, run):
    """prepare(input) is not timed; run(prepared) is, and gives what can be written as JSON."""
    prepared = prepare(json.loads(sys.stdin.readline()))
    print("{}", flush=True)
    for _ in sys.stdin:
        begun = time.perf_counter()
        result = run(prepared)
        seconds = time.perf_counter() - begun
        print(json.dumps({"seconds": seconds, "result": result}), flush=True)
