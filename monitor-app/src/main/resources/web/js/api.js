// The API, polled. An answer that has not changed costs a 304 and is not drawn again.

const answers = new Map();

/** `{ data, changed }`; throws when the server cannot be reached or refuses. */
export async function fetchJson(path) {
  const known = answers.get(path);
  const response = await fetch(path, {
    cache: "no-store",
    headers: known?.tag ? { "If-None-Match": known.tag } : {},
  });
  if (response.status === 304) {
    return { data: known.data, changed: false };
  }
  if (!response.ok) {
    throw new Error(`${path} answered ${response.status}`);
  }
  const data = await response.json();
  answers.set(path, { tag: response.headers.get("ETag"), data });
  return { data, changed: true };
}

/** Whether the service does its work, and if not why; readiness answers 503 with the reasons in it. */
export async function fetchReadiness() {
  const response = await fetch("readyz", { cache: "no-store" });
  return response.json();
}

/** All points of the series that a score belongs to. Not kept: only open details ask. */
export async function fetchSeries(score) {
  const query = new URLSearchParams({
    model: score.model,
    source: score.source,
    slice: score.slice,
    check: score.check,
    metric: score.metric,
    windows: score.windows,
  });
  if (score.feature !== null) {
    query.set("feature", score.feature);
  }
  const response = await fetch(`api/v1/scores/series?${query}`, { cache: "no-store" });
  if (!response.ok) {
    throw new Error(`the series answered ${response.status}`);
  }
  return (await response.json()).points;
}
