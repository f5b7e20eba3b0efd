// Places in texts: the server counts code points, the editor UTF-16 units.
import type { Diagnostic } from "../api";

/** Code points before a UTF-16 offset. */
export function pointsBefore(text: string, offset: number): number {
  let n = 0;
  for (let i = 0; i < offset; n++) i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
  return n;
}

/** The UTF-16 offset after a number of code points. */
export function offsetAfter(text: string, points: number): number {
  let i = 0;
  for (let n = 0; n < points && i < text.length; n++) i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
  return i;
}

/** The offset of a line and column, both from 1; the column counts code points. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const next = text.indexOf("\n", start);
    if (next < 0) return text.length;
    start = next + 1;
  }
  const end = text.indexOf("\n", start);
  const row = text.slice(start, end < 0 ? text.length : end);
  return start + offsetAfter(row, Math.max(0, column - 1));
}

/** Where in a text a diagnostic lies; at least one character, so that it can be seen. */
export function rangeOf(text: string, d: Diagnostic): { from: number; to: number } {
  if (!d.range) return { from: 0, to: 0 };
  const from = Math.min(text.length, offsetOf(text, d.range.start.line, d.range.start.column));
  const to = Math.min(text.length, offsetOf(text, d.range.end.line, d.range.end.column));
  return { from, to: to > from ? to : Math.min(text.length, from + 1) };
}
