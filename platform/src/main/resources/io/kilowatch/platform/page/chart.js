import { el, svg } from "./dom.js";
import { amount, number, periodLabel } from "./format.js";
import { t } from "./i18n.js";

const HEIGHT = 168;
let WIDTH = 600; // narrower on a narrow screen, so that the writing keeps its size
const EDGE = { top: 14, right: 14, bottom: 22, left: 52 };

/**
 * An indicator over time: a line with its limit where it is judged, bars from zero where it is an amount. The limit is
 * stepped; where a period's stretches have limits of their own, so is it inside the period.
 */
export function chart(series, kind, current) {
  WIDTH = innerWidth < 620 ? 340 : series.width ?? 600;
  const points = series.points.filter(point => point.value !== null && point.value !== undefined)
    .map(point => ({ ...point, y: Number(point.value), limit: point.limit ? Number(point.limit) : null,
      benchmark: benchmarkOf(point), steps: stepsOf(point), over: point.over ? Number(point.over) : null }));
  const judgedOne = points.some(point => point.limit !== null || point.outcome);
  const scale = scaleOf(points, judgedOne);
  const plot = svg("svg.chart", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": t("chartLabel", series.label) },
    svg("desc", {}, described(points, series, kind)),
    rules(scale, series.unit), judgedOne ? lines(points, scale, current) : bars(points, scale, current), over(points, scale), labels(points, scale, kind),
    series.strip ? strip(points, scale) : null);
  const box = el("div.chart-box", {}, plot);
  probe(box, plot, points, scale, series, kind);
  return box;
}

const described = (points, series, kind) => points.map(point =>
  `${periodLabel(kind, point.start)}: ${point.value}${point.limit === null ? "" : ` / ${point.limit}`}`).join("; ") + ` ${series.unit}`;

/** A second line, such as the value over twelve months. */
function over(points, scale) {
  const path = points.map((point, index) => (point.over === null ? null : `${scale.x(index).toFixed(1)} ${scale.y(point.over).toFixed(1)}`)).filter(Boolean);
  return path.length < 2 ? null : svg("path.over", { d: `M${path.join("L")}` });
}

/** How complete each period is, as a strip below the plot: the fuller, the darker; below 90 % marked. */
function strip(points, scale) {
  return points.map((point, index) => {
    const part = Number(point.completeness ?? 0);
    return svg(`rect.strip${part < 0.9 ? ".low" : ""}`, { x: scale.x(index) - scale.step * 0.42, y: HEIGHT - EDGE.bottom + 2.5, width: scale.step * 0.84, height: 3,
      "fill-opacity": (0.15 + 0.85 * part).toFixed(2) });
  });
}

const benchmarkOf = point => {
  const found = (point.comparisons ?? []).find(one => one.id === "benchmark");
  return found ? Number(found.figure) : null;
};

/** The limits inside a period of several stretches, each from a share of the period on. */
function stepsOf(point) {
  const parts = point.parts ?? [];
  const level = `level${point.judgedLevel ?? 3}`;
  if (parts.length < 2 || parts.some(part => part.limits?.[level] == null)) return null;
  const first = Date.parse(parts[0].from);
  const length = Date.parse(parts[parts.length - 1].until) - first;
  return parts.map(part => ({ from: (Date.parse(part.from) - first) / length, until: (Date.parse(part.until) - first) / length, limit: Number(part.limits[level]) }));
}

function scaleOf(points, judgedOne) {
  const values = points.flatMap(point => [point.y, point.limit, point.benchmark, point.over, ...(point.steps ?? []).map(step => step.limit)]).filter(value => value !== null);
  let low = judgedOne ? Math.min(...values) : 0;
  let high = Math.max(...values);
  const pad = (high - low || Math.abs(high) || 1) * 0.14;
  if (judgedOne) low -= pad;
  high += pad;
  const inner = WIDTH - EDGE.left - EDGE.right;
  const step = inner / points.length;
  return {
    low, high, step,
    x: index => EDGE.left + step * (index + 0.5),
    y: value => EDGE.top + (HEIGHT - EDGE.top - EDGE.bottom) * (1 - (value - low) / (high - low)),
  };
}

function rules(scale, unit) {
  return niceTicks(scale.low, scale.high).map(value => svg("g", {},
    svg("line.rule", { x1: EDGE.left, x2: WIDTH - EDGE.right, y1: scale.y(value), y2: scale.y(value) }),
    svg("text", { x: EDGE.left - 6, y: scale.y(value) + 3.5, "text-anchor": "end" }, unit === "1" ? value.toFixed(2) : amount(String(+value.toPrecision(6))))));
}

