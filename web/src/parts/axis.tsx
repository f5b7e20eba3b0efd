// Axes: few ticks, light rules, always a name with its unit.
import type { ScaleLinear } from "d3-scale";

export function AxisLeft(props: { scale: ScaleLinear<number, number>; x: number; width: number; ticks?: number }) {
  const { scale, x, width, ticks = 4 } = props;
  const text = scale.tickFormat(ticks);
  return (
    <g class="axis" aria-hidden="true">
      {scale.ticks(ticks).map((v) => (
        <g key={v} transform={`translate(0 ${scale(v)})`}>
          <line class="rule" x1={x} x2={x + width} />
          <text x={x - 6} dy="0.32em" text-anchor="end">
            {text(v).replace("-", "−")}
          </text>
        </g>
      ))}
    </g>
  );
}

export function AxisBottom(props: { scale: ScaleLinear<number, number>; y: number; name: string; ticks?: number }) {
  const { scale, y, name, ticks = 5 } = props;
  const text = scale.tickFormat(ticks);
  const [from = 0, to = 0] = scale.range();
  return (
    <g class="axis" aria-hidden="true">
      <line class="base" x1={from} x2={to} y1={y} y2={y} />
      {scale.ticks(ticks).map((v) => (
        <g key={v} transform={`translate(${scale(v)} ${y})`}>
          <line class="base" y2={4} />
          <text y={16} text-anchor="middle">
            {text(v).replace("-", "−")}
          </text>
        </g>
      ))}
      <text class="name" x={to} y={y + 31} text-anchor="end">
        {name}
      </text>
    </g>
  );
}

/** Points in time: the first and last in full, years between where that is enough. */
export function AxisTime(props: { scale: ScaleLinear<number, number>; y: number; times: string[] }) {
  const { scale, y, times } = props;
  const last = times.length - 1;
  const [from = 0, to = 0] = scale.range();
  const most = Math.max(2, Math.floor((to - from) / 52));
  const step = [1, 2, 4, 8, 10, 12, 16, 20, 40].find((s) => last / s <= most) ?? last;
  const at = [];
  for (let i = 0; i <= last; i += step) at.push(i);
  const short = (i: number): string => {
    const [year = "", part] = (times[i] ?? "").split(" ");
    return i === 0 || part === undefined || part !== (times[0] ?? "").split(" ")[1] ? (times[i] ?? "") : year;
  };
  return (
    <g class="axis" aria-hidden="true">
      <line class="base" x1={from} x2={to} y1={y} y2={y} />
      {at.map((i) => (
        <g key={i} transform={`translate(${scale(i)} ${y})`}>
          <line class="base" y2={4} />
          <text y={16} text-anchor={i === 0 ? "start" : scale(i) > to - 8 ? "end" : "middle"} dx={i === 0 ? -6 : 0}>
            {short(i)}
          </text>
        </g>
      ))}
    </g>
  );
}
