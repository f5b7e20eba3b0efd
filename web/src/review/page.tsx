// The review of a source: its text with what was read, beside it the queue to decide.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Problem } from "../client";
import { fileChanges, world } from "../live";
import { counted } from "../parts/number";
import { save } from "../parts/take";
import { forgetSources, getSource, type SourceText } from "../source/sources";
import * as state from "../state";
import { type Decision, decide, getBlocks, getQueue, type Item, type Queue } from "./api";
import { ReviewText, select, selectedIn } from "./text";
import "../source/source.css";
import "./review.css";

export default function ReviewPage({ path }: { path: string[] }) {
  const w = world.value;
  if (!w) return <p class="soft">Reading the world.</p>;
  const id = path[0] ?? (w.sources.length === 1 ? w.sources[0]?.id : undefined);
  if (id === undefined) {
    return (
      <p>
        Choose a text to review among the <a href={state.href("source")}>sources</a>.
      </p>
    );
  }
  return <Review key={id} source={id} persons={w.persons.map((p) => p.name)} />;
}

const filters = {
  all: { title: "all", fits: () => true },
  open: { title: "open", fits: (i: Item) => i.state === "open" },
  decided: { title: "decided", fits: (i: Item) => i.state !== "open" },
  relations: { title: "relations", fits: (i: Item) => i.kind === "relation" },
  near: { title: "near misses", fits: (i: Item) => i.near === true },
} as const;
type Filter = keyof typeof filters;

const words = { open: "open", accepted: "accepted", rejected: "rejected", merged: "merged" } as const;
const signs = { open: "○", accepted: "✓", rejected: "✕", merged: "⤷" } as const;

type Mode = "" | "edit" | "speaker";

