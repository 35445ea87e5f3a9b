// SPDX-License-Identifier: GPL-3.0-or-later
// The figures: the newest state alone is asked for and shown; what comes late is dropped.

import { ask } from "./server.js";
import { words } from "./words.js";

const client = crypto.randomUUID();
const place = id => document.getElementById(id);

let sequence = 0;
let flight = null;
let question = null;
let command = "";
let spokenAt = 0;
let toSpeak = null;

/** The line that prints the figures that are shown. */
export const shownCommand = () => command;
export const clientName = client;

/** Asks for the figures of a state. */
export async function move(state) {
  sequence += 1;
  const mine = sequence;
  flight?.abort();
  flight = new AbortController();
  question = { ...state, client, sequence: mine };
  stale();
  try {
    let { answer } = await ask("live", question, flight.signal);
    while (mine === sequence) {
      if (answer) {
        show(answer, state);
        if (answer.settled) return;
      }
      const step = answer?.step ?? Number(place("results").dataset.step);
      const asked = performance.now();
      ({ answer } = await ask("next", { ...question, step }, flight.signal));
      // Empty after a while where more takes longer; at once where the program has forgotten the move.
      if (!answer && performance.now() - asked < 5000) {
        await new Promise(resolve => setTimeout(resolve, 1000));
        if (mine === sequence) await move(state);
        return;
      }
    }
  } catch (error) {
    if (mine === sequence && error.name !== "AbortError") refuse(error);
  }
}

/** What nobody looks at any more is not worked on. */
addEventListener("pagehide", () => {
  if (!question) return;
  const body = JSON.stringify({ file: question.file, client });
  fetch("/api/stop", { method: "POST", body, keepalive: true, headers: { "Content-Type": "application/json" } })
    .catch(() => {});
});
addEventListener("pageshow", event => {
  if (event.persisted && question) move(question);
});

/** The figures stand for another state until the answer comes, and look so. */
function stale() {
  const results = place("results");
  results.setAttribute("aria-busy", "true");
  results.dataset.step = "0";
  place("status").textContent = words.working;
}

function show(answer, state) {
  if (answer.sequence !== sequence) return;
  const results = place("results");
  results.setAttribute("aria-busy", "false");
  results.classList.remove("refused");
  results.dataset.sequence = answer.sequence;
  results.dataset.step = answer.step;
  results.dataset.words = JSON.stringify(state.words);
  results.dataset.settled = answer.settled;
  results.dataset.replications = answer.replications;
  place("status").textContent = answer.status;
  place("held").textContent = answer.held ?? "";
  place("held").hidden = !answer.held;
  place("lead").textContent = answer.lead;
  place("table").innerHTML = answer.table;
  place("sections").innerHTML = answer.sections;
  place("pictures").innerHTML = answer.pictures || `<p class="soft">${words.working}</p>`;
  command = answer.command;
  speak(`${answer.status} ${answer.lead}`);
}

function refuse(error) {
  const results = place("results");
  results.setAttribute("aria-busy", "false");
  results.classList.add("refused");
  for (const id of ["table", "sections", "pictures"]) place(id).replaceChildren();
  place("held").hidden = true;
  place("lead").textContent = "";
  const sentences = error.mistakes?.length ? error.mistakes.map(each => each.text) : [error.message];
  place("status").textContent = `${words.cannotShow} ${sentences.join(" ")}`;
  speak(place("status").textContent);
}

/** Says at most one thing a second to those who listen. */
function speak(text) {
  clearTimeout(toSpeak);
  const wait = Math.max(0, spokenAt + 1000 - performance.now());
  toSpeak = setTimeout(() => {
    spokenAt = performance.now();
    place("spoken").textContent = text;
  }, wait);
}