function niceTicks(low, high) {
  const rough = (high - low) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map(factor => factor * power).find(candidate => candidate >= rough);
  const ticks = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) ticks.push(value);
  return ticks;
}

function lines(points, scale, current) {
  const path = points.map((point, index) => `${index === 0 ? "M" : "L"}${scale.x(index).toFixed(1)} ${scale.y(point.y).toFixed(1)}`).join("");
  const base = HEIGHT - EDGE.bottom;
  const nodes = [];
  if (points.length > 1) {
    nodes.push(svg("path.area", { d: `${path}L${scale.x(points.length - 1)} ${base}L${scale.x(0)} ${base}Z` }), svg("path.line", { d: path }));
  }
  nodes.push(...limits(points, scale));
  const radius = points.length > 40 ? 2.3 : 3.4;
  points.forEach((point, index) => nodes.push(svg(`circle.dot${point.outcome ? "." + point.outcome : ""}${point.start === current ? ".now" : ""}`,
    { cx: scale.x(index), cy: scale.y(point.y), r: point.start === current ? radius + 1.4 : radius })));
  return nodes;
}

function limits(points, scale) {
  let path = "";
  let last = null;
  points.forEach((point, index) => {
    if (point.limit === null) { last = null; return; }
    const left = scale.x(index) - scale.step / 2;
    for (const step of point.steps ?? [{ from: 0, until: 1, limit: point.limit }]) {
      path += `${last === null ? "M" : "L"}${(left + step.from * scale.step).toFixed(1)} ${scale.y(step.limit).toFixed(1)}H${(left + step.until * scale.step).toFixed(1)}`;
      last = step.limit;
    }
  });
  return [...(path === "" ? [] : [svg("path.limit", { d: path })]), ...benchmarks(points, scale)];
}

function benchmarks(points, scale) {
  const path = points.map((point, index) => (point.benchmark === null ? ""
    : `M${(scale.x(index) - scale.step / 2).toFixed(1)} ${scale.y(point.benchmark).toFixed(1)}h${scale.step.toFixed(1)}`)).join("");
  return path === "" ? [] : [svg("path.benchmark", { d: path })];
}

function bars(points, scale, current) {
  const width = Math.max(1.5, Math.min(34, scale.step * 0.66));
  return points.map((point, index) => svg(`rect.bar${point.start === current ? ".now" : ""}`, { x: scale.x(index) - width / 2,
    y: scale.y(point.y), width, height: Math.max(0, scale.y(0) - scale.y(point.y)), rx: Math.min(2, width / 4) }));
}

function labels(points, scale, kind) {
  const every = Math.max(1, Math.ceil(points.length / (WIDTH < 600 ? 4 : 6)));
  return points.map((point, index) => (points.length - 1 - index) % every !== 0 ? null
    : svg("text", { x: Math.min(WIDTH - 24, Math.max(EDGE.left + 6, scale.x(index))), y: HEIGHT - 6, "text-anchor": "middle" },
      kind === "year" ? point.start.slice(0, 4) : kind === "month" ? point.start.slice(2, 7) : point.start.slice(5)));
}

function probe(box, plot, points, scale, series, kind) {
  const line = svg("line.probe", { y1: EDGE.top, y2: HEIGHT - EDGE.bottom, visibility: "hidden" });
  const tip = el("div.tip", { hidden: true });
  plot.append(line);
  box.append(tip);
  plot.addEventListener("pointermove", event => {
    const area = plot.getBoundingClientRect();
    const at = ((event.clientX - area.left) / area.width) * WIDTH;
    const index = Math.max(0, Math.min(points.length - 1, Math.round((at - EDGE.left) / scale.step - 0.5)));
    const x = scale.x(index);
    for (const side of ["x1", "x2"]) line.setAttribute(side, x);
    line.setAttribute("visibility", "visible");
    tip.hidden = false;
    tip.style.left = `${Math.max(16, Math.min(84, (x / WIDTH) * 100))}%`;
    const unit = series.unit === "1" ? "" : ` ${series.unit}`;
    const outcome = points[index].outcome ? ` · ${t(points[index].outcome)}` : "";
    tip.textContent = `${periodLabel(kind, points[index].start)}  ${number(points[index].value, series.unit)}${unit}${outcome}`;
  });
  plot.addEventListener("pointerleave", () => { tip.hidden = true; line.setAttribute("visibility", "hidden"); });
}
