// Texts of sources, with what stands where in them. Offsets count code points.
import { json } from "../client";

export interface Mark {
  kind: "claim" | "statement";
  id: string;
  start: number;
  end: number;
}

export interface SourceText {
  id: string;
  title: string;
  publisher?: string;
  published?: string;
  url?: string;
  reliability?: string;
  text: string;
  marks: Mark[];
  characters: string[]; // the text by code points
}

const kept = new Map<string, Promise<SourceText>>();

/** getSource fetches a source's text once; it is immutable while the page is open, unless the files change. */
export function getSource(id: string): Promise<SourceText> {
  let source = kept.get(id);
  if (!source) {
    source = json<SourceText>("GET", `/api/sources/${encodeURIComponent(id)}`).then((s) => ({
      ...s,
      marks: s.marks ?? [],
      characters: [...s.text],
    }));
    source.catch(() => kept.delete(id));
    kept.set(id, source);
  }
  return source;
}

/** forgetSources makes the next look fetch again: the files changed. */
export const forgetSources = (): void => kept.clear();

/** Pieces of a text, each with the marks that lie over it. */
export interface Piece {
  start: number;
  text: string;
  marks: Mark[];
}

/** piecesOf cuts a text where marks begin and end; overlapping marks share pieces. */
export function piecesOf(characters: string[], marks: Mark[], from = 0, to = characters.length): Piece[] {
  const cuts = new Set([from, to]);
  for (const m of marks) for (const at of [m.start, m.end]) if (at > from && at < to) cuts.add(at);
  const order = [...cuts].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < order.length; i++) {
    const [start, end] = [order[i] ?? 0, order[i + 1] ?? 0];
    pieces.push({ start, text: characters.slice(start, end).join(""), marks: marks.filter((m) => m.start <= start && m.end >= end) });
  }
  return pieces;
}

/** Paragraphs as ranges of code points: what lies between empty lines. */
export function paragraphsOf(characters: string[]): [number, number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  for (let i = 0; i <= characters.length; i++) {
    if (i < characters.length && !(characters[i] === "\n" && characters[i + 1] === "\n")) continue;
    if (characters.slice(from, i).some((c) => c.trim() !== "")) ranges.push([from, i]);
    while (characters[i + 1] === "\n") i++;
    from = i + 1;
  }
  return ranges;
}
