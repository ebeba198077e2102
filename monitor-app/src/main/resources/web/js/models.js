// The strip of models, those in trouble first; choosing one narrows the scores and alerts to it.

import { el, reconcile } from "./dom.js";
import { count, fullTime } from "./format.js";

const WORDS = { FIRING: "firing", PENDING: "pending", STEADY: "steady", WAITING: "waiting" };

/** Draws the models; `choose(name or null)` is called when the choice changes. */
export function showModels(host, models, chosen, choose) {
  const order = Object.keys(WORDS);
  reconcile(
    host,
    [...models].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
    (model) => model.model,
    () => card(choose),
  );
  for (const button of host.children) {
    button.setAttribute("aria-pressed", String(button.dataset.model === chosen));
  }
}

function card(choose) {
  const element = el("button", { type: "button", class: "model" });
  element.addEventListener("click", () => {
    choose(element.getAttribute("aria-pressed") === "true" ? null : element.dataset.model);
  });
  return {
    element,
    update(model) {
      element.dataset.model = model.model;
      element.className = `model state-${model.state}`;
      element.replaceChildren(
        el(
          "span",
          { class: "model-name" },
          el("span", { class: "dot" }),
          el("strong", {}, model.model),
          model.version === null ? null : el("span", { class: "version" }, `version ${model.version}`),
        ),
        el("span", { class: "model-state" }, stateText(model)),
        el("span", { class: "model-facts" }, factsText(model)),
      );
    },
  };
}

function stateText(model) {
  const open = [];
  if (model.firing > 0) {
    open.push(`${count(model.firing)} firing`);
  }
  if (model.pending > 0) {
    open.push(`${count(model.pending)} pending`);
  }
  return open.length > 0 ? open.join(", ") : WORDS[model.state];
}

function factsText(model) {
  if (model.latestWindowEndMs === null) {
    return "no window has closed yet";
  }
  const moved = model.moved > 0 ? `${count(model.moved)} of ${count(model.series)} moved` : `${count(model.series)} scores`;
  return `${moved} · judged up to ${fullTime(model.latestWindowEndMs)}`;
}
