// The overview: what becomes of each claim, what happens under each scenario, and how it
// unfolds in each theatre.
import { result, world } from "../live";
import { counted } from "../parts/number";
import { Claims } from "./claims";
import { Outcomes } from "./outcomes";
import { Timelines } from "./timelines";
import { tally } from "./tally";
import "./overview.css";

export default function Overview() {
  const w = world.value;
  if (!w) return <p class="soft">Reading the world.</p>;
  const verdicts = result.value?.document.findings?.verdicts ?? [];
  return (
    <article class="overview">
      <header class="lead">
        <p class="kicker">
          {w.times[0]} to {w.times.at(-1)} · {counted(w.theatres.length, "theatre")} · {counted(w.actors.length, "actor")} ·{" "}
          {counted(w.scenarios.length, "scenario")}
        </p>
        <h1>{w.title}</h1>
        <p class="standfirst serif">{verdicts.length > 0 ? tally(verdicts) : `${counted(w.claims.length, "claim")} to be tried.`}</p>
      </header>
      <Claims world={w} />
      <Outcomes world={w} />
      <Timelines world={w} />
    </article>
  );
}
