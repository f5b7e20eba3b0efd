// What is known now: the world, and the answers to the variant that is looked at.
// A change is answered at once by few worlds, then refined by a run. The original is
// always answered with the same worlds beside it, so that differences are paired.
import { batch, computed, effect, signal, untracked } from "@preact/signals";
import type { RunDocument, Variant, Verdict, World } from "./api";
import { Problem, Unreachable, events, getWorld, postAnswer } from "./client";
import { type Task, startRun } from "./runs";
import { page, runSize, type Size, variant, variantName } from "./state";
import { changesOf, keyOf } from "./variant";

/** An answer and how much was played for it. */
export interface Result {
  document: RunDocument;
  worlds: number;
  replicates: number;
  refined: boolean; // by a run; else a first, coarse answer
}

export const world = signal<World | null>(null);
export const worldProblem = signal("");
export const connection = signal<"connecting" | "live" | "lost">("connecting");
/** The program's version, once the server has said hello. */
export const version = signal("");
/** Of the variant that is looked at. */
export const result = signal<Result | null>(null);
/** Of the world as written, by the same worlds. Null where it is what is looked at, or not there yet. */
export const original = signal<Result | null>(null);
/** Why the variant could not be answered. */
export const answerProblem = signal("");
export const answering = signal(false);
/** The run that refines, while there is one. */
export const refining = signal<Task<RunDocument> | null>(null);
export const stopped = signal(false); // by hand; not begun again until something changes

export const verdicts = computed(() => result.value?.document.findings?.verdicts ?? []);
export const originalVerdicts = computed(() => original.value?.document.findings?.verdicts ?? []);

// ---- results that are kept ----

const kept = new Map<string, Result>();
const mostKept = 40;

// Where nothing is drawn over time, a first answer comes sooner without it.
const drawsTime = computed(() => page.value === "overview" || page.value === "map");
const coarseKey = (v: Variant, time = drawsTime.peek()): string =>
  `${world.value?.model ?? ""} ${time ? "coarse over time" : "coarse"} ${keyOf(v)}`;
const fineKey = (v: Variant, s: Size): string =>
  `${world.value?.model ?? ""} ${s.worlds}x${s.replicates}x${s.seed} ${keyOf(v)}`;

function keep(key: string, r: Result): void {
  kept.delete(key);
  kept.set(key, r);
  keptCount.value++;
  for (const old of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(old);
  }
}

// show chooses the best pair there is for the variant that is looked at: both
// refined, or both coarse.
function show(): void {
  const v = variant.peek();
  const asWritten = keyOf(v) === "";
  const pairs: [Result | undefined, Result | undefined][] = [
    [kept.get(fineKey(v, runSize.peek())), kept.get(fineKey({}, runSize.peek()))],
    ...[true, false].map((time): [Result | undefined, Result | undefined] => [
      kept.get(coarseKey(v, time)),
      kept.get(coarseKey({}, time)),
    ]),
  ];
  const whole = pairs.find(([mine, theirs]) => mine && (asWritten || theirs)) ?? pairs.find(([mine]) => mine);
  if (!whole?.[0]) return;
  const [mine, theirs] = whole;
  batch(() => {
    result.value = mine;
    original.value = asWritten ? null : (theirs ?? null);
  });
}

/** Whether anything new was kept; read it to be drawn again when an answer comes. */
export const keptCount = signal(0);

/** The answers to several variants by the same worlds: refined where all are, else the first answers that are there. */
export function sideBySide(all: Variant[]): (Result | undefined)[] {
  void keptCount.value;
  const fine = all.map((v) => kept.get(fineKey(v, runSize.value)));
  return fine.every(Boolean) ? fine : all.map((v) => kept.get(coarseKey(v, true)) ?? kept.get(coarseKey(v, false)));
}

/** Asks for first answers to variants that have none yet. */
export async function askFor(all: Variant[], signal: AbortSignal): Promise<void> {
  for (const v of all) if (!kept.has(coarseKey(v))) await first(v, signal);
}

async function first(v: Variant, signal: AbortSignal): Promise<void> {
  const key = coarseKey(v);
  const answer = await postAnswer({ variant: v, no_series: !drawsTime.peek() }, signal);
  keep(key, { document: answer.document, worlds: answer.worlds, replicates: answer.replicates, refined: false });
}

// ---- first answers ----

let wanted: Variant | null = null;
let asking: AbortController | null = null;
let rest: ReturnType<typeof setTimeout> | undefined;
const pause = 450; // ms without a change before a run is worth its work

function want(v: Variant): void {
  wanted = v;
  clearTimeout(rest);
  batch(() => {
    stopped.value = false;
    answerProblem.value = "";
  });
  dropRefining();
  show();
  if (kept.has(fineKey(v, runSize.peek())) && (keyOf(v) === "" || kept.has(fineKey({}, runSize.peek())))) {
    wanted = null;
    answering.value = false;
    return;
  }
  // An answer on its way is awaited: it is shorter than a drag, and a drag should show its way.
  if (!asking) void ask();
}

