// What the changes do: the verdicts that moved first, then the theatres over time.
import type { Link, Verdict, World } from "../api";
import { original, originalVerdicts, result, verdicts } from "../live";
import { Fan, type FanLine } from "../parts/fan";
import { counted } from "../parts/number";
import { Moved, VerdictBar } from "../parts/verdict";
import { measureLabel, scenarioTitle } from "../parts/words";
import * as state from "../state";

const moved = (now: Verdict, was: Verdict | undefined): number => {
  if (!now.shares || !was?.shares) return 0;
  return Math.max(Math.abs(now.shares.holds.share - was.shares.holds.share), Math.abs(now.shares.fails.share - was.shares.fails.share));
};

export function Effects({ link }: { link: Link | undefined }) {
  const list = verdicts.value;
  if (list.length === 0) return null;
  const before = new Map(originalVerdicts.value.map((v) => [v.claim, v]));
  const leaning = new Set(link?.claims ?? []);
  const compared = original.value !== null;
  const rank = (v: Verdict): number => (compared ? moved(v, before.get(v.claim)) : 0) + (leaning.has(v.claim) ? 1e-6 : 0);
  const order = [...list].sort((a, b) => rank(b) - rank(a));
  const many = order.filter((v) => moved(v, before.get(v.claim)) >= 0.005).length;
  return (
    <section class="effects" aria-labelledby="effects-title">
      <header>
        <h2 id="effects-title">{compared ? `What “${state.variantName.value}” changes` : "Where the verdicts stand"}</h2>
        <p class="soft small" role="status">
          {compared
            ? many === 0
              ? "No verdict moves by as much as 1 of 100 worlds."
              : `${counted(many, "verdict")} of ${list.length} ${many === 1 ? "moves" : "move"}; those that move most stand first. The thin bar is the world as written, in the same worlds.`
            : "Cut a link and they move, against the same worlds."}
        </p>
      </header>
      <ul class="short-claims">
          {order.map((v) => (
            <li key={v.claim}>
              <p>
                <a href={state.href("claim", [v.claim])}>{v.title || v.claim}</a>
                {leaning.has(v.claim) && <span class="soft small"> leans on the chosen link</span>}
              </p>
              <VerdictBar shares={v.shares} before={before.get(v.claim)?.shares ?? null} />
              {compared && moved(v, before.get(v.claim)) >= 0.005 && (
                <Moved now={v.shares} before={before.get(v.claim)?.shares} />
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}

// The theatres over time, under the scenario whose band the overview draws.
export function Theatres({ world: w }: { world: World }) {
  const outcomes = result.value?.document.findings?.outcomes;
  if (!outcomes) return null;
  const rows = outcomes.rows.filter((r) => r.series);
  const wanted = state.params.value["fan"] ?? "";
  const scenario = rows.some((r) => r.scenario === wanted) ? wanted : (w.scenarios.find((s) => rows.some((r) => r.scenario === s.id))?.id ?? "");
  const before = original.value?.document.findings?.outcomes?.rows;
  const at = outcomes.run.times.length - 1;
  const measures = w.theatres.map((t) => (t.status === "war" ? "relapse." : "war.") + t.id);
  return (
    <section class="section" aria-labelledby="fans-title">
      <header>
        <h2 id="fans-title">The theatres over time</h2>
        <label class="small">
        Under{" "}
        <select value={scenario} onChange={(e) => state.setParam("fan", e.currentTarget.value)}>
          {w.scenarios
            .filter((s) => rows.some((r) => r.scenario === s.id))
            .map((s) => (
              <option key={s.id} value={s.id}>
                {s.title}
              </option>
            ))}
        </select>
        </label>
      </header>
      <div class="short-fans">
      {measures.map((m) => {
        const row = rows.find((r) => r.measure === m && r.scenario === scenario);
        if (!row?.series) return null;
        const line: FanLine = {
          id: scenario,
          title: scenarioTitle(w, scenario),
          index: 0,
          series: row.series,
          before: before?.find((b) => b.measure === m && b.scenario === scenario)?.series ?? null,
        };
        return (
          <figure key={m} class="panel">
            <figcaption>
              Chance of {measureLabel(w, m)}, %
            </figcaption>
            <Fan name={measureLabel(w, m)} unit={row.unit} times={outcomes.run.times} lines={[line]} fan={scenario} at={at} top={1} onAt={() => undefined} />
          </figure>
        );
      })}
      </div>
      <p class="soft small">
        The line is the median; the ground holds 90 of 100 worlds{original.value ? "; dotted is the world as written, in the same worlds" : ""}.
      </p>
    </section>
  );
}
