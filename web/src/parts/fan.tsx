// A measure over time under several scenarios: medians as lines, and for one of them
// the 90 % band as a quiet ground. What the world as written says is dotted.
import { max, min } from "d3-array";
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { Series } from "../api";
import { AxisLeft, AxisTime } from "./axis";
import { num, scaleOf } from "./number";
import { useWidth } from "./size";

export interface FanLine {
  id: string;
  title: string;
  index: number; // of its colour and dash
  series: Series;
  before?: Series | null; // as written
}

const dashes = ["", "7 3", "2 2.5", "9 3 2 3", "4 2", "1 3", "12 4", "6 2 1 2 1 2"];
export const colourOf = (i: number): string => `s${i % 8}`;
export const dashOf = (i: number): string => dashes[i % 8] ?? "";

interface Props {
  name: string; // of the measure
  unit: string;
  times: string[];
  lines: FanLine[];
  fan: string; // whose band is drawn
  at: number; // the point in time that is read off
  top?: number; // of the common scale, in the measure's unit
  onAt: (i: number) => void;
}

const height = 168;
const edge = { top: 10, right: 10, bottom: 24, left: 44 };

export function Fan({ name, unit, times, lines, fan, at, top, onAt }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const { factor } = scaleOf(unit);
  const x = scaleLinear([0, Math.max(1, times.length - 1)], [edge.left, width - edge.right]);
  const shownBand = lines.find((l) => l.id === fan);
  const most = top ?? max(lines, (l) => max(l.id === fan ? l.series.high : l.series.median)) ?? 1;
  const least = Math.min(0, min(lines, (l) => min(l.id === fan ? l.series.low : l.series.median)) ?? 0);
  const y = scaleLinear([factor * least, factor * (most || 1)], [height - edge.bottom, edge.top]).nice(4);
  const path = line<number>()
    .x((_, i) => x(i))
    .y((v) => y(factor * v));
  const ground = area<[number, number]>()
    .x((_, i) => x(i))
    .y0(([low]) => y(factor * low))
    .y1(([, high]) => y(factor * high));
  const move = (e: PointerEvent & { currentTarget: Element }): void => {
    const box = e.currentTarget.getBoundingClientRect();
    const i = Math.round(x.invert(e.clientX - box.left));
    onAt(Math.max(0, Math.min(times.length - 1, i)));
  };
  const values = lines.map((l) => `${l.title}: ${num(factor * (l.series.median[at] ?? NaN))}`).join("; ");
  return (
    <div ref={ref} class="fan">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${name}, medians at ${times[at] ?? ""}: ${values}`}
        onPointerMove={move}
        onPointerDown={move}
      >
        <AxisLeft scale={y} x={edge.left} width={width - edge.left - edge.right} ticks={4} />
        <AxisTime scale={x} y={height - edge.bottom} times={times} />
        {shownBand && (
          <path
            class={`band ${colourOf(shownBand.index)}`}
            d={ground(shownBand.series.low.map((low, i) => [low, shownBand.series.high[i] ?? low])) ?? ""}
          />
        )}
        <line class="reading" x1={x(at)} x2={x(at)} y1={edge.top} y2={height - edge.bottom} />
        {lines.map((l) => l.before && <path key={"b" + l.id} class={`line before ${colourOf(l.index)}`} d={path(l.before.median) ?? ""} />)}
        {lines.map((l) => (
          <path
            key={l.id}
            class={`line ${colourOf(l.index)} ${l.id === fan ? "chosen" : ""}`}
            stroke-dasharray={dashOf(l.index)}
            d={path(l.series.median) ?? ""}
          />
        ))}
        {lines.map((l) => (
          <circle key={"c" + l.id} class={`dot ${colourOf(l.index)}`} r={2.6} cx={x(at)} cy={y(factor * (l.series.median[at] ?? 0))} />
        ))}
      </svg>
    </div>
  );
}

export function LineKey({ index }: { index: number }) {
  return (
    <svg class="line-key" width="26" height="8" aria-hidden="true">
      <line class={`line ${colourOf(index)}`} x1="0" x2="26" y1="4" y2="4" stroke-dasharray={dashOf(index)} />
    </svg>
  );
}
