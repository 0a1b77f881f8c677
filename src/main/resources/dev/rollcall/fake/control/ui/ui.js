"use strict";

const EVERY = 1000;
const PATIENCE = 5000;
// A world of a million people takes its time.
const PATIENCE_WITH_WORLDS = 120000;
// The list of all faults is long, and they and the conditions change by hand.
const SETTINGS_EVERY = 5000;
const PEOPLE_SHOWN = 50;
const PEOPLE_PER_PAGE = 500;
const PEOPLE_SEARCHED = 2000;
const FAULTS_SHOWN = 5;
const FAULTS_MORE = 20;
const REQUESTS_SHOWN = 25;
// What 99 of 100 lie below, in deviations from the middle of a normal distribution.
const P99 = 2.3263478740408408;
const NO_ANSWER = "The fake does not answer. Is it still running?";
// One spelling for both dialects.
const TONES = {
  available: "available",
  availableidle: "available",
  busy: "busy",
  busyidle: "busy",
  donotdisturb: "do-not-disturb",
  away: "away",
  berightback: "away",
};

const $ = (id) => document.getElementById(id);
const clock = { now: null, readAt: 0, frozen: false };
const told = new Map();
let faults = { available: [], active: [] };
let settingsDue = 0;
let faultsShown = FAULTS_SHOWN;
let polls = 0;
let timer = 0;
let ticker = 0;

// The control plane

class Problem extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** @param body a file goes as it is, anything else as JSON */
async function call(method, subject, body) {
  const file = body instanceof Blob;
  let response;
  let json;
  try {
    response = await fetch(subject, {
      method,
      cache: "no-store",
      signal: AbortSignal.timeout(file ? PATIENCE_WITH_WORLDS : PATIENCE),
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: file || body === undefined ? body : JSON.stringify(body),
    });
    json = await response.json().catch(() => ({}));
  } catch {
    throw new Problem(NO_ANSWER, 0);
  }
  if (!response.ok) {
    const said = typeof json.error === "string" ? json.error : "";
    throw new Problem(said || `${method} ${subject} was answered with ${response.status}.`, response.status);
  }
  return json;
}

async function readPeople() {
  const wanted = terms($("people-filter").value);
  if (wanted.length === 0) {
    return call("GET", `people?limit=${PEOPLE_SHOWN}&offset=0`);
  }
  const all = { total: 0, people: [], searched: 0 };
  do {
    const page = await call("GET", `people?limit=${PEOPLE_PER_PAGE}&offset=${all.searched}`);
    all.total = page.total;
    all.searched += PEOPLE_PER_PAGE;
    all.people.push(...page.people);
  } while (all.searched < Math.min(all.total, PEOPLE_SEARCHED));
  all.searched = Math.min(all.searched, all.total);
  all.people = all.people.filter((person) => matches(wanted, [nameOf(person), person.id, pairOf(person)]));
  return all;
}

/** What a reading gave, or why it gave nothing: one that fails is not to hide the others. */
async function attempt(reading) {
  try {
    return { value: await reading };
  } catch (problem) {
    return { problem };
  }
}

// Polling

async function poll() {
  clearTimeout(timer);
  if (document.hidden) {
    return;
  }
  const mine = ++polls;
  const due = performance.now() >= settingsDue;
  const [time, people, requests, all, latency, throttle] = await Promise.all([
    attempt(call("GET", "clock")),
    attempt(readPeople()),
    attempt(call("GET", `requests?limit=${REQUESTS_SHOWN}`)),
    due ? attempt(call("GET", "faults")) : {},
    due ? attempt(call("GET", "latency")) : {},
    due ? attempt(call("GET", "throttle")) : {},
  ]);
  if (mine !== polls) {
    return;
  }
  show("clock", time, keepTime);
  show("people", people, showPeople);
  show("requests", requests, showRequests);
  show("faults", all, keepFaults);
  show("latency", latency, (read) => put($("latency-now"), `${latencyOf(read)},`));
  show("throttle", throttle, (read) => put($("throttle-now"), throttleOf(read)));
  showPulse(time.problem);
  timer = setTimeout(poll, EVERY);
}

