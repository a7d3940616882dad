import { el } from "/shared/dom.js";
import { industryName, regionName } from "/shared/codes.js";
import { periodLabel, time } from "/shared/format.js";
import { nameOf, t } from "/shared/i18n.js";
import { learnInputs } from "/shared/names.js";
import { figure, ring, verdictChip } from "/shared/verdict.js";
import { indicatorPanels } from "./indicator.js";
import { asked, periodOf, periodPicker } from "./period.js";
import { files, nothing, panel, tabs } from "./pieces.js";
import { changedHref, href } from "./router.js";
import { read } from "./store.js";

const GROUPS = [["group.judged", one => one.outcome], ["group.energy", one => one.indicator.startsWith("comprehensive")],
  ["group.dual", one => /^(dual-control:|feedstock-energy|renewable-electricity)/.test(one.indicator)],
  ["group.intensity", one => one.indicator.startsWith("intensity:")], ["group.carriers", () => true]];
const RANK = { exceeds: 0, "cannot-be-judged": 1, within: 2 };

/** An enterprise: its figures of a period on the left, the chosen one on the right. */
export async function enterpriseView(at) {
  const code = at.path[1];
  const period = await periodOf(at, ["day", "month", "year"]);
  const [enterprise, list] = await Promise.all([enterpriseOf(code, period),
    read(`/enterprises/${code}/indicators`, { kind: period.kind, from: period.start, to: period.start, limit: 500 }), learnInputs()]);
  const items = list.items.sort((a, b) => rank(a) - rank(b));
  const chosen = items.find(one => one.indicator === at.query.indicator) ?? items[0];
  return [enterpriseHead(at, enterprise, "figures", period),
    el("div.enterprise", {},
      panel(t("figuresOf"), { note: asOf(items), style: ".list" }, items.length === 0 ? nothing("noVerdict") : GROUPS.map(([word]) => group(at, word, items, chosen))),
      el("div.column", {}, chosen ? await indicatorPanels(at, enterprise, chosen, period) : null))];
}

/** What is known of an enterprise, found by its code. */
export async function enterpriseOf(code, period) {
  const found = await read("/enterprises", { q: code, ...asked(period), limit: 1 });
  return found.items[0] ?? { code, name: { zh: code, en: code }, region: "", industry: "" };
}

const rank = one => (one.indicator === "energy-budget" ? 2.5 : one.outcome ? RANK[one.outcome] : 3);

const groupOf = one => GROUPS.find(([, holds]) => holds(one))[0];

/** Those of one group below its title; what only the year has is folded up unless it is chosen. */
function group(at, word, items, chosen) {
  const own = items.filter(one => groupOf(one) === word);
  if (own.length === 0) return null;
  const list = el("ol.figure-list", {}, own.map(one => line(at, one, chosen)));
  return word === "group.dual" ? el("details.group", { open: own.includes(chosen) }, el("summary", {}, `${t(word)} · ${own.length}`), list)
    : [el("h3.group", {}, t(word)), list];
}

const asOf = items => (items[0]?.asOf ? t("dataTo", time(items[0].asOf)) : null);

export function enterpriseHead(at, enterprise, chosen, period) {
  const code = enterprise.code;
  const kept = { period: at.query.period, at: at.query.at };
  return el("div.bar.viewbar.tall", {},
    el("div.title", {}, el("h1", {}, nameOf(enterprise.name)),
      el("span.sub", {}, [code, enterprise.region ? regionName(enterprise.region) : "", enterprise.industry ? `${industryName(enterprise.industry)} ${enterprise.industry}` : "",
        enterprise.plant ? t(enterprise.plant === "new" ? "newPlantLong" : "existingPlant") : ""].filter(Boolean).join(" · "))),
    tabs([["figures", href(`/enterprises/${code}`, kept), t("figuresOf")], ["budget", href(`/enterprises/${code}/budget`), t("budgetAndDual")],
      ["reports", href("/reports", { enterprise: code }), t("reports")], ["devices", href("/devices", { enterprise: code }), t("devices")]], chosen, t("views")),
    period ? periodPicker(at, period) : null,
    period ? files(`/enterprises/${code}/indicators`, { kind: period.kind, from: period.start, to: period.start }) : null);
}

function line(at, one, chosen) {
  const own = one === chosen;
  return el(`li.${one.outcome ?? "none"}${own ? ".open" : ""}`, {},
    el("a", { href: changedHref(at, { indicator: one.indicator }), "aria-current": own ? "true" : null, "data-indicator": one.indicator },
      el("span.name", {}, nameOf(one.name)),
      el("b", {}, figure(one.value, one.unit)),
      el("span.state", {}, verdictChip(one) ?? el("span.nothing", {}, one.indicator), ring(one.completeness))));
}
