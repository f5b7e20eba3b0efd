// Every assumption: how it is distributed, on what grounds, and a handle to disagree.
import { useComputed } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Factor, Theory, World } from "../api";
import { influences } from "../claim/analysis";
import { original, originalVerdicts, result, verdicts, world } from "../live";
import { factorWords, theoryOf } from "../parts/factor";
import { count, counted, parted } from "../parts/number";
import { type Taken, TakeAlong } from "../parts/take";
import { VerdictBar } from "../parts/verdict";
import * as state from "../state";
import { Row } from "./row";
import "./assumptions.css";

export default function Assumptions({ path }: { path: string[] }) {
  const w = world.value;
  if (!w) return <p class="soft">Reading the world.</p>;
  return <All world={w} selected={path[0] ?? ""} />;
}

interface Filter {
  text: string;
  theatre: string;
  grounds: string; // "", "judgement", "evidence"
  changed: boolean;
  order: string; // "", "influence", "spread"
}

function filterOf(p: Record<string, string>): Filter {
  return { text: p["q"] ?? "", theatre: p["theatre"] ?? "", grounds: p["grounds"] ?? "", changed: p["changed"] === "1", order: p["order"] ?? "" };
}

function passes(w: World, f: Factor, x: Filter): boolean {
  if (x.theatre !== "" && f.theatre !== x.theatre) return false;
  if (x.grounds === "judgement" && !f.judgement) return false;
  if (x.grounds === "evidence" && f.judgement) return false;
  const words = `${f.name} ${factorWords(w, f.name)} ${f.note ?? ""} ${f.unit}`.toLowerCase();
  return x.text
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.includes(part));
}

function All({ world: w, selected }: { world: World; selected: string }) {
  const params = state.params.value;
  const filter = useMemo(() => filterOf(params), [params]);
  const influence = influences.value;
  const touched = useComputed(() => {
    const v = state.variant.value;
    return [...Object.keys(v.pin ?? {}), ...Object.keys(v.narrow ?? {})].sort().join("\n");
  }).value;
  const factors = useMemo(() => {
    const changed = new Set(touched.split("\n"));
    const list = w.factors.filter((f) => theoryOf(f.name) === null && (f.name === selected || (passes(w, f, filter) && (!filter.changed || changed.has(f.name)))));
    if (filter.order === "influence") list.sort((a, b) => (influence.get(b.name) ?? b.influence ?? 0) - (influence.get(a.name) ?? a.influence ?? 0));
    return list;
  }, [w, filter, influence, selected, filter.changed ? touched : ""]);
  const judged = w.factors.filter((f) => f.judgement).length;
  const plain = filter.text + filter.theatre + filter.grounds === "" && !filter.changed;
  const theories = plain || theoryOf(selected) !== null ? w.theories : w.theories.filter((t) => filter.text !== "" && t.id.includes(filter.text.toLowerCase()));
  const taken: Taken = {
    name: "assumptions",
    head: ["factor", "words", "law", "unit", "median", "low_5", "high_95", "grounds", "file", "line"],
    rows: () =>
      factors.map((f) => [
        f.name,
        factorWords(w, f.name),
        f.law,
        f.unit,
        f.quantiles[10] ?? null,
        f.quantiles[1] ?? null,
        f.quantiles[19] ?? null,
        f.judgement ? "judgement call" : f.evidence.map((e) => e.id).join(" "),
        f.place.file,
        f.place.line,
      ]),
    data: () => factors,
  };
  return (
    <article class="assumptions">
      <header class="lead">
        <h1>Assumptions</h1>
        <p class="standfirst serif">
          {counted(w.factors.length, "number")} are uncertain; {count(judged)} of them are judgement calls. Disagree with any: pin it to a value or narrow its range,
          and the verdicts answer.
        </p>
      </header>
      <Tools world={w} filter={filter} hasInfluence={influence.size > 0} taken={taken} />
      <div class="assumption-sides">
        <div>
          {theories.length > 0 && <Theories world={w} theories={theories} selected={selected} />}
          <h2>Numbers</h2>
          <p class="soft small" role="status">
            {factors.length === w.factors.length - w.theories.length ? `All ${count(factors.length)}` : counted(factors.length, "number")}
          </p>
          <ul class="factor-list">
            {factors.map((f) => (
              <Row key={f.name} world={w} factor={f} selected={f.name === selected} influence={influence.get(f.name) ?? f.influence} />
            ))}
          </ul>
          {factors.length === 0 && <p>No assumption is like that.</p>}
        </div>
        <Answers />
      </div>
    </article>
  );
}

