// SPDX-License-Identifier: GPL-3.0-or-later
// What of the form is drawn: day profiles, promotions, shifts, tiers; and what moving a point writes.

import { words } from "./words.js";

const day = 86_400_000;
const dateOf = text => /^\d{4}-\d\d-\d\d/.test(text ?? "") ? Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / day : NaN;
const isoOf = number => new Date(number * day).toISOString().slice(0, 10);
const round = value => {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)));
  return [1, 2, 5, 10].map(each => each * power).find(each => each >= value * (1 - 1e-9));
};
const upTo = (value, low = 0) => {
  const high = round(Math.max(value * 1.25, low + 1e-6));
  return { low, high, ticks: [low, (low + high) / 2, high].map(each => [each, String(Number(each.toPrecision(3)))]) };
};
const numberIn = text => {
  const found = /^\s*([\d.]+)(.*)$/.exec(text ?? "");
  return found ? { value: Number(found[1]), suffix: found[2] } : null;
};

/**
 * The shape of a part of the form; null for parts that are not drawn.
 * @param {object} part a field or a group
 * @param {Map} fields all fields by path
 * @param {object} drawn what the program says of presets
 */
export function shapeOf(part, fields, drawn) {
  const { key, path } = part;
  if (/(^|_)profile$/.test(key) || /\.weekday_profiles\.\w+$/.test(path)) return profile(fields.get(path), drawn);
  if (key === "promotions" && part.parts) return promotions(part, fields, drawn);
  if (key === "phases" && part.parts) return phases(part, fields);
  if (key === "tiers" && part.parts) return tiers(part, fields);
  if (/(^|\.)shifts\.[^.]+$/.test(path)) return shift(part, fields);
  return null;
}

// MARK: Day profiles

function profile(field, { profiles }) {
  if (!field) return null;
  const text = field.text ?? (field.key === "profile" ? field.default ?? "consumer_chat" : null);
  if (text == null) return null;
  const written = /^\[(.*)\]$/.exec(text)?.[1].split(",").map(Number);
  const weights = [...(written ?? profiles[text] ?? [])];
  if (![24, 48, 96].includes(weights.length) || weights.some(each => !(each >= 0))) return null;
  const hours = 24 / weights.length;
  const clock = hour => `${String(Math.floor(hour)).padStart(2, "0")}:${String(Math.round(hour % 1 * 60)).padStart(2, "0")}`;
  const y = upTo(Math.max(...weights, 0.1));
  const marks = weights.map((value, index) => ({ from: index * hours, to: (index + 1) * hours, value }));
  return {
    label: field.title, y, marks,
    x: { low: 0, high: 24, ticks: [0, 6, 12, 18, 24].map(hour => [hour, `${hour}`]) },
    handles: weights.map((value, index) => ({
      label: `${clock(index * hours)}–${clock((index + 1) * hours)}`, x: (index + 0.5) * hours, y: value,
      step: { y: y.high / 100 }, text: (_, weight) => String(weight),
      moved() {
        weights[index] = marks[index].value = this.y;
      },
      set: () => [[field.path, `[${weights.map(each => Number(each.toPrecision(4))).join(", ")}]`]],
    })),
  };
}

// MARK: Promotions

function year(fields, dates) {
  const [start, end] = [dateOf(fields.get("horizon.start")?.text), dateOf(fields.get("horizon.end")?.text)];
  const low = Math.min(start || Infinity, ...dates);
  const high = Math.max(end + 1 || -Infinity, ...dates) + 0.001;
  if (!Number.isFinite(low) || !Number.isFinite(high) || high - low < 0.5) return null;
  const ticks = [low, (low + high) / 2, high].map(each => [Math.floor(each), isoOf(each).slice(5)]);
  return { low, high, ticks };
}

/** Presets lie on known days: up and down is the lift, left and right moves them by whole days. */
function promotions(group, fields, { waves }) {
  const own = waves.filter(wave => group.parts.some(part => part.path === wave.path));
  if (own.length === 0) return null;
  const placed = own.map(wave => {
    const moved = Number(fields.get(`${wave.path}.moved`)?.text ?? 0) || 0;
    return { ...wave, moved, from: dateOf(wave.first), days: dateOf(wave.last) + 1 - dateOf(wave.first) };
  });
  const x = year(fields, placed.flatMap(wave => [wave.from + wave.moved, wave.from + wave.moved + wave.days]));
  if (!x) return null;
  const y = upTo(Math.max(2, ...placed.map(wave => wave.lift)));
  const marks = placed.map(wave => ({ from: wave.from + wave.moved, to: wave.from + wave.moved + wave.days, value: wave.lift }));
  return {
    label: group.title, x, y, marks,
    handles: placed.map((wave, index) => ({
      label: wave.name, x: wave.from + wave.moved, y: wave.lift, offset: wave.days / 2, step: { x: 1, y: 0.1 },
      range: { low: wave.from - 366, high: wave.from + 366 },
      text: (at, lift) => words.wave(lift, at - wave.from),
      moved() {
        Object.assign(marks[index], { from: this.x, to: this.x + wave.days, value: this.y });
      },
      set: (at, lift) => [
        ...(lift === wave.lift ? [] : [[`${wave.path}.lift`, String(lift)]]),
        ...(at - wave.from === wave.moved ? [] : [[`${wave.path}.moved`, String(at - wave.from)]]),
      ],
    })),
  };
}