// wantTime asks for what is drawn over time where only an answer without it is there.
function wantTime(): void {
  const v = variant.peek();
  if (!world.peek() || kept.has(fineKey(v, runSize.peek())) || kept.has(coarseKey(v))) return;
  wanted = v;
  if (!asking) void ask();
}

async function ask(): Promise<void> {
  asking = new AbortController();
  answering.value = true;
  while (wanted && world.peek()) {
    const v: Variant = wanted;
    wanted = null;
    try {
      for (const one of keyOf(v) === "" ? [{}] : [{}, v]) {
        if (!kept.has(coarseKey(one))) await first(one, asking.signal);
      }
      answerProblem.value = "";
      show();
    } catch (error) {
      if (error instanceof Unreachable) {
        wanted ??= v; // asked again when the server is found
        break;
      }
      if (error instanceof Problem && error.status === 429) {
        wanted ??= v;
        await new Promise((resolve) => setTimeout(resolve, 150));
        continue;
      }
      answerProblem.value = (error as Error).message;
    }
  }
  asking = null;
  answering.value = false;
  if (!wanted && answerProblem.peek() === "") rest = setTimeout(refine, pause);
}

// ---- refining ----

function dropRefining(): void {
  refining.peek()?.drop();
  refining.value = null;
}

/** Why the next run is played, in the user's words; it is kept with the run. */
export const writtenReason = signal("");

function reasonFor(v: Variant): string {
  if (writtenReason.peek() !== "") return writtenReason.peek();
  const n = changesOf(v).length;
  if (n === 0) return "the world as written, refined";
  return `${variantName.peek()}: ${n === 1 ? "one change" : `${n} changes`}, refined`;
}

// judged counts the claims that something can be said of.
const judged = (all: Verdict[]): number => all.filter((v) => v.shares).length;

function refine(): void {
  const v = variant.peek();
  const size = runSize.peek();
  const next = [v, {}].find((one) => !kept.has(fineKey(one, size)));
  if (!next || refining.peek() || stopped.peek() || !world.peek()) return;
  const key = fineKey(next, size);
  const task = startRun<RunDocument>({ kind: "run", variant: next, reason: reasonFor(next), ...size }, (ended) => {
    if (refining.peek() !== ended) return;
    const document = ended.document.peek();
    const most = Math.max(1, judged(verdicts.peek())); // a run that was stopped may have judged fewer claims
    const whole = ended.state.peek() === "done";
    batch(() => {
      refining.value = null;
      if (ended.state.peek() === "failed") answerProblem.value = ended.error.peek();
      if (!whole) stopped.value = true;
    });
    if (!document) return;
    const run = document.findings?.outcomes?.run;
    const played = { document, worlds: run?.played ?? size.worlds, replicates: size.replicates, refined: true };
    if (whole) {
      keep(key, played);
      show();
      refine();
    } else if (next === v && judged(document.findings?.verdicts ?? []) >= most && played.worlds > (result.peek()?.worlds ?? 0)) {
      result.value = played;
      original.value = null; // other worlds would not be paired
    }
  });
  refining.value = task;
}

/** stop ends the refining run; what was played so far is shown. */
export async function stop(): Promise<void> {
  stopped.value = true;
  await refining.peek()?.cancel();
}

/** again goes on where stop ended. */
export function again(): void {
  stopped.value = false;
  answerProblem.value = "";
  if (kept.has(coarseKey(variant.peek()))) refine();
  else want(variant.peek());
}

// ---- the world ----

let loading: Promise<void> | null = null;

export async function loadWorld(): Promise<void> {
  loading = load();
  await loading;
}

async function load(): Promise<void> {
  try {
    const next = await getWorld();
    const changed = next.model !== world.peek()?.model;
    batch(() => {
      world.value = next;
      worldProblem.value = "";
    });
    if (changed || !result.peek()) want(variant.peek());
  } catch (error) {
    if (error instanceof Unreachable) return; // the stream of events tells
    worldProblem.value = (error as Error).message;
  }
}

/** Listeners for changes of the files on disk; the editor is one. */
export const fileChanges = signal(0);

/** begin connects to the server and keeps what is shown up to date. */
export function begin(): void {
  void loadWorld();
  let boot = "";
  events(
    "/api/events",
    {
      hello: (data) => {
        const hello = data as { version: string; model: string; boot: string };
        const other = boot !== "" && hello.boot !== boot;
        boot = hello.boot;
        version.value = hello.version;
        void loading?.then(() => {
          if (other || hello.model !== world.peek()?.model) void loadWorld();
          if (wanted && !asking) void ask();
        });
      },
      world: () => {
        fileChanges.value++;
        void loadWorld();
      },
    },
    {
      found: () => {
        connection.value = "live";
      },
      lost: () => {
        connection.value = "lost";
      },
    },
  );
  let before = `${keyOf(variant.peek())} ${JSON.stringify(runSize.peek())}`;
  effect(() => {
    const now = `${keyOf(variant.value)} ${JSON.stringify(runSize.value)}`;
    if (now === before) return;
    before = now;
    untracked(() => want(variant.peek()));
  });
  effect(() => {
    if (drawsTime.value) untracked(wantTime);
  });
}
