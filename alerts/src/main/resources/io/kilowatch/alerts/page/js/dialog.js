import { statusChip } from "./alerts.js";
import { get, post } from "/shared/api.js";
import { bullet } from "/shared/bullet.js";
import { byId, el } from "/shared/dom.js";
import { openDrawer } from "./drawer.js";
import { number, periodLabel, plain, share, signedPercent, time, unitText } from "/shared/format.js";
import { nameOf, onLanguage, t } from "/shared/i18n.js";
import { judgementDetails } from "/shared/judgement.js";
import { fact, quotaBox, reasonsBox } from "/shared/verdict.js";
import { changed, on, state } from "./state.js";

const NAME = "kilowatch.inspector";
const WORD = { cleared: "clearedEvent", qualified: "qualifiedEvent" };
let shown = null;

export function startSheet() {
  const sheet = byId("sheet");
  sheet.addEventListener("close", () => { shown = null; });
  sheet.addEventListener("click", event => { if (event.target === sheet) sheet.close(); });
  onLanguage(() => shown && draw());
  on("sheet", () => shown && !sheet.contains(document.activeElement?.closest?.("form")) && read(shown.id));
}

export async function openSheet(id) {
  byId("sheet").replaceChildren(head(null));
  if (!byId("sheet").open) byId("sheet").showModal();
  await read(id);
}

async function read(id) {
  try {
    shown = await get(`/alerts/${id}`);
    draw();
  } catch (error) {
    byId("sheet").replaceChildren(head(null), el("div.empty", {}, t("loadFailed", error.message)));
  }
}

function head(alert) {
  return el("header.dhead", {},
    el("div", {}, el("h2", { id: "sheet-title" }, alert ? nameOf(alert.enterpriseName) || alert.enterprise : "…"),
      alert ? el("span.sub", {}, `${nameOf(alert.name)} · ${periodLabel(alert.period.kind, alert.period.start)} `) : null),
    alert ? statusChip(alert) : null,
    el("button.close", { type: "button", "aria-label": t("close"), on: { click: () => byId("sheet").close() } }, "×"));
}

function draw() {
  const alert = shown;
  const unit = unitText(alert.unit);
  const over = alert.overshootPercent === null ? null : Number(alert.overshootPercent);
  const above = fact(t("overshoot"), signedPercent(over));
  above.lastChild.classList.add(over > 0 ? "exceeds" : "within");
  byId("sheet").replaceChildren(head(alert), el("div.dbody", {},
    el("section.section", {}, el("h3", {}, t("figures")),
      alert.verdict?.limit ? bullet(alert.verdict, true) : null,
      el("dl.facts", {},
        fact(t("value"), `${number(alert.value, alert.unit)} ${unit}`), fact(t("limit"), `${plain(alert.limit, alert.unit)} ${unit}`), above,
        fact(t("peak"), number(alert.peak, alert.unit)), fact(t("completeness"), share(alert.completeness)),
        fact(t("asOf"), time(alert.asOf)), fact(t("openedAt"), time(alert.openedAt))),
      alert.qualified ? reasonsBox(alert.reasons, t("reserve"), ".warn") : null,
      alert.verdict ? judgementDetails(alert.verdict) : null,
      quotaBox(alert.verdict)),
    evidence(alert),
    alert.status === "cleared" ? null : form(alert),
    el("section.section", {}, el("h3", {}, t("history")), timeline(alert)),
    el("section.section", {}, el("button.quiet", { type: "button", on: { click: () => { byId("sheet").close(); openDrawer(alert.enterprise); } } }, t("openEnterprise")))));
}

/** Where the figure comes from: to read, and to keep and verify. */
function evidence(alert) {
  if (!alert.evidence) return null;
  const link = (href, word) => el("a", { href, target: "_blank", rel: "noopener noreferrer" }, t(word));
  return el("section.section.evidence", {}, el("h3", {}, t("evidence")),
    el("p.links", {}, link(alert.evidence, "evidenceShow"), link(`${alert.evidence}.zip`, "evidenceZip")),
    el("p.nothing", {}, t("evidenceHint")));
}

function timeline(alert) {
  return el("ol.timeline", {}, [...alert.history].reverse().map(entry => el(`li.${entry.transition}`, {},
    el("div.when", {}, el("b", {}, entry.transition === "acknowledged" ? t("acknowledgedBy", entry.actor) : t(WORD[entry.transition] ?? entry.transition)),
      el("time", { datetime: entry.at }, time(entry.at))),
    el("p", {}, `${number(entry.value, alert.unit)} ${unitText(alert.unit)}`
      + (entry.overshootPercent === null ? "" : ` (${signedPercent(Number(entry.overshootPercent))})`)
      + ` · ${t("limit")} ${plain(entry.limit, alert.unit)} · ${t("completeness")} ${share(entry.completeness)} · ${t("dataTo", time(entry.asOf))}`),
    entry.reasons.length > 0 ? el("p", {}, entry.reasons.map(nameOf).join("; ")) : null,
    entry.note ? el("p.said", {}, entry.note) : null)));
}

function form(alert) {
  const by = el("input", { name: "by", maxlength: 80, autocomplete: "name", required: true, value: localStorage.getItem(NAME) ?? "" });
  const note = el("textarea", { name: "note", maxlength: 2000 });
  const fault = el("span.fault", { role: "alert" });
  const send = el("button.primary", { type: "submit" }, alert.status === "open" ? t("send") : t("again"));
  return el("section.section", {}, el("h3", {}, t("acknowledge")),
    el("form.form", { novalidate: true, on: { submit: event => { event.preventDefault(); submit(alert, by, note, send, fault); } } },
      el("label", {}, t("yourName"), by), el("label", {}, t("note"), note), el("div.send", {}, send, fault)));
}

async function submit(alert, by, note, send, fault) {
  if (!by.value.trim()) {
    fault.textContent = t("nameMissing");
    by.focus();
    return;
  }
  send.disabled = true;
  try {
    localStorage.setItem(NAME, by.value.trim());
    const updated = await post(`/alerts/${alert.id}/acknowledge`, { by: by.value, note: note.value });
    state.alerts.set(updated.id, updated);
    changed("alerts", "refresh");
    await read(alert.id);
  } catch (error) {
    fault.textContent = t("failed", error.message);
    send.disabled = false;
  }
}
