// SPDX-License-Identifier: GPL-3.0-or-later
// A roster as a chart: a row for each person, a column for each day, a bar for each shift at its hours.
// Bars are dragged; cells are a grid that the keyboard walks through.

import { words } from "./words.js";

const day = 1440;
/** Pixels at a bar's end that stretch it instead of moving it. */
const grip = 8;

export class Gantt {
  /**
   * @param {Element} root
   * @param {Roster} roster
   * @param {object} on changed(), say(text)
   */
  constructor(root, roster, on) {
    Object.assign(this, { root, roster, on, broken: [], at: { person: 0, date: 0 } });
    this.root.onkeydown = event => this.key(event);
    this.draw();
  }

  undo() {
    if (this.roster.undo()) this.changed(words.back);
  }

  /** Marks what breaks a rule. */
  mark(broken) {
    this.broken = broken;
    this.draw();
  }

  changed(what) {
    const { person, date } = this.at;
    this.draw();
    this.on.say(`${what}: ${this.describe(person, date)}`);
    this.on.changed();
  }

  // MARK: Drawing

  describe(person, date) {
    const { roster } = this;
    const duty = roster.at(person, date);
    const shift = duty
      ? `${roster.hours(duty.kind)} ${roster.groups[duty.group]}`.trim()
      : roster.people[person].leave.includes(date) ? words.leave : words.off;
    const rules = this.rules(person, date);
    return [roster.people[person].name, roster.days[date], shift, ...rules].join(", ");
  }

  rules(person, date) {
    return this.broken.filter(each => each.person === person && each.day === date).map(each => each.rule);
  }

  draw() {
    const isFocused = this.root.contains(document.activeElement);
    const { roster } = this;
    const grid = element("table", { role: "grid", "aria-describedby": "roster-help" });
    const head = element("tr", { role: "row" }, element("td", {}));
    roster.days.forEach((date, index) => {
      head.append(element("th", { scope: "col", class: roster.weekend[index] ? "weekend" : "" }, date.slice(5)));
    });
    grid.append(element("thead", {}, head));
    const body = element("tbody", {});
    roster.people.forEach((person, index) => {
      const row = element("tr", { role: "row" }, element("th", { scope: "row" }, person.name));
      roster.days.forEach((_, date) => row.append(this.cell(index, date)));
      body.append(row);
    });
    grid.append(body);
    this.root.replaceChildren(grid);
    if (isFocused) this.cellAt(this.at.person, this.at.date)?.focus();
  }

  cell(person, date) {
    const { roster } = this;
    const rules = this.rules(person, date);
    const isCurrent = person === this.at.person && date === this.at.date;
    const made = element("td", {
      role: "gridcell", tabindex: isCurrent ? "0" : "-1", "data-person": person, "data-date": date,
      "aria-label": this.describe(person, date),
      class: [roster.weekend[date] && "weekend", rules.length && "broken"].filter(Boolean).join(" "),
    });
    made.title = rules.join(", ");
    made.addEventListener("focus", () => this.walkTo(person, date));
    const duty = roster.at(person, date);
    if (duty) made.append(this.bar(duty, person, date), element("span", { class: "hours", "aria-hidden": "true" }, roster.hours(duty.kind)));
    else if (roster.people[person].leave.includes(date)) made.append(element("span", { class: "leave", "aria-hidden": "true" }, "– –"));
    if (rules.length) made.append(element("span", { class: "broken-mark", "aria-hidden": "true" }, "!"));
    return made;
  }

  bar(duty, person, date) {
    const { start, length } = this.roster.kinds[duty.kind];
    const bar = element("div", { class: `bar kind-${duty.kind % 7}`, "aria-hidden": "true" });
    bar.style.left = `${start / day * 100}%`;
    bar.style.width = `${length / day * 100}%`;
    bar.addEventListener("pointerdown", event => this.drag(event, bar, person, date));
    return bar;
  }

  cellAt(person, date) {
    return this.root.querySelector(`[data-person="${person}"][data-date="${date}"]`);
  }

  // MARK: By mouse or finger

  drag(event, bar, person, date) {
    event.preventDefault();
    this.walkTo(person, date);
    this.cellAt(person, date)?.focus();
    const box = bar.getBoundingClientRect();
    const part = event.clientX > box.right - grip ? "end" : event.clientX < box.left + grip ? "start" : "all";
    const width = bar.parentElement.getBoundingClientRect().width;
    const [fromX, fromY] = [event.clientX, event.clientY];
    bar.setPointerCapture(event.pointerId);
    bar.classList.add("dragged");
    const minutes = now => (now.clientX - fromX) / width * day;
    bar.onpointermove = now => {
      if (part === "all") bar.style.transform = `translate(${now.clientX - fromX}px, ${now.clientY - fromY}px)`;
      else if (part === "end") bar.style.width = `${Math.max(grip, box.width + now.clientX - fromX)}px`;
      else {
        bar.style.left = `${box.left - bar.parentElement.getBoundingClientRect().left + now.clientX - fromX}px`;
        bar.style.width = `${Math.max(grip, box.width - now.clientX + fromX)}px`;
      }
    };
    bar.onpointercancel = () => this.draw();
    bar.onpointerup = now => {
      if (part !== "all") {
        const by = minutes(now);
        const isDone = this.roster.stretch(person, date, part === "start" ? by : 0, part === "end" ? by : 0);
        return isDone ? this.changed(words.longer) : this.draw();
      }
      const target = document.elementsFromPoint(now.clientX, now.clientY).find(each => each.dataset?.person);
      return this.moveTo(target);
    };
  }

  moveTo(cell) {
    const { person, date } = this.at;
    if (!cell || !this.roster.move(person, date, Number(cell.dataset.person), Number(cell.dataset.date))) return this.draw();
    this.at = { person: Number(cell.dataset.person), date: Number(cell.dataset.date) };
    return this.changed(words.moved);
  }

  // MARK: By keyboard

  walkTo(person, date) {
    const before = this.cellAt(this.at.person, this.at.date);
    if (before) before.tabIndex = -1;
    this.at = { person, date };
    const now = this.cellAt(person, date);
    if (now) now.tabIndex = 0;
  }

  key(event) {
    const act = this.action(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** What a key does; nothing for keys that are the browser's. */
  action(event) {
    const { roster, at: { person, date } } = this;
    const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
    const step = steps[event.key];
    if (step && event.shiftKey) {
      const [onStart, onEnd] = step[0] ? [30 * step[0], 0] : [0, 30 * step[1]];
      return () => roster.stretch(person, date, onStart, onEnd) && this.changed(words.longer);
    }
    if (step) {
      const other = this.cellAt(person + step[0], date + step[1]);
      return () => event.ctrlKey || event.metaKey ? this.moveTo(other) : other?.focus();
    }
    if (event.key === "Home") return () => this.cellAt(person, 0).focus();
    if (event.key === "End") return () => this.cellAt(person, roster.days.length - 1).focus();
    if (event.key === "Enter" || event.key === " ") {
      return () => {
        roster.next(person, date);
        this.changed(words.given);
      };
    }
    if (event.key === "Delete" || event.key === "Backspace") {
      return () => {
        if (!roster.at(person, date)) return;
        roster.put(person, date, null);
        this.changed(words.taken);
      };
    }
    if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) return () => this.undo();
    if (event.key.toLowerCase() === "g") {
      return () => {
        roster.nextGroup(person, date);
        this.changed(words.given);
      };
    }
    return null;
  }
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
