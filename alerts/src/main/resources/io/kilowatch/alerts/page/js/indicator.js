import { bullet } from "./bullet.js";
import { chart } from "./chart.js";
import { el } from "./dom.js";
import { number, plain, share, unitText } from "./format.js";
import { lang, nameOf, t } from "./i18n.js";
import { relativeText, verdictChip } from "./row.js";

/** A fact in a list of them. */
export const fact = (word, ...value) => el("div", {}, el("dt", {}, word), el("dd", {}, ...value));

/** The standard that a verdict is judged by. */
export function quotaBox(verdict) {
  const quota = verdict?.quota;
  if (!quota) return el("div.quota", {}, t("noQuota"));
  return el("div.quota", {},
    el("b", {}, quota.standard), ` ${lang() === "zh" ? quota.nameZh : quota.nameEn}`,
    el(`span.mark.${quota.verified ? "yes" : "no"}`, {}, quota.verified ? t("verified") : t("unverified")), el("br"),
    [lang() === "zh" ? quota.metricZh : quota.metricEn, t("effective", quota.effectiveFrom), `${t("source")}: ${quota.source}`].filter(Boolean).join(" · "));
}

export function reasonsBox(reasons, title, style = "") {
  const texts = (reasons ?? []).map(nameOf).filter(Boolean);
  return texts.length === 0 ? null : el(`div.why${style}`, {}, el("b", {}, title), " ", texts.join("; "));
}

/** A judged indicator with its quota and its trend. */
export function indicatorBlock(verdict, series, kind) {
  const unit = unitText(verdict.unit);
  return el("section.block", {},
    el("div.block-head", {}, el("h4", {}, nameOf(verdict.name)),
      el(`span.${verdict.outcome ?? "none"}`, {}, el("span.figure", {}, number(verdict.value, verdict.unit), unit ? el("small", {}, unit) : null)),
      verdictChip(verdict)),
    verdict.limit ? bullet(verdict, true) : null,
    reasonsBox(verdict.reasons, `${t("reasons")}:`),
    el("dl.facts", {},
      verdict.limit ? fact(`${t("limit")} (${t("judgedBy", verdict.judgedLevel)})`, `${plain(verdict.limit, verdict.unit)} ${unit}`) : null,
      verdict.limit ? fact(t("margin"), relativeText(verdict)) : null,
      verdict.limit ? fact(t("levelReached"), verdict.levelReached ? t("level", verdict.levelReached) : verdict.outcome === "cannot-be-judged" ? "—" : t("below")) : null,
      fact(t("completeness"), share(verdict.completeness))),
    quotaBox(verdict),
    trend(verdict, series, kind));
}

function trend(verdict, series, kind) {
  if (!series) return null;
  const caption = el("p.caption", {}, series.points.length > 1 ? [t(`trend${kind}`), unitText(verdict.unit)].filter(Boolean).join(" · ") : t("trendNone"));
  return series.points.length > 1
    ? [caption, chart({ ...series, label: nameOf(verdict.name) }, kind, verdict.period.start)] : caption;
}
