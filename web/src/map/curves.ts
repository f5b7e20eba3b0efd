// The lines of links: those between the same two nodes fan out, a link of a node with
// itself is a loop.
import type { Link } from "../api";
import { keyOf, type Spot } from "./place";

export interface Curve {
  d: string;
  middle: Spot;
}

const spread = 15; // pixels between neighbours
const bend = 0.12; // of the distance: a straight line would hide the one coming back
const radius = 9; // of a node

export function curvesOf(links: Link[], at: Map<string, Spot>): Map<string, Curve> {
  const groups = new Map<string, Link[]>();
  for (const l of links) {
    const pair = [keyOf(l.from), keyOf(l.to)].sort().join(" ~ ");
    groups.set(pair, [...(groups.get(pair) ?? []), l]);
  }
  const curves = new Map<string, Curve>();
  for (const group of groups.values()) {
    group.forEach((l, i) => {
      const [from, to] = [at.get(keyOf(l.from)), at.get(keyOf(l.to))];
      if (!from || !to) return;
      curves.set(l.path, keyOf(l.from) === keyOf(l.to) ? loop(from, i) : arc(from, to, i, keyOf(l.from) < keyOf(l.to)));
    });
  }
  return curves;
}

function arc(from: Spot, to: Spot, i: number, forth: boolean): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  // Those that go forth bend to their right, and so do those that go back: the two never lie on each other.
  const side = bend * length + spread * (i >> 1) + (i % 2) * spread * (forth ? 1 : 0.6);
  const [nx, ny] = [-dy / length, dx / length];
  const c = { x: (from.x + to.x) / 2 + nx * side, y: (from.y + to.y) / 2 + ny * side };
  const a = toward(from, c, radius);
  const b = toward(to, c, radius + 4);
  const middle = { x: 0.25 * a.x + 0.5 * c.x + 0.25 * b.x, y: 0.25 * a.y + 0.5 * c.y + 0.25 * b.y };
  return { d: `M${round(a.x)} ${round(a.y)}Q${round(c.x)} ${round(c.y)} ${round(b.x)} ${round(b.y)}`, middle };
}

function toward(from: Spot, to: Spot, by: number): Spot {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

function loop(at: Spot, i: number): Curve {
  const r = 20 + 8 * i;
  const d = `M${round(at.x - 5)} ${round(at.y - radius)}C${round(at.x - r)} ${round(at.y - 2.4 * r)} ${round(at.x + r)} ${round(at.y - 2.4 * r)} ${round(at.x + 5)} ${round(at.y - radius - 3)}`;
  return { d, middle: { x: at.x, y: at.y - 1.9 * r } };
}

const round = (x: number): number => Math.round(10 * x) / 10;
