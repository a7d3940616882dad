import { get } from "/shared/api.js";
import { el, segments } from "/shared/dom.js";
import { time } from "/shared/format.js";
import { t } from "/shared/i18n.js";
import { deviceBar, deviceHref, foot } from "./devices.js";
import { enterpriseLink, files, table } from "./pieces.js";
import { redriveBox } from "./redrive.js";
import { change, href } from "./router.js";

const PAGE = 100;
const CODES = ["unknown-meter", "not-your-meter", "bad-time", "too-far-in-future", "bad-number", "out-of-range", "wrong-kind", "too-many", "malformed", "too-large", "not-your-topic", "bad-code", "wrong-period", "marked-invalid", "not-your-enterprise", "unknown-device"];

/** What was rejected, newest first. */
export async function rejectedView(at) {
  const { enterprise, device, code, state = "open", from } = at.query;
  const values = { enterprise, device, code, state: state === "all" ? "" : state };
  const list = await get("/rejected", { ...values, limit: PAGE, cursor: from });
  const open = list.items.some(one => one.state === "open");
  return [deviceBar(at, "rejected", files("/rejected", values), [
    enterprise ? el("a.quiet", { href: href("/rejected", { state }) }, `${enterprise}${device ? ` / ${device}` : ""} ✕`) : null,
    el("select", { id: "code", "aria-label": t("reasons2"), on: { change: event => change(at, { code: event.target.value, from: "" }) } },
      el("option", { value: "" }, t("anyReason")), CODES.map(word => el("option", { value: word, selected: word === code }, t(`code.${word}`)))),
    segments(["open", "redriven", "all"].map(word => [word, t(`state.${word}`)]), state, value => change(at, { state: value, from: "" }), { "aria-label": t("state") })]),
  open && (enterprise || code) ? redriveBox("/rejected/redrive", { enterprise, device, code, state: "open" }, t("redriveAll")) : null,
  el("section.panel", {}, list.items.length === 0 ? el("div.empty", {}, el("b", {}, t("noRejected")), t("noRejectedHint")) : el("div.scrollx", {}, table([
    [t("received"), one => [el("a.who", { href: href(`/rejected/${one.id}`), "data-id": one.id }, time(one.receivedAt)), el("span.sub", {}, one.id)]],
    [t("device"), one => [el("a", { href: deviceHref(one) }, one.device), el("span.sub", {}, enterpriseLink({ ...one.enterprise, name: one.enterprise.name ?? {} }))]],
    [t("batch"), one => [one.batch || "—", el("span.sub", {}, one.protocol)]],
    [t("reasons2"), one => one.codes.map(word => el("span.chip.concern", {}, t(`code.${word}`)))],
    [t("accepted"), one => one.accepted, ".num"], [t("refused"), one => one.refused, ".num"],
    [t("remaining"), one => el(one.remaining > 0 ? "b.alarm" : "span", {}, one.remaining), ".num"],
    [t("state"), one => stateChip(one)],
  ], list.items)), foot(at, list))];
}

export const stateChip = one => [el(`span.chip.${one.state === "open" ? "open" : "cleared"}`, {}, t(`state.${one.state}`)),
  one.redrivenAt ? el("span.sub", {}, `${one.redrivenBy} · ${time(one.redrivenAt)}`) : null];
