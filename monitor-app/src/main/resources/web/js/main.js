// Polls the service and draws what has changed.

import { showAccounting } from "./accounting.js";
import { showAlerts, showHistory } from "./alerts.js";
import { fetchJson, fetchReadiness } from "./api.js";
import { showModels } from "./models.js";
import { featureName, showScores } from "./scores.js";

const POLL_MS = 2_000;

const at = (id) => document.getElementById(id);
const state = { models: [], scores: [], alerts: [], transitions: [], model: null };

async function poll() {
  const [readiness, models, scores, alerts, accounting] = await Promise.all([
    fetchReadiness(),
    fetchJson("api/v1/models"),
    fetchJson("api/v1/scores?limit=1000&recent=48"),
    fetchJson("api/v1/alerts?limit=200"),
    fetchJson("api/v1/accounting"),
  ]);
  showReadiness(readiness);
  showAccounting(at("equation"), at("accounting-rows"), accounting.data.rows);
  if (models.changed || scores.changed || alerts.changed) {
    Object.assign(state, models.data, scores.data, alerts.data);
    draw();
  }
}

function draw() {
  const ofModel = (row) => state.model === null || row.model === state.model;
  showModels(at("models"), state.models, state.model, (model) => {
    state.model = model;
    draw();
  });
  drawScores();
  const alerts = state.alerts.filter(ofModel);
  showAlerts(at("alert-groups"), alerts);
  showHistory(at("history-rows"), state.transitions.filter(ofModel));
  at("history").hidden = state.transitions.length === 0;
  const firing = alerts.filter((alert) => alert.state === "FIRING").length;
  document.title = firing > 0 ? `(${firing}) Streamgauge` : "Streamgauge";
}

function drawScores() {
  const words = at("filter").value.trim().toLowerCase();
  const onlyMoved = at("only-moved").checked;
  const accepts = (score) =>
    (state.model === null || score.model === state.model) &&
    (!onlyMoved || score.verdict === "MOVED") &&
    (words === "" || `${featureName(score)} ${score.source} ${score.slice} ${score.metric}`.toLowerCase().includes(words));
  const scores = state.scores.filter((series) => accepts(series.latest));
  showScores(at("score-rows"), scores);
  const shown = scores.length;
  const all = state.scores.length;
  at("scores-count").textContent = all === 0 ? "" : shown === all ? String(all) : `${shown} of ${all}`;
  at("score-table").hidden = shown === 0;
  at("scores-empty").hidden = shown > 0;
  at("scores-empty").textContent =
    all === 0
      ? "No window has closed yet. Scores appear as soon as event time has passed the end of the first one."
      : onlyMoved && words === ""
        ? "Nothing has moved."
        : "No score matches.";
}

function showReadiness({ problems }) {
  const ready = problems.length === 0;
  showStatus(ready ? "ready" : "failing", ready ? "Ready" : problems.map((problem) => problem.detail).join("; "));
}

function showStatus(word, text) {
  const status = at("status");
  status.className = `status status-${word}`;
  const line = status.querySelector(".status-text");
  // Only a change: a status that is set again is read aloud again.
  if (line.textContent !== text) {
    line.textContent = text;
    line.title = text;
  }
}

async function run() {
  if (!document.hidden) {
    try {
      await poll();
      document.body.classList.remove("stale");
    } catch {
      showStatus("failing", "No answer from the service; what you see is old");
      document.body.classList.add("stale");
    }
  }
  setTimeout(run, POLL_MS);
}

at("filter").addEventListener("input", drawScores);
at("only-moved").addEventListener("change", drawScores);
document.addEventListener("scoreschange", drawScores);
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.matches("input, textarea, select")) {
    at("filter").focus();
    event.preventDefault();
  }
});
run();
