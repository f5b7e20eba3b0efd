// The theatre map: who and what is tied to what, and what it changes to cut a tie.
import { useMemo } from "preact/hooks";
import type { Link, LinkKind, World } from "../api";
import { world } from "../live";
import { counted } from "../parts/number";
import { type Taken, TakeAlong } from "../parts/take";
import * as state from "../state";
import { Detail } from "./detail";
import { Effects, Theatres } from "./effects";
import { dashes, kinds, kindWords, linkName, linkSentence, nameOf } from "./kinds";
import { Picture, type View } from "./picture";
import { onEarth } from "./place";
import "./map.css";

export default function TheatreMap({ path }: { path: string[] }) {
  const w = world.value;
  if (!w) return <p class="soft">Reading the world.</p>;
  return <Map world={w} selected={path[0] ?? ""} />;
}

interface Filter {
  off: Set<string>; // kinds
  channel: string;
  claim: string;
  text: string;
}

function filterOf(params: Record<string, string>): Filter {
  return {
    off: new Set((params["off"] ?? "").split(",").filter(Boolean)),
    channel: params["channel"] ?? "",
    claim: params["claim"] ?? "",
    text: params["q"] ?? "",
  };
}

function passes(w: World, l: Link, f: Filter): boolean {
  if (f.off.has(l.kind)) return false;
  if (f.channel !== "" && l.channel !== f.channel) return false;
  if (f.claim !== "" && !l.claims.includes(f.claim)) return false;
  const words = `${l.path} ${linkSentence(w, l)} ${l.channel} ${l.note ?? ""}`.toLowerCase();
  return f.text
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.includes(part));
}

function Map({ world: w, selected }: { world: World; selected: string }) {
  const params = state.params.value;
  const f = useMemo(() => filterOf(params), [params]);
  const usual: View = onEarth(w) ? "map" : "graph";
  const view: View = params["view"] === "graph" || params["view"] === "map" ? params["view"] : usual;
  const near = params["near"] ?? "";
  const shown = useMemo(() => w.links.filter((l) => passes(w, l, f)), [w, f]);
  const cut = useMemo(() => new Set(state.variant.value.cut ?? []), [state.variant.value]);
  const choose = (path: string): void => state.setPath(path === "" ? [] : [path]);
  const link = w.links.find((l) => l.path === selected);
  const close = (): void => {
    const row = document.querySelector<HTMLElement>(".link-list [aria-pressed=true]");
    choose("");
    row?.focus();
  };
  const taken: Taken = {
    name: "links",
    head: ["path", "kind", "from", "to", "carries", "channel", "strength", "unit", "cut"],
    rows: () =>
      shown.map((l) => [
        l.path,
        l.kind,
        nameOf(w, l.from),
        nameOf(w, l.to),
        l.carries,
        l.channel,
        l.strength?.median ?? l.strength?.value ?? null,
        l.unit ?? "",
        isCut(l, cut) ? "yes" : "no",
      ]),
    data: () => shown,
    svg: {
      get current() {
        return document.querySelector<SVGSVGElement>("svg.world");
      },
    },
  };
  return (
    <article class="theatre-map">
      <header class="lead">
        <h1>What ties the theatres</h1>
        <p class="standfirst serif">
          {counted(w.links.length, "link")} of {counted(new Set(w.links.map((l) => l.kind)).size, "kind")} carry what happens in one theatre to another. Choose one to see what it
          carries and on what grounds; cut it, and every verdict answers.
        </p>
      </header>
      <Tools world={w} filter={f} view={view} usual={usual} near={near} taken={taken} />
      <div class="sides">
        <div class="drawn">
          <Picture world={w} view={view} near={near} shown={shown} selected={selected} cut={cut} onSelect={choose} />
          <Signs />
        </div>
        <div class="beside">
          {selected !== "" && !link && <p role="alert">There is no link “{selected}” in this world.</p>}
          {link && <Detail world={w} link={link} cut={cut} onClose={close} />}
          <List world={w} shown={shown} selected={selected} cut={cut} onSelect={choose} />
        </div>
        <Effects link={link} />
      </div>
      <Theatres world={w} />
    </article>
  );
}

export const isCut = (l: Link, cut: Set<string>): boolean => cut.has(l.path) || cut.has(l.channel);

