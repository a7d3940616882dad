import { el } from "/shared/dom.js";
import { nameOf, t } from "/shared/i18n.js";
import { gradeBadge, reasonsBox } from "/shared/verdict.js";
import { budgetBar, budgetFacts } from "./budgetbar.js";
import { budgetChart } from "./budgetchart.js";
import { dualControlPanels } from "./dualcontrol.js";
import { enterpriseHead, enterpriseOf } from "./enterprise.js";
import { periodOf } from "./period.js";
import { nothing, panel } from "./pieces.js";
import { read, readIfThere } from "./store.js";

const ENERGY = { calorific: "comprehensive-energy", primary: "comprehensive-energy:primary" };

/** The energy budget of an enterprise, and what dual control counts of its energy under each rule. */
export async function budgetView(at) {
  const code = at.path[1];
  const period = await periodOf({ query: { ...at.query, period: "year" } }, ["year"]);
  const year = period.start?.slice(0, 4) ?? String(new Date().getFullYear());
  const [enterprise, budget, figures, rules] = await Promise.all([enterpriseOf(code, period), readIfThere(`/enterprises/${code}/budget`, { year }),
    read(`/enterprises/${code}/indicators`, { kind: "year", from: period.start, to: period.start, limit: 500 }), readIfThere("/dual-control-rules")]);
  const budgets = budget?.budgets ?? [];
  const courses = await Promise.all(budgets.map(one => readIfThere(`/enterprises/${code}/indicators/${encodeURIComponent(ENERGY[one.basis])}/series`,
    { period: "day", from: `${year}-01-01`, to: one.until })));
  return [enterpriseHead(at, enterprise, "budget", period),
    budgets.length === 0 ? panel(t("budgetUse"), { note: year }, nothing("noBudgetHere")) : budgets.map((one, index) => budgetPanel(one, courses[index])),
    dualControlPanels(figures.items, rules?.items ?? [], year)];
}

function budgetPanel(one, course) {
  return panel(`${t("budgetOf", one.year)} · ${t(`basis.${one.basis}`)}`, { note: one.documents.join(", "), tools: gradeBadge(one.grade, true), style: ".budget" },
    course ? budgetChart(one, course.points) : budgetBar(one), budgetFacts(one),
    reasonsBox(one.reasons, `${t("noForecast")}:`),
    el("p.caption", { title: nameOf(one.text) }, t("dataBefore", one.until), one.filledDays > 0 ? ` · ${t("filledDays", one.filledDays)}` : ""));
}
