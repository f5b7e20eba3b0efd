// Bars about a zero line, with their intervals: the waterfall and lists of shares.
import { scaleLinear } from "d3-scale";
import { AxisBottom } from "../parts/axis";
import { changeOf, withError } from "../parts/number";
import { useWidth } from "../parts/size";
import type { Attribution } from "./explain";

const row = 24;

interface Step {
  name: string;
  from: number;
  to: number;
  se: number;
  text: string;
  kind: "part" | "base" | "whole";
}

function stepsOf(a: Attribution, factor: number): Step[] {
  const steps: Step[] = [];
  let at = 0;
  const push = (name: string, value: number, se: number, kind: Step["kind"]): void => {
    const from = kind === "part" ? at : 0;
    const to = kind === "part" ? at + value : value;
    if (kind !== "whole") at = to;
    steps.push({ name, from, to, se, text: withError(value, se), kind });
  };
  if (a.without) push("without any link", factor * a.without.value, factor * a.without.se, "base");
  for (const p of a.parts) if (p.value) push(p.channel, factor * p.value.value, factor * p.value.se, "part");
  if (a.total) push("the whole", factor * a.total.value, factor * a.total.se, "whole");
  return steps;
}

/** From what remains without any link, over what each channel adds, to the whole. */
export function Waterfall({ of: a, name }: { of: Attribution; name: string }) {
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const { factor, name: unit } = changeOf(a.unit);
  const steps = stepsOf(a, factor);
  const left = Math.min(130, width * 0.3);
  const right = Math.max(92, 16 + 7 * Math.max(...steps.map((s) => s.text.length))); // room for the longest number
  const height = steps.length * row + 40;
  const ends = steps.flatMap((s) => [s.from, s.to - 2 * s.se, s.to + 2 * s.se]);
  const x = scaleLinear([Math.min(0, ...ends), Math.max(0, ...ends)], [left, width - right]).nice(5);
  const summary = steps.map((s) => `${s.name} ${s.text}`).join("; ");
  return (
    <div ref={ref} class="waterfall">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${name}, ${unit}: ${summary}`}>
        <line class="zero" x1={x(0)} x2={x(0)} y1={0} y2={height - 38} />
        {steps.map((s, i) => {
          const y = i * row + 4;
          const next = steps[i + 1];
          const sign = s.kind !== "part" ? s.kind : s.to >= s.from ? "up" : "down";
          return (
            <g key={s.name}>
              <text class="name" x={left - 8} y={y + 12} text-anchor="end">
                {s.name}
              </text>
              <rect class={"bar " + sign} x={x(Math.min(s.from, s.to))} width={Math.max(1, Math.abs(x(s.to) - x(s.from)))} y={y} height={row - 9} />
              <line class="error" x1={x(s.to - 2 * s.se)} x2={x(s.to + 2 * s.se)} y1={y + (row - 9) / 2} y2={y + (row - 9) / 2} />
              {next?.kind === "part" && <line class="step" x1={x(s.to)} x2={x(s.to)} y1={y + row - 9} y2={y + row} />}
              <text class="value" x={width - right + 8} y={y + 12}>
                {s.text}
              </text>
            </g>
          );
        })}
        <AxisBottom scale={x} y={height - 36} name={unit} />
      </svg>
    </div>
  );
}

export interface Bar {
  key: string;
  label: preact.ComponentChildren;
  value: number;
  low?: number;
  high?: number;
  text: string;
  more?: preact.ComponentChildren;
}

/** A list of shares, the largest full width. */
export function Bars({ bars, label }: { bars: Bar[]; label: string }) {
  const most = Math.max(1e-9, ...bars.map((b) => Math.max(b.value, b.high ?? 0)));
  return (
    <ul class="bars" aria-label={label}>
      {bars.map((b) => (
        <li key={b.key}>
          <span class="what">{b.label}</span>
          <svg class="thin-bar" viewBox="0 0 100 10" preserveAspectRatio="none" width="100%" height="10" aria-hidden="true">
            <rect x="0" y="1" height="8" width={(100 * Math.max(0, b.value)) / most} />
            {b.low !== undefined && b.high !== undefined && (
              <line x1={(100 * Math.max(0, b.low)) / most} x2={(100 * b.high) / most} y1="5" y2="5" />
            )}
          </svg>
          <span class="how-much">{b.text}</span>
          {b.more && <span class="more soft small">{b.more}</span>}
        </li>
      ))}
    </ul>
  );
}
