// One assumption: its distribution, its grounds, and the handle.
import { useComputed } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Factor, World } from "../api";
import { factorWords } from "../parts/factor";
import { exact, parted } from "../parts/number";
import * as state from "../state";
import { below, onGrid, stepFor, stepsOf } from "./shape";

interface Props {
  world: World;
  factor: Factor;
  selected: boolean;
  influence: number | undefined;
}

export function Row({ world: w, factor: f, selected, influence }: Props) {
  const pinned = useComputed(() => state.variant.value.pin?.[f.name]).value;
  const narrowed = useComputed(() => state.variant.value.narrow?.[f.name]?.join(" ") ?? "").value;
  const range = narrowed === "" ? null : (narrowed.split(" ").map(Number) as [number, number]);
  const changed = pinned !== undefined || range !== null;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) item.current?.scrollIntoView({ block: "center" });
  }, [selected]);
  return (
    <li ref={item} class={["factor", selected ? "chosen" : "", changed ? "changed" : ""].join(" ")} data-factor={f.name}>
      <div class="about">
        <h3 id={"f-" + f.name}>{factorWords(w, f.name)}</h3>
        <p class="small">
          <code class="mono">{f.law}</code> {f.unit && <span class="soft">{f.unit}</span>}
          {influence !== undefined && influence > 0 && <span class="open-ink"> explains {parted(influence)} of the spread of a claim</span>}
        </p>
        <p class="small soft">
          {f.judgement ? <b class="judgement">judgement call</b> : <Grounds world={w} factor={f} />}
          {f.note ? `: ${f.note}` : ""}{" "}
          <a href={state.href("editor", [f.place.file], { line: String(f.place.line) })}>
            {f.place.file}:{f.place.line}
          </a>
        </p>
      </div>
      {f.categories && f.categories.length > 0 ? (
        <Categories factor={f} pinned={pinned} />
      ) : (
        <Handle factor={f} name={factorWords(w, f.name)} pinned={pinned} range={range} />
      )}
    </li>
  );
}

function Grounds({ world: w, factor: f }: { world: World; factor: Factor }) {
  return (
    <>
      {f.evidence.map((e, i) => {
        const known = w.evidence[e.id];
        return (
          <span key={e.id}>
            {i > 0 && "; "}
            {e.title || known?.title || e.id}
          </span>
        );
      })}
    </>
  );
}

