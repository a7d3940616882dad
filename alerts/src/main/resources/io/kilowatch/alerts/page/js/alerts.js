import { saveCsv } from "/shared/api.js";
import { byId, el, glyph } from "/shared/dom.js";
import { openSheet } from "./dialog.js";
import { number, periodLabel, plain, signedPercent, time, unitText } from "/shared/format.js";
import { nameOf, onLanguage, t } from "/shared/i18n.js";
import { on, state } from "./state.js";

const ORDER = { open: 0, acknowledged: 1, cleared: 2 };
const GLYPH = { open: "bell", acknowledged: "seen", cleared: "within" };
const MOST = 200;
let known = null;

export function startAlerts() {
  byId("alerts-export").addEventListener("click", () => saveCsv("/alerts",
    { status: state.alertTab === "standing" ? "open,acknowledged" : "" }, "kilowatch-alerts.csv")
    .catch(error => alert(t("failed", error.message))));
  on("alerts", draw);
  onLanguage(draw);
  draw();
}

export function statusChip(alert) {
  return el(`span.chip.${alert.status}`, {}, glyph(GLYPH[alert.status], 11), t(alert.status));
}

/** One alert as a card that opens it. */
export function cardOf(alert, isNew = false) {
  const unit = unitText(alert.unit);
  const over = alert.overshootPercent === null ? null : Number(alert.overshootPercent);
  const style = `.${alert.status}${alert.qualified ? ".qualified" : ""}${isNew ? ".new" : ""}`;
  return el(`button.card${style}`, { type: "button", on: { click: () => openSheet(alert.id) } },
    el("span.title", {}, nameOf(alert.enterpriseName) || alert.enterprise),
    el("span.over", {}, signedPercent(over)),
    el("span.about", { title: nameOf(alert.name) }, el("b", {}, periodLabel(alert.period.kind, alert.period.start)), ` · ${nameOf(alert.name)}`),
    el("span.numbers", {}, el("b", {}, number(alert.value, alert.unit)), ` ${unit}  ${over !== null && over > 0 ? ">" : "≤"} ${t("limit")} `, el("b", {}, plain(alert.limit, alert.unit))),
    el("span.foot", {}, statusChip(alert), alert.qualified ? el("span.chip.qualified", { title: alert.reasons.map(nameOf).join("; ") }, glyph("doubt", 11), t("qualified")) : null,
      alert.acknowledged ? el("span", {}, alert.acknowledged.by) : null, el("time", { datetime: alert.since }, `${t("since")} ${time(alert.since, false)}`)));
}

function draw() {
  byId("alert-tabs").replaceChildren(...["standing", "allAlerts"].map(tab => el("button",
    { type: "button", "aria-pressed": String(state.alertTab === tab), on: { click: () => { state.alertTab = tab; draw(); } } }, t(tab))));
  const all = [...state.alerts.values()].filter(alert => state.alertTab === "allAlerts" || alert.status !== "cleared")
    .sort((a, b) => ORDER[a.status] - ORDER[b.status] || b.since.localeCompare(a.since) || a.id.localeCompare(b.id));
  const focused = document.activeElement?.closest?.("#cards li")?.dataset.id;
  byId("cards").replaceChildren(...all.slice(0, MOST).map(alert =>
    el("li", { "data-id": alert.id }, cardOf(alert, known !== null && !known.has(alert.id)))));
  if (focused) [...byId("cards").children].find(item => item.dataset.id === focused)?.firstChild.focus();
  if (state.loaded) known = new Set(state.alerts.keys());
  byId("cards").hidden = all.length === 0 && state.loaded;
  byId("alerts-empty").hidden = all.length > 0 || !state.loaded;
  byId("alerts-empty").replaceChildren(glyph("within", 26), el("b", {}, t(state.alertTab === "standing" ? "noAlerts" : "noAlertsAll")), t("noAlertsHint"));
}
