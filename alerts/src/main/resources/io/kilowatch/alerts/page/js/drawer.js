import { cardOf } from "./alerts.js";
import { get } from "/shared/api.js";
import { industryName, regionName } from "/shared/codes.js";
import { chart } from "/shared/chart.js";
import { byId, el } from "/shared/dom.js";
import { amount, number, periodLabel, time, unitText } from "/shared/format.js";
import { nameOf, onLanguage, t } from "/shared/i18n.js";
import { indicatorBlock } from "./indicator.js";
import { learnInputs } from "/shared/names.js";
import { changed, on, state } from "./state.js";
import { consoleLink } from "./topbar.js";

let shown = null; // what was read last
let reading = 0;

export function startDrawer() {
  const drawer = byId("drawer");
  drawer.addEventListener("close", () => { state.opened = null; shown = null; changed("rows"); });
  drawer.addEventListener("click", event => { if (event.target === drawer) drawer.close(); });
  on("drawer", () => state.opened && read(state.opened));
  onLanguage(() => shown && draw());
}

export async function openDrawer(code) {
  state.opened = code;
  changed("rows");
  byId("drawer").replaceChildren(head({ name: { zh: "…", en: "…" } }));
  if (!byId("drawer").open) byId("drawer").showModal();
  await read(code);
}

async function read(code) {
  const turn = ++reading;
  const values = { period: state.kind, at: state.period?.start };
  try {
    const [enterprise, series, alerts] = await Promise.all([get(`/enterprises/${code}`, values),
      get(`/enterprises/${code}/indicators`, { period: state.kind }), get("/alerts", { enterprise: code, limit: 20 }), learnInputs()]);
    if (turn !== reading || state.opened !== code) return;
    shown = { enterprise, series: new Map(series.series.map(one => [one.indicator, one])), alerts: alerts.items, kind: state.kind };
    draw();
  } catch (error) {
    if (turn === reading) byId("drawer").append(el("div.empty", {}, t("loadFailed", error.message)));
  }
}

function head(enterprise) {
  const about = enterprise.code ? [
    `${t("code")} ${enterprise.code}`, `${regionName(enterprise.region)} ${enterprise.region}`,
    `${industryName(enterprise.industry)} ${enterprise.industry}`, t(enterprise.plant === "new" ? "newPlantLong" : "existingPlant"),
    enterprise.dataCentre ? t("racks", enterprise.dataCentre.racks) : null,
    ...enterprise.sites.filter(site => site.altitude).map(site => t("altitude", number(site.altitude, ""))),
  ].filter(Boolean).join(" · ") : "";
  return el("header.dhead", {},
    el("div", {}, el("h2", { id: "drawer-title" }, nameOf(enterprise.name)), el("span.sub", {}, about)),
    enterprise.code ? inConsole(enterprise.code) : null,
    el("button.close", { type: "button", "aria-label": t("close"), on: { click: () => byId("drawer").close() } }, "×"));
}

function inConsole(code) {
  const href = consoleLink(`#/enterprises/${code}?period=${state.kind}&at=${state.period?.start ?? ""}`);
  return href ? el("a.quiet", { href, target: "_blank", rel: "noopener" }, t("openConsole")) : null;
}

function draw() {
  const { enterprise, series, alerts, kind } = shown;
  const scroll = byId("drawer").querySelector(".dbody")?.scrollTop ?? 0;
  const judged = enterprise.indicators.filter(one => one.outcome);
  const body = el("div.dbody", {},
    el("section.section", {}, el("h3", {}, t("indicators"), enterprise.period ? el("span.nothing", {}, periodLabel(enterprise.period.kind, enterprise.period.start) + asOf(judged)) : null),
      judged.length > 0 ? judged.map(one => indicatorBlock(one, series.get(one.indicator), kind)) : el("p.nothing", {}, t("noVerdict"))),
    energySection(enterprise, series, kind),
    alerts.length === 0 ? null : el("section.section", {}, el("h3", {}, t("alerts")), el("ol", {}, alerts.map(alert => el("li", {}, cardOf(alert))))));
  byId("drawer").replaceChildren(head(enterprise), body);
  body.scrollTop = scroll;
}

const asOf = verdicts => (verdicts[0]?.asOf ? ` · ${t("dataTo", time(verdicts[0].asOf))}` : "");

function energySection(enterprise, series, kind) {
  const total = enterprise.indicators.find(one => one.indicator.startsWith("comprehensive"));
  const carriers = enterprise.indicators.filter(one => one.indicator.startsWith("energy."));
  const trend = total ? series.get(total.indicator) : null;
  return el("section.section", {}, el("h3", {}, t("energy")),
    !total && carriers.length === 0 ? el("p.nothing", {}, t("noEnergy")) : el("section.block", {},
      total ? el("div.block-head", {}, el("h4", {}, nameOf(total.name)), el("span.figure", {}, number(total.value, total.unit), el("small", {}, unitText(total.unit)))) : null,
      carriers.length === 0 ? null : el("dl.facts", {}, carriers.map(one => el("div", {}, el("dt", {}, nameOf(one.name)),
        el("dd", {}, `${amount(one.value)} `, el("small.nothing", {}, unitText(one.unit)))))),
      trend && trend.points.length > 1 ? [el("p.caption", {}, `${t(`trend${kind}`)} · ${unitText(total.unit)}`),
        chart({ ...trend, label: nameOf(total.name) }, kind, enterprise.period.start)] : null));
}
