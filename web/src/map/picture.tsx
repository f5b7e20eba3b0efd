// The world as a picture: a map, or a graph. The list beside it says the same in words,
// and is what keyboards and screen readers use.
import { geoGraticule10, geoPath, type GeoProjection } from "d3-geo";
import type { FeatureCollection } from "geojson";
import { useEffect, useMemo, useState } from "preact/hooks";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import atlasAddress from "world-atlas/countries-110m.json?url";
import type { Link, World } from "../api";
import { useWidth } from "../parts/size";
import { curvesOf } from "./curves";
import { dashes, kinds, linkSentence, strengthOf } from "./kinds";
import { inGraph, keyOf, type Node, nodesOf, onMap, projectionFor, type Spot, type Tie } from "./place";

export type View = "map" | "graph";

interface Props {
  world: World;
  view: View;
  near: string; // id of the theatre looked at, "" for all
  shown: Link[]; // that pass the filter
  selected: string; // path
  cut: Set<string>;
  onSelect: (path: string) => void;
}

const most = 120; // nodes; beyond, only theatres and what ties them are drawn

export function Picture(props: Props) {
  const [ref, width] = useWidth<HTMLDivElement>(760);
  const countries = useCountries();
  return (
    <div ref={ref} class="picture">
      {countries instanceof Error ? (
        <p role="alert">The outlines of countries could not be fetched: {countries.message}</p>
      ) : countries ? (
        <Drawn {...props} width={width} countries={countries} />
      ) : (
        <p class="soft">Unfolding the map.</p>
      )}
    </div>
  );
}

function useCountries(): FeatureCollection | Error | null {
  const [countries, set] = useState<FeatureCollection | Error | null>(null);
  useEffect(() => {
    fetch(atlasAddress)
      .then((r) => r.json() as Promise<Topology>)
      .then((atlas) => {
        const object = atlas.objects["countries"];
        if (object) set(feature(atlas, object) as FeatureCollection);
      })
      .catch((error: Error) => set(error));
  }, []);
  return countries;
}

function heightOf(view: View, width: number): number {
  const share = view === "map" ? (width < 500 ? 0.72 : 0.46) : width < 500 ? 1.2 : 0.62;
  return Math.round(Math.min(620, width * share));
}

function Drawn(props: Props & { width: number; countries: FeatureCollection }) {
  const { world, view, near, shown, selected, cut, onSelect, width, countries } = props;
  const height = heightOf(view, width);
  const all = useMemo(() => nodesOf(world, countries), [world.model, countries]);
  const nodes = useMemo(() => folded(all, world), [all]);
  const projection = useMemo(() => {
    const whole = projectionFor(nodes, width, height);
    const theatre = nodes.find((n) => n.key === "theatre " + near);
    const at = theatre?.lonlat && whole(theatre.lonlat);
    if (!at) return whole;
    const k = 3.2;
    const [tx, ty] = whole.translate();
    return whole.scale(whole.scale() * k).translate([width / 2 + (tx - at[0]) * k, height / 2 + (ty - at[1]) * k]);
  }, [nodes, width, height, near]);
  const at = useMemo(
    () => (view === "map" ? onMap(nodes, projection, width < 500 ? 15 : 25) : inGraph(nodes, tiesOf(world), width, height)),
    [view, nodes, projection],
  );
  const curves = useMemo(() => curvesOf(world.links, at), [at, world.model]);
  const strength = useMemo(() => strengthOf(world.links), [world.model]);
  const chosen = shown.find((l) => l.path === selected);
  const crowded = view === "map" && near === "" && width < 500; // then names would cover each other
  const missing = view === "map" ? nodes.filter((n) => !n.lonlat) : [];
  const order = [...shown].sort((a, b) => Number(a.path === selected) - Number(b.path === selected));
  const path = geoPath(projection);
  return (
    <>
    <svg
      class={chosen ? "world choosing" : "world"}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${view === "map" ? "Map" : "Graph"} of ${nodes.length} actors and theatres and ${shown.length} links. The list of links says the same.`}
    >
      <defs>
        {kinds.map((k) => (
          <marker key={k} id={"head-" + k} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">
            <path class={"head k-" + k} d="M0 0.8L7 4L0 7.2z" />
          </marker>
        ))}
        <clipPath id="frame">
          <rect width={width} height={height} />
        </clipPath>
      </defs>
      <g clip-path="url(#frame)">
        {view === "map" && (
          <g class="earth">
            <rect class="sea" width={width} height={height} />
            <path class="graticule" d={path(geoGraticule10()) ?? ""} />
            <path class="land" d={path(countries) ?? ""} />
          </g>
        )}
        {view === "graph" && <Parties world={world} at={at} />}
        {view === "map" && <Leaders nodes={nodes} at={at} projection={projection} />}
        {order.map((l) => {
          const curve = curves.get(l.path);
          if (!curve) return null;
          const gone = cut.has(l.path) || cut.has(l.channel);
          const classes = ["link", "k-" + l.kind, gone ? "gone" : "", l.path === selected ? "selected" : ""].join(" ");
          return (
            <g key={l.path} class={classes} data-link={l.path} onClick={() => onSelect(l.path)}>
              <title>{linkSentence(world, l) + (gone ? " (cut)" : "")}</title>
              <path class="reach" d={curve.d} />
              <path
                class="stroke"
                d={curve.d}
                stroke-width={gone ? 1 : 1 + 3.6 * strength(l)}
                stroke-dasharray={gone ? "1 5" : dashes[l.kind]}
                marker-end={gone || l.kind === "capacity" ? undefined : `url(#head-${l.kind})`}
              />
              {gone && <path class="cross" d={`M${curve.middle.x - 5} ${curve.middle.y - 5}l10 10m0 -10l-10 10`} />}
            </g>
          );
        })}
        {nodes.map((n) => (
          <NodeMark
            key={n.key}
            node={n}
            at={at.get(n.key)}
            touched={!chosen || touches(chosen, n.key)}
            named={!crowded || n.end.kind === "theatre" || (chosen !== undefined && touches(chosen, n.key))}
          />
        ))}
      </g>
    </svg>
    {missing.length > 0 && <p class="soft small">Without a place on the map: {missing.map((n) => n.name).join(", ")}.</p>}
    {all.length > nodes.length && (
      <p class="soft small">
        Folded: {nodes.length} of {all.length} actors and theatres are drawn, those with most links. The list has all.
      </p>
    )}
    </>
  );
}

