import { bullet } from "/shared/bullet.js";
import { industryName, regionName } from "/shared/codes.js";
import { el, segments } from "/shared/dom.js";
import { relative } from "/shared/format.js";
import { lang, nameOf, t } from "/shared/i18n.js";
import { figure, gradeBadge, relativeText, ring, verdictChip } from "/shared/verdict.js";
import { asked, periodOf, periodPicker } from "./period.js";
import { about, enterpriseLink, files, tabs } from "./pieces.js";
import { change, changedHref } from "./router.js";
import { read, readAll } from "./store.js";

const PAGE = 100;
const ALL = "all";
const KINDS = ["unit-product:*", "pue:*", "comprehensive-energy*", "intensity:*", "dual-control:*", "energy-budget", "energy.*"];
const MOST = 3_000; // rows that are sorted here; the order of more is the API's
const RANK = { exceeds: 0, "cannot-be-judged": 1, within: 2 };
const KEYS = {
  who: one => nameOf(one.enterprise.name), what: one => nameOf(one.name), value: one => Number(one.value),
  margin: one => relative(one) ?? -Infinity, whole: one => Number(one.completeness), verdict: one => -(RANK[one.outcome] ?? 3),
};
let typing = null;

/** All figures of a period, filtered and sorted. */
export async function indicatorsView(at) {
  const period = await periodOf(at, ["day", "month", "year"]);
  const { region, industry, outcome, q } = at.query;
  const kind = at.query.indicator ?? (outcome ? ALL : KINDS[0]);
  const values = { ...asked(period), region, industry, outcome, q, indicator: kind === ALL ? "" : kind };
  const regions = await readAll("/regions", asked(period));
  const rows = at.query.sort ? await sorted(values, at.query) : await page(values, at.query.from);
  return el("section.panel", {}, bar(at, period, regions.items, values),
    el("div.kinds", {}, tabs([...KINDS, ALL].map(each => [each, changedHref(at, { indicator: each, ...START }), each === ALL ? t("allIndicators") : t(`kind.${each}`)]), kind, t("indicator")), el("span.gap"), files("/indicators", values)),
    el("div.scrollx", {}, el("table.data.figures", { id: "figures" }, el("thead", {}, head(at)), el("tbody", {}, rows.items.map(one => row(one, period))))),
    rows.items.length === 0 ? el("div.empty", {}, el("b", {}, t("nothingFits")), t("nothingFitsHint")) : foot(at, rows));
}

async function page(values, cursor) {
  return read("/indicators", { ...values, limit: PAGE, cursor });
}

/** Sorting needs all rows; so many are read, in large pages. */
async function sorted(values, query) {
  const items = [];
  let next = null;
  do {
    const part = await read("/indicators", { ...values, limit: 1_000, cursor: next });
    items.push(...part.items);
    next = part.next;
  } while (next && items.length < MOST);
  const key = KEYS[query.sort] ?? KEYS.who;
  const sign = query.down === "1" ? -1 : 1;
  items.sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    return sign * (typeof x === "string" ? x.localeCompare(y, lang()) : (x - y || 0));
  });
  const from = Number(query.place ?? 0);
  return { items: items.slice(from, from + PAGE), place: from, total: items.length, cut: Boolean(next) };
}

function bar(at, period, regions, values) {
  return el("div.bar.viewbar", {}, el("h1", {}, t("indicators")), periodPicker(at, period),
    el("span.gap"),
    el("input", { type: "search", id: "search", value: at.query.q ?? "", placeholder: t("search"), "aria-label": t("search"),
      on: { input: event => search(at, event.target.value) } }),
    chooser("region", at, regions.filter(one => one.digits === 4).map(one => [one.region, regionName(`${one.region}00`)]), t("allRegions")),
    chooser("industry", at, industriesKnown(at).map(code => [code, industryName(code)]), t("allIndustries")),
    segments([["", t("all")], ...Object.keys(RANK).map(word => [word, t(word)])], at.query.outcome ?? "", value => change(at, { outcome: value, ...START }), { "aria-label": t("verdict") }));
}

const START = { from: "", place: "" };
const industriesKnown = at => [...new Set(["C25", "C26", "C30", "C31", "C32", "D44", "I64", ...(at.query.industry ? [at.query.industry] : [])])];

const chooser = (name, at, choices, none) => el("select", { id: name, "aria-label": t(name), on: { change: event => change(at, { [name]: event.target.value, ...START }) } },
  el("option", { value: "" }, none), choices.map(([value, text]) => el("option", { value, selected: value === at.query[name] }, text)));

function search(at, text) {
  clearTimeout(typing);
  typing = setTimeout(() => change(at, { q: text.trim(), ...START }, true), 350);
}

function head(at) {
  return el("tr", {}, [["who", ""], ["what", ""], ["against", ".gauge"], ["value", ".num"], ["margin", ".num"], ["whole", ".num"], ["verdict", ""]].map(([name, style]) => {
    const own = at.query.sort === name;
    const down = own && at.query.down === "1";
    return el(`th${style}`, { scope: "col", "aria-sort": own ? (down ? "descending" : "ascending") : null },
      !KEYS[name] ? t(name) : el("a", { href: changedHref(at, { sort: own && down ? "" : name, down: own || style !== ".num" ? (own ? "1" : "") : "1", ...START }) },
        t(name), own ? el("span.arrow", { "aria-hidden": "true" }, down ? " ▼" : " ▲") : null));
  }));
}

function row(one, period) {
  return el(`tr.${one.outcome ?? "none"}`, {},
    el("th.who-cell", { scope: "row" }, enterpriseLink(one.enterprise, { ...asked(period), indicator: one.indicator }), el("span.sub", {}, about(one.enterprise))),
    el("td.what", {}, nameOf(one.name), el("span.sub", {}, one.standard ?? "", one.verified === false ? el("span.mark.no", { title: t("unverifiedHint") }, t("unverifiedShort")) : null)),
    el("td.gauge", {}, one.limit ? bullet(one) : null),
    el("td.num", {}, el("b", {}, figure(one.value, one.unit)), one.limit ? el("span.sub", {}, "≤ ", figure(one.limit, one.unit)) : null),
    el("td.num", {}, relativeText(one)),
    el("td.num", {}, ring(one.completeness)),
    el("td.outcome", {}, verdictChip(one), gradeBadge(one.grade)));
}

function foot(at, rows) {
  const back = at.query.from || Number(at.query.place) > 0;
  return el("div.foot", {},
    rows.total ? el("span", {}, t("ofRows", rows.place + 1, rows.place + rows.items.length, rows.total), rows.cut ? ` ${t("cut")}` : "") : el("span", {}, t("rowsShown", rows.items.length)),
    el("span.gap"),
    back ? el("a.quiet", { href: changedHref(at, rows.total ? { place: Math.max(0, rows.place - PAGE) || "" } : START) }, t(rows.total ? "previous" : "first")) : null,
    rows.next ? el("a.quiet", { id: "next", href: changedHref(at, { from: rows.next }) }, t("next"))
      : rows.total > rows.place + PAGE ? el("a.quiet", { id: "next", href: changedHref(at, { place: rows.place + PAGE }) }, t("next")) : null);
}
