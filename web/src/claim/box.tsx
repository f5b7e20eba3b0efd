// Where a claim fails, as a picture: one rule for each assumption that the box restricts,
// the box as a band on it; and, for up to two amounts, the worlds as dots.
import { scaleLinear } from "d3-scale";
import type { World } from "../api";
import { AxisBottom, AxisLeft } from "../parts/axis";
import { factorWords, theoryOf } from "../parts/factor";
import { exact } from "../parts/number";
import { useWidth } from "../parts/size";
import type { Box, Limit, Where } from "./explain";

/** "the right theory of reputation is not reputation", "sensitivity is above 5". */
export function limitWords(w: World, l: Limit): string {
  const theory = theoryOf(l.dimension);
  if (theory !== null) {
    const [kept, removed] = [l.kept ?? [], l.removed ?? []];
    if (removed.length > 0 && removed.length < kept.length) return `the right theory of ${theory} is not ${removed.join(" or ")}`;
    return `the right theory of ${theory} is ${kept.join(" or ")}`;
  }
  const name = factorWords(w, l.dimension);
  if (l.low != null && l.high != null) return `“${name}” lies between ${exact(l.low)} and ${exact(l.high)}`;
  if (l.low != null) return `“${name}” is above ${exact(l.low)}`;
  return `“${name}” is below ${exact(l.high)}`;
}

export function BoxPicture({ world: w, box, where }: { world: World; box: Box; where: Where }) {
  const amounts = box.limits.filter((l) => theoryOf(l.dimension) === null);
  const sample = where.sample;
  return (
    <div class="box-picture">
      <ul class="box-limits">
        {box.limits.map((l) => (
          <li key={l.dimension}>
            <span>{factorWords(w, l.dimension)}</span>
            {theoryOf(l.dimension) !== null ? <Choices limit={l} /> : <Range world={w} limit={l} />}
          </li>
        ))}
      </ul>
      {sample && <Dots world={w} limits={box.limits} where={where} axes={axesOf(amounts, sample.dimensions)} />}
    </div>
  );
}

function Choices({ limit: l }: { limit: Limit }) {
  return (
    <span class="choices">
      {(l.kept ?? []).map((k) => (
        <b key={k} class="in">
          {k}
        </b>
      ))}
      {(l.removed ?? []).map((k) => (
        <s key={k} class="out">
          {k}
        </s>
      ))}
    </span>
  );
}

function Range({ world: w, limit: l }: { world: World; limit: Limit }) {
  const unit = w.factors.find((f) => f.name === l.dimension)?.unit ?? "";
  const span = l.maximum - l.minimum || 1;
  const at = (v: number): number => (100 * (v - l.minimum)) / span;
  const [from, to] = [at(l.low ?? l.minimum), at(l.high ?? l.maximum)];
  return (
    <span class="range">
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" width="100%" height="12" role="img" aria-label={limitWords(w, l)}>
        <rect class="whole" x="0" y="5" width="100" height="2" />
        <rect class="within" x={from} y="1" width={Math.max(0.5, to - from)} height="10" />
      </svg>
      <span class="small soft ends">
        <span>{exact(l.minimum)}</span>
        <span>
          {exact(l.maximum)} {unit}
        </span>
      </span>
    </span>
  );
}

// The two dimensions that are drawn: amounts before choices.
function axesOf(amounts: Limit[], dimensions: string[]): [string, string] | null {
  const order = [...amounts.map((l) => l.dimension), ...dimensions].filter((d, i, all) => all.indexOf(d) === i && dimensions.includes(d));
  const [a, b] = order;
  return a && b ? [a, b] : null;
}

interface DotsProps {
  world: World;
  limits: Limit[];
  where: Where;
  axes: [string, string] | null;
}

function Dots({ world: w, limits, where, axes }: DotsProps) {
  const [ref, width] = useWidth<HTMLDivElement>(420);
  const sample = where.sample;
  if (!sample || !axes) return null;
  const height = Math.min(300, Math.round(width * 0.62));
  const [i, j] = axes.map((d) => sample.dimensions.indexOf(d)) as [number, number];
  const edge = { left: theoryOf(axes[1]) === null ? 54 : 96, right: 12, top: 10, bottom: 38 };
  const ends = (k: number): [number, number] => {
    const values = sample.points.map((p) => p[k] ?? 0);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = theoryOf(sample.dimensions[k] ?? "") === null ? 0 : 0.5;
    return [low - room, high + room];
  };
  const x = scaleLinear(ends(i), [edge.left, width - edge.right]);
  const y = scaleLinear(ends(j), [height - edge.bottom, edge.top]);
  // Choices lie on whole numbers; so that dots do not cover each other they are moved apart, always in the same way.
  const apart = (k: number, n: number): number => (theoryOf(sample.dimensions[k] ?? "") === null ? 0 : (((n * (k === i ? 0.618034 : 0.754878)) % 1) - 0.5) * 0.7);
  const [a, b] = axes.map((d) => limits.find((l) => l.dimension === d));
  const [x0, x1] = band(a, x.domain() as [number, number], sample.dimensions[i], w);
  const [y0, y1] = band(b, y.domain() as [number, number], sample.dimensions[j], w);
  const label = `${sample.points.length} worlds by ${factorWords(w, axes[0])} and ${factorWords(w, axes[1])}; those in which it ${where.of} are filled.`;
  return (
    <div ref={ref} class="dots">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {theoryOf(axes[1]) === null ? (
          <AxisLeft scale={y} x={edge.left} width={width - edge.left - edge.right} />
        ) : (
          rivalsOf(w, axes[1]).map((c) => (
            <text key={c.value} x={edge.left - 6} y={y(c.value)} dy="0.32em" text-anchor="end">
              {c.label}
            </text>
          ))
        )}
        {theoryOf(axes[0]) === null ? (
          <AxisBottom scale={x} y={height - edge.bottom} name={factorWords(w, axes[0])} />
        ) : (
          <>
            {rivalsOf(w, axes[0]).map((c) => (
              <text key={c.value} x={x(c.value)} y={height - edge.bottom + 14} text-anchor="middle">
                {c.label}
              </text>
            ))}
            <text class="name" x={width - edge.right} y={height - 4} text-anchor="end">
              {factorWords(w, axes[0])}
            </text>
          </>
        )}
        <rect class="within" x={x(x0)} width={Math.max(0, x(x1) - x(x0))} y={y(y1)} height={Math.max(0, y(y0) - y(y1))} />
        {sample.points.map((p, n) => (
          <circle key={n} class={sample.of[n] ? "case" : "other"} r="2.2" cx={x((p[i] ?? 0) + apart(i, n))} cy={y((p[j] ?? 0) + apart(j, n))} />
        ))}
        <text class="name" x={edge.left} y={edge.top - 1}>
          {factorWords(w, axes[1])}
        </text>
      </svg>
      <p class="soft small">
        Each dot is a world; filled: it {where.of}. The frame is the box.
      </p>
    </div>
  );
}

const rivalsOf = (w: World, factor: string): { value: number; label: string }[] =>
  w.factors.find((f) => f.name === factor)?.categories ?? [];

function band(l: Limit | undefined, domain: [number, number], name: string | undefined, w: World): [number, number] {
  if (!l) return domain;
  if (l.kept) {
    const rivals = w.factors.find((f) => f.name === name)?.categories ?? [];
    const values = rivals.filter((c) => l.kept?.includes(c.label)).map((c) => c.value);
    return values.length > 0 ? [Math.min(...values) - 0.45, Math.max(...values) + 0.45] : domain;
  }
  return [l.low ?? domain[0], l.high ?? domain[1]];
}
