import { bullet } from "/shared/bullet.js";
import { el } from "/shared/dom.js";
import { aboveUnit, belowUnit, plain, share, unitText } from "/shared/format.js";
import { nameOf, t } from "/shared/i18n.js";
import { isCorrected, judgementDetails } from "/shared/judgement.js";
import { fact, figure, gradeBadge, quotaBox, reasonsBox, relativeText, verdictChip } from "/shared/verdict.js";
import { costPanel } from "./cost.js";
import { forecastPanel } from "./forecast.js";
import { panel } from "./pieces.js";
import { href } from "./router.js";
import { readIfThere } from "./store.js";
import { trendPanel } from "./trend.js";

/** What is counted by the year only, and so has no months and no days. */
const YEARLY = /^(dual-control:|energy-budget|feedstock-energy|renewable-electricity)/;

/** All of one figure: how it is judged, its course, its forecast, what it costs, what it rests on. */
export async function indicatorPanels(at, enterprise, brief, period) {
  const base = `/enterprises/${enterprise.code}/indicators/${encodeURIComponent(brief.indicator)}`;
  const year = period.start.slice(0, 4);
  const yearly = YEARLY.test(brief.indicator);
  const [whole, series, rolling, forecast, costs] = await Promise.all([
    readIfThere(`${base}/${period.kind}/${period.start}`), readIfThere(`${base}/series`, { period: period.kind, to: period.start }),
    yearly ? null : readIfThere(`${base}/rolling`, { to: period.kind === "year" ? `${year}-12-01` : period.start }), yearly ? null : readIfThere(`${base}/forecast`, { year }), readIfThere(`/enterprises/${enterprise.code}/costs`, { year })]);
  const verdict = whole ?? brief;
  return [judged(verdict), brief.indicator === "energy-budget" ? budgetLink(enterprise) : null, trendPanel(at, verdict, series, rolling, period, `${base}/series`), forecastPanel(verdict, forecast),
    costPanel(verdict, costs), evidencePanel(brief)].filter(Boolean);
}

function judged(verdict) {
  const unit = unitText(verdict.unit);
  const budget = verdict.indicator === "energy-budget";
  const level = verdict.judgedLevel ? t("judgedBy", verdict.judgedLevel) + (isCorrected(verdict) ? ` · ${t("afterCorrection")}` : "") : "";
  return el("section.box.judged", { "data-indicator": verdict.indicator },
    el("div.block-head", {}, el("h2", {}, nameOf(verdict.name)),
      el(`span.${verdict.outcome ?? "none"}`, {}, el("span.figure", {}, figure(verdict.value, verdict.unit))), verdictChip(verdict), gradeBadge(verdict.grade)),
    verdict.limit ? bullet(verdict, true) : null,
    reasonsBox(verdict.reasons, `${t("reasons")}:`),
    el("dl.facts", {},
      verdict.limit ? fact(budget ? t("budget") : `${t("limit")} (${level})`, el("span", { title: `${verdict.limit} ${unit}` }, `${plain(verdict.limit, verdict.unit)} ${unit}`)) : null,
      verdict.limit ? fact(t("margin"), relativeText(verdict)) : null,
      verdict.limit && !budget ? fact(t("levelReached"), verdict.levelReached ? t("level", verdict.levelReached) : verdict.outcome === "cannot-be-judged" ? "—" : t("below")) : null,
      verdict.numerator ? fact(t(verdict.denominator ? "aboveLine" : "sum"), figure(verdict.numerator, verdict.denominator ? aboveUnit(verdict.unit) : verdict.unit)) : null,
      verdict.denominator ? fact(t("belowLine"), figure(verdict.denominator, belowUnit(verdict.unit))) : null,
      fact(t("completeness"), share(verdict.completeness))),
    judgementDetails(verdict),
    verdict.outcome ? quotaBox(verdict) : null);
}

const budgetLink = enterprise => panel(t("budgetUse"), {}, el("p.links", {}, el("a", { href: href(`/enterprises/${enterprise.code}/budget`) }, t("budgetSee"))));

function evidencePanel(brief) {
  const link = (to, word) => el("a", { href: to, target: "_blank", rel: "noopener" }, t(word));
  return panel(t("evidence"), { style: ".evidence", note: t("evidenceHint") },
    el("p.links", {}, link(brief.evidence, "evidenceShow"), link(`${brief.evidence}.zip`, "evidenceZip")));
}
