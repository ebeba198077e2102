// Alerts by state, each with its evidence, and the history of transitions.

import { el, reconcile } from "./dom.js";
import { count, decimal, duration, fullTime, time, times, verdict } from "./format.js";
import { contributors, evidence, facts, stateChip } from "./marks.js";
import { featureName } from "./scores.js";

const GROUPS = [
  { state: "FIRING", title: "Firing", none: "Nothing is firing." },
  { state: "PENDING", title: "Pending" },
  { state: "RESOLVED", title: "Resolved" },
];

export function showAlerts(host, alerts) {
  const groups = GROUPS.map((group) => ({
    ...group,
    alerts: alerts.filter((alert) => (isKnown(alert) ? alert.state : "PENDING") === group.state),
  })).filter((group) => group.alerts.length > 0 || group.none);
  reconcile(host, groups, (group) => group.state, alertGroup);
}

export function showHistory(list, transitions) {
  list.replaceChildren(
    ...transitions.map((alert) =>
      el(
        "li",
        {},
        el("time", { title: fullTime(alert.windowEndMs) }, time(alert.windowEndMs)),
        stateChip(alert.state),
        el("span", {}, `${featureName(alert)} · ${alert.kind}`),
      ),
    ),
  );
}

/** A state that this page does not know is shown, not hidden. */
function isKnown(alert) {
  return GROUPS.some((group) => group.state === alert.state);
}

function alertGroup() {
  const title = el("h3", {});
  const list = el("ul", { class: "alert-list" });
  const none = el("p", { class: "empty" });
  return {
    element: el("div", { class: "alert-group" }, title, list, none),
    update(group) {
      title.textContent = group.alerts.length > 0 ? `${group.title} ${count(group.alerts.length)}` : group.title;
      none.textContent = group.none ?? "";
      none.hidden = group.alerts.length > 0 || !group.none;
      reconcile(list, group.alerts, (alert) => alert.fingerprint, alertCard);
    },
  };
}

function alertCard() {
  const summary = el("summary", {});
  const inside = el("div", { class: "alert-evidence" });
  const element = el("li", {}, el("details", {}, summary, inside));
  let drawn = null;
  return {
    element,
    update(alert) {
      const state = JSON.stringify(alert);
      if (state === drawn) {
        return;
      }
      drawn = state;
      element.className = `alert state-${alert.state}`;
      summary.replaceChildren(...headline(alert));
      inside.replaceChildren(...evidenceOf(alert));
    },
  };
}

function headline(alert) {
  return [
    el(
      "span",
      { class: "alert-head" },
      el("span", { class: "dot" }),
      el("strong", {}, featureName(alert)),
      el("span", { class: "alert-kind" }, alert.kind),
      alert.severity === "critical" && alert.state !== "RESOLVED" ? el("span", { class: "critical" }, "critical") : null,
    ),
    el("span", { class: "alert-message" }, alert.message),
    el("span", { class: "alert-since", title: `first window from ${fullTime(alert.episodeStartMs)}` }, `${alert.model} · ${since(alert)}`),
  ];
}

/** In event time. */
function since(alert) {
  const lasted = duration(alert.windowEndMs - alert.episodeStartMs);
  const start = time(alert.episodeStartMs);
  return alert.state === "RESOLVED" ? `${start} for ${lasted}` : `since ${start} · ${lasted}`;
}

function evidenceOf(alert) {
  const ratio = alert.threshold > 0 ? ` (${times(alert.value / alert.threshold)})` : "";
  return [
    verdictStrip(alert.verdictHistory),
    alert.contributors.length > 0 ? contributors(alert.contributors) : null,
    facts([
      ["window", `${time(alert.windowStartMs)} – ${time(alert.windowEndMs)}`],
      ["score", `${decimal(alert.value)} of ${decimal(alert.threshold)}${ratio}`],
      ["p-value", decimal(alert.pValue)],
      ["n", `${count(alert.n)}, reference ${count(alert.nReference)}`],
      ["metric", `${alert.check} ${alert.metric}, ${alert.convention}`],
      ["slice", alert.slice === "all" ? null : alert.slice],
      ["model", `${alert.model}, version ${alert.version}`],
      ["baseline", alert.baselineId],
      ["config", alert.configHash],
      ["incident", alert.incidentId],
      ["id", alert.id],
    ]),
    evidence(alert.evidence),
  ].filter((part) => part !== null);
}

/** One square for each window, oldest first. */
function verdictStrip(history) {
  if (history.length === 0) {
    return null;
  }
  const words = history.map(verdict);
  return el(
    "p",
    { class: "strip" },
    el("span", { class: "strip-name" }, "verdicts"),
    el(
      "span",
      { role: "img", "aria-label": `oldest first: ${words.join(", ")}` },
      ...history.map((word) => el("span", { class: `square verdict-${word}`, title: verdict(word) })),
    ),
  );
}
