// SPDX-License-Identifier: GPL-3.0-or-later
// Long work of the views: begun, watched, cancelled, and found again after a reload.

import { ask, Refusal, sendFile } from "./server.js";
import { words } from "./words.js";

const place = id => document.getElementById(id);
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Newest job of each kind, as the program told it. */
const jobs = new Map();
let desk = null;

/**
 * @param {object} on question() of the state, further(kind, form) what a view asks beside its form,
 *   done(kind, result, isFound) of a job that ends, or had ended when the page was loaded
 */
export async function start(on) {
  desk = on;
  for (const form of document.querySelectorAll("form.ask[data-kind]")) {
    form.addEventListener("submit", event => {
      event.preventDefault();
      begin(form);
    });
    place(`job-${form.dataset.kind}`).querySelector(".cancel").addEventListener("click", () => cancel(form.dataset.kind));
  }
  const found = await ask("jobs", { file: desk.question().file });
  for (const job of found.jobs) follow(job);
}

/** The outcome of a kind that has ended well; null before. */
export const resultOf = kind => jobs.get(kind)?.result ?? null;

/** Says of every outcome whether it is of the state that is shown. */
export async function compareStates() {
  if (!desk) return;
  const mark = await markOf(desk.question());
  for (const [kind, job] of jobs) {
    place(`other-${kind}`).hidden = job.status !== "done" || kind === "roster" || job.mark === mark;
  }
}

async function markOf({ text, words: settings }) {
  const bytes = new TextEncoder().encode(JSON.stringify([text, settings]));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, "0")).join("");
}

async function begin(form) {
  const kind = form.dataset.kind;
  tell(kind, words.working);
  try {
    const question = desk.question();
    const options = Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === "string" && value.length < 500));
    Object.assign(options, await sent(form));
    const further = await desk.further(kind, form);
    const { job } = await ask("begin", { ...question, kind, options, mark: await markOf(question), ...further });
    place(`shown-${kind}`).replaceChildren();
    await follow(job);
  } catch (error) {
    tell(kind, sentenceOf(error), true);
  }
}

/** Names of the files that a form sends along. */
async function sent(form) {
  const names = {};
  for (const field of form.querySelectorAll("input:is([data-sent=chosen], [data-sent=needed])")) {
    const [file] = field.files;
    if (file) names[field.name] = (await sendFile(file)).id;
    else if (field.dataset.sent === "needed") throw new Error(words.chooseFile);
  }
  return names;
}

async function cancel(kind) {
  const job = jobs.get(kind);
  if (!job) return;
  try {
    await ask("cancel", { job: job.id });
  } catch (error) {
    tell(kind, sentenceOf(error), true);
  }
}

/** Watches a job to its end, unless a newer one takes its place. */
async function follow(job) {
  const { kind, id } = job;
  const isFound = job.status === "done";
  jobs.set(kind, job);
  while (job?.status === "working") {
    show(job);
    await pause(300);
    if (jobs.get(kind)?.id !== id) return;
    try {
      ({ job } = await ask("job", { job: id }));
    } catch (error) {
      // The program may be busy, or be gone for good: it is asked again.
      if (!(error instanceof Refusal)) throw error;
      tell(kind, sentenceOf(error), true);
      await pause(2000);
    }
  }
  if (jobs.get(kind)?.id !== id) return;
  if (!job) {
    jobs.delete(kind);
    place(`job-${kind}`).hidden = true;
    tell(kind, words.forgotten, true);
    return;
  }
  jobs.set(kind, job);
  show(job);
  if (job.status === "done") desk.done(kind, job.result, isFound);
  await compareStates();
}

function show(job) {
  const bar = place(`job-${job.kind}`);
  const isWorking = job.status === "working";
  bar.hidden = !isWorking;
  document.querySelector(`form.ask[data-kind="${job.kind}"] [type=submit]`).disabled = isWorking;
  if (isWorking) {
    const { step = words.working, done = 0, total = null } = job.progress ?? {};
    const progress = bar.querySelector("progress");
    if (total) {
      progress.max = total;
      progress.value = done;
    } else {
      progress.removeAttribute("value");
    }
    bar.querySelector(".step").textContent = total ? `${step} · ${done} / ${total}` : `${step} · ${done}`;
    tell(job.kind, words.atWork);
    return;
  }
  if (job.status === "done") {
    place(`shown-${job.kind}`).innerHTML = job.result.markup;
    tell(job.kind, words.ended);
  } else if (job.status === "cancelled") {
    tell(job.kind, words.cancelled);
  } else {
    tell(job.kind, job.mistakes.map(each => each.text).join(" "), true);
  }
}

function sentenceOf(error) {
  return error.mistakes?.length ? error.mistakes.map(each => each.text).join(" ") : error.message;
}

/** Says a sentence under a view's form. */
export function tell(kind, text, isWrong = false) {
  const told = place(`told-${kind}`);
  told.classList.toggle("mistake", isWrong);
  if (told.textContent !== text) told.textContent = text;
}
