// SPDX-License-Identifier: GPL-3.0-or-later
// The file on the disk: edits are kept beside it, saved into it, and somebody else's changes are told.

import { ask, Refusal } from "./server.js";
import { words } from "./words.js";

const place = id => document.getElementById(id);

const file = place("title").dataset.file;
let mark = null;
let draftMark = null;
let saved = "";
let keeping = Promise.resolve();
let timer = null;
let isTold = false;

export const fileName = file;
export const isSaved = text => text === saved;

/** Opens the file; edits that were not saved come before it. */
export async function open(load) {
  const opened = await ask("open", { file });
  mark = opened.mark;
  saved = opened.text;
  draftMark = opened.draft?.mark ?? null;
  const isDraft = opened.draft && opened.draft.text !== opened.text;
  if (isDraft) {
    banner(words.draftFound, [
      [words.discard, async () => {
        const again = await ask("discard", { file });
        [mark, saved, draftMark] = [again.mark, again.text, null];
        load(again.text);
      }],
      [words.fine, () => {}],
    ]);
  }
  setInterval(() => watch(load), 4000);
  return isDraft ? opened.draft.text : opened.text;
}

/** Keeps edits beside the file, a moment after the last one. */
export function keep(text) {
  clearTimeout(timer);
  show("…");
  timer = setTimeout(() => {
    keeping = keeping.then(() => keepNow(text)).catch(told);
  }, 500);
}

async function keepNow(text) {
  const kept = await ask("draft", { file, text, previous: draftMark });
  draftMark = kept.mark;
  show(words.kept);
}

/** Puts the edits into the file. */
export async function save(text) {
  clearTimeout(timer);
  await keeping;
  try {
    const now = await ask("save", { file, text, previous: mark });
    [mark, saved, draftMark] = [now.mark, text, null];
    show(words.saved);
  } catch (error) {
    told(error);
  }
}

function show(text) {
  place("saved").textContent = text;
}

function told(error) {
  show(words.notKept);
  if (!(error instanceof Refusal)) throw error;
  // A conflict is told by the next look at the disk, with what can be done.
  if (error.status === 409) isTold = false;
  else banner(error.status === 404 ? words.gone : error.message, [[words.fine, () => {}]]);
}

/** Looks whether anybody else has changed the file, or another tab the edits. */
async function watch(load) {
  if (document.hidden || isTold) return;
  await keeping;
  let now;
  try {
    now = await ask("state", { file });
  } catch (error) {
    isTold = true;
    banner(error.status === 404 ? words.gone : error.message || words.lost, [[words.fine, () => {
      setTimeout(() => { isTold = false; }, 20_000);
    }]]);
    return;
  }
  const isOther = now.mark !== mark;
  const isOtherTab = now.draft !== draftMark;
  if (!isOther && !isOtherTab) return;
  isTold = true;
  banner(isOther ? words.fileChanged : words.draftChanged, [
    [words.theirs, async () => {
      const again = isOther ? await ask("discard", { file }) : await ask("open", { file });
      [mark, saved, draftMark] = [again.mark, again.text, again.draft?.mark ?? null];
      isTold = false;
      load(again.draft?.text ?? again.text);
    }],
    [words.mine, async () => {
      [mark, draftMark] = [now.mark, now.draft];
      isTold = false;
      keeping = keepNow(place("yaml").value).catch(told);
    }],
  ]);
}

/** A sentence above the page, with what can be done about it. */
export function banner(text, choices) {
  const bar = place("banner");
  const said = document.createElement("span");
  said.textContent = text;
  const buttons = choices.map(([label, act]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => {
      bar.hidden = true;
      bar.replaceChildren();
      act();
    });
    return button;
  });
  bar.replaceChildren(said, ...buttons);
  bar.hidden = false;
}
