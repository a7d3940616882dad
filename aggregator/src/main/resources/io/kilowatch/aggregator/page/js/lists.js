import { el } from "/shared/dom.js";
import { plain, share } from "/shared/format.js";
import { nameOf, t } from "/shared/i18n.js";
import { gradeBadge, sourceMark } from "/shared/verdict.js";
import { files, panel, table } from "./pieces.js";
import { href } from "./router.js";
import { readAll } from "./store.js";

const whole = path => readAll(path, { limit: 1_000 });
const source = one => [el("span.sub.source", {}, one.source), sourceMark(one.verified)];
const force = one => [one.effectiveFrom, one.until ? el("span.sub", {}, t("untilDay", one.until)) : null];

/** Carriers with their factors on both bases, each where it applies. */
export async function carriersPage() {
  const [carriers, factors, constants, conversions] = await Promise.all(["/carriers", "/factors", "/constants", "/conversions"].map(whole));
  const names = new Map(carriers.items.map(one => [one.carrier, one]));
  return [panel(t("ref.factors"), { note: t("factorsNote"), tools: files("/factors", {}) }, table([
    [t("carrier"), one => [nameOf(names.get(one.carrier)?.name) || one.carrier, el("span.sub", {}, one.carrier)]],
    [t("basis"), one => el(`span.tag.${one.basis}`, {}, t(`basis.${one.basis}`))],
    [t("factor"), one => [el("b", {}, one.kgcePerUnit === null ? "—" : one.kgcePerUnit), one.least !== null || one.most !== null ? el("span.sub", {}, t("range", one.least ?? "…", one.most ?? "…")) : null], ".num"],
    [t("unit"), one => `kgce/${(names.get(one.carrier)?.baseUnit ?? "").replace("m3", "m³")}`],
    [t("standard"), one => [one.standard, one.scope ? el("span.sub", {}, t("onlyFor", one.scope)) : null]],
    [t("inForce"), force, ".day"], [t("source"), source],
  ], factors.items)),
  panel(t("conversions"), { tools: files("/conversions", {}) }, table([
    [t("name"), one => [nameOf(one.name), el("span.sub", {}, one.conversion)]], [t("expression"), one => el("code", {}, one.expression)],
    [t("standard"), one => [one.standard, el("span.sub", {}, one.clause)]], [t("inForce"), force, ".day"], [t("source"), source],
  ], conversions.items)),
  panel(t("constants"), {}, table([
    [t("name"), one => [nameOf(one.name), el("span.sub", {}, one.constant)]], [t("value"), one => one.value, ".num"], [t("unit"), one => one.unit],
    [t("standard"), one => one.standard], [t("inForce"), force, ".day"], [t("source"), source],
  ], constants.items))];
}

/** Electricity price policies. */
export async function pricesPage() {
  const list = await whole("/price-tiers");
  return panel(t("ref.prices"), { note: t("priceIndication"), tools: files("/price-tiers", {}) }, table([
    [t("policy"), one => [nameOf(one.name), el("span.sub", {}, one.document)]],
    [t("tier"), one => [nameOf(one.tier), el("span.sub", {}, [t(`price.${one.kind}`), one.category ? t(`category.${one.category}`) : "", one.region, one.industry].filter(Boolean).join(" · "))]],
    [t("quota"), one => (one.quota ? el("a", { href: href(`/reference/quotas/${encodeURIComponent(one.quota)}`) }, one.quota) : "—")],
    [t("threshold"), one => (one.threshold === null ? "—" : [`> ${plain(one.threshold, "")}`, one.step ? el("span.sub", {}, t("each", plain(one.step, ""))) : null]), ".num"],
    [t("adder"), one => (one.adder === null ? "—" : plain(one.adder, "")), ".num"],
    [t("inForce"), force, ".day"], [t("source"), source],
  ], list.items));
}

/** Grades of early warning, and what plans ask for. */
export async function gradesPage() {
  const [grades, targets] = await Promise.all(["/warning-grades", "/benchmark-targets"].map(whole));
  return [panel(t("ref.grades"), { note: t("gradesNote"), tools: files("/warning-grades", {}) }, table([
    [t("scheme"), one => t(`scheme.${one.scheme}`)],
    [t("grade"), one => gradeBadge({ ...one, id: one.grade })],
    [t("completion"), one => interval(one), ".num"], [t("document"), one => one.document, ".day"], [t("source"), source],
  ], grades.items)),
  panel(t("targets"), { tools: files("/benchmark-targets", {}) }, table([
    [t("industry"), one => nameOf(one.name)], [t("target"), one => `> ${share(one.above)}`, ".num"], [t("by"), one => one.by, ".day"],
    [t("document"), one => [one.document, el("span.sub", {}, one.clause)]], [t("source"), source],
  ], targets.items))];
}

function interval(one) {
  const low = one.atLeast ?? one.above;
  const high = one.below ?? one.atMost;
  return [low == null ? "" : `${one.atLeast != null ? "≥" : ">"} ${share(low)}`, high == null ? "" : `${one.below != null ? "<" : "≤"} ${share(high)}`].filter(Boolean).join(" , ");
}

/** Rules of dual control. */
export async function rulesPage() {
  const list = await whole("/dual-control-rules");
  return panel(t("ref.dual-control"), { note: t("dualNote"), tools: files("/dual-control-rules", {}) }, table([
    [t("rule"), one => [nameOf(one.name), el("span.sub", {}, one.rule)]], [t("document"), one => one.document, ".day"],
    [t("feedstock"), one => t(one.feedstock ? "feedstockOff" : "counted")], [t("renewablesTitle"), one => [t(`renewables.${one.renewables}`), one.baseYear ? el("span.sub", {}, t("since", one.baseYear)) : null,
      el("span.sub", {}, one.kinds.map(kind => t(`renewable.${kind}`)).join(", "))]],
    [t("inForce"), force, ".day"], [t("source"), source],
  ], list.items));
}

/** Inputs of corrections and conversions. */
export async function inputsPage() {
  const list = await whole("/inputs");
  return panel(t("ref.inputs"), { note: t("inputsNote"), tools: files("/inputs", {}) }, table([
    [t("name"), one => [nameOf(one.name), el("span.sub", {}, one.input)]], [t("unit"), one => one.unit || "—"],
    [t("allowed"), one => (Object.keys(one.choices).length > 0 ? el("span", {}, Object.entries(one.choices).map(([number, name]) => el("span.sub", {}, `${number} = ${nameOf(name)}`)))
      : `${one.least ?? "…"} – ${one.most ?? "…"}`)],
    [t("from"), one => t(`origin.${one.origin}`)],
  ], list.items));
}
