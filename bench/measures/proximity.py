import numpy
from ecomplexity.calc_proximity import calc_discrete_proximity
from peer import serve


def prepare(given):
    # Whole numbers, as its own convert_to_binary makes them.
    return numpy.array(given["values"], dtype=numpy.int64).reshape(given["places"], given["fields"])


def run(mcp):
    phi = calc_discrete_proximity(mcp, numpy.nansum(mcp, axis=0))
    return {"first": phi[0].tolist(), "sum": float(phi.sum())}


serve(prepare, run)
