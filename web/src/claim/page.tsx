// One claim: what was said, what becomes of it, and why.
import { useEffect, useState } from "preact/hooks";
import type { Claim, Verdict, World } from "../api";
import { original, result, world } from "../live";
import { Cases } from "../overview/claims";
import { count, counted, ofHundred } from "../parts/number";
import { Moved, VerdictBar, VerdictLegend, VerdictWords } from "../parts/verdict";
import { scenarioTitle, testSentence } from "../parts/words";
import type { Task } from "../runs";
import { getSource, type SourceText } from "../source/sources";
import * as state from "../state";
import { explanationOf, forget } from "./analysis";
import type { ExplainDocument } from "./explain";
import { Believe, BestScenario, Channels, Learn, Matters, TippingPoints, WhereFails } from "./reasons";
import "../overview/overview.css";
import "../compare/compare.css";
import "./claim.css";

export default function ClaimPage({ path }: { path: string[] }) {
  const w = world.value;
  if (!w) return <p class="soft">Reading the world.</p>;
  const claim = w.claims.find((c) => c.id === path[0]);
  if (!claim) {
    return (
      <>
        <h1>Claims</h1>
        {path[0] && <p role="alert">There is no claim “{path[0]}” in this world.</p>}
        <ul>
          {w.claims.map((c) => (
            <li key={c.id}>
              <a href={state.href("claim", [c.id])}>{c.title || c.id}</a>
            </li>
          ))}
        </ul>
      </>
    );
  }
  return <One key={claim.id} world={w} claim={claim} />;
}

function One({ world: w, claim }: { world: World; claim: World["claims"][number] }) {
  const findings = result.value?.document.findings;
  const verdict = findings?.verdicts.find((v) => v.claim === claim.id);
  const before = original.value?.document.findings?.verdicts.find((v) => v.claim === claim.id);
  const scale = findings?.scale ?? [];
  return (
    <article class="claim-page">
      <Neighbours world={w} claim={claim} />
      <header class="lead">
        <h1>{claim.title || claim.id}</h1>
      </header>
      <Said world={w} claim={claim} />
      <section class="section" aria-labelledby="verdict">
        <header>
          <h2 id="verdict">What becomes of it</h2>
        </header>
        {verdict ? <Verdicted world={w} verdict={verdict} before={before} scale={scale} /> : <p class="soft">Being played.</p>}
        {scale.length > 0 && <VerdictLegend scale={scale} />}
      </section>
      {verdict && <Sides world={w} verdict={verdict} />}
      <Why world={w} claim={claim} />
      <Signs world={w} verdict={verdict} />
    </article>
  );
}

function Neighbours({ world: w, claim }: { world: World; claim: Claim }) {
  const i = w.claims.findIndex((c) => c.id === claim.id);
  const [previous, next] = [w.claims[i - 1], w.claims[i + 1]];
  return (
    <nav class="neighbours small" aria-label="Claims">
      <span class="kicker">Claim {claim.letter}</span>
      {previous && <a href={state.href("claim", [previous.id])}>before: {previous.title}</a>}
      {next && <a href={state.href("claim", [next.id])}>next: {next.title}</a>}
    </nav>
  );
}

/** The id of the source that a claim stands in. */
export function sourceOf(w: World, c: World["claims"][number]): string {
  return c.source_id ?? w.sources.find((s) => s.title === c.source || s.id === c.source)?.id ?? c.source;
}

