"""What a user of pandas writes: the same tables as jsonparse-build.mjs, from the same parts, two processes.

    python3 bench/pandas_build.py FOLDER-OF-PARTS INSTITUTIONS.jsonl RESULT.json

Needs pandas 2 (`python3 -m pip install pandas`).
"""

import json
import sys
from multiprocessing import Pool
from pathlib import Path

import pandas as pd

COLUMNS = [
    "id", "publication_year", "type", "is_retracted", "is_paratext", "is_xpac",
    "is_authors_truncated", "updated_date", "authorships",
]
CHUNK = 10_000
AUTHOR_CAP = 100
LINEAGES = {}  # of institutions, for records that give none


def read_lineages(path):
    for line in open(path, encoding="utf8"):
        record = json.loads(line)
        LINEAGES[record["id"]] = record["lineage"]


def read_part(path):
    """The versions of works of one part, and their Shares by institution."""
    versions, shares = [], []
    for chunk in pd.read_json(path, lines=True, compression="gzip", chunksize=CHUNK, dtype=False, convert_dates=False):
        works = chunk.reindex(columns=COLUMNS)
        works["keep"] = (
            ~works.is_retracted.eq(True)
            & ~works.is_paratext.eq(True)
            & ~works.is_xpac.eq(True)
            & works.publication_year.notna()
            & works.type.isin(["article", "review"])
        )
        works["truncated"] = works.is_authors_truncated.eq(True)
        # The newest version wins; of two of one date the later file's, then the later line's.
        line = works.index.astype(str).str.zfill(9)
        works["version"] = works.updated_date.fillna("") + " " + path.name + " " + line
        versions.append(works[["id", "version", "keep", "publication_year", "truncated"]])
        shares.append(split(works[works.keep]))
    return pd.concat(versions), pd.concat(shares)


def split(works):
    """One row per work, author and institution: the author's part of the work there."""
    rows = works[["id", "version", "authorships"]].explode("authorships")
    rows = rows.dropna(subset="authorships").reset_index(drop=True)
    rows["author"] = rows.authorships.map(lambda one: one["author"]["id"])
    alone = rows.author.isna()
    rows.loc[alone, "author"] = ["author %d" % i for i in range(alone.sum())]
    rows["authors"] = rows.groupby(["id", "version"]).author.transform("nunique")
    rows["institutions"] = rows.authorships.map(lambda one: one["institutions"])
    rows = rows.drop(columns="authorships").explode("institutions").dropna(subset="institutions")
    rows["institution"] = rows.institutions.map(lambda one: one["id"])
    rows["lineage"] = rows.institutions.map(lambda one: one.get("lineage") or LINEAGES.get(one["id"], []))
    rows = rows.drop(columns="institutions").drop_duplicates(["id", "version", "author", "institution"])

    key = ["id", "version", "author"]
    above = rows[key + ["institution", "lineage"]].explode("lineage").dropna(subset="lineage")
    above = above[above.lineage != above.institution][key + ["lineage"]].drop_duplicates()
    above = above.rename(columns={"lineage": "institution"}).assign(parent=True)
    rows = rows.drop(columns="lineage").merge(above, on=key + ["institution"], how="left")
    rows = rows[rows.parent.isna()].drop(columns="parent")
    rows["share"] = 1 / rows.authors / rows.groupby(key).institution.transform("size")
    return rows.groupby(["id", "version", "institution", "authors"], as_index=False).share.sum()


def cities_of_institutions(path):
    seats = {}
    prefectures = pd.read_csv(Path(__file__).parent.parent / "data/places/prefectures.csv", dtype=str)
    for row in prefectures.itertuples():
        seats[(float(row.lat), float(row.lon))] = "cn:" + row.code
        if isinstance(row.geonames_id, str):
            seats[row.geonames_id] = "cn:" + row.code
    cities = {}
    for line in open(path, encoding="utf8"):
        record = json.loads(line)
        geo = record["geo"]
        geonames = geo["geonames_city_id"]
        special = {"HK": "cn:8100", "MO": "cn:8200"}.get(geo["country_code"])
        if special:
            cities[record["id"]] = special
        elif geo["country_code"] == "CN":
            cities[record["id"]] = seats.get(geonames or (geo["latitude"], geo["longitude"]))
        elif geonames:
            cities[record["id"]] = "gn:" + geonames
    return cities


def main(folder, institutions, result):
    parts = sorted(Path(folder).glob("*.gz"))
    with Pool(2, read_lineages, [institutions]) as pool:
        read = pool.map(read_part, parts, chunksize=1)
    versions = pd.concat([one for one, _ in read])
    newest = versions.sort_values("version").drop_duplicates("id", keep="last")
    newest = newest[newest.keep]
    rows = pd.concat([one for _, one in read]).merge(newest, on=["id", "version"])
    rows["city"] = rows.institution.map(cities_of_institutions(institutions))
    rows = rows.dropna(subset="city")
    share = rows.groupby(["city", "publication_year"]).share.sum()

    linked = rows[(rows.authors <= AUTHOR_CAP) & ~rows.truncated][["id", "city"]].drop_duplicates()
    pairs = linked.merge(linked, on="id")
    pairs = pairs[pairs.city_x < pairs.city_y].groupby(["city_x", "city_y"]).size()
    answer = {
        "lines": len(versions),
        "works": len(newest),
        "located": float(rows.share.sum()),
        "share": {f"{city} {int(year)}": float(value) for (city, year), value in share.items()},
        "pairs": {f"{a} {b}": int(value) for (a, b), value in pairs.items()},
    }
    Path(result).write_text(json.dumps(answer))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
