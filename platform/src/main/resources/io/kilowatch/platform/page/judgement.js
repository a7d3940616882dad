import { el } from "./dom.js";
import { dayBefore, exact, number, plain, signed, unitText } from "./format.js";
import { lang, nameOf, t } from "./i18n.js";
import { inputName, inputValue } from "./names.js";
import { fact, gradeBadge } from "./verdict.js";

const LEVELS = ["level1", "level2", "level3"];
const same = (a, b) => (a ?? null) === (b ?? null) || (a != null && b != null && Number(a) === Number(b));

/** How a figure is judged beyond its limit: corrections, stretches, comparisons, early warning. Null where there is nothing. */
export function judgementDetails(verdict) {
  const parts = [gradeLine(verdict), corrected(verdict), stretches(verdict), comparisons(verdict)].filter(Boolean);
  return parts.length === 0 ? null : el("div.judgement", {}, parts);
}

function gradeLine(verdict) {
  return verdict.grade ? el("p.grade-line", {}, el("span", {}, t("warningGrade")), gradeBadge(verdict.grade, true)) : null;
}

/** Whether the limits differ from those that were published. */
export const isCorrected = verdict => Boolean(verdict.quota && verdict.limits && "level3" in verdict.quota
  && LEVELS.some(level => !same(verdict.quota[level], verdict.limits[level])));

function corrected(verdict) {
  const parts = verdict.parts ?? [];
  const inputs = parts.length === 1 ? parts[0].inputs : [];
  if (!isCorrected(verdict) || parts.length > 1) return null;
  return el("section.corrected", {}, el("h5", {}, t("corrected")),
    el("div.wide", {}, el("table.small", {},
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }), LEVELS.map((level, index) =>
        el(`th.num${own(verdict, index)}`, { scope: "col" }, t("level", index + 1))))),
      el("tbody", {},
        limitsRow(t("published"), verdict.quota, verdict),
        limitsRow(t("afterCorrection"), verdict.limits, verdict),
        el("tr", {}, el("th", { scope: "row" }, t("difference")), LEVELS.map((level, index) =>
          el(`td.num${own(verdict, index)}`, {}, signed(difference(verdict.quota[level], verdict.limits[level])))))))),
    inputs.length === 0 ? null : el("dl.facts.inputs", {}, inputs.map(inputFact)));
}

const own = (verdict, index) => (verdict.judgedLevel === index + 1 ? ".own" : "");

const limitsRow = (title, limits, verdict) => el("tr", {}, el("th", { scope: "row" }, title), LEVELS.map((level, index) =>
  el(`td.num${own(verdict, index)}`, { title: limits[level] == null ? null : `${exact(limits[level])} ${unitText(verdict.unit)}` }, plain(limits[level], verdict.unit))));

const difference = (from, to) => (from == null || to == null ? null : Number((Number(to) - Number(from)).toPrecision(12)));

export function inputFact(input) {
  const found = fact(inputName(input.input), inputValue(input.input, input.value), el("small.nothing", {}, ` ${t("since2", input.from)}`));
  found.title = `${input.input} = ${input.value}`;
  return found;
}

/** The stretches of a period in which different rules held: each with its edition and limits, then the whole. */
function stretches(verdict) {
  const parts = verdict.parts ?? [];
  if (parts.length < 2) return null;
  const unit = unitText(verdict.unit);
  return el("section.stretches", {}, el("h5", {}, t("stretches")),
    el("div.wide", {}, el("table.small", {},
      el("thead", {}, el("tr", {}, [t("stretch"), t("edition")].map(word => el("th", { scope: "col" }, word)),
        el("th.num", { scope: "col" }, `${t("value")} ${unit}`),
        LEVELS.map((level, index) => el(`th.num${own(verdict, index)}`, { scope: "col" }, t("level", index + 1))),
        el("th", { scope: "col" }, t("correctedBy")))),
      el("tbody", {}, parts.map(part => stretch(part, verdict))),
      el("tfoot", {}, el("tr", {}, el("th", { scope: "row", colspan: 2 }, t("whole12")), el("td.num", {}, number(verdict.value, verdict.unit)),
        LEVELS.map((level, index) => el(`td.num${own(verdict, index)}`, { title: verdict.limits?.[level] ?? null }, number(verdict.limits?.[level], verdict.unit))), el("td"))))),
    el("p.caption", {}, t("wholeRule")));
}

function stretch(part, verdict) {
  const quota = part.quota;
  const value = part.numerator == null || Number(part.denominator) === 0 ? null : String(Number(part.numerator) / Number(part.denominator));
  return el("tr", {},
    el("th", { scope: "row" }, `${part.from} – ${dayBefore(part.until)}`),
    el("td", { title: quota ? `${lang() === "zh" ? quota.nameZh : quota.nameEn} · ${quota.source}` : null },
      quota ? [el("span.standard-name", {}, quota.standard), quota.verified ? null : el("span.mark.no", { title: t("unverifiedHint") }, t("unverifiedShort"))] : "—"),
    el("td.num", { title: `${exact(part.numerator ?? "—")} / ${exact(part.denominator)}` }, number(value, verdict.unit)),
    LEVELS.map((level, index) => el(`td.num${own(verdict, index)}`,
      { title: quota && !same(quota[level], part.limits[level]) ? `${t("published")} ${plain(quota[level], verdict.unit)}` : null }, plain(part.limits[level], verdict.unit))),
    el("td.inputs", {}, part.inputs.length === 0 ? el("span.nothing", {}, "—")
      : part.inputs.map(input => el("span", { title: `${input.input} ${t("since2", input.from)}` }, `${inputName(input.input)} ${inputValue(input.input, input.value)}`))));
}

function comparisons(verdict) {
  const list = verdict.comparisons ?? [];
  if (list.length === 0) return null;
  return el("section.comparisons", {}, el("h5", {}, t("comparisons")),
    el("ul", {}, list.map(one => el("li", {},
      el(`span.diamond.${one.id}`, { "aria-hidden": "true" }), el("span.what", {}, nameOf(one)),
      el("b", { title: `${exact(one.figure)} ${unitText(verdict.unit)}` }, `${plain(one.figure, verdict.unit)} ${unitText(verdict.unit)}`),
      el(`span.met.${one.met ? "within" : "exceeds"}`, {}, t(one.met ? "met" : "notMet")),
      el("small.nothing", {}, one.document)))));
}
