// Numbers as the program's own pages write them (internal/report/number.go):
// digits follow the Monte Carlo error, thousands are grouped, minus is a minus.
import type { Share, Summary } from "../api";

/** Stands where there is no number. */
export const none = "–";

const mostDigits = 3;
const mostPlace = 14;
const leastPlace = -6;

function magnitude(x: number): number {
  return Number(Math.abs(x).toExponential().split("e")[1] ?? 0);
}

function place(value: number, se: number): number {
  let p = value === 0 ? 0 : magnitude(value) - mostDigits + 1;
  if (se > 0 && Number.isFinite(se)) {
    const e = magnitude(se);
    if (value === 0) return e;
    p = Math.max(p, e);
  }
  return p;
}

/** toFixed, with exact halves going to the even digit as the command line has them. */
function fixed(x: number, decimals: number): string {
  const power = 10 ** decimals;
  const scaled = Math.abs(x) * power;
  const floor = Math.floor(scaled);
  if (scaled - floor === 0.5 && scaled / power === Math.abs(x)) {
    const even = floor % 2 === 0 ? floor : floor + 1;
    return (Math.sign(x) * (even / power)).toFixed(decimals);
  }
  return x.toFixed(decimals);
}

function tidy(text: string): string {
  const negative = text.startsWith("-");
  const digits = negative ? text.slice(1) : text;
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction === undefined ? "" : "." + fraction);
  return negative && /[1-9]/.test(digits) ? "−" + grouped : grouped;
}

function at(value: number, power: number): string {
  if (value !== 0 && (magnitude(value) > mostPlace || power < leastPlace)) {
    const [mantissa = "", exponent = ""] = value.toExponential(1).split("e");
    const e = exponent.replace(/^([+-])(\d)$/, "$10$2");
    return (mantissa + "e" + e).replaceAll("-", "−");
  }
  if (power > mostPlace) return "0";
  if (power <= 0) return tidy(fixed(value, -power));
  const unit = 10 ** power;
  return tidy((Math.sign(value) * Math.round(Math.abs(value) / unit) * unit).toFixed(0));
}

/** A value whose digits follow its standard error (0: not known). */
export function num(value: number | null | undefined, se = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return none;
  return at(value, place(value, se));
}

/** A number that somebody stated: to three digits, without zeros that would claim more. */
export function exact(value: number | null | undefined): string {
  const text = num(value, 0);
  return text.includes(".") && !text.includes("e") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}

/** num with a plus sign above zero. */
export function signed(value: number | null | undefined, se = 0): string {
  const text = num(value, se);
  return typeof value === "number" && value > 0 && /[1-9]/.test(text) ? "+" + text : text;
}

/** A whole number with its thousands grouped. */
export function count(n: number): string {
  return tidy(String(Math.round(n)));
}

export function counted(n: number, one: string, many = one + "s"): string {
  return n === 1 ? "1 " + one : count(n) + " " + many;
}

/** How values of a unit are shown: multiplied by, and with what name. */
export function scaleOf(unit: string): { factor: number; name: string } {
  if (unit === "probability" || unit.startsWith("share")) return { factor: 100, name: "%" };
  return { factor: 1, name: unit };
}

/** How differences of a unit are shown. */
export function changeOf(unit: string): { factor: number; name: string } {
  const { factor, name } = scaleOf(unit);
  if (name === "%") return { factor, name: "points" };
  if (name === "level") return { factor, name: "of the opening level" };
  return { factor, name };
}

function errorOf(m: Summary, ofMean: number): number {
  return m.kept < 1 ? 0 : m.se * ofMean * Math.sqrt(m.n / m.kept);
}

/** Standard error of the median, as if the values were normal: enough for digits. */
export const medianError = (m: Summary): number => errorOf(m, 1.2533141373155003);
const bandError = (m: Summary): number => errorOf(m, 2.1133);

/** A summary's median in its unit, without the unit's name. */
export function median(m: Summary | null | undefined, unit: string): string {
  if (!m) return none;
  const { factor } = scaleOf(unit);
  return num(factor * m.median, factor * medianError(m));
}

/** Joins two numbers; a dash beside a minus sign would be misread. */
export function span(low: string, high: string): string {
  return /[−e]/.test(low + high) ? `${low} to ${high}` : `${low}–${high}`;
}

/** A summary's 90 % band: "3–38" or "−3 to 60". */
export function band(m: Summary | null | undefined, unit: string): string {
  if (!m) return "";
  const { factor } = scaleOf(unit);
  const se = factor * bandError(m);
  return span(num(factor * m.low, se), num(factor * m.high, se));
}

/** An effect: "+12 bn USD (90 %: −3 to 60)". */
export function size(m: Summary | null | undefined, unit: string): string {
  if (!m) return none;
  const { factor, name } = changeOf(unit);
  const after = name === "" ? "" : " " + name;
  return `${signed(factor * m.median, factor * medianError(m))}${after} (90 %: ${band(m, unit)})`;
}

function percentOf(share: number, decimals: number): string {
  if (!Number.isFinite(share)) return none;
  const text = tidy(fixed(100 * share, decimals));
  return decimals > 0 && Number(text) === 0 ? "0" : text;
}

/** A share in hundredths with its interval: "78 %, 77–79". */
export function percent(s: Share): string {
  const decimals = (s.high - s.low) / 2 < 0.002 ? 1 : 0;
  const [low, high] = [percentOf(s.low, decimals), percentOf(s.high, decimals)];
  const share = percentOf(s.share, decimals) + " %";
  return low === high ? share : `${share}, ${low}–${high}`;
}

function signedAt(value: number, power: number): string {
  const text = at(value, power);
  if (!/[1-9]/.test(text)) return "0";
  return value > 0 ? "+" + text : text;
}

/** A signed value and its standard error, to the same place: "+1.2 ± 0.3". */
export function withError(value: number, se: number): string {
  if (!Number.isFinite(value)) return none;
  if (!(se > 0) || !Number.isFinite(se)) return signedAt(value, Math.max(place(value, 0), leastPlace - 1));
  const first = magnitude(se);
  const power = Math.max(se.toExponential(1).startsWith("1") ? first - 1 : first, leastPlace - 1);
  const error = at(se, power);
  return signedAt(value, power) + (/[1-9]/.test(error) ? ` ± ${error}` : "");
}

/** A part of a whole: "6 %", "under 1 %". */
export function parted(share: number): string {
  if (share > 0 && share < 0.01) return "under 1 %";
  return `${Math.round(100 * share)} %`;
}

/** A share as a natural frequency: "78 of 100 worlds". */
export function ofHundred(share: number): string {
  if (share > 0 && share < 0.005) return "fewer than 1 of 100 worlds";
  if (share < 1 && share > 0.995) return "over 99 of 100 worlds";
  return `${Math.round(100 * share)} of 100 worlds`;
}
