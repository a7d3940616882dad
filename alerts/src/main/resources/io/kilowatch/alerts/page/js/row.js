import { bullet } from "/shared/bullet.js";
import { industryName, regionName } from "/shared/codes.js";
import { el } from "/shared/dom.js";
import { amount, number, plain, unitText } from "/shared/format.js";
import { nameOf, t } from "/shared/i18n.js";
import { gradeBadge, relativeText, ring, verdictChip } from "/shared/verdict.js";

export const judged = row => row.indicators.filter(one => one.outcome);
export const tce = row => row.indicators.find(one => one.indicator.startsWith("comprehensive"));

/** The rows of one enterprise: a body of its own, one line for each judged indicator. */
export function fillBody(body, row, open, before) {
  const indicators = judged(row);
  body.className = row.outcome ?? "";
  const lines = indicators.length > 0 ? indicators.map(one => line(one, before?.get(one.indicator)))
    : [el("tr", {}, el("td.none.nothing", { colspan: 6 }, t("noVerdict")))];
  lines[0].prepend(who(row, lines.length, open));
  body.replaceChildren(...lines);
}

function who(row, lines, open) {
  const energy = tce(row);
  const tags = [
    row.alerts > 0 ? el("span.tag.alarm", {}, `${t("alerts")} ${row.alerts}`) : null,
    row.plant === "new" ? el("span.tag", {}, t("newPlant")) : null,
  ];
  const about = [regionName(row.region, true), industryName(row.industry), energy?.value ? `${amount(energy.value)} tce` : null].filter(Boolean);
  return el("th", { scope: "rowgroup", rowspan: lines },
    el("button.who-name", { type: "button", on: { click: event => { event.stopPropagation(); open(row.code); } } }, nameOf(row.name)), tags,
    el("span.sub.one", { title: about.join(" · ") }, about.join(" · ")));
}

function line(verdict, before) {
  const moved = before !== undefined && before !== verdict.value;
  const unit = unitText(verdict.unit);
  return el("tr", {},
    el("td.what", {}, el("span.what-name", { title: nameOf(verdict.name) }, nameOf(verdict.name)),
      el("span.sub", {}, verdict.standard ?? t("noQuota"))),
    el("td.gauge", {}, bullet(verdict)),
    el(`td.value.num.${verdict.outcome}`, {},
      el(`span.figure${moved ? ".flash" : ""}`, {}, number(verdict.value, verdict.unit)),
      el("span.sub", {}, verdict.limit ? `≤ ${plain(verdict.limit, verdict.unit)} ${unit}` : unit)),
    el("td.margin.num", {}, relativeText(verdict)),
    el("td.whole.num", {}, ring(verdict.completeness)),
    el("td.verdict", {}, verdictChip(verdict), gradeBadge(verdict.grade)));
}
