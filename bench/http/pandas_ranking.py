"""A ranking of cities by Share as a plain Python service answers it: FastAPI, pandas, tables in memory. No intervals.

FOLDER=observatory uvicorn pandas_ranking:app
"""

import os

import pandas as pd
from fastapi import FastAPI

WORK = 2**30
FOLDER = os.environ["FOLDER"]


def read(table: str, columns: list[str] | None = None) -> pd.DataFrame:
    return pd.read_parquet(os.path.join(FOLDER, f"{table}.parquet"), columns=columns)


output = read("city_output", ["city", "year", "subfield", "count", "share"])
output["city"] = output["city"].astype("category")
places = read("places", ["place", "name", "country"]).set_index("place")
fields = read("fields", ["level", "id", "parent"])
subfields = fields[fields["level"] == "subfield"]
app = FastAPI()


@app.get("/ranking")
def ranking(first: int, last: int, field: int | None = None, top: int = 20) -> dict:
    rows = output[(output["year"] >= first) & (output["year"] <= last)]
    if field is not None and field >= 100:
        rows = rows[rows["subfield"] == field]
    elif field is not None:
        rows = rows[rows["subfield"].isin(subfields.loc[subfields["parent"] == field, "id"])]
    totals = rows.groupby("city", observed=True)[["share", "count"]].sum()
    totals["share"] /= WORK
    # A millionth of a work is no order: so much is rounding of the tables.
    totals["rank"] = totals["share"].round(6).rank(method="min", ascending=False).astype(int)
    shown = totals.sort_values("share", ascending=False, kind="stable").head(top).join(places)
    return {"ranked": len(totals), "rows": shown.rename_axis("id").reset_index().to_dict("records")}
