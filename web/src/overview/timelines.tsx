// Small multiples of what happens in each theatre over time, scenarios overlaid.
import { useMemo } from "preact/hooks";
import type { Outcome, Run, World } from "../api";
import { original, result } from "../live";
import { Fan, type FanLine, LineKey } from "../parts/fan";
import { useAfterPaint } from "../parts/later";
import { count, num, scaleOf, span } from "../parts/number";
import { type Taken, TakeAlong } from "../parts/take";
import { afterComma, measureLabel } from "../parts/words";
import * as state from "../state";
import { groupsOf } from "./outcomes";

const shownKinds = new Set(["war", "crisis", "ended", "relapse", "share"]);

export function Timelines({ world }: { world: World }) {
  const mine = result.value?.document.findings?.outcomes;
  const theirs = original.value?.document.findings?.outcomes;
  const painted = useAfterPaint(useMemo(() => ({ mine, theirs }), [mine, theirs]));
  return painted?.mine ? <Multiples world={world} outcomes={painted.mine} before={painted.theirs?.rows} /> : null;
}

interface MultiplesProps {
  world: World;
  outcomes: { run: Run; rows: Outcome[] };
  before: Outcome[] | undefined; // of the world as written, where something else is looked at
}

function Multiples({ world, outcomes, before }: MultiplesProps) {
  const rows = useMemo(() => outcomes.rows.filter((r) => r.series), [outcomes]);
  if (rows.length === 0) return null;
  const params = state.params.value;
  const times = outcomes.run.times;
  const last = times.length - 1;
  const at = params["t"] === undefined ? last : Math.max(0, Math.min(last, Number(params["t"]) || 0));
  const hidden = new Set((params["hide"] ?? "").split(",").filter(Boolean));
  const played = world.scenarios.filter((s) => rows.some((r) => r.scenario === s.id));
  const fan = played.some((s) => s.id === params["fan"]) ? (params["fan"] ?? "") : (played[0]?.id ?? "");
  const setAt = (i: number): void => state.setParam("t", i === last ? "" : String(i));
  const toggle = (id: string): void => {
    if (hidden.has(id)) hidden.delete(id);
    else hidden.add(id);
    state.setParam("hide", [...hidden].join(","));
  };
  const kept = rows[0]?.series?.kept ?? 0;
  return (
    <section class="section" aria-labelledby="timelines-title">
      <header>
        <h2 id="timelines-title">How it unfolds</h2>
        <p class="soft small">
          Lines are medians of {count(kept)} worlds; the grey ground holds 90 of 100 worlds under one scenario.
          {before && " Dotted: the world as written."}
        </p>
      </header>
      <div class="reading-tools">
        <fieldset class="scenario-key">
          <legend class="hidden-text">Scenarios shown, and the one whose band is drawn</legend>
          {played.map((s) => {
            const index = world.scenarios.indexOf(s);
            return (
              <span key={s.id} class="entry">
                <label>
                  <input type="checkbox" checked={!hidden.has(s.id)} onChange={() => toggle(s.id)} />
                  <LineKey index={index} />
                  {s.title}
                </label>
                <button
                  type="button"
                  class="plain small"
                  aria-pressed={fan === s.id}
                  aria-label={`${fan === s.id ? "band drawn" : "draw band"}: ${s.title}`}
                  onClick={() => state.setParam("fan", s.id)}
                >
                  {fan === s.id ? "band drawn" : "draw band"}
                </button>
              </span>
            );
          })}
        </fieldset>
        <label class="read-at">
          Read off at <b>{times[at]}</b>
          <input type="range" min={0} max={last} value={at} onInput={(e) => setAt(e.currentTarget.valueAsNumber)} aria-valuetext={times[at]} />
        </label>
      </div>
      {rowsOf(world, rows).map((g) => (
          <div key={g.title} class="multiple-group">
            <h3>{g.title}</h3>
            <div class="multiples">
              {g.panels.map((p) => (
                <Panel
                  key={p.measure}
                  world={world}
                  group={p.group}
                  rows={rows}
                  before={before}
                  measure={p.measure}
                  title={p.title}
                  hidden={hidden}
                  fan={fan}
                  at={at}
                  onAt={setAt}
                  times={times}
                />
              ))}
            </div>
          </div>
        ))}
    </section>
  );
}

interface Row {
  title: string;
  panels: { measure: string; title: string; group: string[] }[];
}

