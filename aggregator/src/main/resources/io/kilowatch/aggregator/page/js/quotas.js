import { el, segments } from "/shared/dom.js";
import { plain, unitText } from "/shared/format.js";
import { lang, nameOf, t } from "/shared/i18n.js";
import { inputName, learnInputs } from "/shared/names.js";
import { sourceMark } from "/shared/verdict.js";
import { files, panel, table } from "./pieces.js";
import { change, href } from "./router.js";
import { read, readAll } from "./store.js";

const FUNCTIONS = new Set(["IF", "AND", "OR", "NOT", "MIN", "MAX", "ABS"]);
let typing = null;

/** Every row of the quota table, by standard. */
export async function quotasPage(at) {
  const { q, kind } = at.query;
  const list = await readAll("/quotas", { q, kind, limit: 1_000 });
  const groups = new Map();
  for (const one of list.items) groups.set(one.standard, [...(groups.get(one.standard) ?? []), one]);
  return [el("div.bar.filters", {},
    el("input", { type: "search", id: "search", value: q ?? "", placeholder: t("searchQuota"), "aria-label": t("searchQuota"), on: { input: event => search(at, event.target.value) } }),
    segments([["", t("all")], ["limit", t("limits")], ["benchmark", t("benchmarks")]], kind ?? "", value => change(at, { kind: value }), { "aria-label": t("kindOfRow") }),
    el("span", {}, t("rowsOf", list.items.length, groups.size)), el("span.gap"), files("/quotas", { q, kind })),
  el("div.standards", {}, [...groups].map(([standard, rows]) => standardBox(standard, rows, groups.size <= 6)))];
}

function search(at, text) {
  clearTimeout(typing);
  typing = setTimeout(() => change(at, { q: text.trim() }, true), 300);
}

function standardBox(standard, rows, open) {
  const unverified = rows.filter(one => !one.verified).length;
  return el("details.standard", { open },
    el("summary", {}, el("b", {}, standard), el("span.title", {}, nameOf(rows[0].title)), el("small.nothing", {}, `${t("effective", rows[0].effectiveFrom)} · ${t("rows", rows.length)}`),
      unverified > 0 ? el("span.mark.no", {}, t("unverifiedRows", unverified)) : el("span.mark.yes", {}, t("verified"))),
    table([
      [t("product"), one => [el("a", { href: href(`/reference/quotas/${encodeURIComponent(one.quota)}`) }, one.product || one.quota), one.condition ? el("span.sub", {}, one.condition) : null]],
      [t("what"), one => [nameOf(one.metric), el("span.sub", {}, one.quota)]],
      ...levelColumns(rows[0].kind),
      [t("unit"), one => unitText(one.unit)],
      [t("rules"), one => (one.rules.length > 0 ? t("rules", one.rules.length) && String(one.rules.length) : ""), ".num"],
      [t("source"), one => sourceMark(one.verified)],
    ], rows));
}

const levelColumns = kind => (kind === "benchmark"
  ? [[t("mark.benchmark"), one => plain(one.benchmark, one.unit), ".num"], [t("mark.baseline"), one => plain(one.baseline, one.unit), ".num"]]
  : [1, 2, 3].map(level => [t("level", level), one => plain(one.levels[`level${level}`], one.unit), ".num"]));

/** One quota: its editions on a line of time, then each with its levels, rules and source. */
export async function quotaPage(at) {
  const id = at.path[2];
  const [list] = await Promise.all([read(`/quotas/${encodeURIComponent(id)}`), learnInputs()]);
  const rows = list.items.sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
  const last = rows[rows.length - 1];
  return [el("div.bar.filters", {}, el("a.quiet", { href: "#/reference/quotas" }, "‹ ", t("ref.quotas")),
    el("h2", {}, [last.product, nameOf(last.metric)].filter(Boolean).join(" · ")), el("code", {}, id)),
  timeline(rows), [...rows].reverse().map(edition)];
}

/** When each edition came into force; the ends of those before follow from that. */
function timeline(rows) {
  const limits = rows.filter(one => one.kind === "limit");
  const known = limits.filter(one => !one.effectiveFrom.startsWith("9999"));
  if (known.length === 0) return null;
  const first = Number(known[0].effectiveFrom.slice(0, 4));
  const last = Math.max(new Date().getFullYear() + 2, Number(known[known.length - 1].effectiveFrom.slice(0, 4)) + 1);
  const at = day => ((Date.parse(day) - Date.UTC(first, 0, 1)) / (Date.UTC(last, 0, 1) - Date.UTC(first, 0, 1))) * 100;
  const today = new Date().toISOString().slice(0, 10);
  return el("div.editions", { role: "img", "aria-label": known.map(one => `${one.standard} ${t("effective", one.effectiveFrom)}`).join("; ") },
    known.map((one, index) => {
      const end = known[index + 1]?.effectiveFrom ?? `${last}-01-01`;
      const running = one.effectiveFrom <= today && today < end;
      return el(`div.edition-bar${running ? ".running" : ""}`, { style: { left: `${at(one.effectiveFrom)}%`, width: `${at(end) - at(one.effectiveFrom)}%` } },
        el("b", {}, one.standard), el("small", {}, one.effectiveFrom));
    }), el("i.today", { title: today, style: { left: `${at(today)}%` } }));
}

function edition(one) {
  const levels = one.kind === "benchmark" ? [["mark.benchmark", one.benchmark], ["mark.baseline", one.baseline]] : [1, 2, 3].map(level => [level, one.levels[`level${level}`]]);
  return panel(one.standard, { note: `${nameOf(one.title)} · ${t("effective", one.effectiveFrom)}`, style: ".edition", tools: sourceMark(one.verified) },
    el("dl.facts", {}, levels.map(([word, value]) => el("div", {}, el("dt", {}, typeof word === "number" ? t(`levelName${word}`) : t(word)),
      el("dd", {}, plain(value, one.unit), el("small.nothing", {}, ` ${unitText(one.unit)}`)))),
    el("div", {}, el("dt", {}, t("basis")), el("dd", {}, t(`basis.${one.basis}`))),
    one.condition ? el("div.widest", {}, el("dt", {}, t("condition")), el("dd", {}, one.condition)) : null,
    one.supersededBy ? el("div", {}, el("dt", {}, t("supersededBy")), el("dd", {}, one.supersededBy)) : null),
    one.rules.length === 0 ? null : el("section", {}, el("h3", {}, t("rulesTitle")), el("ol.rules", {}, one.rules.map(rule))),
    el("p.caption", {}, `${t("source")}: ${one.source}`));
}

const rule = one => el("li", {},
  el("p", {}, el(`span.tag${one.kind === "exemption" ? ".alarm" : ""}`, {}, t(`rule.${one.kind}`)), one.kind === "correction" ? el("span.tag", {}, t("levelsOf", one.levels.join(", "))) : null, nameOf(one.text), sourceMark(one.verified)),
  el("code.expression", {}, expression(one.expression)),
  el("small.nothing", {}, [one.clause, one.source].filter(Boolean).join(" · ")));

/** The expression with each input's name on hover. */
const expression = text => text.split(/([A-Za-z_][A-Za-z_0-9]*)/).map(part =>
  (/^[a-z_]/i.test(part) && !FUNCTIONS.has(part) && part !== "limit" ? el("abbr", { title: inputName(part), lang: lang() }, part) : part));