function Said({ world: w, claim }: { world: World; claim: World["claims"][number] }) {
  const id = sourceOf(w, claim);
  const [source, setSource] = useState<SourceText | null>(null);
  useEffect(() => {
    let here = true;
    getSource(id)
      .then((s) => here && setSource(s))
      .catch(() => here && setSource(null)); // then the quote stands without its sentence
    return () => {
      here = false;
    };
  }, [id, w.model]);
  const mark = source?.marks.find((m) => m.kind === "claim" && m.id === claim.id);
  const around = source && mark ? sentenceAround(source.characters, mark.start, mark.end) : null;
  return (
    <figure class="said-words">
      <blockquote class="serif">
        {around ? (
          <>
            {around.before}
            <mark>{around.quote}</mark>
            {around.after}
          </>
        ) : (
          `“${claim.quote}”`
        )}
      </blockquote>
      <figcaption class="small">
        — {claim.speaker}
        {claim.to !== "" && `, to ${claim.to}`}
        {claim.hedge !== "" && `; hedged: “${claim.hedge}”`}.{" "}
        <a href={state.href("source", [id, `claim.${claim.id}`])}>In its source: {w.sources.find((s) => s.id === id)?.title ?? claim.source}</a>
      </figcaption>
      {claim.gloss !== "" && (
        <p class="gloss">
          <b>How that is read here.</b> {claim.gloss}
        </p>
      )}
    </figure>
  );
}

/** The sentences that a quote lies in. Offsets count code points. */
export function sentenceAround(text: string[], start: number, end: number): { before: string; quote: string; after: string } {
  const ends = (i: number): boolean => text[i] === "\n" || (/[.!?]/.test(text[i] ?? "") && (text[i + 1] === " " || text[i + 1] === "\n"));
  let from = start;
  while (from > 0 && !ends(from - 1)) from--;
  let to = end;
  while (to < text.length && !ends(to - 1)) to++;
  const join = (a: number, b: number): string => text.slice(a, b).join("");
  return { before: join(from, start).trimStart(), quote: join(start, end), after: join(end, to).trimEnd() };
}

