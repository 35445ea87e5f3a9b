#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Worked examples of the pricing facts (F…) and readings (R…), in exact arithmetic.

Independent of the Swift code: rational numbers, one rounding per line, half away from zero.
Run `python3 worked_examples.py > worked_examples.csv` after a change; the tests read the CSV.
"""
import calendar
from datetime import date, timedelta
from fractions import Fraction as Q

rows = []


def fen(yuan):
    """Yuan to whole 分, half away from zero."""
    scaled = abs(Q(yuan)) * 100
    whole = (scaled * 2 + 1) // 2
    return int(whole) if yuan >= 0 else -int(whole)


def example(name, *lines):
    """Each line is rounded by itself; the example's amount is their sum."""
    total = sum(fen(Q(line)) for line in lines)
    sign = "-" if total < 0 else ""
    rows.append((name, f"{sign}{abs(total) // 100}.{abs(total) % 100:02d}"))


def D(text):
    return Q(text)


TABLE = [(50, 900), (100, 1600), (200, 2800), (400, 4800), (800, 8800)]


def slab(average):
    for bound, fee in TABLE:
        if average <= bound:
            return [Q(fee)]
    return [Q(8800), (average - 800) * 10]


# --- seats -------------------------------------------------------------------------------------
example("F6 two dedicated seats at 4,500 for March", 2 * 4500)
example("R6 a seat from 15 April", Q(4500) * 16 / 30)
example("R6 a seat from 15 February 2028", Q(4500) * 15 / 29)
example("R6 option thirty days, from 15 March", Q(4500) * 17 / 30)
# Three seats all of May (31 days), two more from the 10th (22 days), one back, last day the 20th.
example("R6 seats added and returned in May", Q(4800) * (3 * 31 + 2 * 22 - 1 * 11) / 31)
example("F8 R10 one after-sale seat at 5,000 a month", 5000)
example("F9f a night seat at 4,500 and 30 percent", 4500, 4500 * D("0.30"))
# --- base and commission -----------------------------------------------------------------------
example("F5 one seat, 2 percent of 123,456.78", 1500, D("123456.78") * D("0.02"))
example("R8 net of 10,000.01 refunds", 1500, D("113456.77") * D("0.02"))
example("F5 commission 3 percent up to 100 an order, else 1", 1500, D("50000") * D("0.03"))
example("F5 commission 1 percent above 100 an order", 1500, D("50001") * D("0.01"))
# --- tiers -------------------------------------------------------------------------------------
for count in (0, 1500, 1501, 3000, 6000, 12000, 24000, 24001, 30000):
    example(f"F7 slab of {count} inquiries in 30 days", *slab(Q(count, 30)))
example("R1 part month: 900 inquiries in 10 of 30 days", Q(2800) if Q(900, 10) > 100 else Q(1600) * 10 / 30)
example("R1 last month's 100 a day prices this month", 1600)
RATES = [(100, "1.2"), (300, "1.0"), (None, "0.8")]


def graduated(count, days):
    average, low, lines = Q(count, days), Q(0), []
    for bound, rate in RATES:
        top = average if bound is None or average <= bound else Q(bound)
        if top > low:
            lines.append((top - low) * days * D(rate))
        if bound is not None:
            low = Q(bound)
    return lines


def slab_rate(count, days):
    average = Q(count, days)
    for bound, rate in RATES:
        if bound is None or average <= bound:
            return [count * D(rate)]


for count in (3100, 3101, 9300, 9301, 15000):
    example(f"R2 graduated per inquiry, {count} in 31 days", *graduated(count, 31))
    example(f"R2 slab per inquiry, {count} in 31 days", *slab_rate(count, 31))
example("F7 unit per month per daily inquiry: 4,000 in 31 days at 12.5", Q(4000, 31) * D("12.5"))
example("F7 overflow in a part month: 9,000 in 10 of 30 days", Q(8800) * 10 / 30, (Q(900) - 800) * 10 * 10 / 30)
example("minimum of 3,000 in a half month", Q(3000) / 2)
# --- conversations -----------------------------------------------------------------------------
DAYS = [480, 500, 501, 900]
example("F9a 0.9 within 500 a day, 0.7 beyond", sum(min(n, 500) for n in DAYS) * D("0.9"),
        sum(max(n - 500, 0) for n in DAYS) * D("0.7"))
