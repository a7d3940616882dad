import { bullet } from "/shared/bullet.js";
import { countyName, industryName, regionName } from "/shared/codes.js";
import { el } from "/shared/dom.js";
import { periodLabel, signedPercent } from "/shared/format.js";
import { nameOf, t } from "/shared/i18n.js";
import { figure } from "/shared/verdict.js";
import { benchmarkPanel } from "./benchmark.js";
import { regionBudgetPanel } from "./regionbudget.js";
import { about, enterpriseLink, files, headline, nothing, outcomesBar, panel, table, tce } from "./pieces.js";
import { asked, periodOf, periodPicker } from "./period.js";
import { changedHref, href } from "./router.js";
import { read, readAll, readIfThere } from "./store.js";
import { tileGrid } from "./tiles.js";

/** A region and period at one look: outcomes, energy, budget, benchmark share, who exceeds. */
export async function overviewView(at) {
  const period = await periodOf(at);
  const values = asked(period);
  const regions = await readAll("/regions", values);
  if (regions.items.length === 0) return [bar(at, period, "", []), waiting()];
  const whole = top(regions.items);
  const chosen = at.query.region ?? whole;
  const year = period.start ? period.start.slice(0, 4) : null;
  const [summary, benchmarks, budget, barometer] = await Promise.all([read(`/regions/${chosen}/summary`, values),
    readIfThere(`/regions/${chosen}/benchmark-share`, { year }), readIfThere(`/regions/${chosen}/budget`, { year }),
    readIfThere(`/regions/${chosen}/barometer`, { year })]);
  return [
    bar(at, period, chosen, path(regions.items, chosen, whole)),
    headlines(summary, budget, barometer),
    el("div.columns", {},
      el("div.column", {}, tileGrid(at, regions.items, chosen, whole), exceeders(summary, period, chosen), industries(summary)),
      el("div.column", {}, regionBudgetPanel(budget), benchmarkPanel(benchmarks))),
  ];
}

/** The shortest prefix that holds all. */
function top(items) {
  const provinces = items.filter(one => one.digits === 2);
  return provinces.length === 1 ? provinces[0].region : provinces.sort((a, b) => b.enterprises - a.enterprises)[0].region;
}

const path = (items, chosen, whole) => [whole, ...[4, 6].map(digits => chosen.slice(0, digits)).filter((code, index, all) =>
  code.length > 2 && all.indexOf(code) === index && items.some(one => one.region === code))];

const regionTitle = code => (code.length === 2 ? regionName(`${code}0000`) : code.length === 4 ? regionName(`${code}00`, true) : `${countyName(code)} ${code}`);

function bar(at, period, chosen, trail) {
  return el("div.bar.viewbar", {},
    el("h1", {}, t("overview")),
    el("nav.trail", { "aria-label": t("region") }, trail.map((code, index) => [index > 0 ? el("span", { "aria-hidden": "true" }, "›") : null,
      el("a", { href: changedHref(at, { region: index === 0 ? "" : code }), "aria-current": code === chosen ? "true" : null }, regionTitle(code))])),
    el("span.gap"), periodPicker(at, period), files("/regions", asked(period)));
}

function waiting() {
  return el("div.empty", {}, el("b", {}, t("waiting")), t("waitingHint"));
}

function headlines(summary, budget, barometer) {
  const energy = summary.comprehensiveEnergy;
  const grade = (budget?.bases ?? []).map(one => (one.own ?? one.together)?.grade).find(Boolean);
  return el("div.headlines", {},
    headline(t("enterprises"), String(summary.enterprises), t("reporting", summary.reporting)),
    ...["within", "exceeds", "cannot-be-judged"].map(word => headline(t(word), String(summary.standing[word]), t("verdictsOf", summary.verdicts[word]), `.${word}`)),
    headline(t("energyCalorific"), tce(energy.calorific)),
    headline(t("energyPrimary"), tce(energy.primary)),
    grade ? headline(t("warningGrade"), nameOf(grade), grade.document, `.grade-${grade.id}`) : null,
    barometer?.text ? headline(t("barometer"), barometer.grade ? nameOf(barometer.grade) : "—", nameOf(barometer.text)) : null);
}

function industries(summary) {
  return panel(t("byIndustry"), {}, table([
    [t("industry"), one => industryName(one.industry)],
    [t("enterprises"), one => String(one.enterprises), ".num"],
    [t("verdict"), one => outcomesBar(one.standing, true), ".grow"],
    [t("energyCalorificShort"), one => tce(one.comprehensiveEnergy.calorific), ".num"],
    [t("energyPrimaryShort"), one => tce(one.comprehensiveEnergy.primary), ".num"],
  ], summary.industries));
}

function exceeders(summary, period, chosen) {
  const list = summary.topExceeders;
  const query = { ...asked(period), outcome: "exceeds", region: chosen };
  return panel(t("ranking"), { id: "ranking", note: t("rankingNote", list.length, summary.exceedances),
    tools: summary.exceedances > list.length ? el("a.quiet", { href: href("/indicators", query) }, t("showAll")) : null },
  list.length === 0 ? nothing("nobodyExceeds") : table([
    ["#", one => String(list.indexOf(one) + 1), ".rank"],
    [t("who"), one => [enterpriseLink(one.enterprise, { ...asked(period), indicator: one.indicator }), el("span.sub", {}, about(one.enterprise))]],
    [t("what"), one => [nameOf(one.name), el("span.sub", {}, one.standard ?? "")]],
    [t("value"), one => figure(one.value, one.unit), ".num"],
    [t("limit"), one => figure(one.limit, one.unit), ".num"],
    [t("overshoot"), one => el("b.over", {}, one.overshoot === null ? "—" : signedPercent(Number(one.overshoot) * 100)), ".num"],
    [t("against"), one => bullet(one), ".gauge"],
  ], list, { style: ".ranking", caption: `${periodLabel(period.kind, period.start)}` }));
}
