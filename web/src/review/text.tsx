// The text of a source with the items of a review marked in it, and what is selected there.
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { paragraphsOf } from "../source/sources";
import type { Item } from "./api";

interface Piece {
  start: number;
  text: string;
  items: Item[];
}

const covers = (i: Item, start: number, end: number): boolean => i.spans.some((s) => s.start <= start && s.end >= end);

/** Pieces between all ends of spans: what lies over each. */
function piecesOf(characters: string[], items: Item[], from: number, to: number): Piece[] {
  const here = items.filter((i) => i.spans.some((s) => s.start < to && s.end > from));
  const cuts = new Set([from, to]);
  for (const i of here) for (const s of i.spans) for (const at of [s.start, s.end]) if (at > from && at < to) cuts.add(at);
  const order = [...cuts].sort((a, b) => a - b);
  return order.slice(0, -1).map((start, k) => {
    const end = order[k + 1] ?? to;
    return { start, text: characters.slice(start, end).join(""), items: here.filter((i) => covers(i, start, end)) };
  });
}

const length = (i: Item): number => i.spans.reduce((n, s) => n + s.end - s.start, 0);

interface ReviewTextProps {
  characters: string[];
  items: Item[];
  chosen: string;
  onChoose: (id: string) => void;
  box: RefObject<HTMLDivElement | null>;
  editing: boolean;
}

export function ReviewText({ characters, items, chosen, onChoose, box, editing }: ReviewTextProps) {
  useEffect(() => {
    box.current?.querySelector("mark.chosen")?.scrollIntoView({ block: "nearest" });
  }, [chosen, characters]);
  return (
    <div class={editing ? "text serif selecting" : "text serif"} ref={box} tabIndex={editing ? 0 : undefined} aria-label="The text" role="group">
      {paragraphsOf(characters).map(([from, to]) => (
        <p key={from}>
          {piecesOf(characters, items, from, to).map((p) => {
            // Where items overlap, a click means the shortest; the chosen one shows above all.
            const [inner] = [...p.items].sort((a, b) => length(a) - length(b));
            const shown = p.items.find((i) => i.id === chosen) ?? inner;
            return shown && inner ? (
              <mark key={p.start} data-at={p.start} class={["read", shown.state, shown.kind, shown.id === chosen ? "chosen" : ""].join(" ")} onClick={() => !editing && onChoose(inner.id)}>
                {p.text}
              </mark>
            ) : (
              <span key={p.start} data-at={p.start}>
                {p.text}
              </span>
            );
          })}
        </p>
      ))}
    </div>
  );
}

/** Where an end of a selection stands, in code points of the text; null outside of it. */
function placeOf(box: HTMLElement, node: Node, offset: number): number | null {
  if (!box.contains(node)) return null;
  if (node.nodeType !== Node.TEXT_NODE) {
    const next = node.childNodes[offset];
    const inside = next ?? node.lastChild;
    if (!inside) return null;
    const piece = (inside instanceof Element ? inside : inside.parentElement)?.closest<HTMLElement>("[data-at]") ?? (inside instanceof Element ? (next ? inside.querySelector<HTMLElement>("[data-at]") : [...inside.querySelectorAll<HTMLElement>("[data-at]")].pop()) : null);
    if (!piece) return null;
    return Number(piece.dataset["at"]) + (next ? 0 : [...(piece.textContent ?? "")].length);
  }
  const piece = node.parentElement?.closest<HTMLElement>("[data-at]");
  return piece ? Number(piece.dataset["at"]) + [...(node.textContent ?? "").slice(0, offset)].length : null;
}

/** What is selected in the text, if anything. */
export function selectedIn(box: HTMLElement | null): { start: number; end: number } | null {
  const selection = getSelection();
  if (!box || !selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = placeOf(box, range.startContainer, range.startOffset);
  const end = placeOf(box, range.endContainer, range.endOffset);
  return start !== null && end !== null && end > start ? { start, end } : null;
}

/** Selects a stretch, so that the keyboard can go on from there. */
export function select(box: HTMLElement | null, start: number, end: number): void {
  const find = (point: number): [Node, number] | null => {
    for (const piece of box?.querySelectorAll<HTMLElement>("[data-at]") ?? []) {
      const characters = [...(piece.textContent ?? "")];
      const from = Number(piece.dataset["at"]);
      if (point >= from && point <= from + characters.length && piece.firstChild) return [piece.firstChild, characters.slice(0, point - from).join("").length];
    }
    return null;
  };
  const [a, b] = [find(start), find(end)];
  if (a && b) getSelection()?.setBaseAndExtent(a[0], a[1], b[0], b[1]);
}
