// What a factor is called in words, as the command line calls it: "stock of land forces, Russia".
import type { World } from "../api";

const plain = (parts: string[]): string => parts.join(" ").replace(/[-_]/g, " ");

/** The theory a factor chooses the rival of, or nothing where it is a number. */
export function theoryOf(factor: string): string | null {
  const [kind, id, ...rest] = factor.split(".");
  return kind === "theory" && id !== undefined && rest.length === 0 ? id : null;
}

const labels = new WeakMap<World, Map<string, string>>();

// By name, looked up often: hundreds of rows ask for theirs.
function labelsOf(w: World | null): Map<string, string> {
  if (!w) return new Map();
  let map = labels.get(w);
  if (!map) labels.set(w, (map = new Map(w.factors.flatMap((f) => (f.label ? [[f.name, f.label]] : [])))));
  return map;
}

export function factorWords(w: World | null, factor: string): string {
  const known = labelsOf(w).get(factor);
  if (known) return known;
  const parts = factor.split(".");
  const [kind = "", id = "", ...rest] = parts;
  if (parts.length < 2) return factor;
  if (kind === "theory" && rest.length === 0) return `the theory of ${plain([id])}`;
  if (kind === "theory" && rest[0] === "rival" && rest.length > 2)
    return `${plain(rest.slice(-1))}, if ${rest[1]} is right about ${plain([id])}`;
  if (kind === "quantity") return plain(parts.slice(1));
  if (parts.length === 2) return factor;
  if (kind === "actor" && rest.length === 3 && rest[0] === "means") {
    const what = rest[2] === "produces" ? "production" : plain(rest.slice(2));
    return `${what} of ${kindName(w, rest[1] ?? "")}, ${placeName(w, kind, id)}`;
  }
  return `${plain(rest)}, ${placeName(w, kind, id)}`;
}

function kindName(w: World | null, kind: string): string {
  for (const a of w?.actors ?? []) for (const m of a.means ?? []) if (m.kind === kind && m.name) return m.name;
  return plain([kind]);
}

function placeName(w: World | null, kind: string, id: string): string {
  const list: { id: string; name: string }[] = kind === "theatre" ? (w?.theatres ?? []) : kind === "actor" ? (w?.actors ?? []) : [];
  return list.find((x) => x.id === id)?.name || `${kind} ${id}`;
}