function show(part, read, draw) {
  if (read.value !== undefined) {
    draw(read.value);
  }
  if (read.value === undefined && read.problem === undefined) {
    return;
  }
  const missing = read.problem?.status === 404;
  $(`${part}-note`).hidden = !missing;
  put($(`${part}-note`), missing ? `This fake does not answer GET ${part}.` : "");
  const problem = missing ? undefined : read.problem?.message;
  // Once, not with every poll: it would hide what was done in between.
  if (problem !== undefined && problem !== told.get(part)) {
    say(problem, true);
  }
  told.set(part, problem);
}

function showPulse(problem) {
  const lost = problem?.status === 0;
  const pulse = $("pulse");
  if (pulse.className === "lost" && !lost) {
    say("The fake answers again.");
  }
  pulse.className = lost ? "lost" : "";
  pulse.textContent = lost ? "does not answer" : "read once a second";
}

function wake() {
  clearInterval(ticker);
  if (!document.hidden) {
    ticker = setInterval(tick, EVERY / 4);
  }
  poll();
}

/** Does something, says what was done or what the fake said against it, and reads again. */
async function act(doing, done) {
  try {
    say(done(await doing()));
  } catch (problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    say(problem.message, true);
  }
  settingsDue = 0;
  poll();
}

function say(sentence, problem = false) {
  put($("said"), sentence);
  $("said").classList.toggle("problem", problem);
}

// Time

function keepTime(read) {
  clock.now = Date.parse(read.now);
  clock.readAt = performance.now();
  clock.frozen = read.frozen === true;
  $("freeze").setAttribute("aria-pressed", String(clock.frozen));
  $("stopped").hidden = !clock.frozen;
  tick();
}

function now() {
  return clock.frozen ? clock.now : clock.now + performance.now() - clock.readAt;
}

function tick() {
  if (clock.now === null) {
    return;
  }
  put($("now"), readable(new Date(now()).toISOString()));
  for (const each of document.querySelectorAll("[data-until]")) {
    put(each, left(Date.parse(each.dataset.until) - now()));
  }
}

function readable(instant) {
  return instant.slice(0, 19).replace("T", " ");
}

