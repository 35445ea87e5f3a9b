// SPDX-License-Identifier: GPL-3.0-or-later
// A roster that is edited: who works which kind of shift on which day, and its way back to files.

const half = 30;
const day = 1440;

const clock = minutes => {
  const within = ((minutes % day) + day) % day;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
};

const cell = text => /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const table = rows => rows.map(row => row.map(cell).join(",")).join("\n") + "\n";

export class Roster {
  /** @param {object} told people, days, kinds, groups and duties as the program told them */
  constructor(told) {
    Object.assign(this, told);
    this.duties = new Map(told.duties.map(duty => [this.key(duty.person, duty.day), { kind: duty.kind, group: duty.group }]));
    this.earlier = [];
  }

  key(person, date) {
    return `${person}:${date}`;
  }

  at(person, date) {
    return this.duties.get(this.key(person, date)) ?? null;
  }

  /** `09:00–17:00` */
  hours(kind) {
    const { start, length } = this.kinds[kind];
    return `${clock(start)}–${clock(start + length)}`;
  }

  // MARK: Changes, each of which can be taken back

  remember() {
    this.earlier.push([new Map(this.duties), [...this.kinds]]);
    if (this.earlier.length > 200) this.earlier.shift();
  }

  /** @returns {boolean} whether there was a change to take back */
  undo() {
    const last = this.earlier.pop();
    if (last) [this.duties, this.kinds] = last;
    return Boolean(last);
  }

  put(person, date, duty) {
    this.remember();
    if (duty) this.duties.set(this.key(person, date), duty);
    else this.duties.delete(this.key(person, date));
  }

  /** Gives somebody the next kind of shift; after the last none. */
  next(person, date) {
    const duty = this.at(person, date);
    const kind = duty ? duty.kind + 1 : 0;
    const group = duty?.group ?? this.people[person].groups[0] ?? 0;
    this.put(person, date, kind < this.kinds.length ? { kind, group } : null);
  }

  /** The next of the groups that somebody can work for. */
  nextGroup(person, date) {
    const duty = this.at(person, date);
    const { groups } = this.people[person];
    if (!duty || groups.length < 2) return;
    this.put(person, date, { ...duty, group: groups[(groups.indexOf(duty.group) + 1) % groups.length] });
  }

  /** Moves a shift; what stands in its new place comes back. */
  move(person, date, toPerson, toDate) {
    const duty = this.at(person, date);
    if (!duty || (person === toPerson && date === toDate)) return false;
    const other = this.at(toPerson, toDate);
    this.put(toPerson, toDate, duty);
    if (other) this.duties.set(this.key(person, date), other);
    else this.duties.delete(this.key(person, date));
    return true;
  }

  /** Lets a shift begin or end earlier or later, in half hours. */
  stretch(person, date, minutesOfStart, minutesOfEnd) {
    const duty = this.at(person, date);
    if (!duty) return false;
    const old = this.kinds[duty.kind];
    const round = minutes => Math.round(minutes / half) * half;
    const start = Math.min(day - half, Math.max(0, round(old.start + minutesOfStart)));
    const end = Math.min(start + day, Math.max(start + half, round(old.start + old.length + minutesOfEnd)));
    if (start === old.start && end === old.start + old.length) return false;
    this.remember();
    this.duties.set(this.key(person, date), { ...duty, kind: this.kindOf(old, start, end - start) });
    return true;
  }

  /** A kind with these hours, with the old one's break where it still lies within. */
  kindOf(old, start, length) {
    const pauseAt = old.start + old.pause;
    const keeps = old.pauseLength > 0 && pauseAt > start && pauseAt + old.pauseLength < start + length;
    const [pause, pauseLength] = keeps ? [pauseAt - start, old.pauseLength] : [0, 0];
    const known = this.kinds.findIndex(kind => kind.start === start && kind.length === length
      && kind.pauseLength === pauseLength && (pauseLength === 0 || kind.pause === pause));
    if (known >= 0) return known;
    const plain = `${clock(start)}-${clock(start + length)}`.replaceAll(":", "");
    const taken = new Set(this.kinds.map(kind => kind.name));
    let name = plain;
    for (let number = 2; taken.has(name); number += 1) name = `${plain} (${number})`;
    this.kinds = [...this.kinds, { name, start, length, pause, pauseLength, paid: null, night: null }];
    return this.kinds.length - 1;
  }

  // MARK: Files

  /** As `inquiry roster check` reads it. */
  get rosterFile() {
    const rows = [["person", "date", "shift", "group"]];
    for (let person = 0; person < this.people.length; person += 1) {
      for (let date = 0; date < this.days.length; date += 1) {
        const duty = this.at(person, date);
        if (duty) rows.push([this.people[person].name, this.days[date], this.kinds[duty.kind].name, this.groups[duty.group]]);
      }
    }
    return table(rows);
  }

  get shiftsFile() {
    const rows = [["shift", "starts_at", "ends_at", "break", "paid_minutes", "night"]];
    for (const kind of this.kinds) {
      const from = kind.start + kind.pause;
      rows.push([
        kind.name, clock(kind.start), clock(kind.start + kind.length),
        kind.pauseLength ? `${clock(from)}-${clock(from + kind.pauseLength)}` : "",
        kind.paid == null ? "" : String(kind.paid), kind.night == null ? "" : String(kind.night),
      ]);
    }
    return table(rows);
  }
}