function Tools({ world: w, filter: f, hasInfluence, taken }: { world: World; filter: Filter; hasInfluence: boolean; taken: Taken }) {
  return (
    <div class="map-tools">
      <label>
        Find <input type="search" value={f.text} onInput={(e) => state.setParam("q", e.currentTarget.value)} />
      </label>
      <label>
        Theatre{" "}
        <select value={f.theatre} onChange={(e) => state.setParam("theatre", e.currentTarget.value)}>
          <option value="">any</option>
          {w.theatres.map((t) => (
            <option key={t.id} value={t.id}>
              {t.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Grounds{" "}
        <select value={f.grounds} onChange={(e) => state.setParam("grounds", e.currentTarget.value)}>
          <option value="">any</option>
          <option value="judgement">judgement calls</option>
          <option value="evidence">evidence</option>
        </select>
      </label>
      <label>
        Order{" "}
        <select value={f.order} onChange={(e) => state.setParam("order", e.currentTarget.value)}>
          <option value="">as written</option>
          <option value="influence">by influence</option>
        </select>
      </label>
      <label>
        <input type="checkbox" checked={f.changed} onChange={(e) => state.setParam("changed", e.currentTarget.checked ? "1" : "")} /> changed only
      </label>
      <TakeAlong taken={taken} of="Assumptions" />
      {f.order === "influence" && !hasInfluence && (
        <p class="soft small" role="status">
          Influence is not known yet: it comes from the analysis of a claim, which begins when a claim’s page is opened.
        </p>
      )}
    </div>
  );
}

function Theories({ world: w, theories, selected }: { world: World; theories: Theory[]; selected: string }) {
  return (
    <section aria-labelledby="theories-title">
      <h2 id="theories-title">Rival theories</h2>
      <div class="theory-list">
        {theories.map((t) => (
          <TheoryChoice key={t.id} world={w} theory={t} selected={selected === t.factor || selected === "theory." + t.id} />
        ))}
      </div>
    </section>
  );
}

function TheoryChoice({ world: w, theory: t, selected }: { world: World; theory: Theory; selected: boolean }) {
  const chosen = useComputed(() => state.variant.value.rival?.[t.id] ?? "").value;
  const influence = influences.value.get(t.factor);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (selected) box.current?.scrollIntoView({ block: "center" });
  }, [selected]);
  const total = t.rivals.reduce((sum, r) => sum + r.weight, 0) || 1;
  return (
    <fieldset ref={box} class={selected ? "theory-choice chosen" : "theory-choice"}>
      <legend>
        {t.id}
        {influence !== undefined && <span class="soft small"> explains {parted(influence)} of the spread of a claim</span>}
      </legend>
      {(t.says || t.note) && <p class="soft small">{t.says || t.note}</p>}
      <label>
        <input type="radio" name={"rival-" + t.id} checked={chosen === ""} onChange={() => state.chooseRival(t.id, null)} />
        <span>each world draws one</span>
      </label>
      {t.rivals.map((r) => (
        <label key={r.id}>
          <input type="radio" name={"rival-" + t.id} checked={chosen === r.id} onChange={() => state.chooseRival(t.id, r.id)} />
          <span>
            <b>{r.id}</b> <span class="soft small">in {Math.round((100 * r.weight) / total)} of 100 worlds</span>
            {r.says && <span class="small"> {r.says}</span>}
          </span>
        </label>
      ))}
      <p class="small soft">
        {t.evidence.length > 0 ? t.evidence.map((id) => w.evidence[id]?.title ?? id).join("; ") : "Weights: a judgement call."}{" "}
        <a href={state.href("editor", [t.place.file], { line: String(t.place.line) })}>
          {t.place.file}:{t.place.line}
        </a>
      </p>
    </fieldset>
  );
}

// The verdicts beside the handles, so that a hand on a slider sees what it does.
function Answers() {
  const before = new Map(originalVerdicts.value.map((v) => [v.claim, v]));
  const list = verdicts.value;
  const r = result.value;
  return (
    <aside class="answers" aria-labelledby="answers-title">
      <h2 id="answers-title">Verdicts</h2>
      <p class="soft small">
        {r && `${count(r.worlds)} worlds × ${r.replicates}. `}
        {original.value ? "The thin bar is the world as written, in the same worlds." : "Move an assumption and they answer."}
      </p>
      <ul>
        {list.map((v) => (
          <li key={v.claim}>
            <a href={state.href("claim", [v.claim])}>{v.title || v.claim}</a>
            <VerdictBar shares={v.shares} before={before.get(v.claim)?.shares ?? null} small />
          </li>
        ))}
      </ul>
    </aside>
  );
}
