import warnings

import numpy
import pandas
from peer import serve

warnings.simplefilter("ignore")
import pyfixest  # noqa: E402


def prepare(given):
    a, b, year = (numpy.array(given[name]) for name in ("first", "second", "year"))
    cities = int(max(a.max(), b.max())) + 1
    since = year - year.min()
    names = list(given["regressors"])
    half = pandas.DataFrame({name: given["regressors"][name] for name in names})
    half["y"] = given["flow"]
    half["unordered"] = a * cities + b
    directions = []
    for o, d in ((a, b), (b, a)):
        one = half.copy()
        one["origin"] = o * 1000 + since
        one["destination"] = d * 1000 + since
        one["pair"] = o * cities + d
        directions.append(one)
    return names, pandas.concat(directions, ignore_index=True)


def run(prepared):
    names, data = prepared
    formula = "y ~ " + " + ".join(names) + " | origin + destination + pair"
    # The factor of clusters alone, as ppmlhdfe has it.
    factor = pyfixest.ssc(k_adj=False)
    fit = pyfixest.fepois(formula, data, vcov={"CRV1": "unordered"}, ssc=factor)
    return {
        "coefficients": [float(fit.coef()[name]) for name in names],
        "errors": [float(fit.se()[name]) for name in names],
        "used": int(fit._N),
    }


serve(prepare, run)