interface ToolsProps {
  world: World;
  filter: Filter;
  view: View;
  usual: View; // that the address need not name
  near: string;
  taken: Taken;
}

function Tools({ world: w, filter: f, view, usual, near, taken }: ToolsProps) {
  const toggle = (k: LinkKind): void => {
    const off = new Set(f.off);
    if (off.has(k)) off.delete(k);
    else off.add(k);
    state.setParam("off", [...off].join(","));
  };
  return (
    <div class="map-tools">
      <div class="tabs" role="group" aria-label="Picture">
        {(["map", "graph"] as const).map((v) => (
          <button key={v} type="button" aria-pressed={view === v} onClick={() => state.setParam("view", v === usual ? "" : v, "push")}>
            {v === "map" ? "Map" : "Graph"}
          </button>
        ))}
      </div>
      {view === "map" && (
        <label>
          Look at{" "}
          <select value={near} onChange={(e) => state.setParam("near", e.currentTarget.value)}>
            <option value="">all of it</option>
            {w.theatres
              .filter((t) => typeof t.lon === "number")
              .map((t) => (
                <option key={t.id} value={t.id}>
                  {t.name}
                </option>
              ))}
          </select>
        </label>
      )}
      <fieldset class="kinds">
        <legend class="hidden-text">Kinds of link shown</legend>
        {kinds
          .filter((k) => w.links.some((l) => l.kind === k))
          .map((k) => (
            <label key={k} title={kindWords[k].means}>
              <input type="checkbox" checked={!f.off.has(k)} onChange={() => toggle(k)} />
              <KindKey kind={k} />
              {kindWords[k].name}
            </label>
          ))}
      </fieldset>
      <label>
        Channel{" "}
        <select value={f.channel} onChange={(e) => state.setParam("channel", e.currentTarget.value)}>
          <option value="">any</option>
          {w.channels.map((c) => (
            <option key={c.id} value={c.id}>
              {c.id}
            </option>
          ))}
        </select>
      </label>
      <label>
        Carries claim{" "}
        <select value={f.claim} onChange={(e) => state.setParam("claim", e.currentTarget.value)}>
          <option value="">any or none</option>
          {w.claims.map((c) => (
            <option key={c.id} value={c.id}>
              {c.letter}: {c.title}
            </option>
          ))}
        </select>
      </label>
      <label>
        Find{" "}
        <input type="search" value={f.text} onInput={(e) => state.setParam("q", e.currentTarget.value)} />
      </label>
      <TakeAlong taken={taken} of="Links" />
    </div>
  );
}

export function KindKey({ kind }: { kind: LinkKind }) {
  return (
    <svg class="line-key" width="28" height="8" aria-hidden="true">
      <line class={"kind-line k-" + kind} x1="0" x2="28" y1="4" y2="4" stroke-dasharray={dashes[kind]} />
    </svg>
  );
}

function Signs() {
  return (
    <p class="soft small signs">
      Diamonds are theatres, filled where there is war at the opening; circles are actors, ringed alliances, hollow groups. The
      width of a line is its strength among links of its kind and unit. A cut link is dotted and crossed.
    </p>
  );
}

interface ListProps {
  world: World;
  shown: Link[];
  selected: string;
  cut: Set<string>;
  onSelect: (path: string) => void;
}

function List({ world: w, shown, selected, cut, onSelect }: ListProps) {
  return (
    <section aria-label="Links">
      <p class="soft small" role="status">
        {shown.length === w.links.length ? `All ${shown.length} links` : `${shown.length} of ${counted(w.links.length, "link")}`}
      </p>
      <ul class="link-list">
        {shown.map((l) => {
          const gone = isCut(l, cut);
          return (
            <li key={l.path} class={gone ? "gone" : ""}>
              <button type="button" aria-pressed={l.path === selected} onClick={() => onSelect(l.path === selected ? "" : l.path)}>
                <KindKey kind={l.kind} />
                <span>
                  <b>{linkName(l)}</b>
                  {gone && <span class="cut-mark"> cut</span>}
                  <span class="soft"> {linkSentence(w, l)}</span>
                  <span class="hidden-text">, {kindWords[l.kind].name}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