// A row for each outcome that several theatres have; what one theatre alone has stands in its row.
function rowsOf(world: World, rows: Outcome[]): Row[] {
  const groups = groupsOf(rows).filter((g) => shownKinds.has(g.measures[0]?.split(".")[0] ?? ""));
  const theatre = (m: string): string => afterComma(measureLabel(world, m));
  const shared = groups
    .filter((g) => g.measures.length > 1)
    .map((g) => ({
      title: `${g.title}, ${scaleOf(g.unit).name}`,
      panels: g.measures.map((measure) => ({ measure, title: theatre(measure), group: g.measures })),
    }));
  const alone = new Map<string, Row>();
  for (const g of groups.filter((x) => x.measures.length === 1)) {
    const measure = g.measures[0] ?? "";
    const title = theatre(measure);
    const row = alone.get(title) ?? { title, panels: [] };
    row.panels.push({ measure, title: `${g.title}, ${scaleOf(g.unit).name}`, group: g.measures });
    alone.set(title, row);
  }
  return [...alone.values(), ...shared];
}

interface PanelProps {
  title: string;
  world: World;
  rows: Outcome[];
  before: Outcome[] | undefined;
  group: string[];
  measure: string;
  hidden: Set<string>;
  fan: string;
  at: number;
  times: string[];
  onAt: (i: number) => void;
}

function Panel({ world, title, rows, before, group, measure, hidden, fan, at, times, onAt }: PanelProps) {
  const mine = rows.filter((r) => r.measure === measure && !hidden.has(r.scenario));
  const lines: FanLine[] = mine.flatMap((r) => {
    if (!r.series) return [];
    const index = world.scenarios.findIndex((s) => s.id === r.scenario);
    const title = world.scenarios[index]?.title ?? r.scenario;
    const was = before?.find((b) => b.scenario === r.scenario && b.measure === measure)?.series ?? null;
    return [{ id: r.scenario, title, index, series: r.series, before: was }];
  });
  lines.sort((a, b) => a.index - b.index);
  const unit = mine[0]?.unit ?? "";
  const top = Math.max(
    ...rows
      .filter((r) => group.includes(r.measure))
      .map((r) => Math.max(...((r.scenario === fan ? r.series?.high : r.series?.median) ?? [0]))),
  );
  const label = measureLabel(world, measure);
  const { factor } = scaleOf(unit);
  // The error of these fewer worlds, from that of all of them at the horizon, where it is largest.
  const errorOf = (scenario: string, ofMean: number): number => {
    const row = mine.find((r) => r.scenario === scenario);
    if (!row?.horizon || !row.series || row.series.kept < 1) return 0;
    return factor * row.horizon.se * ofMean * Math.sqrt(row.horizon.n / row.series.kept);
  };
  const middle = (l: FanLine): string => num(factor * (l.series.median[at] ?? NaN), errorOf(l.id, 1.2533));
  const end = (l: FanLine, list: number[]): string => num(factor * (list[at] ?? NaN), errorOf(l.id, 2.1133));
  const taken: Taken = {
    name: measure.replaceAll(".", "-"),
    head: ["measure", "unit", "scenario", "time", "median", "low_5", "high_95", "mean", "worlds"],
    rows: () =>
      mine.flatMap((r) =>
        times.map((t, i) => [
          measure,
          unit,
          r.scenario,
          t,
          r.series?.median[i] ?? null,
          r.series?.low[i] ?? null,
          r.series?.high[i] ?? null,
          r.series?.mean[i] ?? null,
          r.series?.kept ?? null,
        ]),
      ),
    data: () => mine,
  };
  return (
    <figure class="panel" id={"panel-" + measure.replaceAll(".", "-")}>
      <figcaption>
        <b>{title}</b> <PanelTake taken={taken} of={label} id={"panel-" + measure.replaceAll(".", "-")} />
      </figcaption>
      <Fan name={label} unit={unit} times={times} lines={lines} fan={fan} at={at} top={top} onAt={onAt} />
      <table class="read-off">
        <caption class="hidden-text">
          {label} at {times[at]}, {scaleOf(unit).name}
        </caption>
        <tbody>
          {lines.map((l) => (
            <tr key={l.id} class={l.id === fan ? "chosen" : ""}>
              <th scope="row">
                <LineKey index={l.index} /> {l.title}
              </th>
              <td>{middle(l)}</td>
              <td class="soft">{span(end(l, l.series.low), end(l, l.series.high))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function PanelTake({ taken, of, id }: { taken: Taken; of: string; id: string }) {
  const svg = {
    get current() {
      return document.querySelector<SVGSVGElement>(`#${CSS.escape(id)} .fan svg`);
    },
  };
  return <TakeAlong taken={{ ...taken, svg }} of={of} />;
}
