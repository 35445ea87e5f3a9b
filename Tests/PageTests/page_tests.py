# SPDX-License-Identifier: GPL-3.0-or-later
"""The page in a real browser: `python3 Tests/PageTests/page_tests.py PROGRAM [-k WORD]`."""

import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request
import zipfile

from browser import Browser, Server

PROGRAM = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else None
ROOT = pathlib.Path(__file__).parents[2]

SETTLED = """
  const r = document.querySelector('#results');
  return r.getAttribute('aria-busy') === 'false' && r.dataset.settled === 'true'"""
VIEWS = ("plans", "service", "verdict", "explore", "require", "plan", "headcount", "roster", "today", "score", "bill")
ANSWERED = "return document.querySelector('#results').getAttribute('aria-busy') === 'false'"

# A shop of a week, quick to simulate.
SHOP = """\
# A shop of a week.
name: Week shop
seed: 7
horizon: {start: 2026-03-02, end: 2026-03-08}
service_window: {open: 09:00, close: 18:00}
closed_hours: lost
inquiry_types:
  question:
    handling: {distribution: lognormal, mean: 8 min, cv: 0.66}
    patience: {distribution: exponential, mean: 6 min}
    order_value: 200      # yuan
    conversion: 10 %
demand: {daily_mean: 150, mix: {question: 100 %}}   # the volume
gross_margin: 45 %
agent_groups:
  team: {skills: [question], chat_limit: 3, concurrency: [1, 0.9, 0.8]}
shifts: {day: 09:00-18:00}
service_targets: [{measure: service_level, within: 60 s, at_least: 70 %}]
plans:
  seats:
    title: Seats
    staffing:
      fewest: {group: team, from: 1, to: 8}
      lines: [{group: team, shift: day}]
    contract: {clauses: [{kind: seats, monthly_price: 5000}]}
  commission:
    title: Commission
    staffing: [{group: team, shift: day, agents: 4}]
    contract: {clauses: [{kind: base_and_commission, base: 1500, commission: 2 %}]}
experiment: {replications: 20}
"""

# The same shop with people of its own for a month: planning it takes long.
OWN = SHOP[:SHOP.index("plans:")].replace("daily_mean: 150", "daily_mean: 600").replace(
    "end: 2026-03-08", "end: 2026-03-31").replace(
    "{day: 09:00-18:00}", "{day: 09:00-18:00, early: 09:00-15:00}") + """\
plans:
  own:
    staffing:
      lines: [{group: team, shift: day, agents: 6, engagement: own}]
      design: {supplies: [{group: team, engagement: own, lengths: [6 h, 9 h]}]}
    contract: {clauses: [{kind: in_house, wage: 6000}]}
experiment: {replications: 10}
"""

STAFF = "name,most_days_in_row,rest_minutes\nLi Na,5,660\nWang Wei,5,660\nZhao Si,5,660\n"
SHIFTS = "shift,starts_at,ends_at\nearly,09:00,17:00\nlate,14:00,22:00\n"
COVER = "date,shift,group,people\n" + "".join(
    f"2026-03-{day:02},{shift},team,1\n" for day in range(2, 9) for shift in ("early", "late"))

MOVE = """
  const slide = document.getElementById('slide:' + arguments[0]);
  slide.value = arguments[1];
  slide.dispatchEvent(new Event('input', {bubbles: true}));
  if (arguments[2]) slide.dispatchEvent(new Event('change', {bubbles: true}));
  return slide.value"""

CELL = """
  const rows = [...document.querySelectorAll('#table tbody tr')];
  const row = rows.find(r => r.querySelector('th').innerText.includes(arguments[0]));
  return row.querySelectorAll('td')[arguments[1]].querySelector('.figure').textContent"""


