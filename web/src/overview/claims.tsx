// The claims, each with what became of it.
import { useMemo, useState } from "preact/hooks";
import type { Case, Claim, Level, Verdict, World } from "../api";
import { original, result } from "../live";
import { count, percent } from "../parts/number";
import { type Taken, TakeAlong } from "../parts/take";
import { barLabel, Moved, VerdictBar, VerdictLegend, VerdictWords } from "../parts/verdict";
import { scenarioTitle, sizes } from "../parts/words";
import * as state from "../state";

export function Claims({ world }: { world: World }) {
  const r = result.value;
  const findings = r?.document.findings;
  const scale = findings?.scale ?? [];
  const by = state.params.value["by"] ?? "";
  const theories = useMemo(() => theoriesOf(findings?.verdicts ?? []), [findings]);
  const before = original.value?.document.findings?.verdicts;
  const claims = r?.document.claims ?? world.claims;
  const taken: Taken = {
    name: "claims",
    head: ["claim", "title", "verdict", "worlds", "holds", "flat", "fails", "sizes"],
    rows: () =>
      (findings?.verdicts ?? []).map((v) => [
        v.claim,
        v.title ?? "",
        v.headline,
        v.worlds,
        v.shares?.holds.share ?? null,
        v.shares?.flat.share ?? null,
        v.shares?.fails.share ?? null,
        sizes(world, v)
          .map((s) => `${s.name} ${s.text}`.trim())
          .join("; "),
      ]),
    data: () => findings?.verdicts ?? [],
  };
  return (
    <section class="section" aria-labelledby="claims-title">
      <header>
        <h2 id="claims-title">What becomes of the claims</h2>
        <div class="tools">
          <label>
            Split each by{" "}
            <select value={by} onChange={(e) => state.setParam("by", e.currentTarget.value, "push")}>
              <option value="">nothing</option>
              {theories.map((id) => (
                <option key={id} value={id}>
                  rivals of {id}
                </option>
              ))}
            </select>
          </label>
          <TakeAlong taken={taken} of="Verdicts" />
        </div>
      </header>
      {claims.length === 0 && <p>The world has no claim to judge.</p>}
      <ol class="claims">
        {claims.map((c) => (
          <ClaimRow
            key={c.id}
            world={world}
            claim={c}
            verdict={findings?.verdicts.find((v) => v.claim === c.id)}
            before={before?.find((v) => v.claim === c.id)}
            scale={scale}
            by={by}
          />
        ))}
      </ol>
      {scale.length > 0 && <VerdictLegend scale={scale} />}
    </section>
  );
}

/** Theories that some verdict depends on come first. */
function theoriesOf(verdicts: Verdict[]): string[] {
  const weight = new Map<string, number>();
  for (const v of verdicts) for (const t of v.theories) weight.set(t.id, (weight.get(t.id) ?? 0) + t.weight + (t.disagree ? 1 : 0));
  return [...weight].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

interface RowProps {
  world: World;
  claim: Claim;
  verdict: Verdict | undefined;
  before: Verdict | undefined;
  scale: Level[];
  by: string;
}

function ClaimRow({ world, claim, verdict, before, scale, by }: RowProps) {
  const theory = verdict?.theories.find((t) => t.id === by);
  return (
    <li class="claim" id={"claim-" + claim.id}>
      <div class="said">
        <span class="letter" aria-hidden="true">
          {claim.letter}
        </span>
        <div>
          <h3>
            <a href={state.href("claim", [claim.id])}>{claim.title || claim.id}</a>
          </h3>
          <p class="small soft">
            {claim.speaker}
            {claim.to !== "" && `, to ${claim.to}`}
            {claim.hedge !== "" && `; hedged: “${claim.hedge}”`}
          </p>
        </div>
      </div>
      <div class="found">
        {verdict ? (
          <>
            <VerdictBar shares={verdict.shares} before={before?.shares ?? null} />
            <VerdictWords world={world} verdict={verdict} scale={scale} />
            {before && <Moved now={verdict.shares} before={before.shares} />}
            {theory && <Cases cases={theory.rivals} of={theory.id} />}
            <Rivals world={world} verdict={verdict} />
          </>
        ) : (
          <p class="soft">{result.value ? "Not judged in this answer." : "Being played."}</p>
        )}
      </div>
    </li>
  );
}

const mostRivals = 4;

/** Every rival theory and every other reference, on demand. */
function Rivals({ world, verdict }: { world: World; verdict: Verdict }) {
  const [open, setOpen] = useState(false); // hundreds of bars are drawn only where they are wanted
  const theories = [...verdict.theories].sort((a, b) => Number(b.disagree) - Number(a.disagree) || b.weight - a.weight);
  if (theories.length + verdict.references.length === 0) return null;
  const turning = theories.filter((t) => t.disagree).length;
  const shown = theories.slice(0, Math.max(mostRivals, turning));
  const rest = theories.slice(shown.length);
  return (
    <details class="rivals small" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>By rival theory and by reference</summary>
      {open && shown.map((t) => (
        <TheoryCases key={t.id} id={t.id} says={t.says ?? ""} cases={t.rivals} turns={t.disagree} />
      ))}
      {open && rest.length > 0 && (
        <details>
          <summary>{count(rest.length)} more theories, which matter less</summary>
          {rest.map((t) => (
            <TheoryCases key={t.id} id={t.id} says={t.says ?? ""} cases={t.rivals} turns={false} />
          ))}
        </details>
      )}
      {open && verdict.references.length > 0 && (
        <div class="theory">
          <p>
            <b>Compared with another scenario</b>
          </p>
          <Cases cases={verdict.references.map((r) => ({ ...r, says: r.says || scenarioTitle(world, r.id) }))} of="reference" />
        </div>
      )}
    </details>
  );
}

function TheoryCases({ id, says, cases, turns }: { id: string; says: string; cases: Case[]; turns: boolean }) {
  return (
    <div class="theory">
      <p>
        <b>{id}</b>
        {turns && <span class="open-ink"> turns the answer</span>}
        {says !== "" && <span class="soft"> · {says}</span>}
      </p>
      <Cases cases={cases} of={id} />
    </div>
  );
}

export function Cases({ cases, of }: { cases: Case[]; of: string }) {
  return (
    <ul class="cases" aria-label={`By ${of}`}>
      {cases.map((c) => (
        <li key={c.id}>
          <span title={c.says}>
            {c.id}
            {c.says && <span class="soft"> {c.says}</span>}
          </span>
          <span>
            <VerdictBar shares={c.shares} small />
            {c.shares ? (
              <span class="soft" title={barLabel(c.shares)}>
                holds {percent(c.shares.holds)}; fails {percent(c.shares.fails)}; {count(c.worlds)} worlds
                {c.few ? ", too few to tell" : ""}
              </span>
            ) : (
              <span class="soft">no world could be played</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
