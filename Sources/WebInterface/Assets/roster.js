// SPDX-License-Identifier: GPL-3.0-or-later
// The roster's view: what it is made from, its chart, and the check after every change.

import { Gantt } from "./gantt.js";
import { tell } from "./jobs.js";
import { Roster } from "./rosterModel.js";
import { ask, offer } from "./server.js";
import { words } from "./words.js";

const place = id => document.getElementById(id);

let file = "";
let roster = null;
let gantt = null;
let inputs = { staff: "", shifts: "", cover: "" };
let timer = null;
let checks = 0;

/** Opens the roster that was worked on before a reload, if there is one. */
export async function start(name) {
  file = name;
  place("roster-undo").addEventListener("click", () => gantt?.undo());
  place("roster-give").addEventListener("click", () => {
    offer(new Blob([roster.rosterFile], { type: "text/csv" }), "roster.csv");
  });
  const kept = await ask("roster", { file });
  if (!kept.roster) return;
  show(kept);
  told(kept);
}

/** Staff, shifts and cover for a roster that is to be made. */
export async function files(form, planned) {
  const text = async field => form.elements[field].files[0]?.text() ?? "";
  const staff = await text("staff-file") || staffOf(form.elements.staff.value);
  if (!staff) throw new Error(words.noStaff);
  const cover = await text("cover-file") || planned?.cover;
  if (!cover) throw new Error(words.noCover);
  // A header alone: nobody of the plan is the shop's own to name.
  if (cover.trim().split("\n").length < 2) throw new Error(words.emptyCover);
  const shifts = await text("shifts-file") || (form.elements["cover-file"].files[0] ? "" : planned.shifts);
  return { roster: { staff, shifts, cover, roster: "" } };
}

/** Lines of names become a file; lines with headings are one already. */
function staffOf(text) {
  const lines = text.split("\n").map(line => line.trim()).filter(Boolean);
  if (lines.length === 0) return "";
  if (/^(name|姓名|工号)(,|$)/.test(lines[0])) return `${lines.join("\n")}\n`;
  return `${["name", ...lines.map(line => `"${line.replaceAll('"', '""')}"`)].join("\n")}\n`;
}

/** Whether a roster is being edited. */
export const isOpen = () => roster !== null;

/** Opens a roster that was made. */
export function open(result) {
  show(result);
  check();
}

function show(result) {
  inputs = result.files;
  roster = new Roster(result.roster);
  place("roster-desk").hidden = false;
  gantt = new Gantt(place("gantt"), roster, {
    changed: () => {
      clearTimeout(timer);
      timer = setTimeout(check, 200);
    },
    say: text => { place("roster-spoken").textContent = text; },
  });
}

async function check() {
  if (roster.duties.size === 0) {
    place("roster-checked").textContent = words.notGiven;
    return;
  }
  checks += 1;
  const mine = checks;
  try {
    const answer = await ask("roster", {
      file, roster: { ...inputs, shifts: roster.shiftsFile, roster: roster.rosterFile },
    });
    if (mine === checks) told(answer);
  } catch (error) {
    if (mine === checks) tell("roster", error.mistakes?.map(each => each.text).join(" ") || error.message, true);
  }
}

function told(answer) {
  place("roster-checked").innerHTML = answer.markup;
  gantt.mark(answer.roster.broken);
}