/** A wave's own phases: starts and ends by whole days, lifts. */
function phases(group, fields) {
  const read = group.parts.map(part => ({
    path: part.path, name: fields.get(`${part.path}.name`)?.text ?? part.title,
    start: fields.get(`${part.path}.start`)?.text, end: fields.get(`${part.path}.end`)?.text,
    lift: Number(fields.get(`${part.path}.lift`)?.text),
  }));
  const dates = read.flatMap(each => [dateOf(each.start), dateOf(each.end)]);
  if (read.length === 0 || dates.some(Number.isNaN) || read.some(each => !(each.lift >= 0))) return null;
  const [low, high] = [Math.min(...dates), Math.max(...dates)];
  const around = Math.max(3, Math.ceil((high - low) / 4));
  const x = {
    low: low - around, high: high + around,
    ticks: [low, high].map(each => [each, isoOf(each).slice(5)]),
  };
  const y = upTo(Math.max(2, ...read.map(each => each.lift)));
  const marks = read.map(each => ({ from: dateOf(each.start), to: dateOf(each.end), value: each.lift }));
  const moveEnd = (each, mark, key) => ({
    label: `${each.name}: ${words[key]}`, x: mark[key === "start" ? "from" : "to"], y: each.lift / 2, step: { x: 1 },
    range: key === "start" ? { low: x.low, high: mark.to - 1 } : { low: mark.from + 1, high: x.high },
    text: at => isoOf(at),
    moved() {
      mark[key === "start" ? "from" : "to"] = this.x;
    },
    set: at => [[`${each.path}.${key}`, isoOf(at) + each[key].slice(10)]],
  });
  return {
    label: group.title, x, y, marks,
    handles: read.flatMap((each, index) => [
      moveEnd(each, marks[index], "start"),
      {
        label: `${each.name}: ${words.lift}`, x: (marks[index].from + marks[index].to) / 2, y: each.lift, step: { y: 0.1 },
        text: (_, lift) => String(lift),
        moved() {
          marks[index].value = this.y;
        },
        set: (_, lift) => [[`${each.path}.lift`, String(lift)]],
      },
      moveEnd(each, marks[index], "end"),
    ]),
  };
}

// MARK: Tiers and shifts

function tiers(group, fields) {
  const read = group.parts.map(part => ({
    path: part.path, upTo: numberIn(fields.get(`${part.path}.up_to`)?.text),
    price: numberIn(fields.get(`${part.path}.price`)?.text),
  }));
  if (read.length === 0 || read.some(each => !each.price)) return null;
  const highest = Math.max(...read.map(each => each.upTo?.value ?? 0), 1);
  const x = upTo(highest);
  const y = upTo(Math.max(...read.map(each => each.price.value), 1));
  const marks = read.map((each, index) => ({
    from: read[index - 1]?.upTo?.value ?? 0, to: each.upTo?.value ?? x.high, value: each.price.value,
  }));
  return {
    label: group.title, x, y, marks,
    handles: read.map((each, index) => ({
      label: words.tier(index + 1), x: marks[index].to, y: each.price.value,
      step: { y: round(y.high / 200), ...(each.upTo && { x: Math.max(1, round(x.high / 200)) }) },
      range: { low: marks[index].from + 1, high: (read[index + 1]?.upTo?.value ?? x.high + 1) - 1 },
      text: (at, price) => each.upTo ? words.tierAt(at, price) : String(price),
      moved() {
        Object.assign(marks[index], { to: this.x, value: this.y });
        if (marks[index + 1]) marks[index + 1].from = this.x;
      },
      set: (at, price) => [
        ...(each.upTo && at !== each.upTo.value ? [[`${each.path}.up_to`, `${at}${each.upTo.suffix}`]] : []),
        ...(price !== each.price.value ? [[`${each.path}.price`, `${price}${each.price.suffix}`]] : []),
      ],
    })),
  };
}

function shift(part, fields) {
  const hoursOf = text => {
    const found = /^(\d{1,2}):(\d\d)$/.exec(text?.trim() ?? "");
    return found ? Number(found[1]) + Number(found[2]) / 60 : NaN;
  };
  const clock = hours => `${String(Math.floor(hours)).padStart(2, "0")}:${String(Math.round(hours % 1 * 60)).padStart(2, "0")}`;
  const isOne = !part.parts;
  const [start, end] = isOne ? (part.text ?? "").split("-") : ["start", "end"].map(key => fields.get(`${part.path}.${key}`)?.text);
  const [from, written] = [hoursOf(start), hoursOf(end)];
  if (Number.isNaN(from) || Number.isNaN(written)) return null;
  const mark = { kind: "span", from, to: written <= from ? written + 24 : written, value: 0 };
  // An end after midnight is written as the next day's clock.
  const endText = hours => clock(hours > 24 ? hours - 24 : hours);
  const edge = (key, name) => ({
    label: `${part.title}: ${name}`, x: mark[key], y: 0, step: { x: 0.25 },
    range: key === "from" ? { low: 0, high: 23.75 } : { low: 0.25, high: 36 },
    text: hours => key === "from" ? clock(hours) : endText(hours),
    moved() {
      if (key === "from") this.x = Math.min(this.x, mark.to - 0.5);
      else this.x = Math.min(Math.max(this.x, mark.from + 0.5), mark.from + 24);
      mark[key] = this.x;
    },
    set: () => isOne ? [[part.path, `${clock(mark.from)}-${endText(mark.to)}`]]
      : [key === "from" ? [`${part.path}.start`, clock(mark.from)] : [`${part.path}.end`, endText(mark.to)]],
  });
  return {
    label: part.title, marks: [mark], handles: [edge("from", words.start), edge("to", words.end)],
    x: { low: 0, high: 36, ticks: [0, 6, 12, 18, 24, 30, 36].map(hour => [hour, String(hour % 24)]) },
  };
}
