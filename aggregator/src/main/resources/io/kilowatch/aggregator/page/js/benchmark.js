import { industryName } from "/shared/codes.js";
import { el } from "/shared/dom.js";
import { share as percent } from "/shared/format.js";
import { nameOf, t } from "/shared/i18n.js";
import { figure } from "/shared/verdict.js";
import { nothing, panel } from "./pieces.js";

/** The share of capacity at the benchmark level by industry, against what the plan asks for. */
export function benchmarkPanel(shares) {
  const items = shares?.items ?? [];
  return panel(t("benchmarkShare"), { note: t("benchmarkNote"), id: "benchmark" },
    items.length === 0 ? nothing("noBenchmark") : el("ul.shares", {}, items.map(line)));
}

function line(one) {
  const at = one.share === null ? null : Number(one.share);
  const target = one.target ? Number(one.target.above) : null;
  const below = Number(one.shareBelowBaseline ?? 0);
  return el("li", { title: nameOf(one.text) },
    el("span.share-name", {}, nameOf(one.name) || (/^[A-Z][0-9]/.test(one.industry) ? industryName(one.industry) : one.industry), el("small", {}, figure(one.capacityJudged, one.unit === "rack" ? t("racks") : one.unit))),
    el("div.share-track", { role: "img", "aria-label": nameOf(one.text) },
      at === null ? null : el("i.at", { style: { width: `${at * 100}%` } }),
      below > 0 ? el("i.below", { style: { width: `${below * 100}%` } }) : null,
      target === null ? null : el("i.target", { style: { left: `${target * 100}%` } })),
    el("b.share-value", {}, at === null ? "—" : percent(one.share)),
    one.met === null || one.met === undefined ? el("span.met", {}, one.target ? t("notKnown") : "") : el(`span.met.${one.met ? "within" : "exceeds"}`, {}, t(one.met ? "met" : "notMet")),
    el("small.share-about", {}, one.target ? `${t("targetAbove", percent(one.target.above), one.target.by)} · ${one.target.document}` : t("noTarget"),
      one.plantsUnjudged > 0 ? ` · ${t("plantsUnjudged", one.plantsUnjudged)}` : "", one.capacityUnknown > 0 ? ` · ${t("capacityUnknown", one.capacityUnknown)}` : ""));
}
