// SPDX-License-Identifier: GPL-3.0-or-later
// The scenario as a form: every field comes from the schema, and what is typed goes into the text.

import { Drawing } from "./drawing.js";
import { shapeOf as drawnShapeOf } from "./shapes.js";
import { words } from "./words.js";

const place = id => document.getElementById(id);

let shape = "";
let handlers = {};
let known = { fields: new Map(), parts: new Map(), drawn: null };
let drawings = [];

/** All fields of a form by path. */
export function fieldsOf(form) {
  return new Map([...partsOf(form)].filter(([, part]) => !part.parts));
}

/** Fields and groups of a form by path. */
function partsOf(form) {
  const found = new Map();
  const walk = part => {
    found.set(part.path, part);
    part.parts?.forEach(walk);
  };
  if (form) walk(form);
  return found;
}

function shapeOf(part) {
  return part.parts ? `${part.path}(${part.parts.map(shapeOf).join()})` : `${part.path}:${part.text == null ? 0 : 1}`;
}

/**
 * Shows a form; where its fields are those that stand there already, only their values change.
 * @param {object} drawn what the program says of presets that are drawn
 * @param {object} on typed(path, text), pinned(path), written(pairs of path and text)
 */
export function draw(form, drawn, on) {
  handlers = on;
  if (form) known = { fields: fieldsOf(form), parts: partsOf(form), drawn };
  const root = place("form");
  root.classList.toggle("greyed", !form);
  root.inert = !form;
  if (!form) {
    if (!root.querySelector(".greyed-note")) {
      const note = document.createElement("p");
      note.className = "greyed-note";
      note.textContent = words.noForm;
      root.prepend(note);
    }
    return;
  }
  root.querySelector(".greyed-note")?.remove();
  const next = shapeOf(form);
  drawings = drawings.filter(each => each.element.isConnected);
  for (const drawing of drawings) drawing.update();
  if (next === shape) {
    for (const field of fieldsOf(form).values()) {
      const input = place(`field:${field.path}`);
      if (input && input !== document.activeElement) input.value = field.text ?? "";
    }
    return;
  }
  shape = next;
  const opened = new Set([...root.querySelectorAll("details[open]")].map(each => each.dataset.path));
  const focused = document.activeElement?.id;
  root.replaceChildren(...parts(form, opened));
  // A value that was drawn for the first time stands among those that are given now.
  if (/^(field|handle):/.test(focused)) place(focused)?.focus();
}

