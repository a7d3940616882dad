import { el } from "/shared/dom.js";
import { nameOf, t } from "/shared/i18n.js";
import { figure, sourceMark } from "/shared/verdict.js";
import { nothing, panel, table } from "./pieces.js";

const ENERGY = "comprehensive-energy";

/** What dual control counts under each rule on both bases beside each other; feedstock and certificates apart. */
export function dualControlPanels(items, rules, year) {
  const of = id => items.find(one => one.indicator === id);
  const ids = [...new Set(items.filter(one => one.indicator.startsWith("dual-control:")).map(one => one.indicator.split(":")[1]))];
  const rows = [{ whole: true, calorific: of(ENERGY), primary: of(`${ENERGY}:primary`) },
    ...ids.map(id => ({ rule: rules.find(one => one.rule === id), id, calorific: of(`dual-control:${id}`), primary: of(`dual-control:${id}:primary`) }))];
  return el("div.columns", {},
    panel(t("dualControl"), { note: year, style: ".dual", id: "dual" }, table([
      [t("rule"), ruleCell],
      [t("basis.calorific"), row => amountOf(row.calorific), ".num"],
      [t("basis.primary"), row => amountOf(row.primary), ".num"],
      [t("takenOff"), row => (row.whole ? "—" : takenOff(rows[0], row)), ".num"],
    ], rows, { mark: row => (row.whole ? ".whole" : "") }), el("p.caption", {}, t("dualNote"))),
    el("div.column", {}, apart(of("feedstock-energy"), "feedstock", "feedstockNote"), apart(of("renewable-electricity"), "certificates", "certificatesNote"), intensity(items)));
}

function ruleCell(row) {
  if (row.whole) return el("b", {}, t("allEnergy"));
  if (!row.rule) return row.id;
  return [el("b", {}, nameOf(row.rule.name)), sourceMark(row.rule.verified),
    el("span.sub", {}, [row.rule.document, t("effective", row.rule.effectiveFrom), row.rule.feedstock ? t("feedstockOff") : "", t(`renewables.${row.rule.renewables}`)].filter(Boolean).join(" · ")),
    el("span.sub", {}, row.rule.source)];
}

/** A figure of a year, or why there is none. */
const amountOf = one => (!one ? "—" : one.value === null ? el("span.nothing", {}, (one.reasons ?? []).map(nameOf).join("; ") || "—") : el("b", {}, figure(one.value, one.unit)));

const takenOff = (whole, row) => ["calorific", "primary"].map(basis => {
  const [all, counted] = [whole[basis]?.value, row[basis]?.value];
  return all == null || counted == null ? null : el("span.off", {}, el("small", {}, t(`basis.${basis}.short`)), figure(String(+(Number(all) - Number(counted)).toFixed(3)), "tce"));
});

function apart(one, word, note) {
  return panel(t(word), { style: ".apart" }, one ? [el("p.amount", {}, amountOf(one)), el("p.caption", {}, t(note))] : nothing("noneDeclared"));
}

function intensity(items) {
  const list = items.filter(one => one.indicator.startsWith("intensity:"));
  return panel(t("intensity"), { style: ".apart" }, list.length === 0 ? nothing("noneDeclared")
    : list.map(one => el("p.amount", {}, el("span", {}, nameOf(one.name)), amountOf(one))));
}
