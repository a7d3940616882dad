import { get } from "/shared/api.js";
import { el } from "/shared/dom.js";
import { time } from "/shared/format.js";
import { nameOf, t } from "/shared/i18n.js";
import { fact } from "/shared/verdict.js";
import { deviceHref, seconds } from "./devices.js";
import { panel, table } from "./pieces.js";
import { redriveBox } from "./redrive.js";
import { stateChip } from "./rejected.js";

/** One rejected batch: why, the message as it came, and what was redriven. */
export async function rejectionView(at) {
  const id = at.path[1];
  const one = await get(`/rejected/${encodeURIComponent(id)}`);
  return [el("div.bar.viewbar.tall", {},
    el("div.title", {}, el("h1", {}, t("batch"), " ", one.batch || one.id, " ", stateChip(one)[0]),
      el("span.sub", {}, el("a", { href: deviceHref(one) }, one.device), ` · ${nameOf(one.enterprise.name) || one.enterprise.code}`)),
    el("a.quiet", { href: "#/rejected" }, "‹ ", t("rejected"))),
  one.state === "open" ? redriveBox(`/rejected/${one.id}/redrive`, {}, t("redrive")) : null,
  el("div.columns.even", {},
    el("div.column", {},
      panel(t("batch"), { note: one.id }, el("dl.facts", {}, fact(t("received"), time(one.receivedAt)), fact(t("sent"), time(one.sentAt)), fact(t("clock"), seconds(one.clockOffsetMillis)),
        fact(t("protocol"), one.protocol), fact(t("topic"), one.topic), fact(t("accepted"), one.accepted), fact(t("refused"), one.refused), fact(t("remaining"), one.remaining))),
      one.redrives.length === 0 ? null : panel(t("redrives"), { id: "redrives" }, table([
        [t("redriveBy"), tried => tried.by], [t("received"), tried => time(tried.requestedAt ?? tried.doneAt), ".day"],
        [t("state"), tried => (tried.doneAt ? t("outcome", tried.accepted, tried.refusals.length) : t("waitingGateway"))],
      ], one.redrives)),
      panel(t("refusals"), { id: "refusals", style: ".short" }, refusals(one.refusals))),
    panel(t("payload"), { id: "payload", note: [t("payloadNote", one.payload.bytes), one.payload.compressed ? t("gzip") : ""].filter(Boolean).join(" · ") }, el("pre.payload", {}, pretty(one.payload))))];
}

const refusals = list => table([
  [t("place"), one => (one.index === null ? t("whole2") : one.index), ".num"], [t("meter"), one => one.meter],
  [t("reasons2"), one => t(`code.${one.code}`)], [t("message"), one => nameOf(one.message)],
], list.slice(0, 200));

/** JSON with its lines, anything else as it is. */
function pretty(payload) {
  try {
    return payload.encoding === "text" ? lines(payload.content) : payload.content;
  } catch {
    return payload.content;
  }
}

/** Broken into lines by its own braces, so that no number is written otherwise than it came. */
const lines = text => (JSON.parse(text) && text.length < 200_000 && !text.includes("\n") ? text.replaceAll("},{", "},\n  {").replace(":[{", ":[\n  {") : text);