function Verdicted({ world: w, verdict: v, before, scale }: { world: World; verdict: Verdict; before: Verdict | undefined; scale: Parameters<typeof VerdictWords>[0]["scale"] }) {
  return (
    <div class="found">
      <VerdictBar shares={v.shares} before={before?.shares ?? null} />
      <VerdictWords world={w} verdict={v} scale={scale} />
      {before && <Moved now={v.shares} before={before.shares} />}
      {v.shares && (
        <p>
          That is: of 100 worlds that could be ours as far as this model knows, it holds in {ofHundred(v.shares.holds.share).replace(" of 100 worlds", "")}, makes
          no difference in {ofHundred(v.shares.flat.share).replace(" of 100 worlds", "")}, and fails in{" "}
          {ofHundred(v.shares.fails.share).replace(" of 100 worlds", "")} ({count(v.worlds)} worlds judged).
        </p>
      )}
      <ul class="small tests">
        {v.tests.map((t, i) => (
          <li key={i}>
            {testSentence(w, t)}
            {t.margin !== null && t.margin !== 0 && ` The margin is ${t.margin} ${t.unit === "probability" ? "(a share of 1)" : t.unit}.`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sides({ world: w, verdict: v }: { world: World; verdict: Verdict }) {
  const theories = [...v.theories].sort((a, b) => Number(b.disagree) - Number(a.disagree) || b.weight - a.weight);
  return (
    <section class="section" aria-labelledby="rivals">
      <header>
        <h2 id="rivals">Under rival theories</h2>
      </header>
      <p class="soft small note">
        Which theory is right is not known: each world draws one rival of each. Here the worlds are sorted by what they drew, the theory that matters most first.
        Choose a rival and every world draws it.
      </p>
      <div class="theories">
        {theories.map((t) => (
          <div key={t.id} class="theory small">
            <p>
              <b>{t.id}</b>
              {t.disagree && <span class="open-ink"> turns the answer</span>}
              {t.says && <span class="soft"> · {t.says}</span>}
            </p>
            <Cases cases={t.rivals} of={t.id} />
            <RivalChoice world={w} theory={t.id} rivals={t.rivals.map((r) => r.id)} />
          </div>
        ))}
      </div>
      {v.references.length > 0 && (
        <>
          <h3 class="worse">Worse than what?</h3>
          <p class="soft small note">The same claim against other scenarios.</p>
          <Cases cases={v.references.map((r) => ({ ...r, says: r.says || scenarioTitle(w, r.id) }))} of="reference" />
        </>
      )}
    </section>
  );
}

function RivalChoice({ world: w, theory, rivals }: { world: World; theory: string; rivals: string[] }) {
  const chosen = state.variant.value.rival?.[theory] ?? "";
  const known = w.theories.find((t) => t.id === theory)?.rivals.map((r) => r.id) ?? rivals;
  return (
    <label>
      In every world{" "}
      <select value={chosen} aria-label={`Rival of ${theory} in every world`} onChange={(e) => state.chooseRival(theory, e.currentTarget.value || null)}>
        <option value="">drawn by weight</option>
        {known.map((id) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </select>
    </label>
  );
}

function Why({ world: w, claim }: { world: World; claim: Claim }) {
  const [tries, again] = useState(0);
  const [task, setTask] = useState<Task<ExplainDocument> | null>(null);
  const variant = state.variant.value;
  const size = state.runSize.value;
  useEffect(() => {
    // A drag should not begin an analysis at each of its steps.
    const timer = setTimeout(() => setTask(explanationOf(claim.id, variant, size)), task ? 900 : 0);
    return () => clearTimeout(timer);
  }, [claim.id, variant, size, w.model, tries]);
  if (!task) return null;
  const document = task.document.value;
  const reasons = document?.reasons;
  return (
    <>
      <WhyStatus
        task={task}
        onAgain={() => {
          forget(task);
          again(tries + 1);
        }}
      />
      {document && <Channels world={w} document={document} />}
      {reasons && (
        <>
          <Matters world={w} reasons={reasons} />
          <WhereFails world={w} reasons={reasons} />
          <TippingPoints world={w} reasons={reasons} />
          <Learn world={w} reasons={reasons} />
          <BestScenario world={w} reasons={reasons} />
          <Believe world={w} reasons={reasons} />
        </>
      )}
    </>
  );
}

function WhyStatus({ task, onAgain }: { task: Task<ExplainDocument>; onAgain: () => void }) {
  const s = task.state.value;
  const p = task.progress.value;
  if (s === "done") return null;
  const over = s === "cancelled" || s === "failed";
  return (
    <div class="notice calm why-status">
      <p role="status">
        {s === "failed"
          ? `Why it is so could not be found out. ${task.error.value}`
          : s === "cancelled"
            ? "Stopped; what was found so far stands below."
            : s === "waiting"
              ? "Waiting for the server."
              : `Finding out why: worlds are played with links cut and assumptions moved${p?.seconds_left ? `, about ${counted(Math.ceil(p.seconds_left), "second")} left` : ""}.`}
      </p>
      {!over && <progress max={p?.total ?? 1} value={p ? p.done : undefined} aria-label="Played for the explanation" />}
      {over ? (
        <button type="button" onClick={onAgain}>
          Find out again
        </button>
      ) : (
        <button type="button" onClick={() => void task.cancel()}>
          Stop the analysis
        </button>
      )}
    </div>
  );
}

interface Signpost {
  id: string;
  observe?: string;
  by?: string;
  theory?: string;
  under?: Record<string, string>;
}

function Signs({ world: w, verdict: v }: { world: World; verdict: Verdict | undefined }) {
  const on = new Set(v?.depends_on.filter((d) => d.on === "theory").map((d) => d.id) ?? []);
  const signs = (w.signposts as unknown as Signpost[]).filter((s) => s.theory && on.has(s.theory) && s.observe);
  if (signs.length === 0) return null;
  return (
    <section class="section" aria-labelledby="signs">
      <header>
        <h2 id="signs">What time will show</h2>
      </header>
      <ul class="signs-list">
        {signs.map((s) => (
          <li key={s.id}>
            <p>
              {s.observe}, by {s.by} <span class="soft">({s.theory})</span>
            </p>
            <dl class="small">
              {Object.entries(s.under ?? {}).map(([rival, expects]) => (
                <div key={rival}>
                  <dt>{rival}</dt>
                  <dd>{expects}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
