// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the page together: address, sliders, form, text and figures follow one state.

import * as address from "./address.js";
import * as answers from "./answers.js";
import * as files from "./files.js";
import * as drops from "./drops.js";
import * as form from "./form.js";
import * as jobs from "./jobs.js";
import * as roster from "./roster.js";
import { ask, fetchFile, offer } from "./server.js";
import * as sliders from "./sliders.js";
import * as text from "./text.js";
import * as views from "./views.js";
import { words } from "./words.js";

const place = id => document.getElementById(id);
const file = files.fileName;

/** What is changed in the scenario, what can be moved, and what it is held against. */
let state = address.read(location.hash);
let yaml = "";
/** The text of the pinned state; the file's where the address brought the state along. */
let baselineText = null;
let fields = new Map();
let mistakes = [];
let depth = 0;
let deepest = 0;
const snapshots = [];
const mostSnapshots = 200;

// MARK: State, address and history

function question() {
  const baseline = state.baseline && { text: baselineText ?? yaml, words: state.baseline };
  return { file, text: yaml, words: address.wordsOf(state.values), baseline };
}

function here() {
  return location.pathname + location.search + address.write(state);
}

/** A step that Undo and the browser's Back can take back. */
function commit() {
  depth += 1;
  deepest = depth;
  snapshots[depth % mostSnapshots] = { depth, yaml, baselineText };
  history.pushState({ depth }, "", here());
  tools();
}

function amend() {
  history.replaceState({ depth }, "", here());
  snapshots[depth % mostSnapshots] = { depth, yaml, baselineText };
}

addEventListener("popstate", event => {
  depth = event.state?.depth ?? 0;
  state = address.read(location.hash);
  const snapshot = snapshots[depth % mostSnapshots];
  if (snapshot?.depth === depth) {
    baselineText = snapshot.baselineText;
    if (snapshot.yaml !== yaml) {
      yaml = snapshot.yaml;
      text.put(yaml);
      files.keep(yaml);
    }
  }
  tools();
  views.choose(state.view);
  sliders.draw(state, fields, onSliders);
  check();
  answers.move(question());
});

function tools() {
  place("undo").disabled = depth === 0;
  place("redo").disabled = depth >= deepest;
  place("unpin").hidden = !state.baseline;
  place("pin").setAttribute("aria-pressed", String(Boolean(state.baseline)));
  place("reset").disabled = place("apply").disabled = state.values.size === 0;
  place("language").hash = address.write(state);
  jobs.compareStates();
}

// MARK: Sliders

let isMoving = false;
const onSliders = {
  moved(path, value, isDone) {
    const before = state.values.get(path) ?? fields.get(path)?.text;
    if (value !== before) {
      if (value === fields.get(path)?.text || value === "") state.values.delete(path);
      else state.values.set(path, value);
      // The first step of a drag is one of the history; the others change it.
      if (isMoving === path) amend();
      else commit();
      isMoving = path;
      tools();
      sliders.refresh(state, fields);
      answers.move(question());
      later();
    }
    if (isDone) isMoving = false;
  },
  unpinned(path) {
    state.pins = state.pins.filter(each => each !== path);
    state.values.delete(path);
    commit();
    sliders.draw(state, fields, onSliders);
    answers.move(question());
    later();
  },
};

function pin(path) {
  if (!path) return;
  if (!fields.has(path)) {
    place("status").textContent = words.noKey + path;
    return;
  }
  if (!state.pins.includes(path)) {
    state.pins.push(path);
    commit();
    sliders.draw(state, fields, onSliders);
  }
  place(`slide:${path}`)?.focus();
  if (!place(`slide:${path}`)) place(`value:${path}`)?.focus();
}

/** Without an address, what planners move first. */
function usualPins() {
  const usual = [...fields.values()].filter(field => field.slide && field.text != null);
  const first = usual.filter(field => field.path === "demand.daily_mean");
  const prices = usual.filter(field => /(monthly_price|wage)$/.test(field.path)).slice(0, 1);
  const people = usual.filter(field => /\.agents$/.test(field.path)).slice(0, 1);
  return [...first, ...prices, ...people].map(field => field.path);
}

// MARK: Text and form

let timer = null;
function later() {
  clearTimeout(timer);
  timer = setTimeout(check, 300);
}

let checks = 0;
async function check() {
  checks += 1;
  const mine = checks;
  try {
    const found = await ask("check", { file, text: yaml, words: address.wordsOf(state.values) });
    if (mine !== checks) return;
    mistakes = found.mistakes;
    if (found.form) {
      fields = form.fieldsOf(found.form);
      place("keys").replaceChildren(...[...fields.values()]
        .filter(field => field.slide || field.kind === "choice")
        .map(field => new Option(field.title, field.path)));
      views.namePlans(fields);
    }
    form.draw(found.form, found.drawn, onForm);
  } catch (error) {
    if (mine !== checks) return;
    mistakes = error.mistakes ?? [];
  }
  form.tell(mistakes);
  text.tell(mistakes, reveal, () => !place("text").hidden || !place("form").querySelector("details"));
}

function reveal(path) {
  show("form");
  form.reveal(path);
  form.tell(mistakes);
}

function changeText(next, isStep) {
  if (next === yaml) return;
  yaml = next;
  text.put(yaml);
  if (isStep) commit();
  else amend();
  files.keep(yaml);
  later();
  answers.move(question());
}