const touches = (l: Link, key: string): boolean => keyOf(l.from) === key || keyOf(l.to) === key;

// Folded: a world of hundreds of nodes shows its theatres and the actors tied to most.
function folded(nodes: Node[], w: World): Node[] {
  if (nodes.length <= most) return nodes;
  const ties = new Map<string, number>();
  for (const t of tiesOf(w)) for (const key of [t.from, t.to]) ties.set(key, (ties.get(key) ?? 0) + 1);
  const weight = (n: Node): number => (n.end.kind === "theatre" ? 1e6 : 0) + (ties.get(n.key) ?? 0);
  return [...nodes].sort((a, b) => weight(b) - weight(a)).slice(0, most);
}

function tiesOf(w: World): Tie[] {
  const parties = w.theatres.flatMap((t) => [t.challenger, t.defender].map((a) => ({ from: "actor " + a, to: "theatre " + t.id })));
  return [...w.links.map((l) => ({ from: keyOf(l.from), to: keyOf(l.to) })), ...parties];
}

function Parties({ world, at }: { world: World; at: Map<string, Spot> }) {
  return (
    <g class="parties">
      {world.theatres.flatMap((t) =>
        [t.challenger, t.defender].map((a) => {
          const [from, to] = [at.get("actor " + a), at.get("theatre " + t.id)];
          return from && to ? <line key={a + t.id} x1={from.x} y1={from.y} x2={to.x} y2={to.y} /> : null;
        }),
      )}
    </g>
  );
}

function NodeMark({ node, at, touched, named }: { node: Node; at: Spot | undefined; touched: boolean; named: boolean }) {
  if (!at) return null;
  return (
    <g class={`node ${node.shape} ${touched ? "" : "faded"}`} transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`}>
      {node.end.kind === "theatre" ? <rect x="-7" y="-7" width="14" height="14" transform="rotate(45)" /> : <circle r="5.5" />}
      {node.shape === "alliance" && <circle class="ring" r="8.5" />}
      <title>{node.name}</title>
      {named && (
        <text y={node.end.kind === "theatre" ? 22 : 18} text-anchor="middle">
          {node.name}
        </text>
      )}
    </g>
  );
}

// From where a node had to give way, a hairline leads back to its place.
function Leaders({ nodes, at, projection }: { nodes: Node[]; at: Map<string, Spot>; projection: GeoProjection }) {
  return (
    <g class="leaders">
      {nodes.map((n) => {
        const [spot, home] = [at.get(n.key), n.lonlat && projection(n.lonlat)];
        if (!spot || !home || Math.hypot(spot.x - home[0], spot.y - home[1]) < 12) return null;
        return <line key={n.key} x1={home[0]} y1={home[1]} x2={spot.x} y2={spot.y} />;
      })}
    </g>
  );
}
