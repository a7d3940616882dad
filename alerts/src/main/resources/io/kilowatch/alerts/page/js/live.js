import { all, get } from "/shared/api.js";
import { byId } from "/shared/dom.js";
import { onLanguage, t } from "/shared/i18n.js";
import { changed, on, state } from "./state.js";

const RANK = ["exceeds", "cannot-be-judged", "within"];
let turn = 0;
let source = null;
let timers = {};

/** Reads all that the page shows anew. */
export async function reload() {
  const mine = ++turn;
  const values = { period: state.kind, at: state.at };
  try {
    const [summary, list, standing, recent] = await Promise.all([get("/summary", values), all("/enterprises", values),
      all("/alerts", { status: "open,acknowledged", limit: 500 }), get("/alerts", { status: "cleared", limit: 100 })]);
    if (mine !== turn) return;
    Object.assign(state, { summary, rows: list.items, period: list.period, loaded: true });
    state.alerts = new Map([...standing.items, ...recent.items].map(alert => [alert.id, alert]));
    changed("summary", "rows", "alerts", "drawer");
  } catch (error) {
    console.warn("could not be read", error);
    later("reload", reload, 3_000);
  }
}

async function refresh() {
  try {
    state.summary = await get("/summary", { period: state.kind, at: state.at });
    changed("summary");
  } catch (error) {
    console.warn("could not be read", error);
  }
}

/** Does something once, no sooner than in some time. */
function later(name, action, delay) {
  timers[name] ??= setTimeout(() => { delete timers[name]; action(); }, delay);
}

export function startLive() {
  on("refresh", () => later("refresh", refresh, 200));
  onLanguage(() => lamp(byId("live").dataset.state));
  connect();
  reload();
  // Enterprises are registered without an event; and what another instance has taken is seen at the next reading.
  setInterval(() => state.rows.length === 0 && reload(), 5_000);
  setInterval(() => !document.hidden && reload(), 60_000);
}

function lamp(name) {
  byId("live").dataset.state = name;
  byId("live-text").textContent = t(name);
}

function connect() {
  lamp("connecting");
  source = new EventSource("/api/v1/events");
  let first = true;
  source.addEventListener("hello", () => { lamp("live"); if (!first) reload(); first = false; });
  source.addEventListener("verdict", event => takeVerdicts(JSON.parse(event.data)));
  source.addEventListener("alert", event => takeAlert(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    lamp("lost");
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 3_000);
  });
}

function takeVerdicts(event) {
  later("refresh", refresh, 1_500);
  if (state.opened === event.enterprise && event.period.kind === state.kind) later("drawer", () => changed("drawer"), 2_500);
  if (event.period.kind !== state.kind) return;
  const newer = !state.period || event.period.start > state.period.start;
  if (newer && state.at === null) { later("reload", reload, 700); return; }
  if (event.period.start !== state.period?.start) return;
  const index = state.rows.findIndex(row => row.code === event.enterprise);
  if (index < 0) { later("reload", reload, 1_500); return; }
  const row = state.rows[index];
  const fresh = new Map(event.indicators.filter(one => one.outcome || one.indicator.startsWith("comprehensive")).map(one => [one.indicator, one]));
  const indicators = row.indicators.map(one => fresh.get(one.indicator) ?? one);
  for (const [id, one] of fresh) if (!row.indicators.some(old => old.indicator === id)) indicators.unshift(one);
  const outcome = RANK.find(word => indicators.some(one => one.outcome === word)) ?? null;
  state.rows[index] = { ...row, indicators, outcome };
  later("rows", () => changed("rows"), 400);
}

function takeAlert(alert) {
  state.alerts.set(alert.id, alert);
  if (state.alerts.size > 1_000) {
    const oldest = [...state.alerts.values()].filter(one => one.status === "cleared").sort((a, b) => a.since.localeCompare(b.since))[0];
    if (oldest) state.alerts.delete(oldest.id);
  }
  const index = state.rows.findIndex(row => row.code === alert.enterprise);
  if (index >= 0) {
    const standing = [...state.alerts.values()].filter(one => one.enterprise === alert.enterprise && one.status !== "cleared").length;
    if (standing !== state.rows[index].alerts) state.rows[index] = { ...state.rows[index], alerts: standing };
  }
  later("alerts", () => changed("alerts", "rows", "sheet"), 300);
  later("refresh", refresh, 1_500);
}
