// Runs as the page sees them: started with a written reason, followed by events,
// stopped on demand, started again when the server lost them.
import { type Signal, signal } from "@preact/signals";
import type { Progress, RunDocument, RunRequest, RunResource, RunState } from "./api";
import { Problem, Unreachable, cancelRun, events, getRun, postRun, type Stream } from "./client";

export interface Task<D> {
  request: RunRequest;
  state: Signal<RunState | "waiting">; // waiting: the server cannot be reached or has no room now
  progress: Signal<Progress | null>;
  document: Signal<D | null>; // partial until done
  error: Signal<string>;
  /** Asks the server to stop; what was played so far stays. */
  cancel(): Promise<void>;
  /** Stops without waiting for what was played. */
  drop(): void;
}

const over = (state: string): boolean => state === "done" || state === "failed" || state === "cancelled";

/** startRun plays something and follows it to its end. */
export function startRun<D = RunDocument>(request: RunRequest, finished?: (task: Task<D>) => void): Task<D> {
  let id = "";
  let stream: Stream | null = null;
  let dropped = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const task: Task<D> = {
    request,
    state: signal<RunState | "waiting">("queued"),
    progress: signal<Progress | null>(null),
    document: signal<D | null>(null),
    error: signal(""),
    async cancel() {
      if (id !== "" && !over(task.state.value)) await cancelRun(id);
      else end("cancelled");
    },
    drop() {
      dropped = true;
      clearTimeout(retry);
      stream?.close();
      if (id !== "" && !over(task.state.value)) cancelRun(id).catch(() => undefined); // a server that is gone has dropped it
    },
  };

  const end = (state: RunState, run?: Partial<RunResource<D>> | null): void => {
    if (over(task.state.value)) return;
    stream?.close();
    clearTimeout(retry);
    if (run?.document) task.document.value = run.document;
    if (run?.error) task.error.value = run.error;
    task.state.value = state;
    finished?.(task);
  };

  const settle = async (state: RunState, data: unknown): Promise<void> => {
    const told = data as Partial<RunResource<D>> | null;
    if (told?.document) return end(state, told);
    try {
      end(state, await getRun<D>(id));
    } catch (error) {
      // A server that was started anew tells of an unknown run as of one that failed.
      if (error instanceof Problem && error.status === 404) return void begin();
      task.error.value = String((error as Error).message);
      end("failed");
    }
  };

  const lost = async (): Promise<boolean> => {
    try {
      const run = await getRun<D>(id);
      if (over(run.state)) {
        end(run.state, run);
        return false;
      }
      return true;
    } catch (error) {
      if (error instanceof Problem && error.status === 404) {
        void begin(); // another server answers now, which does not know this run
        return false;
      }
      task.state.value = "waiting";
      return true;
    }
  };

  const follow = (): void => {
    stream = events(
      `/api/runs/${encodeURIComponent(id)}/events`,
      {
        progress: (data) => {
          task.state.value = "running";
          task.progress.value = data as Progress;
        },
        part: (data) => {
          task.document.value = (data as { document: D }).document;
        },
        done: (data) => void settle("done", data),
        failed: (data) => void settle("failed", data),
        cancelled: (data) => void settle("cancelled", data),
      },
      { lost },
    );
  };

  const begin = async (): Promise<void> => {
    stream?.close();
    if (dropped) return;
    try {
      const run = await postRun(request);
      id = run.id;
      if (dropped) return void cancelRun(id).catch(() => undefined);
      task.state.value = run.state;
      follow();
    } catch (error) {
      const busy = error instanceof Problem && error.status === 429;
      if (busy || error instanceof Unreachable) {
        task.state.value = "waiting";
        retry = setTimeout(() => void begin(), busy ? 500 : 1500);
        return;
      }
      task.error.value = (error as Error).message;
      end("failed");
    }
  };
  void begin();
  return task;
}
