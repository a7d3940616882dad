import { saveCsv } from "/shared/api.js";
import { regionName } from "/shared/codes.js";
import { byId, el, svg } from "/shared/dom.js";
import { openDrawer } from "./drawer.js";
import { periodLabel, relative, starts } from "/shared/format.js";
import { lang, nameOf, onLanguage, t } from "/shared/i18n.js";
import { reload } from "./live.js";
import { fillBody, judged } from "./row.js";
import { changed, on, state } from "./state.js";

const COLUMNS = ["who", "what", "gauge", "value", "margin", "whole", "verdict"];
const NUMERIC = new Set(["value", "margin", "whole"]);
const RANK = { exceeds: 0, "cannot-be-judged": 1, within: 2 };
const bodies = new Map();

export function startDesk() {
  byId("earlier").addEventListener("click", () => step(1));
  byId("later").addEventListener("click", () => step(-1));
  byId("period").addEventListener("change", event => choose(event.target.value || null));
  byId("search").addEventListener("input", event => { state.filter.text = event.target.value.trim().toLowerCase(); changed("rows"); });
  byId("region").addEventListener("change", event => { state.filter.region = event.target.value; changed("rows"); });
  byId("export").addEventListener("click", () => saveCsv("/enterprises",
    { period: state.kind, at: state.period?.start, region: state.filter.region, q: state.filter.text },
    `kilowatch-${state.kind}-${state.period?.start ?? "empty"}.csv`).catch(error => alert(t("failed", error.message))));
  byId("desk-more").addEventListener("click", () => { state.shown += 200; changed("rows"); });
  on("rows", draw);
  on("summary", drawPeriods);
  onLanguage(() => { bodies.clear(); drawAll(); });
  drawAll();
}

function drawAll() {
  drawHead();
  drawLegend();
  drawPeriods();
  draw();
}

function drawHead() {
  byId("grid").querySelector("colgroup")?.remove();
  byId("grid").prepend(el("colgroup", {}, COLUMNS.map(name => el(`col.${name}`))));
  byId("grid-head").replaceChildren(el("tr", {}, COLUMNS.map(name => {
    const sorted = state.sort.by === name;
    const content = name === "gauge" ? t("against")
      : el("button", { type: "button", on: { click: () => sortBy(name) } }, t(name),
        sorted ? el("span.arrow", { "aria-hidden": "true" }, state.sort.down ? "▼" : "▲") : null);
    return el(`th${NUMERIC.has(name) ? ".num" : ""}`, { scope: "col", "aria-sort": sorted ? (state.sort.down ? "descending" : "ascending") : null }, content);
  })));
}

function sortBy(name) {
  state.sort = { by: name, down: state.sort.by === name ? !state.sort.down : NUMERIC.has(name) };
  drawHead();
  changed("rows");
}

function drawLegend() {
  byId("legend").replaceChildren(...[1, 2, 3, 4].map(band =>
    el("span", {}, el("i", { style: { background: `var(--band-${band})` } }), t(`legend${band}`))), el("span", {}, t("legendMark")));
}

function drawPeriods() {
  byId("kinds").replaceChildren(...["day", "month", "year"].map(kind => el("button",
    { type: "button", "aria-pressed": String(kind === state.kind), on: { click: () => chooseKind(kind) } }, t(kind))));
  const span = state.summary?.periods[state.kind];
  const list = span ? starts(state.kind, span.first, span.last) : [];
  const select = byId("period");
  const newest = list.length > 0 ? `${periodLabel(state.kind, list[0])} · ${t("newest")}` : "—";
  const signature = `${lang()}|${state.kind}|${list[0]}|${list.length}`;
  if (select.dataset.signature !== signature) {
    select.dataset.signature = signature;
    select.replaceChildren(el("option", { value: "" }, newest),
      ...list.slice(1).map(start => el("option", { value: start }, periodLabel(state.kind, start))));
  }
  select.value = state.at ?? "";
  const index = state.at === null ? 0 : list.indexOf(state.at);
  byId("earlier").disabled = index < 0 || index >= list.length - 1;
  byId("later").disabled = index <= 0;
  const asOf = state.summary?.asOf;
  byId("running").hidden = !(asOf && state.period && asOf.slice(0, 10) < state.period.end);
}

