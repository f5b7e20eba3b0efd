// Where the nodes of the picture stand: on the map at their place, pushed apart where
// they would cover each other; in the graph where forces put them. Both are the same for
// the same world at the same size.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import { geoArea, geoCentroid, geoNaturalEarth1, type GeoProjection } from "d3-geo";
import type { Feature, FeatureCollection, Geometry, MultiPoint, Polygon } from "geojson";
import type { Actor, End, Theatre, World } from "../api";
import { numericOf } from "./iso";

export interface Node {
  key: string; // "actor russia"
  end: End;
  name: string;
  shape: "state" | "alliance" | "group" | "quiet" | "war";
  lonlat: [number, number] | null;
}

export interface Tie {
  from: string; // keys
  to: string;
}

export type Spot = { x: number; y: number };

export const keyOf = (end: End): string => `${end.kind} ${end.id}`;

/** Actors and theatres of a world, with where on Earth they are, as far as that is known. */
export function nodesOf(w: World, countries: FeatureCollection): Node[] {
  const outlines = new Map(countries.features.map((f) => [String(f.id), f]));
  const theatres = w.theatres.map((t): Node => ({
    key: "theatre " + t.id,
    end: { kind: "theatre", id: t.id },
    name: t.name || t.id,
    shape: t.status === "war" ? "war" : "quiet",
    lonlat: lonlatOf(t),
  }));
  const actors = w.actors.map((a): Node => ({
    key: "actor " + a.id,
    end: { kind: "actor", id: a.id },
    name: a.name || a.id,
    shape: a.type === "alliance" || a.type === "group" ? a.type : "state",
    lonlat: homeOf(a, outlines) ?? besideTheatre(w, a),
  }));
  return [...theatres, ...actors];
}

/** Whether anything of a world is on this Earth; an invented one is better looked at as a graph. */
export const onEarth = (w: World): boolean =>
  w.theatres.some((t) => lonlatOf(t) !== null) || w.actors.some((a) => numericOf(a.code ?? "") !== undefined);

const lonlatOf = (t: Theatre): [number, number] | null =>
  typeof t.lon === "number" && typeof t.lat === "number" ? [t.lon, t.lat] : null;

function homeOf(a: Actor, outlines: Map<string, Feature>): [number, number] | null {
  const outline = a.code ? outlines.get(numericOf(a.code) ?? "") : undefined;
  return outline ? geoCentroid(largest(outline.geometry)) : null;
}

// Of several islands the largest stands for a state: the middle of all of them may lie in the sea.
function largest(g: Geometry): Polygon | Geometry {
  if (g.type !== "MultiPolygon") return g;
  const parts = g.coordinates.map((coordinates): Polygon => ({ type: "Polygon", coordinates }));
  return parts.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a));
}

// Alliances and groups have no country: they stand beside a theatre in which they act.
function besideTheatre(w: World, a: Actor): [number, number] | null {
  const acts = w.links.find((l) => l.from.kind === "actor" && l.from.id === a.id && l.to.kind === "theatre");
  const theatre = w.theatres.find((t) => t.id === acts?.to.id || t.challenger === a.id || t.defender === a.id);
  const at = theatre && lonlatOf(theatre);
  return at ? [at[0] - 9, at[1] + 4] : null;
}

/** A projection turned so that its edge runs through the emptiest meridian. */
export function projectionFor(nodes: Node[], width: number, height: number): GeoProjection {
  const points = nodes.flatMap((n) => (n.lonlat ? [n.lonlat] : []));
  const projection = geoNaturalEarth1().rotate([-middle(points.map(([lon]) => lon)), 0]);
  if (points.length < 2) return projection.fitSize([width, height], { type: "Sphere" });
  const all: MultiPoint = { type: "MultiPoint", coordinates: points };
  const pad = Math.min(70, width / 9);
  return projection.fitExtent([[pad, pad], [width - pad, height - pad]], all);
}

function middle(lons: number[]): number {
  const sorted = [...lons].sort((a, b) => a - b);
  const first = sorted[0];
  if (first === undefined) return 0;
  let widest = { gap: -1, after: 0 };
  sorted.forEach((lon, i) => {
    const next = sorted[i + 1] ?? first + 360;
    if (next - lon > widest.gap) widest = { gap: next - lon, after: lon };
  });
  return widest.after + widest.gap / 2 + 180;
}

interface Body extends SimulationNodeDatum {
  key: string;
  home: Spot;
}

/** Spots on a map: each node at home unless others stand there. */
export function onMap(nodes: Node[], projection: GeoProjection, room: number): Map<string, Spot> {
  const bodies: Body[] = nodes.flatMap((n) => {
    const at = n.lonlat && projection(n.lonlat);
    return at ? [{ key: n.key, home: { x: at[0], y: at[1] }, x: at[0], y: at[1] }] : [];
  });
  forceSimulation(bodies)
    .force("x", forceX<Body>((b) => b.home.x).strength(0.25))
    .force("y", forceY<Body>((b) => b.home.y).strength(0.25))
    .force("apart", forceCollide<Body>(room).iterations(3))
    .stop()
    .tick(160);
  return spots(bodies);
}

/** Spots in a graph: what is tied stands close. */
export function inGraph(nodes: Node[], ties: Tie[], width: number, height: number): Map<string, Spot> {
  const bodies: Body[] = nodes.map((n) => ({ key: n.key, home: { x: 0, y: 0 } }));
  const known = new Set(bodies.map((b) => b.key));
  const edges: SimulationLinkDatum<Body>[] = ties
    .filter((t) => t.from !== t.to && known.has(t.from) && known.has(t.to))
    .map((t) => ({ source: t.from, target: t.to }));
  forceSimulation(bodies)
    .force("ties", forceLink<Body, SimulationLinkDatum<Body>>(edges).id((b) => b.key).distance(70).strength(0.25))
    .force("apart", forceManyBody<Body>().strength(-420))
    .force("room", forceCollide<Body>(34))
    .force("x", forceX<Body>(0).strength(0.05))
    .force("y", forceY<Body>(0).strength(0.05 * (width / height)))
    .stop()
    .tick(320);
  return fitted(spots(bodies), width, height);
}

const spots = (bodies: Body[]): Map<string, Spot> => new Map(bodies.map((b) => [b.key, { x: b.x ?? 0, y: b.y ?? 0 }]));

function fitted(all: Map<string, Spot>, width: number, height: number): Map<string, Spot> {
  const xs = [...all.values()].map((s) => s.x);
  const ys = [...all.values()].map((s) => s.y);
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  const pad = { x: Math.min(60, width / 8), y: 42 };
  const kx = (width - 2 * pad.x) / Math.max(1, x1 - x0);
  const ky = (height - 2 * pad.y) / Math.max(1, y1 - y0);
  return new Map(
    [...all].map(([key, s]) => [key, { x: pad.x + (s.x - x0) * kx, y: pad.y + (s.y - y0) * ky }]),
  );
}
