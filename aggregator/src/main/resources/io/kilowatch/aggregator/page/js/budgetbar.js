import { el } from "/shared/dom.js";
import { number, percent } from "/shared/format.js";
import { t } from "/shared/i18n.js";
import { fact, figure } from "/shared/verdict.js";

/** What is used of a budget, what was due, and where the year will end, on one scale. */
export function budgetBar(one) {
  const budget = Number(one.budget);
  const high = one.forecast ? Number(one.forecast.high) : 0;
  const most = Math.max(budget, Number(one.used), high) * 1.06 || 1;
  const at = value => `${Math.max(0, Math.min(100, (Number(value) / most) * 100))}%`;
  const late = Number(one.used) > Number(one.schedule);
  return el("div.budget-bar", { role: "img", "aria-label": t("budgetBarLabel", number(one.used, "tce"), number(one.schedule, "tce"), number(one.budget, "tce")) },
    el("div.budget-track", { style: { width: at(budget) } }),
    one.forecast ? el("div.budget-range", { title: t("forecast"), style: { left: at(one.forecast.low), width: `calc(${at(one.forecast.high)} - ${at(one.forecast.low)})` } }) : null,
    one.forecast ? el("div.budget-ahead", { style: { left: at(one.forecast.value) } }) : null,
    el(`div.budget-used.${late ? "late" : "due"}`, { style: { width: at(one.used) } }),
    el("div.budget-mark.schedule", { style: { left: at(one.schedule) } }, el("small", {}, t("due"))),
    el("div.budget-mark.whole", { style: { left: at(budget) } }, el("small", {}, t("budget"))));
}

export function budgetFacts(one) {
  return el("dl.facts", {},
    fact(t("budget"), figure(one.budget, "tce")), fact(t("usedToDate"), figure(one.used, "tce")), fact(t("dueToDate"), figure(one.schedule, "tce")),
    fact(t("completion"), percent(one.completion)),
    fact(t("forecastEnd"), one.forecast ? figure(one.forecast.value, "tce") : "—", one.forecast ? el("small.nothing.range", {}, range(one.forecast, "tce")) : null),
    one.left === null || one.left === undefined ? null : leftFact(one));
}

function leftFact(one) {
  const found = fact(t(Number(one.left) < 0 ? "overBudget" : "leftAtEnd"), figure(one.left.replace(/^-/, ""), "tce"), one.exhausted ? el("small.nothing.range", {}, t("exhausted", one.exhausted)) : null);
  found.lastChild.classList.add(Number(one.left) < 0 ? "exceeds" : "within");
  return found;
}

/** The two ends of what is expected. */
export const range = (forecast, unit) => ` ${number(forecast.low, unit)} – ${number(forecast.high, unit)}`;
