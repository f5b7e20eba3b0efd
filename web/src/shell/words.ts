// Changes of a variant in words.
import type { World } from "../api";
import { exact } from "../parts/number";
import type { Change } from "../variant";

/** "Cut: shells", "precedent: deters in every world", "need = 0.4". */
export function changeWords(w: World | null, c: Change): string {
  switch (c.kind) {
    case "cut":
      return w?.channels.some((x) => x.id === c.path) ? `cut: all of ${c.path}` : `cut: ${c.path}`;
    case "rival":
      return `${c.theory}: ${c.rival} in every world`;
    case "pin":
      return `${c.factor} = ${exact(c.value)}`;
    case "narrow":
      return `${c.factor}: ${exact(c.low)}–${exact(c.high)}`;
  }
}
