import { el } from "/shared/dom.js";
import { industryName, regionName } from "/shared/codes.js";
import { nameOf, t } from "/shared/i18n.js";
import { figure, verdictChip } from "/shared/verdict.js";
import { href } from "./router.js";
import { fileOf } from "./store.js";

export const OUTCOMES = ["within", "exceeds", "cannot-be-judged"];

/** How wide a chart may be drawn so that its writing keeps its size: over the whole page, or beside the list of figures. */
export const room = () => Math.min(innerWidth, 1520) - 56;
export const roomBeside = () => (innerWidth > 1100 ? room() - 322 : room());

/** A titled box. */
export function panel(title, { tools = null, note = null, style = "", id = null } = {}, ...content) {
  return el(`section.box${style}`, { id },
    el("header.box-head", {}, el("h2", {}, title), note ? el("small", {}, note) : null, tools ? el("span.box-tools", {}, tools) : null),
    content);
}

export const nothing = word => el("p.nothing.pad", {}, t(word));

/** A number with a word below it. */
export const headline = (word, value, more = null, style = "") =>
  el(`div.headline${style}`, {}, el("b", {}, value), el("span", {}, word), more ? el("small", {}, more) : null);

/** How many came out how, as a bar and in numbers. */
export function outcomesBar(tally, slim = false) {
  const total = OUTCOMES.reduce((sum, word) => sum + (tally[word] ?? 0), 0);
  const text = OUTCOMES.map(word => `${t(word)} ${tally[word] ?? 0}`).join(" · ");
  return el(`div.outcomes${slim ? ".slim" : ""}`, { role: "img", "aria-label": text, title: text },
    el("div.outcomes-bar", {}, total === 0 ? el("i.none") : OUTCOMES.filter(word => tally[word] > 0).map(word =>
      el(`i.${word}`, { style: { flexGrow: String(tally[word]) } }))),
    slim ? null : el("div.outcomes-legend", { "aria-hidden": "true" }, OUTCOMES.map(word => el(`span.${word}`, {}, el("i"), t(word), el("b", {}, String(tally[word] ?? 0))))));
}

/** Links to a list as files. */
export const files = (path, values, formats = ["csv", "xlsx"]) => formats.map(format =>
  el("a.quiet", { href: fileOf(path, values, format), title: t("exportHint") }, format.toUpperCase()));

/** A table: columns are [title, cell of a row, style]. The last argument marks rows. */
export function table(columns, rows, { style = "", caption = null, mark = () => "" } = {}) {
  return el("div.wide", {}, el(`table.data${style}`, {},
    caption ? el("caption", {}, caption) : null,
    el("thead", {}, el("tr", {}, columns.map(([title, , look = ""]) => el(`th${look}`, { scope: "col" }, title)))),
    el("tbody", {}, rows.map(row => el(`tr${mark(row)}`, {}, columns.map(([, cell, look = ""], index) =>
      el(index === 0 ? `th${look}` : `td${look}`, index === 0 ? { scope: "row" } : {}, cell(row))))))));
}

export const enterpriseLink = (enterprise, query) =>
  el("a.who", { href: href(`/enterprises/${enterprise.code}`, query) }, nameOf(enterprise.name) || enterprise.code);

export const about = enterprise => [regionName(enterprise.region ?? "", true), industryName(enterprise.industry ?? "")].filter(Boolean).join(" · ");

export const tce = value => figure(value, "tce");

/** What a document says, with its number. */
export const documentNote = document => (document ? el("small.document", {}, document) : null);

export { verdictChip };

/** Views of one thing beside each other: [[name, link, word], …]. */
export const tabs = (list, chosen, label) => el("nav.tabs", { "aria-label": label }, list.map(([name, link, word]) =>
  el("a", { href: link, "aria-current": name === chosen ? "page" : null }, word)));
