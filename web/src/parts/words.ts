// Verdicts and measures in words, as the command line says them (internal/report).
import type { Kind, Level, Share, Shares, TestVerdict, Verdict, World } from "../api";
import { percent, size } from "./number";

/** What a measure is called: "a new war, Taiwan Strait". */
export function measureLabel(w: World | null, name: string): string {
  return w?.measures.find((m) => m.name === name)?.label ?? name;
}

export const afterComma = (text: string): string => text.slice(text.lastIndexOf(", ") + 1).trim();

export function scenarioTitle(w: World | null, id: string): string {
  return w?.scenarios.find((s) => s.id === id)?.title || id;
}

/** "in most worlds": a share in the words of the published scale. */
export function shareWords(scale: Level[], share: number): string {
  return (scale.find((l) => share >= l.from) ?? scale.at(-1))?.words ?? "";
}

const bracketed = (s: Share): string => {
  const [share, interval] = percent(s).split(", ");
  return interval ? `${share} (${interval})` : (share ?? "");
};

export interface Said {
  strong: string; // "undecided", "holds", "makes no difference"
  rest: string;
}

/** The verdict in words and shares: undecided, "depends on …: over all rivals it …". */
export function said(v: Verdict, scale: Level[]): Said {
  if (v.kind === "not decided") return { strong: "not decided", rest: v.reason ?? "" };
  const lean = leaning(v.lean, v.words, v.shares, scale);
  if (v.kind === "undecided") {
    const on = v.depends_on.filter((d) => d.decides).map((d) => d.id);
    return { strong: "undecided", rest: `depends on ${listed(on)}: over all rivals it ${lean}` };
  }
  if (v.kind === "mixed") return { strong: "mixed", rest: lean };
  const strong = v.kind === "flat" ? "makes no difference" : v.kind;
  return { strong, rest: lean.replace(strong, "").trim() };
}

function leaning(kind: Kind, words: string, shares: Shares | null, scale: Level[]): string {
  if (!shares) return "could not be judged";
  switch (kind) {
    case "holds":
      return `holds ${words} (${percent(shares.holds)})`;
    case "fails":
      return `fails ${words} (${percent(shares.fails)})`;
    case "flat":
      return `makes no difference ${words} (${percent(shares.flat)})`;
    default:
      return `holds ${shareWords(scale, shares.holds.share)} (${percent(shares.holds)}), fails in ${bracketed(shares.fails)}`;
  }
}

/** "reputation, safety and precedent". */
export function listed(items: string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

export const turnsWithReference = (v: Verdict): boolean => v.depends_on.some((d) => d.on === "reference" && !d.decides);

/** The sizes of what was tested, named where there are several. */
export function sizes(w: World | null, v: Verdict): { name: string; text: string }[] {
  return v.tests
    .filter((t) => t.size)
    .map((t) => ({ name: v.tests.length > 1 ? testName(w, v.tests, t) : "", text: size(t.size, t.unit) }));
}

export function testName(w: World | null, tests: TestVerdict[], t: TestVerdict): string {
  const name = afterComma(measureLabel(w, t.measure));
  for (const other of tests) {
    if (other === t) continue;
    if (other.measure === t.measure) return scenarioTitle(w, t.under);
    if (afterComma(measureLabel(w, other.measure)) === name) return measureLabel(w, t.measure);
  }
  return name;
}

/** What a test compares, as a sentence. */
export function testSentence(w: World | null, t: TestVerdict): string {
  const expects = { higher: "higher", lower: "lower", within: "within the margin" }[t.expect];
  const without = t.without?.length ? ` without ${listed(t.without)}` : "";
  const against =
    t.against === undefined ? (t.value === null ? "" : `than ${t.value}`) : `against “${scenarioTitle(w, t.against)}”${without}`;
  const by = w?.times[t.at];
  return `Expected ${expects} under “${scenarioTitle(w, t.under)}” ${against}: ${measureLabel(w, t.measure)}${by ? `, by ${by}` : ""}.`;
}
