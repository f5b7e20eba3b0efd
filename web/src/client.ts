// Talking to the server: problems become errors with their words, streams of
// events find the server again when it went away.
import type { Answer, AnswerRequest, RunRequest, RunResource, Variant, VariantDiff, World } from "./api";

/** An answer of the server that says what was wrong (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly body: unknown,
  ) {
    super(detail || title);
  }
}

/** The server could not be reached at all. */
export class Unreachable extends Error {
  constructor() {
    super("The server does not answer. It may have been stopped; the page tries again by itself.");
  }
}

/** call asks the server; text in headers such as If-Match passes through init. */
export async function call(method: string, path: string, body?: unknown, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (body !== undefined) headers.set("Content-Type", "application/json");
  let response: Response;
  try {
    const payload = body === undefined ? {} : { body: JSON.stringify(body) };
    response = await fetch(path, { ...init, method, headers, ...payload });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable();
  }
  if (response.ok) return response;
  const text = await response.text();
  let problem: { title?: string; detail?: string; errors?: { message: string; location?: string }[] } = {};
  try {
    problem = JSON.parse(text) as typeof problem;
  } catch {
    problem = { detail: text };
  }
  const more = (problem.errors ?? []).map((e) => e.message).join("; ");
  throw new Problem(
    response.status,
    problem.title ?? response.statusText,
    [problem.detail, more].filter(Boolean).join(": "),
    problem,
  );
}

export async function json<T>(method: string, path: string, body?: unknown, init?: RequestInit): Promise<T> {
  return (await call(method, path, body, init)).json() as Promise<T>;
}

const signalled = (signal?: AbortSignal): RequestInit => (signal ? { signal } : {});

export async function getWorld(signal?: AbortSignal): Promise<World> {
  return whole(await json<World>("GET", "/api/world", undefined, signalled(signal)));
}

const lists = [
  "times",
  "problems",
  "actors",
  "theatres",
  "links",
  "channels",
  "theories",
  "factors",
  "scenarios",
  "measures",
  "claims",
  "statements",
  "signposts",
  "persons",
  "sources",
] as const;

// Scenarios stand as they were written. A list without members may come as null, as of a world that is wrong from the start.
function whole(w: World): World {
  const full: World = { ...w, evidence: w.evidence ?? {} };
  for (const name of lists) (full[name] as unknown[]) = full[name] ?? [];
  full.links = full.links.map((l) => ({ ...l, claims: l.claims ?? [], statements: l.statements ?? [], evidence: bare(l.evidence) }));
  full.factors = full.factors.map((f) => ({ ...f, evidence: f.evidence ?? [], quantiles: f.quantiles ?? [] }));
  full.theories = full.theories.map((t) => ({ ...t, evidence: bare(t.evidence), rivals: t.rivals ?? [] }));
  full.scenarios = [...full.scenarios].sort((a, b) => a.place.file.localeCompare(b.place.file, "en") || a.place.line - b.place.line);
  return full;
}

// "evidence.mid-war" and "source.kiel" by what they are called.
const bare = (ids: string[] | null | undefined): string[] => (ids ?? []).map((id) => id.replace(/^(evidence|source)\./, ""));
export const postAnswer = (request: AnswerRequest, signal?: AbortSignal): Promise<Answer> =>
  json("POST", "/api/answers", request, signalled(signal));
export const postRun = (request: RunRequest): Promise<RunResource> => json("POST", "/api/runs", request);
export const getRun = <D>(id: string): Promise<RunResource<D>> => json("GET", `/api/runs/${encodeURIComponent(id)}`);
export const cancelRun = (id: string): Promise<Response> => call("DELETE", `/api/runs/${encodeURIComponent(id)}`);
export const diffVariant = (variant: Variant): Promise<VariantDiff> =>
  json("POST", "/api/variants/diff", { variant });

export async function zipVariant(variant: Variant): Promise<Blob> {
  return (await call("POST", "/api/variants/zip", { variant })).blob();
}

export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

export interface Stream {
  close(): void;
}

/**
 * events listens to a stream of the server and opens it again, a little later each
 * time, when it breaks. The server tells its whole state to a new listener, so
 * nothing is lost. lost and found tell of the breaks; lost may end the listening
 * by answering false.
 */
export function events(
  path: string,
  on: Record<string, (data: unknown) => void>,
  state: { lost?: () => void | boolean | Promise<boolean>; found?: () => void } = {},
): Stream {
  let source: EventSource | null = null;
  let closed = false;
  let wait = 250;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = async (): Promise<void> => {
    source?.close();
    if (closed || (await state.lost?.()) === false || closed) return;
    timer = setTimeout(open, wait);
    wait = Math.min(wait * 2, 4000);
  };
  const open = (): void => {
    source = new EventSource(path);
    source.onopen = () => {
      wait = 250;
      state.found?.();
    };
    source.onerror = () => void again();
    for (const [name, handle] of Object.entries(on)) {
      source.addEventListener(name, (event) => {
        const { data } = event as MessageEvent<string>;
        handle(data ? (JSON.parse(data) as unknown) : null);
      });
    }
  };
  open();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      source?.close();
    },
  };
}