for count in (6000, 6001, 15000, 15001):
    average = Q(count, 30)
    rate = "1.8" if average <= 200 else "1.4" if average <= 500 else "1.0"
    example(f"F9b {count} inquiries in 30 days", count * D(rate))
example("F9f night conversations 30 percent dearer", 1000 * D("0.9"), D("900") * Q(250, 1000) * D("0.3"))
# 400 of 1,000 conversations on promotion dates at +50 %, 100 of these at night too, +30 %.
example("F9f F9g surcharges add up", 1000 * D("0.905"), 400 * D("0.905") * D("0.5"), 100 * D("0.905") * D("0.3"))
# 14 days of 90 and 16 of 110: the first 100 of a day at 0.9, the rest at 0.7; the last ten days, of
# 110 each, at +50 % of the charges in proportion.
charges = Q(fen(14 * 90 * D("0.9") + 16 * 100 * D("0.9")) + fen(16 * 10 * D("0.7")), 100)
example("F9g a surcharge in proportion where prices differ", (14 * 90 + 16 * 100) * D("0.9"), 160 * D("0.7"),
        charges * Q(10 * 110, 14 * 90 + 16 * 110) * D("0.5"))
example("F9c 10,000 included, 12,345 used", 20000, 24 * 300)
example("F9c only full blocks", 20000, 23 * 300)
example("F9c blocks in proportion", 20000, Q(2345, 100) * 300)
example("F9d two seats with 1,500 each, 3,100 used", 2 * 3800, 100 * D("0.9"))
# --- shifts, hours, orders ---------------------------------------------------------------------
example("F10 F11 ten ordinary, six promotion, four holiday shifts", 10 * 200, 6 * 200, 4 * 300)
example("F9g F12 100 h ordinary, 50 h promotion at 12", 100 * 12, 50 * 12, 50 * 12 * D("0.5"))
example("orders 2.5 below 50,000, then 1.8, then 1.2 by slab: 60,000", 60000 * D("1.8"))
# --- full service ------------------------------------------------------------------------------
example("F14 first month with shop sales of 333,333.33", 160000, D("333333.33") * D("0.15"))
example("F14 second month", D("200000") * D("0.15"))
# --- in-house ----------------------------------------------------------------------------------
people = 4
example("F25 four people, first-tier city, a month", people * 4000, people * 4000 * D("0.3"),
        people * 600, people * 150)
example("F25 third-tier wage", 3000, 900, 600, 150)
example("F25 three holiday shifts, triple pay beside the wage", 4000, 1200, 600, 150,
        Q(3 * 3) / D("21.75") * 4000)
example("F25 three holiday shifts, triple pay including the wage", 4000, 1200, 600, 150,
        Q(3 * 2) / D("21.75") * 4000)
# Two more start next month: a month of wage and 500 of training each, paid this month.
example("F26 two hired a month ahead", 2 * 4000, 2 * 1200, 2 * 600, 2 * 150, 2 * 4000, 2 * 500)
example("F26 five percent turnover of ten people", 10 * 4000, 10 * 1200, 10 * 600, 10 * 150,
        D("0.5") * 4000, D("0.5") * 500)
example("F25 26 shifts a month with one rest day a week", Q(26 * 7, 6) / 30 * 4000,
        Q(26 * 7, 6) / 30 * 1200, Q(26 * 7, 6) / 30 * 600, Q(26 * 7, 6) / 30 * 150)
# --- bonus and malus ---------------------------------------------------------------------------
example("F6 malus of 5 percent at a delay rate of 0.1001", 9000, -9000 * D("0.05"))
example("F6 malus of 15 percent at 0.25", 9000, -9000 * D("0.15"))
example("50 off for each of 7 late replies", 9000, -50 * 7)
# --- late payment (F16, R4, R5) ----------------------------------------------------------------


def late(amount, days, retroactive=False):
    if retroactive and days > 30:
        return Q(amount) * days * D("0.20")
    return Q(amount) * (min(days, 30) * D("0.05") + max(days - 30, 0) * D("0.20"))


