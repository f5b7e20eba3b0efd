// What the server answers with. The shapes are those of the documents that the
// command line writes (internal/report) and of internal/serve. Offsets into texts
// count Unicode code points.

export interface Place {
  file: string;
  line: number; // 0 where it is not known
}

// ---- documents of the command line ----

export interface Summary {
  n: number; // worlds
  mean: number;
  se: number; // Monte Carlo standard error of the mean
  median: number;
  low: number; // 5 % of worlds lie below
  high: number; // 5 % lie above
  kept: number; // worlds that median and band come from
}

export interface Series {
  mean: number[];
  median: number[];
  low: number[];
  high: number[];
  kept: number;
}

export interface Share {
  worlds: number;
  share: number;
  low: number; // of its 95 % interval
  high: number;
}

export interface Shares {
  n: number;
  holds: Share;
  flat: Share;
  fails: Share;
}

export type Kind = "holds" | "flat" | "fails" | "mixed" | "undecided" | "not decided";

export interface CaseTest {
  shares: Shares | null;
  size: Summary | null;
}

/** A claim under one condition: a rival, or another reference. */
export interface Case {
  id: string;
  says?: string;
  worlds: number;
  few: boolean; // too few worlds to tell anything from
  shares: Shares | null;
  tests: CaseTest[];
}

export interface TheoryCases {
  id: string;
  says?: string;
  rivals: Case[];
  disagree: boolean;
  weight: number;
}

export interface Dependence {
  on: "theory" | "reference";
  id: string;
  holds: string[];
  fails: string[];
  open: string[];
  weight: number;
  widest: number;
  decides: boolean;
}

export interface TestVerdict {
  measure: string;
  unit: string;
  under: string;
  against?: string;
  without?: string[];
  value: number | null;
  expect: "higher" | "lower" | "within";
  margin: number | null;
  at: number;
  shares: Shares | null;
  size: Summary | null;
  noise: { sd: number; share: number; worlds: number } | null;
}

export interface Verdict {
  claim: string;
  title?: string;
  kind: Kind;
  lean: Kind;
  words: string;
  headline: string;
  reason?: string;
  worlds: number;
  left_out: number;
  partial: boolean;
  shares: Shares | null;
  tests: TestVerdict[];
  theories: TheoryCases[];
  references: Case[];
  depends_on: Dependence[];
}

export interface Note {
  id: string;
  where: string;
  worlds: number;
  times: number;
  of: number;
}

export interface Failure {
  world: number;
  scenario: string;
  where: string;
  period: number;
  rule: number;
  detail: string;
  factors: Record<string, number>;
}

export interface Run {
  title: string;
  model: string;
  seed: number;
  design: string;
  replicates: number;
  first: number;
  worlds: number;
  played: number;
  failed: number;
  partial: boolean;
  scenarios: { id: string; title: string }[];
  times: string[];
  failures: Failure[];
  notes: Note[];
  pin?: Record<string, number>;
}

export interface Outcome {
  scenario: string;
  measure: string;
  unit: string;
  horizon: Summary | null;
  series: Series | null;
}

export interface Level {
  from: number;
  words: string;
  likelihood: string;
}

export interface Findings {
  outcomes: { run: Run; rows: Outcome[] } | null;
  verdicts: Verdict[];
  scale: Level[];
  partial: boolean;
}

export interface Claim {
  letter: string;
  id: string;
  title: string;
  speaker: string;
  to: string;
  hedge: string;
  quote: string;
  gloss: string;
  source: string; // the document's title
  place: Place;
}

export interface Rests {
  numbers: number;
  factors: number;
  judgement_calls: number;
  defaults: number;
}

export interface RunDocument {
  document: "run";
  version: string;
  rests_on: Rests;
  claims: Claim[];
  findings: Findings | null;
}

export interface Diagnostic {
  severity: "error" | "warning" | "judgement" | "note" | string;
  id?: string;
  summary: string;
  detail?: string;
  suggestion?: string;
  range?: {
    file: string;
    start: { line: number; column: number; byte: number };
    end: { line: number; column: number; byte: number };
  };
}

// ---- the world as it is drawn ----

export interface Num {
  value?: number;
  low?: number;
  median?: number;
  high?: number;
  factor?: string;
  text: string;
}

