import { el } from "/shared/dom.js";
import { nameOf, t } from "/shared/i18n.js";
import { gradeBadge } from "/shared/verdict.js";
import { budgetBar, budgetFacts } from "./budgetbar.js";
import { nothing, panel } from "./pieces.js";

/** The budgets of a region's enterprises together, on each basis that there are any of. */
export function regionBudgetPanel(budget) {
  const bases = (budget?.bases ?? []).filter(one => one.together || one.own);
  return panel(t("budgetUse"), { note: budget ? t("budgetYear", budget.year) : null, id: "budget" },
    bases.length === 0 ? nothing("noBudget") : bases.map(basis));
}

function basis(one) {
  const outlook = one.own ?? one.together;
  return el("section.basis", {},
    el("h3", {}, t(`basis.${one.basis}`), gradeBadge(outlook.grade, true), el("small", {}, t("budgeted", one.budgeted))),
    budgetBar(outlook), budgetFacts(outlook),
    el("p.caption", { title: nameOf(outlook.text) }, t("dataBefore", outlook.until), one.withoutForecast?.length > 0 ? ` · ${t("withoutForecast", one.withoutForecast.length)}` : ""));
}