const onForm = {
  async typed(path, value, sharing = "ask") {
    try {
      const edited = await ask("edit", { file, text: yaml, path, value, sharing });
      changeText(edited.text, true);
    } catch (error) {
      if (error.body?.anchor) askWhere(path, value, error.body);
      else form.tell(error.mistakes.map(each => ({ ...each, path: each.path || path })));
    }
  },
  /** Values that were drawn, written together. */
  async written(pairs) {
    if (pairs.length === 0) return;
    if (pairs.length === 1) return onForm.typed(...pairs[0]);
    try {
      const edited = await ask("apply", { file, text: yaml, words: address.wordsOf(pairs) });
      changeText(edited.text, true);
    } catch (error) {
      files.banner(error.message, [[words.fine, () => check()]]);
    }
  },
  pinned: pin,
};

function askWhere(path, value, { anchor, places }) {
  files.banner(words.shared(places, anchor), [
    [words.everywhere, () => onForm.typed(path, value, "everywhere")],
    [words.here, () => onForm.typed(path, value, "here")],
    [words.cancel, () => check()],
  ]);
}

function show(which) {
  place("form").hidden = which !== "form";
  place("text").hidden = which !== "text";
  place("as-form").setAttribute("aria-pressed", String(which === "form"));
  place("as-text").setAttribute("aria-pressed", String(which === "text"));
}

// MARK: Tools

function click(id, act) {
  place(id).addEventListener("click", act);
}

click("undo", () => history.back());
click("redo", () => history.forward());
click("as-form", () => show("form"));
click("as-text", () => show("text"));
click("save", () => files.save(yaml));
click("add", () => {
  pin(place("key").value.trim());
  place("key").value = "";
});
place("key").addEventListener("keydown", event => {
  if (event.key === "Enter") place("add").click();
});
click("pin", () => {
  state.baseline = address.wordsOf(state.values);
  baselineText = yaml;
  commit();
  answers.move(question());
});
click("unpin", () => {
  state.baseline = null;
  baselineText = null;
  commit();
  answers.move(question());
});
click("reset", () => {
  state.values = new Map();
  commit();
  sliders.draw(state, fields, onSliders);
  answers.move(question());
  later();
});
click("apply", async () => {
  try {
    const applied = await ask("apply", { file, text: yaml, words: address.wordsOf(state.values) });
    // A baseline keeps the values that it had.
    if (state.baseline) baselineText ??= yaml;
    state.values = new Map();
    changeText(applied.text, true);
    await check();
    sliders.draw(state, fields, onSliders);
  } catch (error) {
    files.banner(error.message, [[words.fine, () => {}]]);
  }
});
click("command", async () => {
  const line = answers.shownCommand();
  const note = files.isSaved(yaml) ? "" : ` ${words.beforeSave}`;
  try {
    await navigator.clipboard.writeText(line);
    files.banner(words.copied + line + note, [[words.fine, () => {}]]);
  } catch {
    files.banner(words.cannotCopy + line + note, [[words.fine, () => {}]]);
  }
});

const base = file.replace(/\.ya?ml$/i, "");
click("give-yaml", () => give(async () => {
  const applied = await ask("apply", { file, text: yaml, words: address.wordsOf(state.values) });
  return [new Blob([applied.text], { type: "application/yaml" }), `${base}-changed.yaml`];
}));
for (const [kind, name] of [
  ["csv", `${base}-comparison.csv`], ["xlsx", `${base}.xlsx`], ["page", `${base}-report.html`],
]) {
  click(`give-${kind}`, () => give(async () => [
    await fetchFile({ ...question(), kind, client: answers.clientName }), name,
  ]));
}

async function give(make) {
  place("saved").textContent = words.preparing;
  try {
    const [blob, name] = await make();
    offer(blob, name);
    place("saved").textContent = words.ready + name;
  } catch (error) {
    place("saved").textContent = "";
    files.banner(error.message, [[words.fine, () => {}]]);
  }
}

// MARK: Views

const onViews = {
  question,
  /** What a view asks for beside the fields of its form. */
  further: (kind, asked) => kind === "roster" ? roster.files(asked, jobs.resultOf("plan")?.files) : {},
  done(kind, result, isFound) {
    // What was edited by hand is newer than what was made.
    if (kind === "roster" && !(isFound && roster.isOpen())) roster.open(result);
  },
};

views.start(view => {
  state.view = view === "plans" ? "" : view;
  amend();
  place("language").hash = address.write(state);
});

// MARK: Begin

text.start(next => changeText(next, false));
try {
  yaml = await files.open(next => {
    changeText(next, true);
    sliders.draw(state, fields, onSliders);
  });
  text.put(yaml);
  answers.move(question());
  await check();
  if (state.pins.length === 0) state.pins = usualPins();
  for (const path of state.values.keys()) {
    if (!state.pins.includes(path)) state.pins.push(path);
  }
  if (!place("form").querySelector(".field, details")) show("text");
  sliders.draw(state, fields, onSliders);
  form.tell(mistakes);
  amend();
  drops.start(question);
  await roster.start(file);
  await jobs.start(onViews);
  views.choose(state.view);
  tools();
} catch (error) {
  files.banner(error.message, [[words.fine, () => {}]]);
}
