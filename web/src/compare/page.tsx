// All variants beside the world as written: each verdict, then each outcome, by the same
// worlds.
import { useEffect, useState } from "preact/hooks";
import type { Outcome, Variant, World } from "../api";
import { isAbort } from "../client";
import { askFor, type Result, sideBySide, world } from "../live";
import { band, count, median } from "../parts/number";
import { type Taken, TakeAlong } from "../parts/take";
import { barLabel, VerdictBar } from "../parts/verdict";
import { afterComma, measureLabel, said } from "../parts/words";
import { groupsOf } from "../overview/outcomes";
import { changeWords } from "../shell/words";
import * as state from "../state";
import { changesOf } from "../variant";
import "../overview/overview.css";
import "./compare.css";

interface Column {
  name: string;
  variant: Variant;
  result: Result | undefined;
}

export default function Compare() {
  const w = world.value;
  const named = [{ name: "As written", variant: {} as Variant }, ...state.variants.value];
  const [problem, setProblem] = useState("");
  const wanted = named.map((n) => n.variant);
  useEffect(() => {
    if (!w) return undefined;
    const asking = new AbortController();
    setProblem("");
    askFor(wanted, asking.signal).catch((error: Error) => {
      if (!isAbort(error)) setProblem(error.message);
    });
    return () => asking.abort();
  }, [w?.model, JSON.stringify(wanted)]);
  if (!w) return <p class="soft">Reading the world.</p>;
  const results = sideBySide(wanted);
  const columns = named.map((n, i): Column => ({ ...n, result: results[i] }));
  const played = results.find(Boolean);
  return (
    <article class="compare">
      <header class="lead">
        <h1>Variants side by side</h1>
        <p class="standfirst serif">
          {columns.length === 1
            ? "There is no variant yet. Cut a link, pin an assumption or choose a rival theory, and it stands here beside the world as written."
            : "The same possible worlds, changed in one way or another: what differs is not chance."}
        </p>
      </header>
      {problem !== "" && (
        <p class="notice" role="alert">
          A variant could not be played. {problem}
        </p>
      )}
      {played && <Verdicts world={w} columns={columns} played={played} />}
      {played && <OutcomesBeside world={w} columns={columns} />}
    </article>
  );
}

function Head({ world: w, columns }: { world: World; columns: Column[] }) {
  return (
    <thead>
      <tr>
        <td />
        {columns.map((c, i) => (
          <th scope="col" key={i}>
            <button type="button" class="plain" onClick={() => state.select(i)}>
              {c.name}
            </button>
            <ul class="column-changes">
              {changesOf(c.variant).map((change) => (
                <li key={changeWords(w, change)}>{changeWords(w, change)}</li>
              ))}
            </ul>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Verdicts({ world: w, columns, played }: { world: World; columns: Column[]; played: Result }) {
  const claims = played.document.claims;
  const of = (c: Column, id: string) => c.result?.document.findings?.verdicts.find((v) => v.claim === id);
  const scale = played.document.findings?.scale ?? [];
  const taken: Taken = {
    name: "variants-verdicts",
    head: ["claim", "variant", "verdict", "worlds", "holds", "flat", "fails"],
    rows: () =>
      claims.flatMap((claim) =>
        columns.map((c) => {
          const v = of(c, claim.id);
          return [claim.id, c.name, v?.headline ?? "", v?.worlds ?? null, v?.shares?.holds.share ?? null, v?.shares?.flat.share ?? null, v?.shares?.fails.share ?? null];
        }),
      ),
    data: () => columns.map((c) => ({ name: c.name, variant: c.variant, verdicts: c.result?.document.findings?.verdicts })),
  };
  return (
    <section class="section" aria-labelledby="compare-verdicts">
      <header>
        <h2 id="compare-verdicts">Verdicts</h2>
        <p class="soft small">
          {count(played.worlds)} possible worlds × {played.replicates} plays of chance, the same in every column.
        </p>
        <TakeAlong taken={taken} of="Verdicts" />
      </header>
      <div class="scroll" role="region" aria-labelledby="compare-verdicts" tabIndex={0}>
        <table class="beside-each-other">
          <Head world={w} columns={columns} />
          <tbody>
            {claims.map((claim) => (
              <tr key={claim.id}>
                <th scope="row">
                  <a href={state.href("claim", [claim.id])}>{claim.title || claim.id}</a>
                </th>
                {columns.map((c, i) => {
                  const v = of(c, claim.id);
                  if (!v) return <td key={i}>{c.result ? "not judged" : "being played"}</td>;
                  return (
                    <td key={i}>
                      <VerdictBar shares={v.shares} small />
                      <span class="small" title={v.shares ? barLabel(v.shares) : ""}>
                        <b>{said(v, scale).strong}</b>{v.shares && ":"}
                        {v.shares && (
                          <span class="soft">
                            {" "}
                            holds {Math.round(100 * v.shares.holds.share)}, fails {Math.round(100 * v.shares.fails.share)} of 100
                          </span>
                        )}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function OutcomesBeside({ world: w, columns }: { world: World; columns: Column[] }) {
  const rows = columns[0]?.result?.document.findings?.outcomes?.rows;
  if (!rows) return null;
  const played = w.scenarios.filter((s) => rows.some((r) => r.scenario === s.id));
  const wanted = state.params.value["fan"] ?? "";
  const scenario = played.some((s) => s.id === wanted) ? wanted : (played[0]?.id ?? "");
  const cell = (c: Column, measure: string): Outcome | undefined =>
    c.result?.document.findings?.outcomes?.rows.find((r) => r.scenario === scenario && r.measure === measure);
  return (
    <section class="section" aria-labelledby="compare-outcomes">
      <header>
        <h2 id="compare-outcomes">Outcomes by {w.times.at(-1)}</h2>
        <label class="small">
          Under{" "}
          <select value={scenario} onChange={(e) => state.setParam("fan", e.currentTarget.value)}>
            {played.map((s) => (
              <option key={s.id} value={s.id}>
                {s.title}
              </option>
            ))}
          </select>
        </label>
      </header>
      <div class="scroll" role="region" aria-labelledby="compare-outcomes" tabIndex={0}>
        <table class="beside-each-other">
          <Head world={w} columns={columns} />
          {groupsOf(rows).map((g) => (
            <tbody key={g.title}>
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  {g.title}
                </th>
              </tr>
              {g.measures.map((m) => (
                <tr key={m}>
                  <th scope="row">{g.unit === "" ? measureLabel(w, m) : afterComma(measureLabel(w, m))}</th>
                  {columns.map((c, i) => {
                    const o = cell(c, m);
                    return (
                      <td key={i}>
                        {o ? median(o.horizon, o.unit) : "–"} <span class="soft small">{o ? band(o.horizon, o.unit) : ""}</span>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}
