import { countyName, regionName } from "/shared/codes.js";
import { el } from "/shared/dom.js";
import { periodLabel, starts } from "/shared/format.js";
import { nameOf, t } from "/shared/i18n.js";
import { nothing, panel, table } from "./pieces.js";
import { change } from "./router.js";
import { fileOf, read, readAll, readIfThere } from "./store.js";

let typing = null;

/** Reports of enterprises and regions, to be opened for print or saved as workbooks. */
export async function reportsView(at) {
  const [month, year] = await Promise.all(["month", "year"].map(kind => read("/regions", { period: kind })));
  const newest = { month: month.period?.start ?? null, year: year.period?.start ?? null };
  const regions = month.items.length > 0 ? month.items : year.items;
  const [found, chosen, frozen] = await Promise.all([read("/enterprises", { q: at.query.q, limit: 50 }),
    at.query.enterprise ? read("/enterprises", { q: at.query.enterprise, limit: 1 }) : null, readIfThere("/snapshots")]);
  const enterprise = chosen?.items[0] ?? null;
  return [el("div.bar.viewbar", {}, el("h1", {}, t("reports")), el("span.sub", {}, t("reportHint"))),
    el("div.report-cards", {},
      card("monthly", at, newest, enterprise, regions, [whose(at, found.items, enterprise), when(at, "month", newest)]),
      card("annual", at, newest, enterprise, regions, [whose(at, found.items, enterprise, "-annual"), when(at, "year", newest)]),
      card("regional", at, newest, enterprise, regions, [where(at, regions), when(at, "month", newest, "-regional")])),
    snapshots(frozen?.items ?? [])];
}

// Where each report is, or nothing as long as something is to be chosen.
const WHERE = {
  monthly: (at, newest, enterprise) => enterprise && newest.month && `/reports/enterprises/${enterprise.code}/months/${(at.query.month ?? newest.month).slice(0, 7)}`,
  annual: (at, newest, enterprise) => enterprise && newest.year && `/reports/enterprises/${enterprise.code}/years/${(at.query.year ?? newest.year).slice(0, 4)}`,
  regional: (at, newest, enterprise, regions) => regions.length > 0 && newest.month
    && `/reports/regions/${at.query.region ?? regions[0].region}/months/${(at.query.month ?? newest.month).slice(0, 7)}`,
};

function card(kind, at, newest, enterprise, regions, asks) {
  const where = WHERE[kind](at, newest, enterprise, regions);
  const link = (style, format, word, attributes) => el(`a.${style}`, { href: where ? fileOf(where, {}, format) : null, "aria-disabled": where ? null : "true", ...attributes }, t(word));
  return panel(t(`report.${kind}`), { style: ".report-card", id: `report-${kind}` }, el("p", {}, t(`report.${kind}.about`)), el("div.ask", {}, asks),
    el("div.go", {}, link("primary", "html", "open", { target: "_blank", rel: "noopener" }), link("quiet", "xlsx", "download", {})));
}

function whose(at, items, enterprise, suffix = "") {
  const list = `enterprises${suffix}`;
  return el("label", {}, t("reportWhose"),
    el("input", { id: `whose${suffix}`, list, value: enterprise ? nameOf(enterprise.name) : at.query.q ?? "", placeholder: t("typeToSearch"), autocomplete: "off",
      on: { input: event => pick(at, items, event.target.value) } }),
    el("datalist", { id: list }, items.map(one => el("option", { value: nameOf(one.name) }, one.code))));
}

function pick(at, items, text) {
  clearTimeout(typing);
  const found = items.find(one => nameOf(one.name) === text || one.code === text.trim());
  if (found) change(at, { enterprise: found.code, q: "" }, true);
  else typing = setTimeout(() => change(at, { q: text.trim(), enterprise: "" }, true), 350);
}

const when = (at, kind, newest, suffix = "") => el("label", {}, t(kind), el("select", { id: `${kind}${suffix}`, on: { change: event => change(at, { [kind]: event.target.value }) } },
  newest[kind] ? starts(kind, kind === "year" ? "2015-01-01" : `${Number(newest[kind].slice(0, 4)) - 3}-01-01`, newest[kind]).map(one =>
    el("option", { value: one, selected: one === (at.query[kind] ?? newest[kind]) }, periodLabel(kind, one))) : null));

const where = (at, regions) => el("label", {}, t("region"), el("select", { id: "report-region", on: { change: event => change(at, { region: event.target.value }) } },
  regions.map(one => el("option", { value: one.region, selected: one.region === (at.query.region ?? regions[0].region) },
    one.digits === 2 ? regionName(`${one.region}0000`) : one.digits === 4 ? regionName(`${one.region}00`, true) : `${countyName(one.region)} ${one.region}`))));

function snapshots(items) {
  return panel(t("frozen"), { note: t("frozenNote") }, items.length === 0 ? nothing("noFrozen") : table([
    [t("year"), one => String(one.year ?? "")], [t("region"), one => one.region ?? ""], ["SHA-256", one => el("code", {}, one.hash ?? "")],
  ], items));
}
