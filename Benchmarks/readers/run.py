#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures every reader of long files: megabytes a second of processor time, and memory a row.

    Benchmarks/readers/run.py [--rows N] [--program PATH] [--only NAME]

Each file is made anew, read by the command that reads it in practice, and removed. Time and memory of a file
with few rows are taken off, so that what is left is the reading. Tables, of which a million rows
are read at most, are measured with so many.
"""
import argparse, datetime, os, random, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DAYS = [(datetime.date(2005, 1, 1) + datetime.timedelta(day)).isoformat() for day in range(7300)]
CLOCKS = [f"{s // 3600:02d}:{s // 60 % 60:02d}:{s % 60:02d}" for s in range(86_400)]
TYPES = ["pre_sale", "after_sale", "logistics", "售前", "return"]
YEAR = 365 * 86_400

TERMS = """\
options:
  conversation: {base: answered, answered_within: 90 s, once_per_customer_and_day: true}
clauses:
  - {kind: per_conversation, price: 1}
"""
COUNTS = """\
options: {conversation: arrived}
clauses:
  - {kind: per_conversation, price: 1}
"""
# A scenario that replays a week of the history, so that reading it is nearly all of the work.
REPLAY = """\
name: A replay
horizon: {start: 2024-06-03, end: 2024-06-09}
service_window: 00:00-24:00
inquiry_types: TYPES
demand: {history: {file: FILE, sort: true, gaps: zero}}
agent_groups: {team: {skills: SKILLS, chat_limit: 3}}
shifts: {all: 00:00-24:00}
plans: {seats: {staffing: [{group: team, shift: all, agents: 3}], contract: seats}}
"""


def stamp(second):
    return f"{DAYS[7300 - 365 + second // 86_400]} {CLOCKS[second % 86_400]}"


def arrivals(rows, order, columns):
    draw = random.Random(7)
    yield "arrival" + (",type" if columns else "") + (",wait,handling,outcome" if columns > 1 else "") + "\n"
    for row in range(rows):
        line = stamp(draw.randrange(YEAR) if order == "mixed" else row * YEAR // rows)
        if columns:
            line += "," + TYPES[row % 5]
        if columns > 1:
            line += f",{row % 97},{30 + row % 300},{'served' if row % 9 else 'abandoned'}"
        yield line + "\n"


def counts(rows, order):
    places = list(range(rows))
    if order == "mixed":
        random.Random(7).shuffle(places)
    yield "interval_start,count\n"
    for place in places:
        # Up to the last minute of June 2024.
        second = (7121 * 1440 - rows + place) * 60
        yield f"{DAYS[second // 86_400]} {CLOCKS[second % 86_400]},{place % 7}\n"


def log(rows):
    draw = random.Random(7)
    yield "arrived_at,inquiry_type,customer,outcome,first_reply_seconds,duration_seconds,orders,sales\n"
    for row in range(rows):
        yield (f"{stamp(row * YEAR // rows)},{TYPES[row % 5]},buyer_{draw.randrange(rows // 2):08d},"
               f"{'served' if row % 9 else 'abandoned'},{row % 97},{30 + row % 300},{row % 2},{row % 2 * 199}.50\n")


def chats(rows):
    yield "plan,chat,date,second,inquiry_type,background,outcome,wait,first_reply,handling,group,agent,order\n"
    for row in range(rows):
        second = row * YEAR // rows
        yield (f"seats,{row},{DAYS[7300 - 365 + second // 86_400]},{second % 86_400}.{row % 1000:03d},"
               f"{TYPES[row % 5]},false,{'served' if row % 9 else 'abandoned'},{row % 97 / 3:.3f},"
               f"{row % 97 / 2:.3f},{30 + row % 300 / 7:.3f},team,{row % 20},{'true' if row % 3 else 'false'}\n")


def daily(rows):
    yield "date,hour,inquiry_type,arrived,answered,orders,sales\n"
    for row in range(rows):
        day, rest = divmod(row, 24 * 20)
        yield f"{DAYS[day]},{rest // 20},type_{rest % 20},{row % 50},{row % 45},{row % 7},{row % 7 * 99}.50\n"


def wide(rows):
    yield "日期,小时," + ",".join(f"咨询量：{kind}" for kind in "甲乙丙丁") + "\n"
    for row in range(rows):
        yield f"{DAYS[row // 24]},{row % 24},{row % 50},{row % 9},{row % 7},{row % 3}\n"


def monthly(rows):
    yield "month,inquiry_type,inquiries,orders,sales\n"
    for row in range(rows):
        month = row // 1000
        yield f"{2005 + month // 12}-{month % 12 + 1:02d},type_{row % 1000},{row % 5000},{row % 70},{row % 70 * 99}.50\n"


def invoice(rows):
    yield "month,clause,quantity,price,amount\n"
    for row in range(rows):
        yield f"2025-{row % 12 + 1:02d},条款 {row % 900},{row % 999},1.5,{row % 999 * 1.5:.2f}\n"


def events(rows):
    yield "date,name,kind\n"
    for row in range(rows):
        yield f"{DAYS[row % 7300]},event_{row % 40},promotion\n"


MILLION = 1_000_000
PLAIN, TYPED = ["validate", "ONE"], ["validate", "FIVE"]
CASES = {
    "arrivals": (lambda n: arrivals(n, "in order", 0), PLAIN, None),
    "arrivals, out of order": (lambda n: arrivals(n, "mixed", 0), PLAIN, None),
    "arrivals with types": (lambda n: arrivals(n, "in order", 1), TYPED, None),
    "arrivals with types, out of order": (lambda n: arrivals(n, "mixed", 1), TYPED, None),
    "the same with waits and outcomes": (lambda n: arrivals(n, "in order", 2), TYPED, None),
    "the same, fitted": (lambda n: arrivals(n, "in order", 2), ["fit", "FILE"], None),
    "counts by minute": (lambda n: counts(n, "in order"), PLAIN, None),
    "counts by minute, out of order": (lambda n: counts(n, "mixed"), PLAIN, None),
    "chat log, customers once a day": (log, ["bill", "TERMS", "FILE"], None),
    "chats.csv of a simulation": (chats, ["bill", "COUNTS", "FILE"], None),
    "usage by hour and type": (daily, ["bill", "COUNTS", "FILE"], MILLION),
    "usage by hour, wide, Chinese": (wide, ["bill", "COUNTS", "FILE"], 100_000),
    "usage by month and type": (monthly, ["bill", "COUNTS", "FILE"], 200_000),
    "invoice, compared": (invoice, ["bill", "COUNTS", "USAGE", "--against", "FILE"], MILLION - 1),
    "events": (events, ["fit", "HISTORY", "--events", "FILE"], MILLION - 1),
}


class Readers:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.write("TERMS", [TERMS])
        self.write("COUNTS", [COUNTS])
        self.write("USAGE", ["month,arrived\n", "2025-01,5\n"])
        self.write("HISTORY", arrivals(20_000, "in order", 0))
        for name, types in ("ONE", TYPES[:1]), ("FIVE", TYPES):
            kinds = "{" + ", ".join(f"{kind}: {{handling: 480 s}}" for kind in types) + "}"
            text = REPLAY.replace("TYPES", kinds).replace("SKILLS", f"[{', '.join(types)}]")
            self.write(name, [text])

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, lines):
        # In a process of its own: what this one has held counts as the memory of those that it starts.
        process = os.fork()
        if process == 0:
            with open(self.path(name), "w", buffering=1 << 20, encoding="utf-8") as file:
                file.writelines(lines)
            os._exit(0)
        os.waitpid(process, 0)
        return os.path.getsize(self.path(name))

    def run(self, arguments):
        """Processor seconds and greatest memory in bytes."""
        names = {"FILE", "TERMS", "COUNTS", "USAGE", "HISTORY", "ONE", "FIVE"}
        command = [self.program] + [self.path(word) if word in names else word for word in arguments]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1, 4):
            print(f"    status {process.returncode}: {errors.strip()[:200]}")
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024

    def measure(self, make, command, rows):
        few = min(rows // 2, max(50_000, rows // 100))
        small = self.write("FILE", make(few))
        base, floor = self.run(command)
        size = self.write("FILE", make(rows))
        seconds, memory = self.run(command)
        os.remove(self.path("FILE"))
        return (size - small) / max(1e-6, seconds - base) / 1e6, max(0, memory - floor) / (rows - few)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--program", default=os.path.join(ROOT, ".build/release/inquiry"))
    parser.add_argument("--only", help="cases whose name has this in it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="inquiry-readers-") as folder:
        readers = Readers(options.program, folder)
        print(f"{'reader':<38}{'rows':>12}{'MB/s':>8}{'bytes a row':>13}")
        for name, (make, command, most) in CASES.items():
            if options.only and options.only not in name:
                continue
            rows = min(options.rows, most or options.rows)
            speed, memory = readers.measure(make, command, rows)
            print(f"{name:<38}{rows:>12,}{speed:>8.0f}{memory:>13.1f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