function Review({ source, persons }: { source: string; persons: string[] }) {
  const [text, setText] = useState<SourceText | null>(null);
  const [queue, setQueue] = useState<Queue | null>(null);
  const [problem, setProblem] = useState("");
  const [said, say] = useState("");
  const [mode, setMode] = useState<Mode>("");
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const changes = fileChanges.value;

  const fetchAll = async (): Promise<void> => {
    forgetSources();
    const [t, q] = await Promise.all([getSource(source), getQueue(source)]);
    setText(t);
    setQueue(q);
    setProblem("");
  };
  useEffect(() => {
    fetchAll().catch((error: Error) => setProblem(error.message));
  }, [source, changes]);

  const filter: Filter = (state.params.value["show"] ?? "all") in filters ? ((state.params.value["show"] ?? "all") as Filter) : "all";
  const items = useMemo(() => (queue?.items ?? []).filter(filters[filter].fits), [queue, filter]);
  const wanted = state.params.value["item"] ?? "";
  const chosen = queue?.items.find((i) => i.id === wanted) ?? items.find((i) => i.state === "open") ?? items[0];
  const id = chosen?.id ?? "";
  const choose = (next: string): void => {
    setMode("");
    state.setParam("item", next);
  };
  useEffect(() => {
    list.current?.querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
  }, [id, queue]);

  const act = async (d: Decision, done: string, next?: string): Promise<void> => {
    if (!queue || busy) return;
    setBusy(true);
    say("");
    try {
      setQueue(await decide(source, queue.text, d));
      say(done);
      setMode("");
      choose(next ?? d.item);
    } catch (error) {
      say((error as Error).message);
      if (error instanceof Problem && error.status === 409) await fetchAll().catch((e: Error) => setProblem(e.message));
    } finally {
      setBusy(false);
    }
  };
  const step = (by: number): Item | undefined => items[items.findIndex((i) => i.id === id) + by];
  const nextOpen = (): string => {
    const at = items.findIndex((i) => i.id === id);
    return [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))].find((i) => i.state === "open")?.id ?? id;
  };
  const closed = queue?.read_only ?? true;
  const fixed = closed || !chosen || chosen.state === "merged";
  // The next one that it can be one with: a statement and a relation never are.
  const partner = (by: number): Item | undefined => {
    const from = items.findIndex((i) => i.id === id);
    const side = by > 0 ? items.slice(from + 1) : items.slice(0, Math.max(0, from)).reverse();
    return side.find((i) => i.state !== "merged" && (i.kind === "relation") === (chosen?.kind === "relation"));
  };
  const merge = (by: number): void => {
    const to = partner(by);
    if (to && chosen) void act({ item: chosen.id, do: "merge", into: to.id }, "Merged.", to.id);
  };
  const begin = (): void => {
    if (!chosen) return;
    setMode("edit");
    const [first, last] = [chosen.spans[0], chosen.spans.at(-1)];
    if (first && last) {
      setTimeout(() => {
        box.current?.focus({ preventScroll: true });
        select(box.current, first.start, last.end);
      });
    }
  };
  const use = (): void => {
    const range = selectedIn(box.current);
    if (!range || !chosen || !text) return say("Select words of the text first.");
    void act({ item: chosen.id, do: "edit", span: { ...range, quote: text.characters.slice(range.start, range.end).join("") } }, "The words are changed.");
  };
  const does: Record<string, () => void> = {
    j: () => choose(step(1)?.id ?? id),
    k: () => choose(step(-1)?.id ?? id),
    a: () => !fixed && void act({ item: id, do: "accept" }, "Accepted.", nextOpen()),
    r: () => !fixed && void act({ item: id, do: "reject" }, "Rejected.", nextOpen()),
    e: () => !fixed && begin(),
    s: () => !fixed && chosen?.kind !== "relation" && setMode("speaker"),
    m: () => !fixed && merge(1),
    M: () => !fixed && merge(-1),
    u: () => !closed && chosen?.undoable === true && void act({ item: id, do: "undo" }, "Taken back."),
  };
  const keys = useRef(does);
  keys.current = does;
  const editing = useRef({ mode, use });
  editing.current = { mode, use };
  useEffect(() => {
    const onKey = (e: KeyboardEvent): void => {
      if (e.ctrlKey || e.metaKey || e.altKey) return;
      if (e.target instanceof Element && e.target.closest("input, select, textarea, [contenteditable]")) return;
      if (editing.current.mode === "edit") {
        if (e.key === "Escape") setMode("");
        if (e.key === "Enter" && e.target instanceof Element && !e.target.closest("button, a")) {
          e.preventDefault();
          editing.current.use();
        }
        return moveSelection(e, box.current);
      }
      const f = keys.current[e.key];
      if (!f) return;
      e.preventDefault();
      f();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  if (problem !== "" && !queue) {
    return (
      <>
        <h1>Review</h1>
        <p role="alert">This source could not be read for review. {problem}</p>
      </>
    );
  }
  if (!text || !queue) return <p class="soft">Reading the text.</p>;
  const decided = queue.counts.all - queue.counts.open;
  const why = closed ? "This server was started read-only: nothing can be decided here." : "";
  return (
    <article class="source-page review">
      <header class="lead">
        <p class="kicker">
          Review · <a href={state.href("source", [source])}>back to the source</a>
        </p>
        <h1>{text.title || text.id}</h1>
        <p class="standfirst serif">What was read is a proposal. Accept it, set its words or its speaker right, or reject it.</p>
      </header>
      {problem !== "" && <p role="alert">{problem}</p>}
      <div class="text-sides">
        <ReviewText characters={text.characters} items={queue.items.filter((i) => i.state !== "merged")} chosen={id} onChoose={choose} box={box} editing={mode === "edit"} />
        <section class="queue" aria-labelledby="queue-title">
          <h2 id="queue-title">Queue</h2>
          <p>
            <b>
              {decided} of {queue.counts.all} decided
            </b>{" "}
            <span class="soft small">
              {queue.counts.accepted} accepted, {queue.counts.rejected} rejected, {queue.counts.merged} merged
            </span>
          </p>
          <progress max={queue.counts.all || 1} value={decided} aria-label="Decided" />
          <label class="small">
            Show{" "}
            <select value={filter} onChange={(e) => state.setParam("show", e.currentTarget.value === "all" ? "" : e.currentTarget.value)}>
              {Object.entries(filters).map(([key, f]) => (
                <option key={key} value={key}>
                  {f.title} ({queue.items.filter(f.fits).length})
                </option>
              ))}
            </select>
          </label>
          <div class="deeds" role="group" aria-label="Decide about the chosen item">
            <Deed k="a" name="Accept" off={fixed} why={why} go={does["a"]} />
            <Deed k="r" name="Reject" off={fixed} why={why} go={does["r"]} />
            <Deed k="e" name="Edit words" off={fixed} why={why} go={does["e"]} />
            <Deed k="s" name="Speaker" off={fixed || chosen?.kind === "relation"} why={why} go={does["s"]} />
            <Deed k="m" name="Merge with next" off={fixed || !partner(1)} why={why} go={does["m"]} />
            <Deed k="M" name="with previous" off={fixed || !partner(-1)} why={why} go={does["M"]} />
            <Deed k="u" name="Undo" off={closed || !chosen?.undoable} why={why} go={does["u"]} />
            <Deed k="j" name="Next" off={!step(1)} why="" go={does["j"]} />
            <Deed k="k" name="Previous" off={!step(-1)} why="" go={does["k"]} />
          </div>
          {why !== "" && <p class="small soft">{why}</p>}
          {mode === "edit" && (
            <p class="notice calm small">
              Select the words in the text, by mouse or with Shift and the arrow keys.{" "}
              <button type="button" class="strong" onMouseDown={(e) => e.preventDefault()} onClick={use}>
                Use selection
              </button>{" "}
              <button type="button" onClick={() => setMode("")}>
                Leave
              </button>
            </p>
          )}
          {mode === "speaker" && chosen && (
            <SpeakerField key={id} now={chosen.speaker} persons={persons} onLeave={() => setMode("")} onSpeaker={(speaker) => void act({ item: id, do: "speaker", speaker }, "The speaker is changed.")} />
          )}
          <p role="status" class="small said">
            {said}
          </p>
          <ol ref={list}>
            {items.map((i) => (
              <QueueItem key={i.id} item={i} chosen={i.id === id} onChoose={() => choose(i.id)} all={queue.items} />
            ))}
          </ol>
          {items.length === 0 && <p class="soft">{queue.counts.all === 0 ? "Nothing was found in this text." : "None of these."}</p>}
          <LostOnes queue={queue} onDrop={(item) => void act({ item, do: "undo" }, "Taken back.", id)} />
          <AsFile source={source} accepted={queue.counts.accepted} version={queue} />
        </section>
      </div>
    </article>
  );
}

// Texts that cannot be typed in have no caret of their own in every browser: Shift and the
// arrows move the end of the selection, with Ctrl held elsewhere by the browser itself.
function moveSelection(e: KeyboardEvent, box: HTMLElement | null): void {
  const selection = getSelection();
  if (!box || !selection || !selection.focusNode || !box.contains(selection.focusNode) || !e.key.startsWith("Arrow")) return;
  e.preventDefault();
  const by = { ArrowLeft: ["backward", "word"], ArrowRight: ["forward", "word"], ArrowUp: ["backward", "line"], ArrowDown: ["forward", "line"] }[e.key] ?? ["forward", "word"];
  selection.modify(e.shiftKey ? "extend" : "move", by[0] as "forward", by[1] as "word");
}

function Deed({ k, name, off, why, go }: { k: string; name: string; off: boolean; why: string; go: (() => void) | undefined }) {
  return (
    <button type="button" disabled={off} title={why || undefined} aria-keyshortcuts={k === "M" ? "Shift+M" : k.toUpperCase()} onClick={go}>
      {name} <kbd aria-hidden="true">{k}</kbd>
    </button>
  );
}

function QueueItem({ item: i, chosen, onChoose, all }: { item: Item; chosen: boolean; onChoose: () => void; all: Item[] }) {
  const notes = [
    i.addressee && `to ${i.addressee}`,
    i.if && `on condition: ${i.if}`,
    i.negated && "denied",
    ...(i.hedges ?? []).map((h) => `hedged: ${h}`),
    i.gloss && `the reporter's gloss: ${i.gloss}`,
    i.edited && "words edited",
    i.respoken && "speaker changed",
    i.kept && "no longer read so, kept by its words",
    (i.parts?.length ?? 0) > 0 && `with ${counted(i.parts?.length ?? 0, "part")}`,
    i.into && `a part of “${all.find((o) => o.id === i.into)?.quote.slice(0, 40) ?? i.into}…”`,
    i.by && `proposed by ${i.by}`,
    i.proposed && `as proposed: “${i.proposed}”`,
  ].filter(Boolean);
  const r = i.relation;
  return (
    <li class={[i.state, chosen ? "chosen" : ""].join(" ")}>
      <button type="button" class="item" aria-current={chosen ? "true" : undefined} onClick={onChoose}>
        <span class="kicker">
          <span aria-hidden="true">{signs[i.state]} </span>
          {words[i.state]} · {i.kind === "relation" ? "relation" : i.near ? "near miss" : (i.stance ?? "suggested")}
        </span>
        <b>{r ? `${r.from || "?"} → ${r.to || "?"}: ${r.plover} ${r.cameo}, ${r.realis}` : i.speaker || "Nobody named"}</b>
        <span class="serif words">“{i.quote}”</span>
        {notes.length > 0 && <span class="small soft">{notes.join("; ")}</span>}
      </button>
    </li>
  );
}

function SpeakerField({ now, persons, onSpeaker, onLeave }: { now: string; persons: string[]; onSpeaker: (name: string) => void; onLeave: () => void }) {
  const [name, setName] = useState(now);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <form
      class="notice calm small"
      onSubmit={(e) => {
        e.preventDefault();
        onSpeaker(name.trim());
      }}
    >
      <label>
        Who says it (empty: nobody named){" "}
        <input ref={field} type="text" list="review-persons" maxLength={100} value={name} onInput={(e) => setName(e.currentTarget.value)} onKeyDown={(e) => e.key === "Escape" && onLeave()} />
      </label>
      <datalist id="review-persons">
        {[...new Set(persons)].map((p) => (
          <option key={p} value={p} />
        ))}
      </datalist>{" "}
      <button type="submit" class="strong">
        Set speaker
      </button>{" "}
      <button type="button" onClick={onLeave}>
        Leave
      </button>
    </form>
  );
}

function LostOnes({ queue, onDrop }: { queue: Queue; onDrop: (item: string) => void }) {
  return (
    <>
      {queue.lost.length > 0 && (
        <section class="lost" aria-labelledby="lost-title">
          <h3 id="lost-title">Lost: {counted(queue.lost.length, "decision")} without a place</h3>
          <ul>
            {queue.lost.map((l, k) => (
              <li key={k}>
                <span class="kicker">{l.do}</span> {l.speaker && <b>{l.speaker} </b>}
                <span class="serif">“{l.words}”</span> <span class="small soft">{l.why}.</span>{" "}
                {l.item && !queue.read_only && (
                  <button type="button" class="plain small" onClick={() => onDrop(l.item)}>
                    Take this decision back
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {queue.problems.length > 0 && (
        <section class="lost" aria-labelledby="broken-title">
          <h3 id="broken-title">Lines of review.jsonl that cannot be followed</h3>
          <ul>
            {queue.problems.map((p) => (
              <li key={p.line}>
                Line {p.line}: {p.wrong} <code class="small">{p.text}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function AsFile({ source, accepted, version }: { source: string; accepted: number; version: Queue }) {
  const [open, setOpen] = useState(false);
  const [blocks, setBlocks] = useState("");
  const [problem, setProblem] = useState("");
  useEffect(() => {
    if (!open) return;
    let here = true;
    getBlocks(source).then(
      (b) => here && (setBlocks(b), setProblem("")),
      (error: Error) => here && setProblem(error.message),
    );
    return () => {
      here = false;
    };
  }, [open, version, source]);
  return (
    <details class="as-file" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>As a file: {counted(accepted, "accepted item")} as blocks of a world file</summary>
      {problem !== "" && <p role="alert">{problem}</p>}
      {blocks !== "" && (
        <>
          <p class="small">
            <button type="button" onClick={() => save(`reviewed-${source}.hcl`, new Blob([blocks], { type: "text/plain;charset=utf-8" }))}>
              Download reviewed-{source}.hcl
            </button>{" "}
            Put it beside the world's other files; it is then among the <a href={state.href("editor")}>Files</a>.
          </p>
          <pre tabIndex={0} aria-label="The blocks">
            {blocks}
          </pre>
        </>
      )}
    </details>
  );
}
