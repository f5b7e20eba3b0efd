// Scenarios by outcomes: the median of the worlds, and in small type where 90 of 100 lie.
import type { Outcome, World } from "../api";
import { original, result } from "../live";
import { band, count, median, medianError, num, scaleOf } from "../parts/number";
import { type Taken, TakeAlong } from "../parts/take";
import { afterComma, measureLabel, scenarioTitle } from "../parts/words";

const titles: Record<string, string> = {
  war: "Chance that a war begins",
  crisis: "Chance of a crisis",
  ended: "Chance that the war ends",
  relapse: "Chance of war again after its end",
  share: "What the challenger holds of the stake",
  reach: "Hostile missiles expected to arrive",
  cost: "Losses, expected",
};

interface Group {
  title: string;
  unit: string;
  measures: string[];
}

/** Rows of the table with one heading; what has no usual heading stands at the end. */
export function groupsOf(rows: Outcome[]): Group[] {
  const units = new Map(rows.map((r) => [r.measure, r.unit]));
  const groups: Group[] = Object.entries(titles).map(([kind, title]) => {
    const measures = [...units.keys()].filter((m) => m.split(".").length === 2 && m.startsWith(kind + "."));
    return { title, unit: units.get(measures[0] ?? "") ?? "", measures };
  });
  const seen = new Set(groups.flatMap((g) => g.measures));
  const rest = [...units.keys()].filter((m) => !seen.has(m));
  groups.push({ title: "Asked for besides", unit: "", measures: rest });
  return groups.filter((g) => g.measures.length > 0);
}

export function Outcomes({ world }: { world: World }) {
  const outcomes = result.value?.document.findings?.outcomes;
  if (!outcomes) return null;
  const rows = outcomes.rows;
  const before = original.value?.document.findings?.outcomes?.rows;
  const played = new Set(rows.map((r) => r.scenario));
  const scenarios = world.scenarios.filter((s) => played.has(s.id));
  const of = (list: Outcome[] | undefined, scenario: string, measure: string): Outcome | undefined =>
    list?.find((r) => r.scenario === scenario && r.measure === measure);
  const taken: Taken = {
    name: "outcomes",
    head: ["measure", "label", "unit", "scenario", "worlds", "median", "low_5", "high_95", "mean", "standard_error"],
    rows: () =>
      rows.map((r) => [
        r.measure,
        measureLabel(world, r.measure),
        r.unit,
        r.scenario,
        r.horizon?.n ?? null,
        r.horizon?.median ?? null,
        r.horizon?.low ?? null,
        r.horizon?.high ?? null,
        r.horizon?.mean ?? null,
        r.horizon?.se ?? null,
      ]),
    data: () => rows.map(({ series: _, ...row }) => row),
  };
  return (
    <section class="section" aria-labelledby="outcomes-title">
      <header>
        <h2 id="outcomes-title">What happens by {world.times.at(-1)}</h2>
        <p class="soft small">
          Each number is the median of {count(outcomes.run.played)} possible worlds; below it, where 90 of 100 worlds lie. Its
          digits stop where the standard error begins{before ? "; what changed against the world as written stands beside it" : ""}.
        </p>
        <TakeAlong taken={taken} of="Outcomes" />
      </header>
      <div class="scroll" role="region" aria-labelledby="outcomes-title" tabIndex={0}>
        <table class="outcomes">
          <thead>
            <tr>
              <th scope="col">
                <span class="hidden-text">Outcome</span>
              </th>
              {scenarios.map((s) => (
                <th scope="col" key={s.id} title={s.note ?? ""}>
                  {s.title}
                </th>
              ))}
            </tr>
          </thead>
          {groupsOf(rows).map((g) => (
            <tbody key={g.title}>
              <tr>
                <th scope="rowgroup" colSpan={scenarios.length + 1}>
                  {g.title}
                  {g.unit !== "" && `, ${scaleOf(g.unit).name}`}
                </th>
              </tr>
              {g.measures.map((m) => (
                <tr key={m}>
                  <th scope="row">{g.unit === "" ? measureLabel(world, m) : afterComma(measureLabel(world, m))}</th>
                  {scenarios.map((s) => (
                    <OutcomeCell key={s.id} now={of(rows, s.id, m)} before={of(before, s.id, m)} />
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <p class="soft small narrow-only">
        {scenarios.length} scenarios stand side by side: {scenarios.map((s) => scenarioTitle(world, s.id)).join("; ")}. Scroll sideways.
      </p>
    </section>
  );
}

function OutcomeCell({ now, before }: { now: Outcome | undefined; before: Outcome | undefined }) {
  if (!now?.horizon) return <td>–</td>;
  const text = median(now.horizon, now.unit);
  const { factor } = scaleOf(now.unit);
  const se = `standard error of the mean ${num(factor * now.horizon.se)}, ${count(now.horizon.n)} worlds`;
  const was = before ? median(before.horizon, before.unit) : text;
  const moved = before?.horizon && Math.abs(now.horizon.median - before.horizon.median) > medianError(now.horizon) * 0.5;
  return (
    <td title={se}>
      <span class="median">{text}</span>
      {moved && was !== text && (
        <span class="was small">
          {" "}
          <span class="hidden-text">as written:</span> <s>{was}</s>
        </span>
      )}
      <span class="band-text">{band(now.horizon, now.unit)}</span>
    </td>
  );
}