function chooseKind(kind) {
  state.kind = kind;
  choose(null);
}

function choose(start) {
  const span = state.summary?.periods[state.kind];
  state.at = start === span?.last ? null : start;
  reload();
}

function step(by) {
  const span = state.summary?.periods[state.kind];
  if (!span) return;
  const list = starts(state.kind, span.first, span.last);
  const index = (state.at === null ? 0 : list.indexOf(state.at)) + by;
  if (list[index]) choose(list[index]);
}

function worst(row, measure) {
  const values = judged(row).map(measure).filter(value => value !== null && Number.isFinite(value));
  return values.length > 0 ? Math.max(...values) : -Infinity;
}

const KEYS = {
  who: row => nameOf(row.name),
  what: row => nameOf(judged(row)[0]?.name) || "\uffff",
  value: row => worst(row, one => Number(one.value)),
  margin: row => worst(row, relative),
  whole: row => -worst(row, one => -Number(one.completeness)),
  verdict: row => RANK[row.outcome] ?? 3,
};

function compare(a, b) {
  const key = KEYS[state.sort.by];
  const [x, y] = [key(a), key(b)];
  const order = typeof x === "string" ? x.localeCompare(y, lang()) : x < y ? -1 : x > y ? 1 : 0;
  const sign = state.sort.down ? -order : order;
  return sign || KEYS.margin(b) - KEYS.margin(a) || (a.code < b.code ? -1 : 1);
}

function fits(row) {
  const { text, region, outcome } = state.filter;
  return (!region || row.region.startsWith(region)) && (!outcome || row.outcome === outcome)
    && (!text || [row.name.zh, row.name.en, row.code].some(part => part.toLowerCase().includes(text)));
}

function draw() {
  drawRegions();
  drawPeriods();
  const rows = state.rows.filter(fits).sort(compare);
  const seen = rows.slice(0, state.shown).map(bodyOf);
  const focused = document.activeElement?.closest?.("tbody")?.dataset.code;
  const present = [...byId("grid").querySelectorAll("tbody")];
  if (seen.length !== present.length || seen.some((body, index) => body !== present[index])) {
    present.forEach(body => body.remove());
    byId("grid").append(...seen);
  }
  if (focused && !document.activeElement?.closest?.("tbody")) bodies.get(focused)?.body.querySelector("button")?.focus();
  byId("desk-more").hidden = rows.length <= state.shown;
  byId("desk-more").textContent = t("more", rows.length - state.shown);
  byId("grid").hidden = rows.length === 0;
  drawEmpty(rows.length === 0);
}

function bodyOf(row) {
  const kept = bodies.get(row.code) ?? { body: el("tbody", { "data-code": row.code, on: { click: () => openDrawer(row.code) } }), row: null };
  if (kept.row !== row) {
    const samePeriod = kept.period === state.period?.start;
    fillBody(kept.body, row, openDrawer, samePeriod && kept.row ? new Map(kept.row.indicators.map(one => [one.indicator, one.value])) : null);
    bodies.set(row.code, { ...kept, row, period: state.period?.start });
  }
  kept.body.classList.toggle("open", state.opened === row.code);
  return kept.body;
}

function drawRegions() {
  const codes = [...new Set(state.rows.map(row => row.region.slice(0, 4)))].sort();
  const select = byId("region");
  const signature = lang() + codes.join();
  if (select.dataset.signature === signature) return;
  select.dataset.signature = signature;
  select.replaceChildren(el("option", { value: "" }, t("allRegions")), ...codes.map(code => el("option", { value: code }, regionName(code))));
  select.value = state.filter.region;
}

function drawEmpty(none) {
  const box = byId("desk-empty");
  box.hidden = !none;
  const waiting = state.rows.length === 0;
  box.replaceChildren(
    svg("svg.scope", { viewBox: "0 0 190 46", "aria-hidden": "true" },
      svg("path", { d: "M2 24h44l7-13 9 26 8-32 9 34 7-15h102", fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-linejoin": "round" })),
    ...(state.loaded ? [el("b", {}, t(waiting ? "waiting" : "nothingFits")), t(waiting ? "waitingHint" : "nothingFitsHint")] : [t("connecting")]));
}
