import "/shared/words.js";
import "./words.js";
import "./terms.js";
import "./devicewords.js";
import { byId, el } from "/shared/dom.js";
import { onLanguage, t } from "/shared/i18n.js";
import { startSettings } from "/shared/settings.js";
import { budgetView } from "./budget.js";
import { deviceView } from "./device.js";
import { devicesView } from "./devices.js";
import { enterpriseView } from "./enterprise.js";
import { indicatorsView } from "./indicators.js";
import { overviewView } from "./overview.js";
import { referenceView } from "./reference.js";
import { rejectedView } from "./rejected.js";
import { rejectionView } from "./rejection.js";
import { reportsView } from "./reports.js";
import { href, route, start } from "./router.js";

const DESK = "kilowatch.desk";
const VIEWS = [["overview", "/"], ["indicators", "/indicators"], ["reference", "/reference/quotas"], ["reports", "/reports"], ["devices", "/devices"]];
let turn = 0;

function viewOf(at) {
  const [first, second, third] = at.path;
  if (!first) return ["overview", overviewView];
  if (first === "indicators") return ["indicators", indicatorsView];
  if (first === "enterprises") return ["indicators", third === "budget" ? budgetView : enterpriseView];
  if (first === "reference") return ["reference", referenceView];
  if (first === "devices") return ["devices", third ? deviceView : devicesView];
  if (first === "rejected") return ["devices", second ? rejectionView : rejectedView];
  if (first === "reports") return ["reports", reportsView];
  return ["", () => el("div.empty", {}, el("b", {}, t("nothingHere")), el("a", { href: "#/" }, t("overview")))];
}

/** Shows the view that the address names; what was shown stays until the new one is there. */
async function show(moved = true) {
  const mine = ++turn;
  const at = route();
  const [name, view] = viewOf(at);
  const main = byId("view");
  main.setAttribute("aria-busy", "true");
  if (!main.hasChildNodes()) main.append(el("div.empty", {}, t("loading")));
  drawViews(name, at);
  let node;
  try {
    node = await view(at);
  } catch (error) {
    node = el("div.empty.fault", { role: "alert" }, el("b", {}, t("loadFailed", error.message)),
      el("button.quiet", { type: "button", on: { click: () => show() } }, t("retry")));
  }
  if (mine !== turn) return;
  const focused = moved ? null : document.activeElement?.id;
  main.replaceChildren(...[node].flat(Infinity).filter(Boolean));
  main.removeAttribute("aria-busy");
  main.dataset.view = name;
  if (focused) byId(focused)?.focus();
}

function drawViews(chosen, at) {
  const kept = { period: at.query.period, at: at.query.at };
  byId("views").replaceChildren(...VIEWS.map(([name, path]) => el("a",
    { href: href(path, name === "reference" || name === "devices" ? {} : kept), "aria-current": name === chosen ? "page" : null }, t(name))));
}

/** The way back to the inspector's desk, which said where it is; only one on the same host is believed. */
function drawDesk() {
  const asked = new URLSearchParams(location.search).get("desk");
  if (asked) sessionStorage.setItem(DESK, asked);
  const kept = sessionStorage.getItem(DESK);
  if (!kept || !URL.canParse(kept)) return;
  const desk = new URL(kept);
  if (!["http:", "https:"].includes(desk.protocol) || desk.hostname !== location.hostname) return;
  byId("desk").href = `${desk.origin}/`;
  byId("desk").hidden = false;
}

startSettings();
drawDesk();
byId("skip").addEventListener("click", event => { event.preventDefault(); byId("view").focus(); });
onLanguage(() => show(false));
start(show);
