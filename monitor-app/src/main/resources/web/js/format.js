// Numbers and times as people read them. All times are event times in UTC.

const whole = new Intl.NumberFormat("en");
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const parts = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", hour12: false, ...options });
const short = parts({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const long = parts({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });

const isNumber = (value) => typeof value === "number" && Number.isFinite(value);

/** Three significant digits; a dash for what is not there. */
export function decimal(value) {
  if (!isNumber(value)) {
    return "–";
  }
  if (value === 0) {
    return "0";
  }
  const size = Math.abs(value);
  return size < 1e-4 || size >= 1e6 ? value.toExponential(1) : String(Number(value.toPrecision(3)));
}

/** All digits. */
export function count(value) {
  return isNumber(value) ? whole.format(value) : "–";
}

export function shortCount(value) {
  return isNumber(value) ? (value < 10_000 ? whole.format(value) : compact.format(value).replace("K", "k")) : "–";
}

export function percent(share) {
  if (!isNumber(share)) {
    return "–";
  }
  return `${share > 0 && share < 0.001 ? "<0.1" : Number((100 * share).toFixed(1))}%`;
}

/** How many times the threshold. */
export function times(ratio) {
  return isNumber(ratio) ? `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1)}×` : "";
}

export function time(ms) {
  return isNumber(ms) ? short.format(ms) : "–";
}

export function fullTime(ms) {
  return isNumber(ms) ? `${long.format(ms)} UTC` : "–";
}

/** The largest two units: `2 d 4 h`, `35 min`. */
export function duration(ms) {
  if (!isNumber(ms) || ms < 0) {
    return "–";
  }
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  if (days > 0) {
    return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  }
  if (hours > 0) {
    return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  }
  return minutes > 0 ? `${minutes} min` : `${Math.round(ms / 1000)} s`;
}

const VERDICTS = {
  STEADY: "Steady",
  MOVED: "Moved",
  NOT_ENOUGH_DATA: "Not enough data",
  UNDETECTABLE: "Undetectable",
};

/** A word of ours in lower case with spaces; one we do not know as it comes. */
export function verdict(word) {
  return VERDICTS[word] ?? word;
}