function put(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function left(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor(seconds / 3600) % 24;
  const two = (number) => String(number).padStart(2, "0");
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (days > 0) {
    return `${days} d ${hours} h`;
  }
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** ", 04:31 left", which goes on by itself; nothing for what has no end. */
function leftUntil(instant, before = ", ", after = " left") {
  if (instant === null || Number.isNaN(Date.parse(instant))) {
    return [];
  }
  const time = make("time", { "data-until": instant, datetime: instant });
  return [before, time, after];
}

// People

function showPeople(read) {
  const people = read.people.slice(0, PEOPLE_SHOWN);
  $("people").hidden = people.length === 0;
  fill($("people"), people, (person) => person.id, makePerson, drawPerson);
  put($("people-count"), countOf(read, people.length));
  tick();
}

function countOf(read, shown) {
  if (read.searched === undefined) {
    return shown === read.total ? `${read.total}` : `${shown} of ${read.total} shown`;
  }
  const among = read.searched < read.total ? `the first ${read.searched} of ${read.total}` : `${read.total}`;
  return `${read.people.length} of ${among} match` + (shown < read.people.length ? `, ${shown} shown` : "");
}

function makePerson(person) {
  const change = make("button", { type: "button", "aria-expanded": "false" }, "Change");
  const row = make("li", { class: "person" },
    make("div", { class: "who" }, make("h3"), make("code", {}, person.id)),
    make("p", { class: "state" }, make("span", { class: "dot" }), make("span")),
    make("ul", { class: "facts" }),
    change);
  change.addEventListener("click", () => edit(row, change));
  return row;
}

function drawPerson(row, person) {
  const drawn = JSON.stringify(person);
  if (row.drawn === drawn) {
    return;
  }
  row.drawn = drawn;
  put(row.querySelector("h3"), nameOf(person));
  row.querySelector("button").setAttribute("aria-label", `Change ${nameOf(person)}`);
  row.querySelector(".dot").className = `dot ${TONES[person.availability.toLowerCase()] ?? "offline"}`;
  put(row.querySelector(".state span:last-child"), pairOf(person));
  const facts = factsOf(person).map((fact) => make("li", {}, ...fact));
  row.querySelector(".facts").replaceChildren(...facts);
}

function nameOf(person) {
  return person.displayName || person.id;
}

function pairOf(pair) {
  const availability = words(pair.availability);
  const activity = words(pair.activity);
  return availability === activity ? availability : `${availability}, ${activity.toLowerCase()}`;
}

/** DoNotDisturb is "Do not disturb". */
function words(value) {
  const text = String(value).replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function factsOf(person) {
  const facts = (person.sessions ?? []).map(sessionFact);
  if (person.preference) {
    facts.push([`Preference: ${pairOf(person.preference)}`, ...leftUntil(person.preference.expiresAt)]);
  }
  if (person.meeting) {
    facts.push(["Meeting of the calendar", ...leftUntil(person.meeting.until)]);
  }
  if (person.statusMessage) {
    facts.push([`Message: “${person.statusMessage.content}”`, ...leftUntil(person.statusMessage.expiresAt)]);
  }
  if (person.outOfOffice?.isOutOfOffice) {
    facts.push([["Out of office", person.outOfOffice.message].filter(Boolean).join(": ")]);
  }
  if (person.workLocation?.workLocationType) {
    facts.push([`Work location: ${words(person.workLocation.workLocationType)}`]);
  }
  return facts;
}

function sessionFact(session) {
  const shown = session.shows ?? session;
  const faded = pairOf(shown) === pairOf(session) ? "" : `, shown as ${pairOf(shown)}`;
  const fades = faded === "" ? leftUntil(session.fadesAt ?? null, ", fades in ", "") : [];
  return [`Session ${session.id}: ${pairOf(session)}${faded}`, ...leftUntil(session.expiresAt), ...fades];
}

// Setting a state

function edit(row, button) {
  const editor = $("editor") ?? makeEditor();
  const open = button.getAttribute("aria-expanded") === "true";
  editor.closest(".person")?.querySelector("button").setAttribute("aria-expanded", "false");
  editor.remove();
  if (!open) {
    row.append(editor);
    button.setAttribute("aria-expanded", "true");
    editor.elements.state.focus();
  }
}

function makeEditor() {
  const editor = $("editor-template").content.cloneNode(true).querySelector("form");
  editor.addEventListener("submit", (event) => {
    event.preventDefault();
    setState(editor);
  });
  editor.elements.clear.addEventListener("click", () => {
    const { id, name } = edited(editor);
    act(() => call("PUT", "state", { user: id, clear: true }), () => `${name}: everything is cleared.`);
  });
  return editor;
}

function edited(editor) {
  const row = editor.closest(".person");
  return { id: row.dataset.key, name: row.querySelector("h3").textContent };
}

function setState(editor) {
  const { id, name } = edited(editor);
  const { state, span } = editor.elements;
  const said = `${name}: ${chosen(state)}, for ${chosen(span)}.`;
  if (state.value === "meeting") {
    act(() => call("PUT", "meeting", { user: id, until: span.value }), () => said);
    return;
  }
  const [availability, activity] = state.value.split("/");
  const session = { user: id, availability, activity, expirationDuration: span.value };
  act(() => call("PUT", "state", session), () => said);
}

function chosen(select) {
  return select.selectedOptions[0].textContent;
}

// Faults

function keepFaults(read) {
  faults = read;
  settingsDue = performance.now() + SETTINGS_EVERY;
  drawFaults();
}

function drawFaults() {
  const all = new Map(faults.available.map((fault) => [fault.id, fault]));
  const active = faults.active.map((each) => (typeof each === "string" ? { id: each } : each));
  const on = [...new Set(active.map((each) => each.id))];
  const wanted = terms($("faults-find").value);
  const found = faults.available.filter((each) =>
    !on.includes(each.id) && matches(wanted, [each.id, each.family, each.operation, each.description]));
  fill($("faults-active"), on, (id) => id, makeActive, (row, id) =>
    drawActive(row, all.get(id), active.filter((each) => each.id === id)));
  fill($("faults"), found.slice(0, faultsShown), (fault) => fault.id, makeFault, () => {});
  $("faults-active").hidden = on.length === 0;
  $("faults-off").hidden = on.length === 0;
  $("faults").hidden = found.length === 0;
  put($("faults-count"), on.length === 0 ? "none is on" : `${on.length} on`);
  $("faults-more").hidden = found.length <= faultsShown;
  put($("faults-shown"), `${Math.min(found.length, faultsShown)} of ${found.length} that match`);
}

function makeFault(fault) {
  const row = faultRow(fault.id, "Switch on", () => switchOn(fault.id));
  put(row.querySelector("p"), fault.description);
  return row;
}

function makeActive(id) {
  return faultRow(id, "Switch off", () => switchOff(id));
}

function drawActive(row, fault, plans) {
  put(row.querySelector("p"), [fault?.description, ...plans.flatMap(remainsOf)].filter(Boolean).join("; "));
}

function remainsOf({ next, share }) {
  const remains = [];
  if (next !== undefined) {
    remains.push(next === 1 ? "for one more request" : `for ${next} more requests`);
  }
  if (share !== undefined && share < 1) {
    remains.push(`for ${Math.round(share * 100)} % of requests`);
  }
  return remains;
}

function faultRow(id, verb, click) {
  const button = make("button", { type: "button", "aria-label": `${verb} ${id}` }, verb);
  button.addEventListener("click", click);
  return make("li", { class: "fault" }, make("code", {}, id), make("p"), button);
}

function switchOn(id) {
  const [kind, number] = $("faults-span").value.split(":");
  const fault = kind === "" ? id : { id, [kind]: Number(number) };
  switchFaults((active) => [...active, fault], `${id} is on for ${chosen($("faults-span"))}.`);
}

function switchOff(id) {
  switchFaults((active) => active.filter((each) => (each.id ?? each) !== id), `${id} is off.`);
}

/** From what is on now, not at the last reading: a test may have switched some, too. */
function switchFaults(change, done) {
  const switched = async () => {
    const read = await call("GET", "faults");
    const { active } = await call("PUT", "faults", { active: change(read.active) });
    keepFaults({ available: read.available, active });
    // The button that was pressed is gone with its row.
    if (document.activeElement === document.body) {
      $("faults-find").focus();
    }
  };
  act(switched, () => done);
}

// Conditions

function latencyOf({ fixed, uniform, lognormal, operation }) {
  const alone = operation === undefined ? "" : ` for ${operation} alone`;
  if (fixed !== undefined) {
    return `latency of ${fixed}${alone}`;
  }
  if (uniform !== undefined) {
    return `latency from ${uniform.join(" to ")}${alone}`;
  }
  return lognormal === undefined ? "no latency" : `latency of ${percentilesOf(lognormal)}${alone}`;
}

function percentilesOf({ median, sigma }) {
  const [, number, unit] = /^([\d.]+)(ms|s)$/.exec(median) ?? [];
  const p99 = Number((number * Math.exp(P99 * sigma)).toPrecision(3));
  return number === undefined ? `median ${median}, sigma ${sigma}` : `p50 ${median}, p99 ${p99}${unit}`;
}

function throttleOf({ budgets, requests, window }) {
  if (requests !== undefined) {
    return `throttle at ${requests} in ${window}`;
  }
  return budgets.length === 0 ? "no throttle" : `throttle ${budgets.join(" and ")}`;
}

function chooseLatency() {
  const form = $("latency");
  for (const label of form.querySelectorAll("[data-for]")) {
    const chosen = label.dataset.for === form.elements.kind.value;
    label.hidden = !chosen;
    // What is not seen is not to be found wanting.
    label.querySelector("input").disabled = !chosen;
  }
}

function setLatency() {
  const { kind, fixed, p50, p99 } = $("latency").elements;
  const sigma = Math.log(p99.value / p50.value) / P99;
  if (kind.value === "lognormal" && sigma < 0) {
    say("p99 is below p50; give it at least as much.", true);
    return;
  }
  const latency = {
    none: {},
    fixed: { fixed: `${fixed.value}ms` },
    lognormal: { lognormal: { median: `${p50.value}ms`, sigma } },
  }[kind.value];
  act(() => call("PUT", "latency", latency), (set) => `From now on: ${latencyOf(set)}.`);
}

function setThrottle() {
  const budgets = $("throttle").elements.budgets.value.split(" ").filter(Boolean);
  act(() => call("PUT", "throttle", { budgets }), (set) => `From now on: ${throttleOf(set)}.`);
}

function restore() {
  const [file] = $("restore-file").files;
  act(() => call("PUT", "snapshot", file), ({ users }) => `${file.name} is restored, with ${users} people.`);
  // Otherwise the same file could not be chosen again.
  $("restore-file").value = "";
}

// Requests

function showRequests({ requests }) {
  const drawn = JSON.stringify(requests);
  const body = $("requests");
  if (body.drawn !== drawn) {
    body.drawn = drawn;
    body.replaceChildren(...requests.slice(0, REQUESTS_SHOWN).map(makeRequest));
  }
  $("requests-table").hidden = requests.length === 0;
  put($("requests-count"), requests.length === 0 ? "none yet" : "newest first");
}

function makeRequest(request) {
  const failed = request.status >= 400 ? { class: "failed" } : {};
  return make("tr", {},
    make("td", {}, make("time", { datetime: request.at }, request.at.slice(11, 19))),
    make("td", failed, String(request.status)),
    make("td", {}, make("code", {}, `${request.method} ${request.path}`), make("span", {}, request.operation ?? "")));
}

// The document

/** Texts become text nodes: nothing of the fake is ever read as HTML. */
function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }
  made.append(...children);
  return made;
}

/** Rows that stay are kept, and with them the focus and the open editor. */
function fill(list, items, keyOf, makeRow, drawRow) {
  const rows = new Map([...list.children].map((row) => [row.dataset.key, row]));
  const keys = new Set(items.map(keyOf));
  [...rows].filter(([key]) => !keys.has(key)).forEach(([, row]) => row.remove());
  let place = list.firstElementChild;
  for (const item of items) {
    const row = rows.get(keyOf(item)) ?? makeRow(item);
    row.dataset.key = keyOf(item);
    drawRow(row, item);
    if (row === place) {
      place = place.nextElementSibling;
    } else {
      list.insertBefore(row, place);
    }
  }
}

function terms(text) {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

function matches(wanted, texts) {
  const text = texts.join(" ").toLowerCase();
  return wanted.every((term) => text.includes(term));
}

$("host").textContent = location.host;
$("people-filter").addEventListener("input", poll);
$("faults-find").addEventListener("input", () => {
  faultsShown = FAULTS_SHOWN;
  drawFaults();
});
$("faults-more").addEventListener("click", () => {
  faultsShown += FAULTS_MORE;
  drawFaults();
});
$("faults-off").addEventListener("click", () => switchFaults(() => [], "All faults are off."));
for (const [id, set] of [["latency", setLatency], ["throttle", setThrottle]]) {
  $(id).addEventListener("submit", (event) => {
    event.preventDefault();
    set();
  });
}
$("latency").elements.kind.addEventListener("change", chooseLatency);
$("restore").addEventListener("click", () => $("restore-file").click());
$("restore-file").addEventListener("change", restore);
for (const button of $("advances").querySelectorAll("[value]")) {
  const moved = (clock) => `The clock moved ${button.textContent}, to ${readable(clock.now)}.`;
  button.addEventListener("click", () => act(() => call("POST", "clock", { advance: button.value }), moved));
}
$("freeze").addEventListener("click", () => {
  const frozen = !clock.frozen;
  act(() => call("POST", "clock", { frozen }), () => (frozen ? "The clock is frozen." : "The clock runs again."));
});
$("reset").addEventListener("click", () => {
  if (confirm("Reset users, states, faults and conditions to how the fake started?")) {
    act(() => call("POST", "reset"), () => "All is as the fake started; the clock stays.");
  }
});
document.addEventListener("visibilitychange", wake);
wake();
