import { el } from "./dom.js";
import { number, plain } from "./format.js";
import { t } from "./i18n.js";

/**
 * A value against the levels of its quota. The scale shows the surroundings of the levels, not zero, because the levels of a
 * quota lie close together; a value far outside is an arrow at the edge.
 */
export function bullet(verdict, large = false) {
  const limit = numeric(verdict.limit);
  const value = numeric(verdict.value);
  const levels = [1, 2, 3].map(level => ({ level, at: numeric(verdict.limits?.[`level${level}`]) })).filter(one => one.at !== null);
  const box = el(`div.bullet${large ? ".large" : ""}`, { role: "img", "aria-label": label(verdict) });
  if (verdict.outcome) box.classList.add(verdict.outcome);
  if (limit === null) {
    box.classList.add("plain");
    box.append(el("div.track"));
    return box;
  }
  const marks = (verdict.comparisons ?? []).filter(one => ["benchmark", "baseline", "schedule"].includes(one.id))
    .map(one => ({ id: one.id, at: numeric(one.figure), met: one.met }));
  const scale = verdict.unit === "tce" ? fromZero([limit, value, ...marks.map(one => one.at)])
    : scaleOf([...levels, ...marks].map(one => one.at), limit, value);
  box.append(el("div.track", {}, bands(levels, limit, verdict.judgedLevel, scale)));
  if (value !== null) box.append(el("div.measure", { style: { width: scale.percent(value) } }));
  box.append(...ticks(levels, verdict, limit, scale, large));
  box.append(...marks.map(mark => el(`span.compare.${mark.id}`, { title: t(`mark.${mark.id}`), style: { left: scale.percent(mark.at) } },
    large ? el("small", {}, `${t(`mark.${mark.id}`)} ${plain(String(mark.at), verdict.unit)}`) : null)));
  if (large && marks.length > 0) box.classList.add("compared");
  if (value !== null) {
    if (value > scale.high) box.classList.add("off");
    box.append(el("div.marker", { style: { left: scale.percent(value) } }));
  }
  box.append(el("span.edge.left", {}, number(String(scale.low), verdict.unit)), el("span.edge.right", {}, number(String(scale.high), verdict.unit)));
  return box;
}

const numeric = text => (text === null || text === undefined ? null : Number(text));

function label(verdict) {
  return t("bulletLabel", number(verdict.value, verdict.unit), verdict.unit === "1" ? "" : verdict.unit,
    plain(verdict.limit, verdict.unit), verdict.outcome ? t(verdict.outcome) : "");
}

/** An amount that grows over the year is seen against the whole of it. */
function fromZero(values) {
  const high = Math.max(...values.filter(value => value !== null)) * 1.12 || 1;
  return { low: 0, high, percent: at => `${Math.min(100, Math.max(0, (at / high) * 100)).toFixed(2)}%` };
}

function scaleOf(levels, limit, value) {
  const least = Math.min(limit, ...levels);
  const most = Math.max(limit, ...levels);
  const span = Math.max(most - least, Math.abs(limit) * 0.04) || 1;
  let low = least - span * 0.9;
  let high = most + span * 0.9;
  if (value !== null) {
    low = Math.min(low, Math.max(value - span * 0.5, least - span * 3));
    high = Math.max(high, Math.min(value + span * 0.5, most + span * 3));
  }
  if (least > 0) low = Math.max(low, 0);
  const percent = at => `${Math.min(100, Math.max(0, ((at - low) / (high - low)) * 100)).toFixed(2)}%`;
  return { low, high, percent };
}

/** Colours from the left: within each level that is no harder than the one judged by, then above the limit. */
function bands(levels, limit, judged, scale) {
  const edges = levels.filter(one => one.at <= limit && one.level <= (judged ?? 3)).sort((a, b) => a.at - b.at);
  const parts = [];
  let from = scale.low;
  for (const edge of edges) {
    parts.push({ from, to: edge.at, name: `b${edge.level}` });
    from = edge.at;
  }
  if (from < limit) parts.push({ from, to: limit, name: "b3" });
  parts.push({ from: limit, to: scale.high, name: "b4" });
  return parts.filter(part => part.to > part.from).map(part => {
    const left = parseFloat(scale.percent(part.from));
    return el(`div.band.${part.name}`, { style: { left: `${left}%`, width: `${parseFloat(scale.percent(part.to)) - left}%` } });
  });
}

function ticks(levels, verdict, limit, scale, large) {
  const nodes = [];
  let taken = -100;
  for (const { level, at } of [...levels].sort((a, b) => a.at - b.at)) {
    const own = at === limit && level === verdict.judgedLevel;
    const left = parseFloat(scale.percent(at));
    nodes.push(el(`div.level${own ? ".limit" : ""}`, { style: { left: `${left}%` } }));
    if (own || left - taken >= (large ? 14 : 5)) {
      const text = large && verdict.unit !== "tce" ? `${level} · ${plain(String(at), verdict.unit)}` : own ? plain(String(at), verdict.unit) : String(level);
      nodes.push(el(`span.flag${own ? ".limit" : ""}`, { style: { left: `${Math.min(90, Math.max(large ? 8 : 3, left))}%` } }, text));
      taken = left;
    }
  }
  return dropCrowded(nodes, large ? 17 : 13);
}

/** Of two flags that would touch, the limit's own stays. */
function dropCrowded(nodes, room) {
  const limit = nodes.find(node => node.classList.contains("flag") && node.classList.contains("limit"));
  if (!limit) return nodes;
  const place = parseFloat(limit.style.left);
  return nodes.filter(node => node === limit || !node.classList.contains("flag")
    || Math.abs(parseFloat(node.style.left) - place) >= room);
}
