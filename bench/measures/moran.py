import warnings

import numpy
from peer import serve

warnings.simplefilter("ignore")
from esda import Moran  # noqa: E402
from libpysal.weights import W  # noqa: E402


def prepare(given):
    w = W(dict(enumerate(given["neighbours"])))
    w.transform = "r"
    return numpy.array(given["values"]), w


def run(prepared):
    values, w = prepared
    numpy.random.seed(1)
    moran = Moran(values, w, permutations=9999)
    return {"I": float(moran.I), "p": float(moran.p_sim)}


serve(prepare, run)