class Page(unittest.TestCase):
    """One server and one browser for all tests; each begins with the shop as it was."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="inquiry-shops-"))
        cls.file = cls.folder / "shop.yaml"
        cls.file.write_text(SHOP)
        cls.server = Server(PROGRAM, str(cls.folder))
        cls.browser = Browser()
        cls.browser.open(cls.server.address)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        status = cls.server.stop(signal.SIGINT)
        shutil.rmtree(cls.folder)
        assert status == 0, f"the server ended with {status}"

    def setUp(self):
        self.browser.open("about:blank")
        for path in self.folder.iterdir():
            path.unlink()
        self.file.write_text(SHOP)
        self.browser.size(1280, 900)

    def tearDown(self):
        # A refusal is an answer. Files of tests before are gone, which a page of theirs may still ask for.
        complaints = [
            each for each in self.browser.complaints()
            if not re.search(r"status of (404|409|422)", each)]
        self.assertEqual(complaints, [], "the browser complained")

    def edit(self, fragment="", language="en", settled=True):
        self.browser.open("about:blank")
        self.browser.open(f"{self.server.root}/edit?file=shop.yaml&lang={language}{fragment}")
        self.browser.wait(SETTLED if settled else ANSWERED, "figures")
        self.browser.wait("return document.querySelector('#sliders .slider')", "sliders")

    def cell(self, plan, column):
        return self.browser.run(CELL, plan, column)

    def compared(self, *settings):
        """The costs that the command line prints."""
        words = [part for setting in settings for part in ("--set", setting)]
        output = subprocess.run(
            [PROGRAM, "compare", str(self.file), *words, "--quick", "--format", "json"],
            capture_output=True, text=True, check=True).stdout
        return {plan["title"]: plan for plan in json.loads(output)["plans"]}

    # MARK: Beginning

    def test_first_visit(self):
        """The key leaves the address, and five answers become a scenario with figures."""
        self.browser.open(self.server.address)
        self.assertNotIn("token", self.browser.address)
        self.browser.open(f"{self.server.root}/?lang=en")
        self.assertIn("shop.yaml", self.browser.text("main"))
        self.browser.type("input[name=title]", "Tea house")
        self.browser.type("input[name=inquiries]", "40")
        self.browser.type("input[name=file]", "tea")
        self.browser.click("form button[type=submit]")
        self.browser.wait("return location.pathname === '/edit'", "the new scenario")
        self.browser.wait(ANSWERED, "figures")
        text = (self.folder / "tea.yaml").read_text()
        self.assertIn("name: Tea house", text)
        self.assertIn("daily_mean: 40", text)
        self.assertIn("# When chat is answered", text)

    def test_history(self):
        """A history that is dropped becomes a scenario; what is none is told."""
        rows = ["interval_start,count"]
        for day in range(42):
            month, date = ("03", day + 1) if day < 31 else ("04", day - 30)
            for hour in range(24):
                count = 6 + (day * 7 + hour * 5) % 9 if 9 <= hour < 22 else 0
                rows.append(f"2026-{month}-{date:02}T{hour:02}:00:00,{count}")
        drop = """
          const file = new File([arguments[0]], arguments[1], {type: 'text/csv'});
          const data = new DataTransfer();
          data.items.add(file);
          document.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true}));"""
        self.browser.open(f"{self.server.root}/?lang=en")
        self.browser.run(drop, "what is this\n1\n", "odd.csv")
        told = self.browser.wait("return document.querySelector('#told.mistake')?.innerText", "a sentence")
        self.assertIn("allowed", told)
        self.assertFalse((self.folder / "odd.csv").exists())
        self.browser.run(drop, "\n".join(rows) + "\n", "march.csv")
        self.browser.wait("return location.pathname === '/edit'", "the learned scenario")
        self.assertTrue((self.folder / "march.yaml").exists())

    # MARK: Figures

    def test_quick_moves(self):
        """Twenty moves in two seconds: never a figure of another state than the one that is shown."""
        self.edit()
        script = """
          const [path, done] = [arguments[0], arguments[1]];
          const results = document.querySelector('#results');
          const slide = document.getElementById('slide:' + path);
          const seen = [];
          let stale = 0;
          const look = () => {
            if (results.getAttribute('aria-busy') === 'true') return;
            const shown = JSON.parse(results.dataset.words);
            const wanted = new URLSearchParams(location.hash.slice(1)).getAll('set');
            seen.push(shown.join());
            if (shown.join() !== wanted.join()) stale += 1;
          };
          const observer = new MutationObserver(look);
          observer.observe(results, {childList: true, subtree: true, attributes: true});
          let count = 0;
          const timer = setInterval(() => {
            count += 1;
            slide.value = 100 + count * 10;
            slide.dispatchEvent(new Event('input', {bubbles: true}));
            look();
            if (count < 20) return;
            clearInterval(timer);
            slide.dispatchEvent(new Event('change', {bubbles: true}));
            const wait = setInterval(() => {
              if (results.getAttribute('aria-busy') === 'true' || results.dataset.settled !== 'true') return;
              clearInterval(wait);
              observer.disconnect();
              done({seen, stale, words: results.dataset.words});
            }, 50);
          }, 100);"""
        self.browser.call("POST", "/timeouts", {"script": 60_000})
        found = self.browser.run_async(script, "demand.daily_mean")
        self.assertEqual(found["stale"], 0)
        self.assertEqual(found["words"], '["demand.daily_mean=300"]')
        self.assertGreater(len(found["seen"]), 0)
        wanted = self.compared("demand.daily_mean=300")
        self.assertEqual(self.cell("Commission", 0), f"{wanted['Commission']['cost']:,.0f}")

    def test_address_round_trip(self):
        """The fragment alone gives the command line's figures, and the command on the page does too."""
        self.edit("#set=demand.daily_mean=210&set=gross_margin=40%20%25")
        wanted = self.compared("demand.daily_mean=210", "gross_margin=40 %")
        for title, plan in wanted.items():
            self.assertEqual(self.cell(title, 0), f"{plan['cost']:,.0f}")
            self.assertEqual(self.cell(title, 7), f"{plan['net_result']:,.0f}")
        self.browser.click("#command")
        said = self.browser.wait("return document.querySelector('#banner').innerText", "the command")
        line = re.search(r"inquiry compare .*--quick", said).group(0)
        self.assertIn("--set demand.daily_mean=210", line)
        self.assertIn("--set 'gross_margin=40 %'", line)
        printed = subprocess.run(
            ["bash", "-c", line.replace("inquiry", PROGRAM, 1)], capture_output=True, text=True, check=True)
        self.assertIn(self.cell("Commission", 0), printed.stdout)

    def test_baseline(self):
        """A pinned state stands beside the moved one, with intervals or without a claim."""
        self.edit()
        self.browser.click("#pin")
        self.browser.wait("return document.querySelector('.live .delta')", "differences")
        self.browser.run(MOVE, "demand.daily_mean", 200, True)
        self.browser.wait(SETTLED, "settled figures")
        differences = self.browser.run(
            "return [...document.querySelectorAll('.live .delta')].map(each => each.innerText)")
        self.assertTrue(any(re.match(r"\+[\d,]+ ± [\d,]+$", each) for each in differences), differences)
        self.assertTrue(all("NaN" not in each for each in differences))
        self.assertIn("base=", self.browser.address)
        self.browser.click("#unpin")
        self.browser.wait("return !document.querySelector('.live .delta')", "no differences")

    def test_undo(self):
        """Undo, redo and Back give back the state before, and its figures."""
        self.edit()
        first = self.cell("Commission", 5)
        self.browser.run(MOVE, "demand.daily_mean", 250, True)
        self.browser.wait(SETTLED, "figures")
        second = self.cell("Commission", 5)
        self.assertNotEqual(first, second)
        self.browser.click("#undo")
        self.browser.wait("return !location.hash.includes('set=')", "the state before")
        self.browser.wait(SETTLED, "figures")
        self.assertEqual(self.cell("Commission", 5), first)
        self.assertEqual(self.browser.run("return document.getElementById('value:demand.daily_mean').value"), "150")
        self.browser.click("#redo")
        self.browser.wait("return location.hash.includes('set=demand.daily_mean=250')", "the state after")
        self.browser.wait(SETTLED, "figures")
        self.assertEqual(self.cell("Commission", 5), second)
        self.browser.call("POST", "/back", {})
        self.browser.wait("return !location.hash.includes('set=')", "the state before")

    # MARK: Text and form

    def test_mistake_while_typing(self):
        """A mistake stands beside its field in validate's sentence, and the comments stay."""
        self.edit()
        self.browser.run(
            "for (const each of document.querySelectorAll('#form details')) each.open = true;")
        time.sleep(0.3)
        self.browser.type("[id='field:demand.daily_mean']", "-5")
        told = self.browser.wait(
            "return document.getElementById('wrong:demand.daily_mean').innerText", "the mistake")
        said = subprocess.run(
            [PROGRAM, "validate", str(self.file), "--set", "demand.daily_mean=-5"],
            capture_output=True, text=True).stderr
        self.assertIn("found -5, allowed 0 to 10000000", told)
        self.assertIn("found -5, allowed 0 to 10000000", said)
        self.assertEqual(
            self.browser.run("return document.getElementById('field:demand.daily_mean').getAttribute('aria-invalid')"),
            "true")
        self.browser.type("[id='field:demand.daily_mean']", "180")
        self.browser.wait(
            "return !document.getElementById('wrong:demand.daily_mean').innerText"
            " && document.getElementById('yaml').value.includes('daily_mean: 180')", "the mended value")
        text = self.browser.run("return document.getElementById('yaml').value")
        self.assertEqual(text, SHOP.replace("daily_mean: 150", "daily_mean: 180"))
        self.browser.wait("return document.querySelector('#saved').innerText.includes('kept')", "the draft")
        self.assertEqual((self.folder / ".shop.yaml.edits").read_text(), text)
        self.assertEqual(self.file.read_text(), SHOP)
        self.browser.click("#save")
        self.browser.wait("return document.querySelector('#saved').innerText === 'Saved'", "saved")
        self.assertEqual(self.file.read_text(), text)

    def test_text_that_does_not_parse(self):
        """It opens as text with its line marked; the form comes back with the text."""
        self.file.write_text(SHOP.replace("gross_margin: 45 %", "gross_margin: [45"))
        self.browser.open(f"{self.server.root}/edit?file=shop.yaml&lang=en")
        self.browser.wait("return document.querySelector('#gutter .bad')", "a marked line")
        self.assertTrue(self.browser.run("return document.getElementById('form').inert"))
        self.browser.run(
            "const y = document.getElementById('yaml'); y.value = y.value.replace('[45', '45 %');"
            "y.dispatchEvent(new Event('input', {bubbles: true}));")
        self.browser.wait("return !document.getElementById('form').inert", "the form")
        self.browser.wait(ANSWERED, "figures")

    def test_changed_by_somebody_else(self):
        """What somebody else writes into the file is told, and nothing is lost."""
        self.edit()
        self.file.write_text(SHOP.replace("daily_mean: 150", "daily_mean: 99"))
        self.browser.wait(
            "return document.querySelector('#banner').innerText.includes('changed the file')", "the sentence", 20)
        self.browser.run("document.querySelector('#banner button').click()")
        self.browser.wait("return document.getElementById('yaml').value.includes('daily_mean: 99')", "theirs")

    # MARK: Drawing

    def test_profile_dragged(self):
        """A day's profile is drawn, by mouse and by keys, and nothing but its text is changed."""
        self.edit()
        self.browser.run("for (const each of document.querySelectorAll('#form details')) each.open = true;")
        time.sleep(0.3)
        self.browser.run("for (const each of document.querySelectorAll('#form details')) each.open = true;")
        text = "return document.getElementById('yaml').value"
        handle = "[id='handle:demand.profile:12']"
        before = self.browser.run("return Number(document.querySelector(arguments[0]).getAttribute('aria-valuenow'))", handle)
        self.browser.drag(handle, 0, -30)
        self.browser.wait("return document.getElementById('yaml').value.includes('profile: [')", "the drawn profile")
        drawn = self.browser.run(text)
        weights = json.loads(re.search(r"profile: (\[.*?\])", drawn).group(1))
        self.assertEqual(len(weights), 24)
        self.assertGreater(weights[12], before)
        self.assertIn("# the volume", drawn)
        self.assertEqual(re.sub(r", profile: \[.*?\]|\n  profile: \[.*?\]", "", drawn), SHOP)
        self.browser.wait("return document.querySelector('#mistakes').classList.contains('none')", "no mistakes")
        self.browser.run("document.querySelector(arguments[0]).focus()", handle)
        self.browser.press("Up", "PageDown")
        self.browser.wait("return document.getElementById('yaml').value !== arguments[0]".replace(
            "arguments[0]", json.dumps(drawn)), "the profile moved by keys")
        self.assertIn("12:00–13:00", self.browser.text(".drawing:focus-within p"))

    def test_shift_dragged(self):
        """A shift's end is moved by keys, and the hours are written."""
        self.edit()
        self.browser.run("for (const each of document.querySelectorAll('#form details')) each.open = true;")
        time.sleep(0.3)
        end = "[id='handle:shifts.day:1']"
        self.browser.run("document.querySelector(arguments[0]).focus()", end)
        self.browser.press("Left", "Left")
        self.browser.wait("return document.getElementById('yaml').value.includes('day: 09:00-17:30')", "the hours")

    # MARK: Views

    def open_view(self, view, text=None):
        if text:
            self.file.write_text(text)
        self.browser.open("about:blank")
        self.browser.open(f"{self.server.root}/edit?file=shop.yaml&lang=en#view={view}")
        self.browser.wait("return document.querySelector('#sliders .slider')", "sliders")
        self.browser.wait(f"return document.querySelector('#tab-{view}').ariaSelected === 'true'", "the view")

    def ended(self, kind, seconds=120):
        self.browser.wait(
            f"return document.querySelector('#shown-{kind}').children.length > 0", f"an outcome of {kind}", seconds)

    def test_long_plan(self):
        """Long work is cancelled at once, and goes on after a reload."""
        self.open_view("plan", OWN.replace("replications: 10", "replications: 200"))
        self.browser.type("form[data-kind=plan] [name=dates]", "2026-03")
        self.browser.click("form[data-kind=plan] [type=submit]")
        self.browser.wait("return /own/.test(document.querySelector('#job-plan .step').textContent)", "progress")
        self.browser.click("#job-plan .cancel")
        self.browser.wait("return document.querySelector('#told-plan').textContent === 'Cancelled.'", "the end", 20)
        self.browser.type("form[data-kind=plan] [name=dates]", "2026-03-09/2026-03-11")
        self.browser.click("form[data-kind=plan] [type=submit]")
        self.browser.wait("return !document.querySelector('#job-plan').hidden", "work")
        self.browser.reload()
        self.browser.wait("return document.querySelector('#tab-plan').ariaSelected === 'true'", "the same view")
        self.browser.wait(
            "return /At work|Done/.test(document.querySelector('#told-plan').textContent)", "the job that was begun")
        self.ended("plan")
        shown = self.browser.text("#shown-plan")
        self.assertIn("2026-03-09", shown)
        self.assertIn("To book", shown)
        self.assertTrue(self.browser.run("return document.querySelector('#other-plan').hidden"))
        self.browser.run(MOVE, "demand.daily_mean", 700, True)
        self.browser.wait("return !document.querySelector('#other-plan').hidden", "that the state is another")

    def test_requirement(self):
        """Required, on duty and net stand by half hour, as the command line finds them."""
        self.open_view("require")
        self.browser.wait(SETTLED, "sizes")
        self.browser.click("form[data-kind=require] [type=submit]")
        self.ended("require")
        printed = json.loads(subprocess.run(
            [PROGRAM, "require", str(self.file), "--format", "json"],
            capture_output=True, text=True, check=True).stdout)
        needed = {(row["date"][5:], row["interval_start"]): row["on_duty"] for row in printed["requirements"]}
        cells = self.browser.run("""
          const table = [...document.querySelectorAll('#shown-require table')].find(
            each => each.querySelector('th').textContent === 'from');
          return [...table.querySelectorAll('tr')].map(
            row => [...row.querySelectorAll('th, td')].map(cell => cell.textContent))""")
        for row in cells[1:]:
            for date, cell in zip(cells[0][1:], row[1:]):
                self.assertRegex(cell, rf"^\d+ − {needed[(date, row[0])]} = [+−]?\d+$")

    def test_break_even_and_scorecards(self):
        """The verdict with its curve, and reply rules on simulated chats."""
        self.open_view("verdict")
        self.browser.click("form[data-kind=verdict] [type=submit]")
        self.ended("verdict")
        self.assertIn("Cost as the volume moves", self.browser.text("#shown-verdict"))
        self.browser.click("#tab-score")
        self.browser.run("document.querySelector('form[data-kind=score] [name=rules]').value = 'jd.first30s'")
        self.browser.click("form[data-kind=score] [type=submit]")
        self.ended("score")
        self.assertIn("jd.first30s", self.browser.text("#shown-score"))

    def make_roster(self):
        self.open_view("roster")
        form = "form[data-kind=roster]"
        self.browser.run("document.querySelector(arguments[0]).value = arguments[1]", f"{form} [name=staff]", STAFF)
        self.browser.choose(f"{form} [name=cover-file]", "cover.csv", COVER)
        self.browser.choose(f"{form} [name=shifts-file]", "shifts.csv", SHIFTS)
        # A roster of the test before may still be there.
        self.browser.run("for (const id of ['shown-roster', 'roster-checked']) document.getElementById(id).replaceChildren()")
        self.browser.click(f"{form} [type=submit]")
        self.ended("roster")
        self.browser.wait("return document.querySelector('#roster-checked').children.length > 0", "the check")

    def test_roster_by_keyboard(self):
        """A roster is edited by keys alone, checked after each change, and found again after a reload."""
        self.make_roster()
        self.assertIn("no rule is broken", self.browser.text("#roster-checked"))
        label = "return document.activeElement.getAttribute('aria-label')"
        late = self.browser.run("""
          const cell = [...document.querySelectorAll('#gantt [role=gridcell]')].find(
            each => each.ariaLabel.includes('14:00–22:00') && Number(each.dataset.date) < 5);
          cell.focus();
          return cell.ariaLabel""")
        person, date = late.split(", ")[:2]
        for _ in range(3):
            self.browser.press("Shift+Right")
        self.assertIn("14:00–23:30", self.browser.run(label))
        # The next day early: the rest is too short.
        self.browser.press("Right", "Delete", "Enter")
        self.assertIn("09:00–17:00", self.browser.run(label))
        told = self.browser.wait(
            "const t = document.querySelector('#roster-checked').innerText; return t.includes('rest between') && t",
            "the broken rule")
        self.assertIn(person, told)
        self.browser.wait("return document.activeElement.classList.contains('broken')", "the marked cell")
        self.browser.press("Control+z", "Control+z")
        self.browser.wait(
            "return !document.querySelector('#roster-checked').innerText.includes('rest between')", "the rule kept")
        self.browser.press("Left", "Control+Down")
        self.assertNotIn(person, self.browser.run(label))
        self.browser.wait("return document.querySelector('#roster-spoken').textContent.includes('moved')", "it is said")
        moved = self.browser.run(label).split(", ")[:3]
        time.sleep(1)
        self.browser.reload()
        self.browser.wait("return document.querySelector('#gantt td')", "the roster of before")
        labels = self.browser.run("return [...document.querySelectorAll('#gantt [role=gridcell]')].map(each => each.ariaLabel)")
        self.assertTrue(any(each.startswith(", ".join(moved)) for each in labels), (moved, date))

    def test_roster_dragged(self):
        """A shift is dragged to another person, and its end to another hour."""
        self.make_roster()
        cells = "return [...document.querySelectorAll('#gantt [role=gridcell]')].map(each => each.ariaLabel).join('\\n')"
        before = self.browser.run(cells)
        self.browser.run("document.querySelector('#gantt .bar').id = 'grabbed'")
        height = self.browser.run("return document.querySelector('#gantt td[role=gridcell]').offsetHeight")
        self.browser.drag("#grabbed", 0, height)
        self.browser.wait("return document.querySelector('#roster-spoken').textContent.includes('moved')", "the move")
        self.assertNotEqual(self.browser.run(cells), before)
        self.browser.click("#roster-undo")
        self.assertEqual(self.browser.run(cells), before)

    def test_bill(self):
        """Recorded months and an invoice that are dropped are told in the command line's figures."""
        usage = "month,inquiries,sales\n2026-03,4130,182000.50\n"
        invoice = "month,clause,amount\n2026-03,total,6000\n"
        self.open_view("bill")
        self.browser.choose("#bill [name=usage]", "usage.csv", usage)
        self.browser.choose("#bill [name=invoice]", "invoice.csv", invoice)
        self.browser.run("document.querySelector('#bill [name=plan]').value = 'commission'")
        self.browser.click("#bill [type=submit]")
        self.browser.wait("return document.querySelector('#shown-bill').children.length > 0", "the bill")
        (self.folder / "usage.csv").write_text(usage)
        (self.folder / "invoice.csv").write_text(invoice)
        printed = subprocess.run(
            [PROGRAM, "bill", str(self.file), str(self.folder / "usage.csv"), "--plan", "commission", "--against",
             str(self.folder / "invoice.csv")], capture_output=True, text=True)
        shown = self.browser.text("#shown-bill")
        for amount in re.findall(r"\d[\d,]*\.\d\d", printed.stdout):
            self.assertIn(amount, shown)
        self.browser.choose("#bill [name=usage]", "usage.csv", "month,inquiries\nMarch,12\n")
        self.browser.click("#bill [type=submit]")
        told = self.browser.wait("return document.querySelector('#told-bill.mistake')?.innerText", "a sentence")
        self.assertTrue(told.startswith("usage.csv:2"), told)

    def test_headcount(self):
        """Heads, dates to act by and cost of the whole horizon, as the command line finds them."""
        self.open_view("headcount", SHOP.replace("end: 2026-03-08", "end: 2026-04-30"))
        self.browser.run("document.querySelector('form[data-kind=headcount] [name=plan]').value = 'commission'")
        self.browser.click("form[data-kind=headcount] [type=submit]")
        self.ended("headcount")
        shown = self.browser.text("#shown-headcount")
        printed = json.loads(subprocess.run(
            [PROGRAM, "headcount", str(self.file), "--plan", "commission", "--format", "json"],
            capture_output=True, text=True, check=True).stdout)
        self.assertGreater(len(printed["headcount"]), 0)
        for row in printed["ways"]:
            self.assertIn(f"{row['bill']:,.0f}", shown)
        self.assertIn("Month by month", shown)
        self.assertIn("What to do by when", shown)

    def test_today(self):
        """The rest of a day from its first hours, which are dropped; without them a sentence."""
        self.open_view("today", OWN)
        self.browser.click("form[data-kind=today] [type=submit]")
        told = self.browser.wait("return document.querySelector('#told-today.mistake')?.innerText", "a sentence")
        self.assertEqual(told, "Choose a file first.")
        rows = "time,count\n" + "".join(f"2026-03-11 {hour:02}:00,{90 + hour}\n" for hour in range(9, 13))
        self.browser.choose("form[data-kind=today] [name=so-far]", "morning.csv", rows)
        self.browser.type("form[data-kind=today] [name=now]", "13:00")
        self.browser.click("form[data-kind=today] [type=submit]")
        self.ended("today")
        (self.folder / "morning.csv").write_text(rows)
        printed = json.loads(subprocess.run(
            [PROGRAM, "today", str(self.file), "--so-far", str(self.folder / "morning.csv"), "--now", "13:00",
             "--format", "json"], capture_output=True, text=True, check=True).stdout)
        shown = self.browser.text("#shown-today")
        self.assertIn(f"{printed['level']['customers']:,.0f} customers so far", shown)
        self.assertIn(f"{100 * printed['kept_probability']:.0f}%", shown)
        self.assertIn("morning.csv", shown)
        self.assertNotIn("inquiry-page-", shown)

    # MARK: For everyone

    def test_keyboard(self):
        """A slider by keys: arrows, pages, ends; its value is said with its unit."""
        self.edit()
        self.browser.run("document.getElementById('slide:demand.daily_mean').focus()")
        value = "return Number(document.getElementById('slide:demand.daily_mean').value)"
        before = self.browser.run(value)
        self.browser.press("Right")
        step = self.browser.run(value) - before
        self.assertGreater(step, 0)
        self.browser.press("PageUp")
        self.assertGreater(self.browser.run(value) - before, 2 * step)
        self.browser.press("Home")
        self.assertEqual(self.browser.run(value), 0)
        self.browser.press("End")
        self.assertEqual(
            self.browser.run("return document.getElementById('value:demand.daily_mean').value"),
            self.browser.run("return document.getElementById('slide:demand.daily_mean').getAttribute('aria-valuetext')"))
        # Every control can be reached, and shows it.
        self.browser.run("document.querySelector('.skip').focus()")
        names = []
        for _ in range(14):
            self.browser.press("Tab")
            names.append(self.browser.run("return document.activeElement.id || document.activeElement.tagName"))
        self.assertIn("pin", names)
        self.assertIn("save", names)

    def test_names_and_contrast(self):
        """Every control has a name, every picture too, and text stands out at 4.5 to 1 or more."""
        check = (ROOT / "Tests" / "PageTests" / "names.js").read_text()
        for language in ("en", "zh"):
            for scheme in ("light", "dark"):
                self.browser.devtools(
                    "Emulation.setEmulatedMedia",
                    {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
                self.edit("#set=demand.daily_mean=210&base=", language=language)
                self.browser.run(
                    "for (const each of document.querySelectorAll('details')) each.open = true;")
                time.sleep(0.3)
                self.assertEqual(self.browser.run(check), [], f"{language}, {scheme}")
                self.browser.run("document.querySelector('.menu').open = false")
                for view in VIEWS:
                    self.browser.click(f"#tab-{view}")
                    self.assertEqual(self.browser.run(check), [], f"{view}, {language}, {scheme}")
        self.browser.devtools("Emulation.setEmulatedMedia", {"features": []})

    def test_views_with_outcomes(self):
        """What the views show is named, stands out and fits a phone too; the tabs go by keys."""
        check = (ROOT / "Tests" / "PageTests" / "names.js").read_text()
        self.make_roster()
        for kind in ("require", "verdict"):
            self.browser.click(f"#tab-{kind}")
            self.browser.click(f"form[data-kind={kind}] [type=submit]")
            self.ended(kind)
        self.browser.size(390, 844)
        for scheme in ("light", "dark"):
            self.browser.devtools(
                "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
            for view in ("require", "verdict", "roster", "service"):
                self.browser.click(f"#tab-{view}")
                self.assertEqual(self.browser.run(check), [], f"{view}, {scheme}")
                self.assertLessEqual(self.browser.run("return document.documentElement.scrollWidth"), 390, view)
        self.browser.devtools("Emulation.setEmulatedMedia", {"features": []})
        self.browser.run("document.querySelector('#tab-plans').click(); document.querySelector('#tab-plans').focus()")
        self.browser.press("Right")
        self.assertEqual(self.browser.run("return document.activeElement.id"), "tab-service")
        self.browser.press("End")
        self.assertEqual(self.browser.run("return document.activeElement.id"), "tab-bill")

    def test_phone(self):
        """At 390 px nothing sticks out, and the figures are read without moving sideways."""
        self.browser.size(390, 844)
        for language in ("en", "zh"):
            self.edit("#base=&set=demand.daily_mean=200", language=language)
            width = self.browser.run("return document.documentElement.scrollWidth")
            self.assertLessEqual(width, 390, language)
            for view in VIEWS:
                self.browser.click(f"#tab-{view}")
                self.assertLessEqual(
                    self.browser.run("return document.documentElement.scrollWidth"), 390, f"{view}, {language}")
            self.browser.open(f"{self.server.root}/?lang={language}")
            self.assertLessEqual(self.browser.run("return document.documentElement.scrollWidth"), 390)

    def test_spoken_once_a_second(self):
        """However often a slider moves, those who listen are told at most once a second."""
        self.edit()
        script = """
          const done = arguments[0];
          const spoken = document.querySelector('#spoken');
          const times = [];
          new MutationObserver(() => times.push(performance.now())).observe(
            spoken, {childList: true, characterData: true, subtree: true});
          const slide = document.getElementById('slide:demand.daily_mean');
          let count = 0;
          const timer = setInterval(() => {
            slide.value = 100 + (count += 1) * 4;
            slide.dispatchEvent(new Event('input', {bubbles: true}));
            if (count === 30) { clearInterval(timer); setTimeout(() => done(times), 3000); }
          }, 100);"""
        self.browser.call("POST", "/timeouts", {"script": 60_000})
        times = self.browser.run_async(script)
        self.assertTrue(all(later - earlier > 950 for earlier, later in zip(times, times[1:])), times)

    # MARK: Taking it along

    def test_downloads(self):
        """The changed scenario, the figures, and one page that opens without the server."""
        self.edit("#set=demand.daily_mean=210")
        self.browser.devtools(
            "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": self.browser.downloads})
        folder = pathlib.Path(self.browser.downloads)
        for button, name in [("#give-yaml", "shop-changed.yaml"), ("#give-csv", "shop-comparison.csv"),
                             ("#give-xlsx", "shop.xlsx"), ("#give-page", "shop-report.html")]:
            self.browser.run("document.querySelector('.menu').open = true")
            self.browser.click(button)
            end = time.monotonic() + 30
            while not (folder / name).exists() and time.monotonic() < end:
                time.sleep(0.1)
            self.assertTrue((folder / name).exists(), name)
        self.assertEqual(
            (folder / "shop-changed.yaml").read_text(), SHOP.replace("daily_mean: 150", "daily_mean: 210"))
        with zipfile.ZipFile(folder / "shop.xlsx") as book:
            self.assertIsNone(book.testzip())
            names = book.read("xl/workbook.xml").decode()
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
        for name in ("comparison", "targets", "invoices", "months"):
            self.assertIn(f'name="{name}"', names)
        self.assertIn("Commission", sheet)
        page = (folder / "shop-report.html").read_text()
        self.assertIn("demand.daily_mean=210", page)
        self.assertIn("inquiry compare", page)
        self.assertNotRegex(page, r'(src|href)="(http|/)')
        wanted = self.compared("demand.daily_mean=210")["Commission"]
        self.assertIn(f"{wanted['cost']:,.0f}", page)
        self.assertIn(f"<v>{str(wanted['cost'])[:8]}", sheet)
        self.assertIn(str(wanted["cost"])[:8], (folder / "shop-comparison.csv").read_text())

    # MARK: Safety

    def ask(self, path, method="GET", headers=None, body=None):
        request = urllib.request.Request(
            self.server.root + path, data=body, method=method, headers=headers or {})
        opener = urllib.request.build_opener(NoRedirect)
        try:
            with opener.open(request, timeout=10) as response:
                return response.status, response.headers
        except urllib.error.HTTPError as error:
            return error.code, error.headers

    def test_strangers(self):
        """Without the cookie, from another page or by another name nothing is answered."""
        self.assertEqual(self.ask("/")[0], 403)
        self.assertEqual(self.ask("/?token=guess")[0], 403)
        self.assertEqual(self.ask("/api/open", "POST", {"Origin": self.server.root}, b"{}")[0], 403)
        status, headers = self.ask(self.server.address[len(self.server.root):])
        self.assertEqual(status, 303)
        cookie = headers["Set-Cookie"].split(";")[0]
        self.assertIn("HttpOnly", headers["Set-Cookie"])
        self.assertIn("SameSite=Strict", headers["Set-Cookie"])
        own = {"Cookie": cookie}
        status, headers = self.ask("/", headers=own)
        self.assertEqual(status, 200)
        self.assertNotIn("unsafe-inline", headers["Content-Security-Policy"].split("style-src-attr")[0])
        self.assertEqual(self.ask("/", headers={**own, "Host": "evil.example"})[0], 403)
        post = {**own, "Origin": "http://evil.example"}
        self.assertEqual(self.ask("/api/open", "POST", post, b"{}")[0], 403)
        post = {**own, "Origin": self.server.root}
        body = json.dumps({"file": "../shop.yaml"}).encode()
        self.assertEqual(self.ask("/api/open", "POST", post, body)[0], 404)
        self.assertEqual(self.ask("/assets/../shop.yaml", headers=own)[0], 404)
        self.assertEqual(self.ask("/api/upload?name=x.csv", "POST", {**own, "Origin": "http://evil.example"}, b"a")[0], 403)
        for usage in ("../shop.yaml", "/etc/passwd", "0" * 64 + "/../shop.yaml", "0" * 64 + "/shop.yaml"):
            body = json.dumps({"file": "shop.yaml", "text": SHOP, "options": {"usage": usage}}).encode()
            self.assertEqual(self.ask("/api/bill", "POST", post, body)[0], 404, usage)
        self.assertEqual(self.ask("/api/open", "POST", post, b"{" * 5_000_000)[0], 413)
        self.assertEqual(self.ask("/api/open", "POST", post, b"[1")[0], 400)


    def test_many_clients(self):
        """Two hundred at once are all answered."""
        _, headers = self.ask(self.server.address[len(self.server.root):])
        own = {"Cookie": headers["Set-Cookie"].split(";")[0]}
        with concurrent.futures.ThreadPoolExecutor(200) as pool:
            answers = list(pool.map(lambda _: self.ask("/?lang=en", headers=own)[0], range(400)))
        self.assertEqual(set(answers), {200})


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


class Program(unittest.TestCase):
    """The command itself."""

    def test_port_in_use(self):
        with tempfile.TemporaryDirectory() as folder:
            server = Server(PROGRAM, folder)
            try:
                port = server.root.rsplit(":", 1)[1]
                second = subprocess.run(
                    [PROGRAM, "serve", folder, "--port", port, "--no-browser"],
                    capture_output=True, text=True, timeout=20)
                self.assertEqual(second.returncode, 69)
                self.assertIn(f"Port {port} is in use", second.stderr)
            finally:
                self.assertEqual(server.stop(signal.SIGTERM), 0)

    def question(self, server, name, **question):
        """A question as the page asks it."""
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        opener.open(server.address).close()
        request = urllib.request.Request(
            f"{server.root}/api/{name}", data=json.dumps(question).encode(),
            headers={"Content-Type": "application/json", "Origin": server.root})
        try:
            with opener.open(request) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def test_killed(self):
        """Whatever ends the program, edits are found again, and the file is as it was."""
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "shop.yaml"
            file.write_text(SHOP)
            edited = SHOP.replace("daily_mean: 150", "daily_mean: 155")
            server = Server(PROGRAM, folder)
            status, kept = self.question(server, "draft", file="shop.yaml", text=edited)
            self.assertEqual(status, 200)
            self.assertEqual(server.stop(signal.SIGKILL), -signal.SIGKILL)
            server = Server(PROGRAM, folder, "--state", "#set=demand.daily_mean=160")
            try:
                self.assertTrue(server.address.endswith("#set=demand.daily_mean=160"))
                server.address = server.address.split("#")[0]
                status, opened = self.question(server, "open", file="shop.yaml")
                self.assertEqual((opened["text"], opened["draft"]["text"]), (SHOP, edited))
                # A tab that knows of no edits is told.
                self.assertEqual(self.question(server, "draft", file="shop.yaml", text="x: 1\n")[0], 409)
                status, _ = self.question(
                    server, "save", file="shop.yaml", text=edited, previous=opened["mark"])
                self.assertEqual((status, file.read_text()), (200, edited))
                self.assertEqual(sorted(each.name for each in pathlib.Path(folder).iterdir()), ["shop.yaml"])
                file.unlink()
                self.assertEqual(self.question(server, "state", file="shop.yaml")[0], 404)
            finally:
                server.stop()

    def test_moved_binary(self):
        with tempfile.TemporaryDirectory() as folder:
            moved = shutil.copy(PROGRAM, pathlib.Path(folder) / "elsewhere")
            server = Server(str(moved), folder, cwd=folder)
            try:
                opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
                with opener.open(server.address) as response:
                    self.assertIn(b"Inquiry Planner", response.read())
                with opener.open(server.root + "/assets/edit.js") as response:
                    self.assertIn(b"import", response.read())
            finally:
                self.assertEqual(server.stop(), 0)


if __name__ == "__main__":
    if PROGRAM is None:
        raise SystemExit("the program is missing: page_tests.py PROGRAM")
    unittest.main(verbosity=2)
