import type { Verdict } from "../api";
import { listed } from "../parts/words";

const numbers = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const spelt = (n: number): string => numbers[n] ?? String(n);

/** All verdicts in one or two sentences: what most readers came for. */
export function tally(verdicts: Verdict[]): string {
  const n = (kind: Verdict["kind"]): number => verdicts.filter((v) => v.kind === kind).length;
  const parts = [
    [n("holds"), "holds", "hold"],
    [n("fails"), "fails", "fail"],
    [n("flat"), "makes no difference", "make no difference"],
    [n("mixed"), "is mixed", "are mixed"],
    [n("undecided"), "is undecided, because rival theories disagree", "are undecided, because rival theories disagree"],
    [n("not decided"), "could not be judged", "could not be judged"],
  ] as const;
  const said = parts.filter(([k]) => k > 0).map(([k, one, many]) => `${spelt(k)} ${k === 1 ? one : many}`);
  const total = spelt(verdicts.length);
  const first = `Of ${total} ${verdicts.length === 1 ? "claim" : "claims"}, ${listed(said)}.`;
  const on = new Map<string, number>();
  for (const v of verdicts) for (const d of v.depends_on) if (d.decides) on.set(d.id, (on.get(d.id) ?? 0) + 1);
  const [most] = [...on].sort((a, b) => b[1] - a[1]);
  if (!most || most[1] < 2) return first;
  return `${first} The theory on which most of them turn is ${most[0]}.`;
}