export interface Actor {
  id: string;
  name: string;
  type: "state" | "alliance" | "group" | string;
  code?: string; // ISO 3166 alpha-3 of a state
  means?: { kind: string; name: string; stock?: Num; produces?: Num }[];
  note?: string;
  evidence?: string[];
  place: Place;
}

export interface Theatre {
  id: string;
  name: string;
  challenger: string;
  defender: string;
  status: "quiet" | "war" | string;
  lon?: number | null;
  lat?: number | null;
  supporters?: string[];
  note?: string;
  evidence?: string[];
  place: Place;
}

export type LinkKind = "flow" | "support" | "watch" | "precedent" | "release" | "capacity";

export interface End {
  kind: "actor" | "theatre";
  id: string;
}

export interface Link {
  path: string; // "flow.shells", "capacity.usa"
  kind: LinkKind;
  id: string;
  from: End;
  to: End;
  carries: string;
  channel: string;
  strength?: Num | null;
  unit?: string;
  claims: string[];
  statements: string[];
  note?: string;
  evidence: string[];
  place: Place;
}

export interface Rival {
  id: string;
  weight: number;
  says: string;
  sets: string[];
}

export interface Theory {
  id: string;
  factor: string;
  says?: string;
  note?: string;
  evidence: string[];
  rivals: Rival[];
  place: Place;
}

export interface Factor {
  name: string;
  label?: string; // in words
  law: string; // as written
  domain: string;
  unit: string;
  note?: string;
  evidence: { id: string; kind: "source" | "evidence"; title: string }[];
  judgement: boolean;
  theatre?: string;
  block: string;
  quantiles: number[]; // 21: at 0.5, 5, 10, … 90, 95, 99.5 %
  categories?: { value: number; label: string; weight: number }[];
  influence?: number;
  place: Place;
}

export interface World {
  document: "world";
  version: string;
  model: string;
  title: string;
  start: string;
  period: string;
  horizon: string;
  times: string[];
  writable: boolean;
  dir_name: string;
  wrong?: boolean; // the files have errors; the last good model answers
  counts: Record<string, number>;
  problems: Diagnostic[];
  rests_on: Rests;
  actors: Actor[];
  theatres: Theatre[];
  links: Link[];
  channels: { id: string; links: string[] }[];
  theories: Theory[];
  factors: Factor[];
  scenarios: { id: string; title: string; note?: string; actions: string[]; place: Place }[];
  measures: { name: string; label: string; unit: string; theatre?: string; actor?: string }[];
  claims: (Claim & { theatres: string[]; tests?: string[]; source_id?: string })[];
  statements: { id: string; source: string; quote: string; speaker: string; about: string[] | string }[];
  signposts: { id: string; [key: string]: unknown }[];
  persons: { id: string; name: string; [key: string]: unknown }[];
  sources: { id: string; title: string; publisher?: string; published?: string }[];
  evidence: Record<string, { title: string; source?: string; interval?: string }>;
}

// ---- what is asked for ----

/** Changes to the world as it is written. */
export interface Variant {
  pin?: Record<string, number>;
  narrow?: Record<string, [number, number]>;
  rival?: Record<string, string>;
  cut?: string[]; // channels and paths of links
}

export interface AnswerRequest {
  variant: Variant;
  worlds?: number;
  replicates?: number;
  first?: number;
  scenarios?: string[];
  measures?: string[];
  claims?: string[];
  no_series?: boolean;
}

export interface Answer {
  document: RunDocument;
  took_ms: number;
  worlds: number;
  replicates: number;
}

export type RunKind = "run" | "explain" | "compare" | "coupling";

export interface RunRequest {
  kind: RunKind;
  variant: Variant;
  reason: string;
  claim?: string;
  scenarios?: string[];
  worlds?: number;
  replicates?: number;
  seed?: number;
}

export type RunState = "queued" | "running" | "done" | "failed" | "cancelled";

export interface Progress {
  done: number;
  total: number;
  seconds_left?: number;
}

export interface RunResource<D = RunDocument> {
  id: string;
  kind: RunKind;
  state: RunState;
  reason: string;
  progress?: Progress;
  document?: D | null;
  error?: string;
}

export interface VariantDiff {
  patch: string;
  files: Record<string, string>;
  not_in_files: string[];
}
