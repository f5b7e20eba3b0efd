// Explanations, one for each claim, variant and size; kept while the page is open, so that
// coming back to a claim plays nothing again.
import { computed } from "@preact/signals";
import type { Variant } from "../api";
import { world } from "../live";
import { startRun, type Task } from "../runs";
import type { Size } from "../state";
import { keyOf } from "../variant";
import type { ExplainDocument } from "./explain";

const kept = new Map<string, Task<ExplainDocument>>();

/** The explanation of a claim, begun if there is none. Others that are still played stop: nobody looks at them. */
export function explanationOf(claim: string, variant: Variant, size: Size): Task<ExplainDocument> {
  const key = [world.peek()?.model, claim, keyOf(variant), JSON.stringify(size)].join(" ");
  for (const [other, task] of kept) {
    if (other === key || task.state.peek() === "done") continue;
    task.drop();
    kept.delete(other);
  }
  let task = kept.get(key);
  if (!task) {
    task = startRun<ExplainDocument>({ kind: "explain", claim, variant, reason: `why ${claim}`, ...size });
    kept.set(key, task);
  }
  return task;
}

/** forget lets a stopped explanation be played anew. */
export function forget(task: Task<ExplainDocument>): void {
  for (const [key, other] of kept) if (other === task) kept.delete(key);
}

/** How much each factor matters, by the explanations there are: the most that it does in any. */
export const influences = computed(() => {
  const most = new Map<string, number>();
  for (const task of kept.values()) {
    for (const index of task.document.value?.reasons?.matters?.indices ?? []) {
      if (index.first.distinct) most.set(index.name, Math.max(most.get(index.name) ?? 0, index.first.value));
    }
  }
  return most;
});
