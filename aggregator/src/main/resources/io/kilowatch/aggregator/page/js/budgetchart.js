import { el, svg } from "/shared/dom.js";
import { amount, number } from "/shared/format.js";
import { lang, t } from "/shared/i18n.js";
import { room } from "./pieces.js";

const HEIGHT = 250;
const EDGE = { top: 14, right: 84, bottom: 24, left: 56 };
const DAY = 86_400_000;

/** Use since New Year day by day, the schedule, the whole budget, and what is expected until the year's end as a fan. */
export function budgetChart(one, days) {
  const narrow = innerWidth < 620;
  const width = narrow ? 360 : room();
  const right = narrow ? 62 : EDGE.right;
  const first = Date.UTC(one.year, 0, 1);
  const last = Date.UTC(one.year + 1, 0, 1);
  const cumulated = cumulate(one, days);
  const most = Math.max(Number(one.budget), Number(one.used), Number(one.schedule), one.forecast ? Number(one.forecast.high) : 0) * 1.08 || 1;
  const x = time => EDGE.left + ((time - first) / (last - first)) * (width - EDGE.left - right);
  const y = value => EDGE.top + (1 - value / most) * (HEIGHT - EDGE.top - EDGE.bottom);
  const until = Date.parse(one.until);
  const line = points => points.map(([time, value], index) => `${index === 0 ? "M" : "L"}${x(time).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  const label = t("budgetBarLabel", number(one.used, "tce"), number(one.schedule, "tce"), number(one.budget, "tce"));
  return el("div.chart-box", {}, svg("svg.chart.budget-chart", { viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": label },
    svg("desc", {}, label),
    rules(most, y, width - right), months(one.year, x, narrow),
    svg("line.whole", { x1: EDGE.left, x2: width - right, y1: y(Number(one.budget)), y2: y(Number(one.budget)) }),
    one.forecast ? fan(one, until, last, line) : null,
    svg("path.schedule", { d: line([[first, 0], [until, Number(one.schedule)], [last, Number(one.budget)]]) }),
    svg("path.area", { d: `${line(cumulated)}L${x(until).toFixed(1)} ${y(0)}L${x(first).toFixed(1)} ${y(0)}Z` }),
    svg("path.line", { d: line(cumulated) }),
    svg("circle.dot.now", { cx: x(until), cy: y(Number(one.used)), r: 4 }),
    ends(one, x(last), y)), legend(one));
}

/** The days' sums from New Year on; the last point is what the budget counts, filled days included. */
function cumulate(one, days) {
  const points = [[Date.UTC(one.year, 0, 1), 0]];
  let sum = 0;
  for (const day of days) {
    if (day.start >= one.until) break;
    sum += Number(day.value ?? 0);
    points.push([Date.parse(day.start) + DAY, sum]);
  }
  const whole = Number(one.used);
  const scale = sum > 0 && whole > 0 ? whole / sum : 1;
  return [...points.map(([time, value]) => [time, value * scale]), [Date.parse(one.until), whole]];
}

function fan(one, until, last, line) {
  const used = Number(one.used);
  const { low, value, high } = one.forecast;
  return [svg("path.fan", { d: `${line([[until, used], [last, Number(high)]])}L${line([[last, Number(low)], [until, used]]).slice(1)}Z` }),
    svg("path.ahead", { d: line([[until, used], [last, Number(value)]]) })];
}

function rules(most, y, right) {
  const power = 10 ** Math.floor(Math.log10(most / 3));
  const step = [1, 2, 2.5, 5, 10].map(factor => factor * power).find(candidate => candidate >= most / 4);
  const nodes = [];
  for (let value = 0; value <= most; value += step) {
    nodes.push(svg("line.rule", { x1: EDGE.left, x2: right, y1: y(value), y2: y(value) }),
      svg("text", { x: EDGE.left - 6, y: y(value) + 3.5, "text-anchor": "end" }, amount(String(value))));
  }
  return nodes;
}

function months(year, x, narrow) {
  return Array.from({ length: 12 }, (_, month) => (narrow && month % 3 !== 0 ? null : svg("text", { x: x(Date.UTC(year, month, narrow ? 1 : 15)), y: HEIGHT - 6, "text-anchor": narrow ? "start" : "middle" },
    lang() === "zh" ? `${month + 1}月` : new Date(Date.UTC(year, month, 1)).toLocaleDateString("en-GB", { month: "short", timeZone: "UTC" }))));
}

/** What stands at the year's end, each text beside its line, moved apart where they would touch. */
function ends(one, right, y) {
  const list = [["budget", Number(one.budget)], ...(one.forecast ? [["high", Number(one.forecast.high)], ["expected", Number(one.forecast.value)], ["low", Number(one.forecast.low)]] : [])]
    .map(([word, value]) => ({ word, value, at: y(value) })).sort((a, b) => a.at - b.at);
  for (let index = 1; index < list.length; index++) list[index].at = Math.max(list[index].at, list[index - 1].at + 12);
  return list.map(each => svg(`text.end.${each.word}`, { x: right + 5, y: each.at + 3.5 }, `${t(`end.${each.word}`)} ${amount(String(Math.round(each.value)))}`));
}

const legend = one => el("p.chart-legend", {}, el("span.l-value", {}, el("i"), t("usedToDate")), el("span.l-schedule", {}, el("i"), t("schedule")),
  el("span.l-limit", {}, el("i"), t("budget")), one.forecast ? el("span.l-fan", {}, el("i"), t("forecastRange")) : null);
