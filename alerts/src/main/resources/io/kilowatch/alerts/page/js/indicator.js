import { bullet } from "/shared/bullet.js";
import { chart } from "/shared/chart.js";
import { el } from "/shared/dom.js";
import { number, plain, share, unitText } from "/shared/format.js";
import { nameOf, t } from "/shared/i18n.js";
import { isCorrected, judgementDetails } from "/shared/judgement.js";
import { fact, figure, quotaBox, reasonsBox, relativeText, verdictChip } from "/shared/verdict.js";

/** A judged indicator with its quota and its trend. */
export function indicatorBlock(verdict, series, kind) {
  const unit = unitText(verdict.unit);
  const level = t("judgedBy", verdict.judgedLevel) + (isCorrected(verdict) ? ` · ${t("afterCorrection")}` : "");
  return el("section.block", { "data-indicator": verdict.indicator },
    el("div.block-head", {}, el("h4", {}, nameOf(verdict.name)),
      el(`span.${verdict.outcome ?? "none"}`, {}, el("span.figure", {}, figure(verdict.value, verdict.unit))),
      verdictChip(verdict)),
    verdict.limit ? bullet(verdict, true) : null,
    reasonsBox(verdict.reasons, `${t("reasons")}:`),
    el("dl.facts", {},
      verdict.limit ? fact(`${t("limit")} (${level})`, `${plain(verdict.limit, verdict.unit)} ${unit}`) : null,
      verdict.limit ? fact(t("margin"), relativeText(verdict)) : null,
      verdict.limit ? fact(t("levelReached"), verdict.levelReached ? t("level", verdict.levelReached) : verdict.outcome === "cannot-be-judged" ? "—" : t("below")) : null,
      fact(t("completeness"), share(verdict.completeness))),
    judgementDetails(verdict),
    quotaBox(verdict),
    trend(verdict, series, kind));
}

function trend(verdict, series, kind) {
  if (!series) return null;
  const worth = series.points.length > 1 || series.points.some(point => point.parts);
  const caption = el("p.caption", {}, worth ? [t(`trend${kind}`), unitText(verdict.unit)].filter(Boolean).join(" · ") : t("trendNone"));
  return worth ? [caption, chart({ ...series, label: nameOf(verdict.name) }, kind, verdict.period.start)] : caption;
}
