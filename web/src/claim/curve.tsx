// The share of worlds in which a claim holds along one assumption, with the one-half line.
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { AxisBottom, AxisLeft } from "../parts/axis";
import { useWidth } from "../parts/size";
import type { TippingPoint } from "./explain";

interface Props {
  points: TippingPoint["curve"];
  crossings: TippingPoint["crossings"];
  unit: string;
  name: string;
}

const height = 170;

export function Curve({ points, crossings, unit, name }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const edge = { left: 40, right: 12, top: 8, bottom: 38 };
  const x = scaleLinear([first.value, last.value], [edge.left, width - edge.right]);
  const y = scaleLinear([0, 100], [height - edge.bottom, edge.top]);
  const middle = line<TippingPoint["curve"][number]>()
    .x((p) => x(p.value))
    .y((p) => y(100 * p.share));
  const ground = area<TippingPoint["curve"][number]>()
    .x((p) => x(p.value))
    .y0((p) => y(Math.max(0, 100 * (p.share - 2 * p.se))))
    .y1((p) => y(Math.min(100, 100 * (p.share + 2 * p.se))));
  const label = `Holds in ${Math.round(100 * first.share)} % of worlds at ${first.value.toPrecision(3)} ${unit}, in ${Math.round(100 * last.share)} % at ${last.value.toPrecision(3)}.`;
  return (
    <div ref={ref} class="curve">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${name}. ${label}`}>
        <AxisLeft scale={y} x={edge.left} width={width - edge.left - edge.right} ticks={4} />
        <AxisBottom scale={x} y={height - edge.bottom} name={unit || "its own unit"} ticks={4} />
        <line class="half" x1={edge.left} x2={width - edge.right} y1={y(50)} y2={y(50)} />
        <path class="band s4" d={ground(points) ?? ""} />
        <path class="line s4 chosen" d={middle(points) ?? ""} />
        {crossings.map((c) => (
          <circle key={c.value} class="dot s0" r="4" cx={x(c.value)} cy={y(50)} />
        ))}
      </svg>
      <p class="soft small">Share of worlds in which it holds, %; the ground is two standard errors.</p>
    </div>
  );
}
