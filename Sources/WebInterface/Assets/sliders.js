// SPDX-License-Identifier: GPL-3.0-or-later
// Values that are moved: a slider where the value is a number, and always a field beside it.

import { words } from "./words.js";

const place = id => document.getElementById(id);

/** A number as it is written, without a float's tail. */
function written(number, step) {
  const places = Math.max(0, Math.min(10, -Math.floor(Math.log10(step) + 1e-9)));
  return String(Number(number.toFixed(places)));
}

/**
 * Shows a row for each pinned path.
 * @param {object} state values, pins
 * @param {Map} fields the form's fields by path
 * @param {object} on moved(path, text, isDone), unpinned(path)
 */
export function draw(state, fields, on) {
  const rows = state.pins.map(path => row(path, state, fields.get(path), on));
  const sliders = place("sliders");
  const focused = document.activeElement?.id;
  sliders.replaceChildren(...rows);
  if (focused?.startsWith("value:") || focused?.startsWith("slide:")) place(focused)?.focus();
}

/** Puts values into the rows that are there, but for the one that is being moved. */
export function refresh(state, fields) {
  for (const path of state.pins) {
    const field = fields.get(path);
    const text = state.values.get(path) ?? field?.text ?? "";
    const [value, slide] = [place(`value:${path}`), place(`slide:${path}`)];
    if (value && value !== document.activeElement) value.value = text;
    if (slide && slide !== document.activeElement) set(slide, text);
    mark(path, state, field);
  }
}

function set(slide, text) {
  const number = parseFloat(text);
  if (!Number.isFinite(number)) return;
  if (number > Number(slide.max)) slide.max = number;
  if (number < Number(slide.min)) slide.min = number;
  slide.value = number;
  slide.setAttribute("aria-valuetext", text);
}

function mark(path, state, field) {
  const note = place(`was:${path}`);
  if (!note) return;
  const isChanged = state.values.has(path);
  note.textContent = isChanged && field?.text != null ? `${words.changed} ${field.text}` : "";
  note.closest(".slider").classList.toggle("moved", isChanged);
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function row(path, state, field, on) {
  const text = state.values.get(path) ?? field?.text ?? "";
  const label = element("label", { for: `value:${path}` }, field?.title ?? path);
  const value = element("input", {
    id: `value:${path}`, type: "text", autocomplete: "off", spellcheck: "false",
    "aria-describedby": `path:${path} was:${path} told:${path}`,
  });
  value.value = text;
  const head = element(
    "div", { class: "head" }, label,
    element("code", { id: `path:${path}` }, path), value);
  const drop = element("button", { type: "button", class: "drop-pin", title: words.remove }, "×");
  drop.setAttribute("aria-label", `${words.remove}: ${path}`);
  drop.addEventListener("click", () => on.unpinned(path));
  head.append(drop);
  const made = element("div", { class: "slider", "data-path": path }, head);
  value.addEventListener("input", () => {
    const slide = place(`slide:${path}`);
    if (slide) set(slide, value.value);
    on.moved(path, value.value.trim(), false);
  });
  value.addEventListener("change", () => on.moved(path, value.value.trim(), true));
  const range = field?.slide;
  if (range) {
    const slide = element("input", {
      id: `slide:${path}`, type: "range", min: range.low, max: range.high, step: range.step,
      "aria-label": `${field.title} (${path})`,
    });
    set(slide, text);
    const take = isDone => {
      const suffix = range.suffix;
      const next = written(Number(slide.value), range.step) + suffix;
      slide.setAttribute("aria-valuetext", next);
      value.value = next;
      on.moved(path, next, isDone);
    };
    slide.addEventListener("input", () => take(false));
    slide.addEventListener("change", () => take(true));
    made.append(slide);
  }
  made.append(
    element("span", { class: "soft", id: `was:${path}` }),
    element("span", { class: "mistake", id: `told:${path}`, role: "status" }));
  if (state.values.has(path)) {
    made.classList.add("moved");
    if (field?.text != null) made.querySelector(".soft").textContent = `${words.changed} ${field.text}`;
  }
  return made;
}