for days in (0, 1, 30, 31, 45):
    example(f"F16 R4 10,000 late by {days} days", late(10000, days))
    example(f"R4 option retroactive, {days} days", late(10000, days, True))
example("R3 a late fee of 0.05 yuan by 5 days", late(D("0.05"), 5))
example("R3 a late fee of 0.10 yuan by 1 day", late(D("0.10"), 1))
# --- trial (F22, R6) ---------------------------------------------------------------------------
start, end = date(2026, 3, 20), date(2026, 4, 19)
served = (end - start).days + 1
example("F22 R6 trial from 20 March, one line by March's days", Q(4500) * served / 31)
example("R6 the rest of April after that trial", Q(4500) * 11 / 30)
example("F22 R6 a trial left after ten days", Q(4500) * 10 / 31)
# --- guarantee and interruption ----------------------------------------------------------------
# Two contract years from 16 September 2025: 1,000 a day and then 990 a day, promised what was sold
# the year before, at first 366,000; a hundredth of each shortfall is paid.
example("F15 a hundredth of the first year's shortfall", (366000 - 365 * 1000) * D("0.01"))
example("F15 a hundredth of the second year's shortfall", (365 * 1000 - 365 * 990) * D("0.01"))
# June has 30 days, of which three are lost: the fee of 3,000 by days; a minimum of 6,000 by days.
example("F24 three days of a fee of 3,000 given back", Q(3000) * 3 / 30)
example("F24 a minimum of 6,000 over 27 of 30 days", Q(6000) * 27 / 30)
# A minimum of 2,000 on conversations of 900 that were paid for: only the minimum shrinks.
example("F24 a minimum of 2,000 on conversations over 27 of 30 days", Q(2000) * 27 / 30)
# --- the own team's limits (F27, F28) ----------------------------------------------------------
example("F27 a part-timer of 26 days of 8 hours at 23", 26 * 8 * 23)
example("F27 a third-tier employee, all in", 3000, 3000 * D("0.3"), 600, 150)
# One at a time in April: 30 eight-hour shifts a day and post, each person working six days of seven.
for name, posts in (("F28 eight hours", 1), ("F28 F3 sixteen hours", 2), ("F28 F3 around the clock", 3)):
    staff = Q(30 * posts * 7, 6) / 30
    example(name + " with one rest day a week", staff * 4000, staff * 1200, staff * 600, staff * 150)
# --- rounding (R3) -----------------------------------------------------------------------------
example("R3 half a fen away from zero", D("0.005"))
example("R3 a credit rounds away from zero too", D("-0.005"))
example("R3 tax of 6 percent inside 10,600", Q(10600) * 6 / 106)
# --- deposits (R11) ----------------------------------------------------------------------------
example("R11 forfeit of a deposit of 3,000 at a price of 12,000", min(3000, Q(12000) / 5))
example("R11 the rest of it is a prepayment", 3000 - min(3000, Q(12000) / 5))
# --- the bills of Scenarios/bills --------------------------------------------------------------
SHARED = [(50, 900), (100, 1600), (200, 2800), (400, 4800)]
for year, month, pre_sale, after_sale in (
    (2026, 2, 2744, 611), (2026, 3, 3100, 698), (2026, 4, 3001, 702), (2026, 5, 6231, 1140)
):
    average = Q(pre_sale, calendar.monthrange(year, month)[1])
    fee = next(fee for bound, fee in SHARED if average <= bound)
    example(f"bill slab tier {year}-{month:02d}", fee, after_sale * D("0.9"))
# Three seats all month and two from 20 October; four people on 1-7 October, of which three days are
# statutory; 42 promotion shifts and 4 nights in either month; a bonus of 800 above 95 percent.
example("bill promotion month 2026-10", Q(4800) * (3 * 31 + 2 * 12) / 31, 4 * 4 * 200, 42 * 220,
        4 * 3 * 300, 4 * 260, 800)
example("bill promotion month 2026-11", Q(4800) * (3 * 30 + 2 * 15) / 30, 42 * 220, 4 * 260)

print("example,amount")
for name, amount in rows:
    print(f'"{name}",{amount}')