function Categories({ factor: f, pinned }: { factor: Factor; pinned: number | undefined }) {
  return (
    <div class="handle">
      <label class="small">
        In every world{" "}
        <select
          value={pinned === undefined ? "" : String(pinned)}
          onChange={(e) => (e.currentTarget.value === "" ? state.reset(f.name) : state.pin(f.name, Number(e.currentTarget.value), "push"))}
        >
          <option value="">drawn by weight</option>
          {f.categories?.map((c) => (
            <option key={c.value} value={String(c.value)}>
              {c.label}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface HandleProps {
  factor: Factor;
  name: string;
  pinned: number | undefined;
  range: [number, number] | null;
}

function Handle({ factor: f, name, pinned, range }: HandleProps) {
  const [low = 0, high = 1] = [f.quantiles[0], f.quantiles.at(-1)];
  const middle = f.quantiles[10] ?? (low + high) / 2;
  const step = useMemo(() => stepFor(low, high), [low, high]);
  const [narrowing, setNarrowing] = useState(range !== null);
  const value = pinned ?? middle;
  const changed = pinned !== undefined || range !== null;
  if (!(high > low)) {
    return <p class="handle small soft">Follows from others; it has no range of its own here.</p>;
  }
  return (
    <div class="handle">
      <Shape factor={f} low={low} high={high} pinned={pinned} range={range} />
      {narrowing ? (
        <div class="ends-of">
          {(["low", "high"] as const).map((end, i) => (
            <input
              key={end}
              type="range"
              min={low}
              max={high}
              step="any"
              value={range?.[i] ?? (i === 0 ? low : high)}
              aria-label={`${name}: ${i === 0 ? "at least" : "at most"}`}
              aria-valuetext={`${exact(range?.[i] ?? (i === 0 ? low : high))} ${f.unit}`}
              onKeyDown={(e) => byKey(e, step, (d) => narrowBy(f, range, low, high, i, (range?.[i] ?? (i === 0 ? low : high)) + d, step))}
              onInput={(e) => narrowBy(f, range, low, high, i, e.currentTarget.valueAsNumber, step)}
            />
          ))}
        </div>
      ) : (
        <input
          type="range"
          min={low}
          max={high}
          step="any"
          value={value}
          class={pinned === undefined ? "at-rest" : ""}
          aria-label={`${name}: pin to`}
          aria-valuetext={pinned === undefined ? `not pinned, middle ${exact(middle)} ${f.unit}` : `${exact(value)} ${f.unit}`}
          onKeyDown={(e) => byKey(e, step, (d) => state.pin(f.name, clamp(onGrid(value + d, step), low, high)))}
          onInput={(e) => state.pin(f.name, onGrid(e.currentTarget.valueAsNumber, step))}
        />
      )}
      <div class="fields small">
        {narrowing ? (
          <>
            <NumberField label={`${name}: at least, a number`} value={range?.[0] ?? null} hint={exact(low)} onValue={(v) => narrowBy(f, range, low, high, 0, v, 0)} />
            <span>to</span>
            <NumberField label={`${name}: at most, a number`} value={range?.[1] ?? null} hint={exact(high)} onValue={(v) => narrowBy(f, range, low, high, 1, v, 0)} />
            <span class="soft">{range && `${Math.round(100 * (below(f.quantiles, range[1]) - below(f.quantiles, range[0])))} % of what was believed`}</span>
          </>
        ) : (
          <>
            <NumberField label={`${name}: a number`} value={pinned ?? null} hint={exact(middle)} onValue={(v) => state.pin(f.name, v, "push")} />
            <span class="soft">{pinned === undefined ? `middle ${exact(middle)}, 90 %: ${exact(f.quantiles[1])} to ${exact(f.quantiles[19])}` : `above ${Math.round(100 * below(f.quantiles, pinned))} % of what was believed`}</span>
          </>
        )}
        <button
          type="button"
          class="plain"
          aria-label={narrowing ? `pin instead: ${name}` : `narrow instead: ${name}`}
          onClick={() => {
            if (range) state.reset(f.name);
            setNarrowing(!narrowing);
          }}
        >
          {narrowing ? "pin instead" : "narrow instead"}
        </button>
        {changed && (
          <button type="button" aria-label={`Reset: ${name}`} onClick={() => state.reset(f.name)}>
            Reset
          </button>
        )}
      </div>
    </div>
  );
}

const clamp = (v: number, low: number, high: number): number => Math.max(low, Math.min(high, v));

// Browsers step a range with step "any" by a hundredth of it; the grid is kinder to the eye.
function byKey(e: KeyboardEvent, step: number, move: (by: number) => void): void {
  const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[e.key];
  if (by === undefined) return;
  e.preventDefault();
  move(by * step * 2);
}

function narrowBy(f: Factor, range: [number, number] | null, low: number, high: number, end: number, to: number, step: number): void {
  const value = step > 0 ? onGrid(to, step) : to;
  const next: [number, number] = [range?.[0] ?? low, range?.[1] ?? high];
  next[end === 0 ? 0 : 1] = clamp(value, low, high);
  if (next[0] < next[1]) state.narrow(f.name, next[0], next[1]);
}

function NumberField({ label, value, hint, onValue }: { label: string; value: number | null; hint: string; onValue: (v: number) => void }) {
  return (
    <input
      type="number"
      step="any"
      aria-label={label}
      placeholder={hint}
      value={value === null ? "" : String(value)}
      onChange={(e) => {
        if (Number.isFinite(e.currentTarget.valueAsNumber)) onValue(e.currentTarget.valueAsNumber);
      }}
    />
  );
}

function Shape({ factor: f, low, high, pinned, range }: { factor: Factor; low: number; high: number; pinned: number | undefined; range: [number, number] | null }) {
  const d = useMemo(() => {
    const x = (v: number): string => ((100 * (v - low)) / (high - low)).toFixed(2);
    let path = "M0 30";
    for (const s of stepsOf(f.quantiles)) path += `V${(29 - 27 * s.density).toFixed(1)}`.replace("V", `L${x(s.from)} `) + `H${x(s.to)}`;
    return path + "L100 30Z";
  }, [f, low, high]);
  const at = (v: number): number => (100 * (v - low)) / (high - low);
  return (
    <svg class="shape" viewBox="0 0 100 30" preserveAspectRatio="none" width="100%" height="30" role="img" aria-label={`Distribution: middle ${exact(f.quantiles[10])}, 90 of 100 worlds between ${exact(f.quantiles[1])} and ${exact(f.quantiles[19])} ${f.unit}`}>
      <path d={d} />
      {range && <rect class="within" x={at(range[0])} y="0" width={Math.max(0.4, at(range[1]) - at(range[0]))} height="30" />}
      {pinned !== undefined && <line class="pin" x1={at(pinned)} x2={at(pinned)} y1="0" y2="30" />}
      {pinned === undefined && !range && <line class="middle" x1={at(f.quantiles[10] ?? low)} x2={at(f.quantiles[10] ?? low)} y1="4" y2="30" />}
    </svg>
  );
}
