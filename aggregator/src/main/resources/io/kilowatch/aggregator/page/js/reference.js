import { el } from "/shared/dom.js";
import { t } from "/shared/i18n.js";
import { tabs } from "./pieces.js";
import { carriersPage, gradesPage, inputsPage, pricesPage, rulesPage } from "./lists.js";
import { quotaPage, quotasPage } from "./quotas.js";
import { href } from "./router.js";

const PAGES = { quotas: quotasPage, factors: carriersPage, prices: pricesPage, grades: gradesPage, "dual-control": rulesPage, inputs: inputsPage };

/** What figures are computed with and judged by, each row with its source. */
export async function referenceView(at) {
  const name = at.path[1] in PAGES ? at.path[1] : "quotas";
  const content = name === "quotas" && at.path[2] ? await quotaPage(at) : await PAGES[name](at);
  return [el("div.bar.viewbar", {}, el("h1", {}, t("reference")),
    tabs(Object.keys(PAGES).map(each => [each, href(`/reference/${each}`), t(`ref.${each}`)]), name, t("reference"))), content];
}
