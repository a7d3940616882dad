import { chart } from "/shared/chart.js";
import { el } from "/shared/dom.js";
import { periodLabel, plain, share, unitText } from "/shared/format.js";
import { nameOf, t } from "/shared/i18n.js";
import { figure } from "/shared/verdict.js";
import { files, nothing, panel, roomBeside, table } from "./pieces.js";

/** A figure over time: value, stepped limit, benchmark, the value over twelve months, completeness; and all that as a table. */
export function trendPanel(at, verdict, series, rolling, period, path) {
  if (!series || series.points.length === 0) return panel(t("trend"), {}, nothing("trendNone"));
  const over = new Map(((period.kind === "month" && verdict.outcome && rolling?.points) || []).map(one => [`${one.month}-01`, one]));
  const points = series.points.map(point => ({ ...point, over: complete(over.get(point.start)) }));
  const drawn = points.length > 1 || points.some(point => point.parts);
  const last = rolling?.points.findLast(one => one.missing.length === 0) ?? rolling?.points.at(-1);
  return panel(t("trend"), { note: [t(`trend${period.kind}`), unitText(series.unit)].filter(Boolean).join(" · "), id: "trend",
    tools: files(path, { period: period.kind, to: period.start }) },
  drawn ? [chart({ ...series, points, label: nameOf(series.name), width: roomBeside(), strip: true }, period.kind, period.start), legend(points)] : nothing("trendNone"),
  last?.value && verdict.outcome ? el("p.rolling", {}, el("span", {}, t("rolling", last.month)), el("b", {}, figure(last.value, series.unit)),
    last.missing.length > 0 ? el("span.mark.no", {}, t("monthsMissing", last.missing.length)) : null,
    el("small.nothing", {}, nameOf(rolling.called))) : null,
  el("details.as-table", {}, el("summary", {}, t("tableOf")), table([
    [t("period"), point => periodLabel(period.kind, point.start)],
    [t("value"), point => figure(point.value, series.unit), ".num"],
    [t("limit"), point => (point.limit ? plain(point.limit, series.unit) : "—"), ".num"],
    [t("completeness"), point => share(point.completeness), ".num"],
    [t("verdict"), point => (point.outcome ? t(point.outcome) : "—")],
  ], [...points].reverse())));
}

const complete = one => (one && one.missing.length === 0 ? one.value : null);

function legend(points) {
  const has = key => points.some(point => point[key] !== null && point[key] !== undefined);
  const benchmark = points.some(point => (point.comparisons ?? []).some(one => one.id === "benchmark"));
  return el("p.chart-legend", {},
    el("span.l-value", {}, el("i"), t("legendValue")),
    has("limit") ? el("span.l-limit", {}, el("i"), t("legendLimit")) : null,
    benchmark ? el("span.l-benchmark", {}, el("i"), t("legendBenchmark")) : null,
    has("over") ? el("span.l-over", {}, el("i"), t("legendRolling")) : null,
    el("span.l-strip", {}, el("i"), t("legendStrip")));
}
