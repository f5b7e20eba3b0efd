// The shape of a distribution, from 21 of its quantiles.

/** Where the quantiles stand that the server sends. */
export const levels = [0.005, ...Array.from({ length: 19 }, (_, i) => 0.05 * (i + 1)), 0.995];

export interface Step {
  from: number;
  to: number;
  density: number; // of the highest, 0 to 1
}

/** The density between neighbouring quantiles, relative to the highest. */
export function stepsOf(quantiles: number[]): Step[] {
  const steps: Step[] = [];
  for (let i = 0; i + 1 < quantiles.length; i++) {
    const [from, to] = [quantiles[i] ?? 0, quantiles[i + 1] ?? 0];
    const mass = (levels[i + 1] ?? 1) - (levels[i] ?? 0);
    if (to > from) steps.push({ from, to, density: mass / (to - from) });
  }
  // A law with a lump would flatten all else: what is above thrice the middle density is cut there.
  const sorted = steps.map((s) => s.density).sort((a, b) => a - b);
  const cap = 3 * (sorted[sorted.length >> 1] ?? 1);
  const top = Math.min(cap, sorted.at(-1) ?? 1) || 1;
  return steps.map((s) => ({ ...s, density: Math.min(1, s.density / top) }));
}

/** How much of the distribution lies below a value. */
export function below(quantiles: number[], value: number): number {
  const last = quantiles.length - 1;
  if (value <= (quantiles[0] ?? value)) return 0;
  if (value >= (quantiles[last] ?? value)) return 1;
  const i = quantiles.findIndex((q) => q > value);
  const [a, b] = [quantiles[i - 1] ?? 0, quantiles[i] ?? 1];
  const [p, q] = [levels[i - 1] ?? 0, levels[i] ?? 1];
  return b > a ? p + ((q - p) * (value - a)) / (b - a) : p;
}

/** A step for sliders and fields that is neither too coarse nor absurdly fine: 1, 2 or 5 of a power of ten. */
export function stepFor(low: number, high: number): number {
  const raw = Math.abs(high - low) / 200;
  if (!(raw > 0)) return 0.01;
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  return (lead < 1.5 ? 1 : lead < 3.5 ? 2 : 5) * power;
}

/** value on the grid of a step, without the dust of binary fractions. */
export function onGrid(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}
