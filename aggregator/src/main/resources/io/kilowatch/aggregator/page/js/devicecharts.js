import { el, svg } from "/shared/dom.js";
import { number, time } from "/shared/format.js";
import { t } from "/shared/i18n.js";
import { room } from "./pieces.js";

const EDGE = { left: 54, right: 10, top: 10, bottom: 20 };
const HOUR = 3_600_000;
const BROKEN = ["lost", "keep-alive", "error", "will"];

/** How wide a chart may be drawn, by the share of the page that its box has, so that its writing keeps its size. */
const widthOf = share => Math.max(300, innerWidth > 1100 ? (room() + 28) * share - 44 : room() - 4);

/** The stretch of time that is shown, from the first day's beginning to the last one's end. */
function spanOf(one, share) {
  const width = widthOf(share);
  const offset = (one.seenAt ?? one.hours[0]?.at ?? "+08:00").slice(-6);
  const from = Date.parse(`${one.from}T00:00:00${offset}`);
  const until = Date.parse(`${one.to}T00:00:00${offset}`) + 24 * HOUR;
  const x = moment => EDGE.left + ((moment - from) / (until - from)) * (width - EDGE.left - EDGE.right);
  return { from, until, x, width };
}

function days(span, height) {
  const count = Math.round((span.until - span.from) / (24 * HOUR));
  const every = Math.ceil(count / 8);
  return Array.from({ length: count }, (_, day) => span.from + day * 24 * HOUR).map((start, day) => (day % every !== 0 ? null : [
    svg("line.rule", { x1: span.x(start), x2: span.x(start), y1: EDGE.top, y2: height - EDGE.bottom }),
    svg("text", { x: span.x(start) + 3, y: height - 6 }, label(start))]));
}

const label = start => new Date(start + 12 * HOUR).toISOString().slice(5, 10);

const frame = (name, span, height, ...parts) => el("div.chart-box", {}, svg("svg.chart.wide-chart", { viewBox: `0 0 ${span.width} ${height}`, role: "img", "aria-label": name }, parts));

/** When the device was connected: a bar for each connection, with a mark where one broke. */
export function onlineChart(one) {
  const height = 58;
  const span = spanOf(one, 1);
  const clamp = moment => Math.max(span.from, Math.min(span.until, moment));
  const bars = one.connections.map(link => {
    const from = clamp(Date.parse(link.onlineAt));
    const until = clamp(Date.parse(link.offlineAt ?? (link.open ? one.seenAt : link.toldAt)));
    const text = `${time(link.onlineAt)} – ${link.offlineAt ? `${time(link.offlineAt)} · ${t(`ending.${link.ending}`)}` : t("open2")}`;
    return [svg(`rect.online${link.open ? ".now" : ""}`, { x: span.x(from), y: 16, width: Math.max(1.5, span.x(until) - span.x(from)), height: 14, rx: 2 }, svg("title", {}, text)),
      BROKEN.includes(link.ending) && Date.parse(link.offlineAt) >= span.from ? svg("path.broken", { d: `M${span.x(until)} 11v24` }, svg("title", {}, text)) : null];
  });
  return frame(t("onlineHistory"), span, height, svg("rect.away", { x: EDGE.left, y: 16, width: span.width - EDGE.left - EDGE.right, height: 14, rx: 2 }), days(span, height), bars);
}

/** Stacked bars, one for each hour: parts gives [[name, count], …] from below. */
export function hoursChart(one, parts, name, share) {
  const height = 150;
  const span = spanOf(one, share);
  const stacks = one.hours.map(hour => [hour, parts(hour)]);
  const high = Math.max(1, ...stacks.map(([, list]) => list.reduce((sum, [, count]) => sum + count, 0)));
  const y = value => height - EDGE.bottom - (value / high) * (height - EDGE.top - EDGE.bottom);
  const width = Math.max(1, span.x(span.from + HOUR) - span.x(span.from) - 0.6);
  const bars = stacks.map(([hour, list]) => {
    let below = 0;
    const text = `${time(hour.at)}  ${list.filter(([, count]) => count > 0).map(([code, count]) => `${count} ${t(code === "accepted" ? "accepted" : `code.${code}`)}`).join(", ")}`;
    return svg("g", {}, svg("title", {}, text), list.map(([code, count], index) => {
      const top = y(below + count);
      const bar = count === 0 ? null : svg(`rect.part${code === "accepted" ? "" : `.p${Math.min(index, 5)}`}`, { x: span.x(Date.parse(hour.at)), y: top, width, height: y(below) - top });
      below += count;
      return bar;
    }));
  });
  return frame(name, span, height, days(span, height), levels(high, y, span), bars);
}

/** A line over the hours; where nothing came it is broken. */
export function lineChart(one, value, name, shown) {
  const height = 130;
  const span = spanOf(one, 0.5);
  const points = one.hours.map(hour => [Date.parse(hour.at) + HOUR / 2, value(hour)]).filter(([, millis]) => millis !== null);
  const high = Math.max(1000, ...points.map(([, millis]) => millis));
  const low = Math.min(0, ...points.map(([, millis]) => millis));
  const y = millis => EDGE.top + ((high - millis) / (high - low)) * (height - EDGE.top - EDGE.bottom);
  let path = "";
  let last = null;
  for (const [at, millis] of points) {
    path += `${last === null || at - last > 3 * HOUR ? "M" : "L"}${span.x(at).toFixed(1)} ${y(millis).toFixed(1)}`;
    last = at;
  }
  return frame(name, span, height, days(span, height), [low, 0, high].filter((mark, index, all) => all.findIndex(other => Math.abs(y(other) - y(mark)) < 12) === index).map(mark => rule(y(mark), shown(mark), span)),
    svg("path.line", { d: path || "M0 0" }), points.length < 80 ? points.map(([at, millis]) => svg("circle.dot", { cx: span.x(at), cy: y(millis), r: 2 }, svg("title", {}, shown(millis)))) : null);
}

const levels = (high, y, span) => [high / 2, high].map(value => rule(y(value), number(String(Math.round(value)), ""), span));

const rule = (y, text, span) => svg("g", {}, svg("line.rule", { x1: EDGE.left, x2: span.width - EDGE.right, y1: y, y2: y }), svg("text", { x: EDGE.left - 6, y: y + 3.5, "text-anchor": "end" }, text));

/** What the colours of stacked bars mean: [[index, what, count], …]. */
export const legendOf = list => el("ul.parts-legend", {}, list.map(([index, what, count]) => el("li", {}, el(`i.p${Math.min(index, 5)}`), what, el("b", {}, count))));
