// The document of `parley explain --json`, as far as the page draws it.
import type { Claim, Level, Run, Share, Shares, Verdict } from "../api";

export interface Estimate {
  n: number;
  value: number;
  se: number;
}

export interface Part {
  channel: string;
  value: Estimate | null; // Shapley value
  alone: Estimate | null;
  last: Estimate | null;
}

export interface Attribution {
  measure?: string;
  unit: string;
  total: Estimate | null;
  without: Estimate | null;
  together: Estimate | null;
  parts: Part[];
  interactions: { a: string; b: string; value: Estimate }[];
}

export interface ChannelFindings {
  channels: string[];
  worlds: number;
  runs: number;
  exact: boolean;
  permutations: number;
  partial: boolean;
  holds: Attribution | null;
  effects: Attribution[];
}

export interface Limit {
  dimension: string;
  minimum: number;
  maximum: number;
  low?: number | null;
  high?: number | null;
  kept?: string[];
  removed?: string[];
  chance?: number | null;
}

export interface Box {
  cases: number;
  rows: number;
  coverage: number;
  density: number;
  mass: number;
  base_rate: number;
  limits: Limit[];
}

export interface Where {
  of: string;
  cases: number;
  worlds: number;
  factors: number;
  screened: number;
  boxes: { boxes: Box[]; note?: string; coverage: number } | null;
  tree: { leaves: { limits: Limit[]; density: number; coverage: number; of_interest: boolean }[] } | null;
  /** Worlds of the first box's dimensions, thinned evenly. */
  sample?: { dimensions: string[]; points: number[][]; of: boolean[] } | null;
}

export interface TippingPoint {
  factor: string;
  law: string;
  tips: boolean;
  reach: number;
  crossings: { value: number; low: number; high: number; rising: boolean; quantile: number; found: number }[];
  curve: { quantile: number; value: number; share: number; se: number }[];
  rivals: { label: string; share: Share; worlds: number; few: boolean }[];
  alias: string[];
}

export interface Held {
  factor: string;
  value: number | null;
  trials: { value: number; label?: string; shares: Shares | null }[];
}

export interface Move {
  factor: string;
  value: number;
  label?: string;
  centre: number;
  spreads: number;
}

export interface Reasons {
  worlds: number;
  replicates: number;
  partial: boolean;
  output: "effect" | "slack" | string;
  matters: { indices: { name: string; first: { value: number; low: number; high: number; distinct: boolean } }[]; rows: { used: number } } | null;
  matters_reason?: string;
  where: Where | null;
  tipping: { share: Share | null; worlds: number; points: TippingPoint[] } | null;
  held?: Held[] | null;
  learn: {
    chosen: string;
    worlds: number;
    perfect: { value: number; se: number } | null;
    factors: { name: string; value: { value: number; se: number }; clear: boolean; changes: number }[];
  } | null;
  learn_reason?: string;
  best: {
    measure: string;
    unit: string;
    at: number;
    replicates: number;
    assessment: {
      better: string;
      worlds: number;
      rows: {
        name: string;
        first: Share;
        regret_mean: { value: number; se: number };
        regret_p90: { value: number; se: number };
        regret_max: number;
      }[];
    } | null;
  } | null;
  belief: {
    before: Share | null;
    after: Estimate | null;
    moves: Move[];
    alone: Move | null;
    minimal: boolean;
    clear: boolean;
    turned: boolean;
    distance: number | null;
    reason?: string;
  } | null;
}

export interface ExplainDocument {
  document: "explain";
  version: string;
  claim: Claim;
  run: Run;
  verdict: Verdict | null;
  channels: ChannelFindings | null;
  channel_replicates: number;
  reasons: Reasons | null;
  scale: Level[];
  partial: boolean;
}
