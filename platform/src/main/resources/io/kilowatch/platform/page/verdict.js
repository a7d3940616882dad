import { el, glyph, svg } from "./dom.js";
import { exact, number, relative, share, signedPercent, unitText } from "./format.js";
import { lang, nameOf, t } from "./i18n.js";

const GLYPH = { within: "within", exceeds: "exceeds", "cannot-be-judged": "doubt" };
const GRADES = new Set(["green", "yellow", "orange", "red"]);

/** The verdict as a chip; what cannot be judged says why. */
export function verdictChip(verdict) {
  if (!verdict.outcome) return null;
  const why = (verdict.reasons ?? []).map(nameOf).join("; ");
  return el(`span.chip.${verdict.outcome}`, { title: why || null }, glyph(GLYPH[verdict.outcome]), t(verdict.outcome));
}

/** The grade of an early warning in its colour, with the document that defines it. */
export function gradeBadge(grade, withDocument = false) {
  if (!grade) return null;
  const style = GRADES.has(grade.id) ? `.${grade.id}` : "";
  return el(`span.grade${style}`, { title: grade.document || null }, el("i", { "aria-hidden": "true" }), nameOf(grade.name ?? grade),
    withDocument && grade.document ? el("small", {}, grade.document) : null);
}

/** Whether a figure was read in its source, said openly. */
export const sourceMark = verified => el(`span.mark.${verified ? "yes" : "no"}`, { title: t(verified ? "verifiedHint" : "unverifiedHint") },
  t(verified ? "verified" : "unverified"));

export function ring(completeness) {
  if (completeness === null || completeness === undefined) return el("span.nothing", {}, "—");
  const part = Math.max(0, Math.min(1, Number(completeness)));
  const round = 2 * Math.PI * 6.5;
  return el(`span.ring${part < 0.9 ? ".low" : ""}`, { title: t("completeness") },
    svg("svg", { viewBox: "0 0 18 18", width: 16, height: 16, "aria-hidden": "true" },
      svg("circle", { cx: 9, cy: 9, r: 6.5 }),
      svg("circle.part", { cx: 9, cy: 9, r: 6.5, "stroke-dasharray": `${part * round} ${round}` })),
    share(completeness));
}

export function relativeText(verdict) {
  const value = relative(verdict);
  if (value === null) return el("span.nothing", {}, "—");
  const style = verdict.outcome === "exceeds" || verdict.outcome === "within" ? `.${verdict.outcome}` : "";
  return el(`span.rel${style}`, {}, signedPercent(value));
}

/** A number for reading, exact on hover. */
export function figure(value, unit, attributes = {}) {
  const known = value !== null && value !== undefined && value !== "";
  const text = unitText(unit ?? "");
  return el("data.number", { value: known ? value : null, title: known ? `${exact(value)} ${text}`.trim() : null, ...attributes },
    number(value, unit), text && known ? el("small", {}, text) : null);
}

/** A fact in a list of them. */
export const fact = (word, ...value) => el("div", {}, el("dt", {}, word), el("dd", {}, ...value));

/** The standard that a verdict is judged by. */
export function quotaBox(verdict) {
  const quota = verdict?.quota;
  if (!quota) return el("div.quota", {}, t("noQuota"));
  return el("div.quota", {},
    el("b", {}, quota.standard), ` ${lang() === "zh" ? quota.nameZh : quota.nameEn}`,
    sourceMark(quota.verified), el("br"),
    [lang() === "zh" ? quota.metricZh : quota.metricEn, t("effective", quota.effectiveFrom), `${t("source")}: ${quota.source}`].filter(Boolean).join(" · "));
}

export function reasonsBox(reasons, title, style = "") {
  const texts = (reasons ?? []).map(one => nameOf(one.text ?? one)).filter(Boolean);
  return texts.length === 0 ? null : el(`div.why${style}`, {}, el("b", {}, title), " ", texts.join("; "));
}