/** Opens the groups above a path and goes there. */
export function reveal(path) {
  for (const group of place("form").querySelectorAll("details[data-path]")) {
    const own = group.dataset.path;
    if (own === "" || path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`)) group.open = true;
  }
  place(`field:${path}`)?.focus();
}

/** Shows each mistake beside its field; those without a field are left to the list. */
export function tell(mistakes) {
  for (const told of document.querySelectorAll("#form .mistake, #sliders .mistake")) told.textContent = "";
  for (const input of document.querySelectorAll("#form [aria-invalid], #sliders [aria-invalid]")) {
    input.removeAttribute("aria-invalid");
  }
  for (const mistake of mistakes) {
    if (!mistake.path) continue;
    for (const prefix of ["field", "value"]) {
      const input = place(`${prefix}:${mistake.path}`);
      if (!input) continue;
      input.setAttribute("aria-invalid", "true");
      const told = place(prefix === "field" ? `wrong:${mistake.path}` : `told:${mistake.path}`);
      if (told) told.textContent = mistake.text;
    }
  }
}

function parts(group, opened) {
  const [given, further] = [[], []];
  for (const part of group.parts) {
    (part.parts || part.text != null || part.required ? given : further).push(part);
  }
  const made = given.map(part => part.parts ? groupElement(part, opened) : fieldElement(part));
  if (further.length) {
    made.push(folded(
      `${group.path}?`, `${words.further} (${further.length})`, "", opened,
      () => further.map(fieldElement), "further"));
  }
  return made;
}

function groupElement(group, opened) {
  return folded(group.path, group.title, group.key, opened, () => parts(group, opened), "group", group.help);
}

/** Made when it is opened: a year's scenario has some hundred fields. */
function folded(path, title, key, opened, make, kind, help = "") {
  const details = document.createElement("details");
  details.className = kind;
  details.dataset.path = path;
  const summary = document.createElement("summary");
  summary.textContent = title;
  if (key && key !== title) {
    const code = document.createElement("code");
    code.textContent = key;
    summary.append(" ", code);
  }
  details.append(summary);
  let isMade = false;
  const fill = () => {
    if (isMade) return;
    isMade = true;
    if (help) {
      const note = document.createElement("p");
      note.className = "soft";
      note.textContent = help;
      details.append(note);
    }
    const drawing = drawingOf(path);
    if (drawing) details.append(drawing);
    details.append(...make());
  };
  if (opened.has(path)) {
    details.open = true;
    fill();
  }
  details.addEventListener("toggle", () => details.open && fill());
  return details;
}

/** A drawing of a part that has one. */
function drawingOf(path) {
  const shape = () => {
    const part = known.parts.get(path);
    return part && known.drawn ? drawnShapeOf(part, known.fields, known.drawn) : null;
  };
  if (!shape()) return null;
  const drawing = new Drawing(path, shape, pairs => handlers.written(pairs));
  drawings.push(drawing);
  return drawing.element;
}

function limits(field) {
  const parts = [];
  if (field.minimum != null && field.maximum != null && field.kind !== "structure") {
    parts.push(`${words.allowed} ${field.minimum} ${words.to} ${field.maximum}`);
  }
  if (field.default != null && field.default !== "") parts.push(`${words.standard} ${field.default}`);
  if (field.required) parts.push(words.required);
  return parts.join(" · ");
}

function fieldElement(field) {
  const made = document.createElement("div");
  made.className = "field";
  const label = document.createElement("label");
  label.htmlFor = `field:${field.path}`;
  label.textContent = field.title;
  const code = document.createElement("code");
  code.textContent = field.key;
  if (field.key !== field.title) label.append(" ", code);
  const isChoice = field.kind === "choice" || field.kind === "flag";
  const input = document.createElement(isChoice ? "select" : field.kind === "structure" || (field.text ?? "").length > 60 ? "textarea" : "input");
  input.id = `field:${field.path}`;
  input.spellcheck = false;
  input.setAttribute("autocomplete", "off");
  if (isChoice) {
    const choices = field.kind === "flag" ? ["true", "false"] : field.choices ?? [];
    const options = field.text != null && choices.includes(field.text) ? choices : [field.text ?? "", ...choices];
    for (const choice of options) input.add(new Option(choice || "–", choice));
  } else {
    if (field.default != null) input.placeholder = field.default;
    if (input.tagName === "TEXTAREA") input.rows = 2;
  }
  input.value = field.text ?? "";
  const wrong = document.createElement("span");
  wrong.id = `wrong:${field.path}`;
  wrong.className = "mistake";
  wrong.setAttribute("role", "status");
  const about = document.createElement("span");
  about.id = `about:${field.path}`;
  about.className = "soft";
  about.textContent = [field.help, limits(field)].filter(Boolean).join(" · ");
  input.setAttribute("aria-describedby", `${wrong.id} ${about.id}`);
  let timer = null;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => handlers.typed(field.path, input.value.trim()), isChoice ? 0 : 350);
  });
  const drawing = drawingOf(field.path);
  made.append(label, ...(drawing ? [drawing] : []), input);
  if (field.slide || isChoice) {
    const pin = document.createElement("button");
    pin.type = "button";
    pin.className = "to-pin";
    pin.textContent = words.move;
    pin.setAttribute("aria-label", `${words.move}: ${field.path}`);
    pin.addEventListener("click", () => handlers.pinned(field.path));
    made.append(pin);
  }
  made.append(wrong, about);
  return made;
}
