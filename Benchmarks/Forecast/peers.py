#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Day totals forecast by MSTL + ETS (statsforecast) and by Prophet, for ForecastBenchmark.

    ForecastBenchmark --export DIR [FOLDER ...]
    peers.py DIR
    ForecastBenchmark --peers DIR [FOLDER ...]

Reads DIR/<history>.csv (date,total) with <history>.origins and <history>.events, and writes
<history>.<method>.csv (origin,ahead,mean,p10,p90); what is there is kept. Without the packages it says so and
writes nothing.
"""

import csv
import datetime
import logging
import pathlib
import sys
import warnings

LONGEST = 28
HALF_BAND = 1.2816


def read(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def filled(values):
    """Unknown days as a week before, or else as the first known day."""
    known = next((value for value in values if value == value), 0.0)
    result = []
    for day, value in enumerate(values):
        result.append(value if value == value else result[day - 7] if day >= 7 else known)
    return result


def mstl(dates, values, events):
    import numpy
    from statsforecast.models import MSTL, AutoETS

    seasons = [7, 365] if len(values) >= 2 * 365 else [7]
    model = MSTL(season_length=seasons, trend_forecaster=AutoETS(model="ZZN"))
    result = model.forecast(y=numpy.array(filled(values)), h=LONGEST, level=[80])
    return list(zip(result["mean"], result["lo-80"], result["hi-80"]))


def prophet(dates, values, events):
    import pandas
    from prophet import Prophet

    holidays = pandas.DataFrame(
        [{"ds": row["date"], "holiday": row["kind"]} for row in events]
    ) if events else None
    model = Prophet(
        holidays=holidays, interval_width=0.8, uncertainty_samples=200, daily_seasonality=False,
        weekly_seasonality=True, yearly_seasonality=len(values) >= 400)
    model.fit(pandas.DataFrame({"ds": dates, "y": values}))
    last = datetime.date.fromisoformat(dates[-1])
    future = pandas.DataFrame(
        {"ds": [last + datetime.timedelta(days=ahead) for ahead in range(1, LONGEST + 1)]})
    future["ds"] = pandas.to_datetime(future["ds"])
    result = model.predict(future)
    return list(zip(result["yhat"], result["yhat_lower"], result["yhat_upper"]))


def main():
    folder = pathlib.Path(sys.argv[1])
    methods = {}
    try:
        import statsforecast  # noqa: F401

        methods["mstl"] = mstl
    except ImportError:
        print("MSTL + ETS left out: the package statsforecast is not installed")
    try:
        import prophet as _  # noqa: F401

        methods["prophet"] = prophet
    except ImportError:
        print("Prophet left out: the package prophet is not installed")
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    for name, method in methods.items():
        for origins in sorted(folder.glob("*.origins")):
            target = folder / f"{origins.stem}.{name}.csv"
            if target.exists():
                continue
            rows = read(folder / f"{origins.stem}.csv")
            events = read(folder / f"{origins.stem}.events")
            dates = [row["date"] for row in rows]
            values = [float(row["total"]) if row["total"] else float("nan") for row in rows]
            lines = ["origin,ahead,mean,p10,p90"]
            for origin in map(int, origins.read_text().split()):
                found = method(dates[:origin], values[:origin], events)
                for ahead, row in enumerate(found, 1):
                    cells = ",".join(f"{max(0.0, float(value)):.4f}" for value in row)
                    lines.append(f"{origin},{ahead},{cells}")
            target.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
