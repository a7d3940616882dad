import { el } from "/shared/dom.js";
import { exact, number, plain } from "/shared/format.js";
import { nameOf, t } from "/shared/i18n.js";
import { fact, sourceMark } from "/shared/verdict.js";
import { panel } from "./pieces.js";

/** What exceeding costs by the price policies; of all that an enterprise pays, what this figure decides and the lists. */
export function costPanel(verdict, costs) {
  const charges = (costs?.charges ?? []).filter(one => !one.indicator || one.indicator === verdict.indicator);
  if (!verdict.outcome || !costs || charges.length === 0) return null;
  return panel(t("price"), { note: t("priceNote", costs.day), style: ".price", id: "price" },
    charges.map(charge),
    costs.notes.length === 0 ? null : el("details.notes", {}, el("summary", {}, t("priceMore", costs.notes.length)), el("ul", {}, costs.notes.map(note))));
}

function charge(one) {
  const adder = one.adder === null ? "—" : `${Number(one.adder) > 0 ? "+" : ""}${plain(one.adder, "")}`;
  return el("section.charge", {},
    el("div.charge-head", {}, el(`b.adder${Number(one.adder) > 0 ? ".exceeds" : ""}`, { title: one.adder === null ? null : exact(one.adder) }, adder, el("small", {}, t("yuanPerKwh"))),
      el("div", {}, el("b", {}, nameOf(one.tier.name)), el("span.sub", {}, nameOf(one.tier.tier)))),
    one.paysWithinLimit ? el("p.why.warn", {}, t("paysWithin")) : null,
    el("dl.facts", {},
      one.steps === null ? null : fact(t("steps"), plain(one.steps, "")),
      one.kilowattHours === null ? null : fact(t("appliesTo"), `${number(one.kilowattHours, "kWh")} kWh`),
      one.cost === null ? null : fact(t("costOfYear"), el("span", { title: `${exact(one.cost)} ${t("yuan")}` }, `${number(one.cost, "")} ${t("yuan")}`))),
    el("p.caption", {}, el("b", {}, one.tier.document), ` · ${t("effective", one.tier.effectiveFrom)} · ${t("source")}: ${one.tier.source}`, sourceMark(one.tier.verified)));
}

const note = one => el("li", {}, el("b", {}, nameOf(one.name)), ` ${nameOf(one.tier)} `, el("small.nothing", {}, `${one.document} · ${one.source}`), sourceMark(one.verified));
