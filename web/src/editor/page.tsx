// The world files, with the command line's own diagnostics while typing.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Diagnostic } from "../api";
import { isAbort } from "../client";
import { fileChanges, loadWorld, world } from "../live";
import { count, counted } from "../parts/number";
import * as state from "../state";
import { checkFiles, type FileEntry, formatText, listFiles } from "./api";
import { Code } from "./code";
import { differenceOf, excerpt } from "./difference";
import { type Draft, dirty, drafts, keepMine, openFile, revert, save, takeTheirs, type as typed, unsaved, unsavedTexts } from "./drafts";
import "./editor.css";

export default function Editor({ path }: { path: string[] }) {
  const [files, setFiles] = useState<FileEntry[]>([]);
  const [problem, setProblem] = useState("");
  const changes = fileChanges.value;
  const name = path.join("/") || (files.find((f) => f.name === "world.hcl") ?? files[0])?.name || "";
  useEffect(() => {
    listFiles().then(setFiles, (error: Error) => setProblem(error.message));
  }, [changes]);
  useEffect(() => {
    if (name === "") return;
    setProblem("");
    openFile(name).catch((error: Error) => setProblem(error.message));
  }, [name, changes]);
  const draft = drafts.value[name];
  return (
    <article class="editor">
      <header class="lead">
        <h1>Files</h1>
        <p class="standfirst serif">The world as it is written. Every change is checked as you type; nothing is written until you save.</p>
      </header>
      <div class="editor-sides">
        <FileList files={files} name={name} />
        <div class="desk">
          {problem !== "" && (
            <p class="notice" role="alert">
              {problem}
            </p>
          )}
          {draft && <Desk key={name} name={name} draft={draft} />}
        </div>
      </div>
    </article>
  );
}

function FileList({ files, name }: { files: FileEntry[]; name: string }) {
  const open = new Set(unsaved.value);
  return (
    <nav class="files" aria-label="Files">
      <ul>
        {files.map((f) => (
          <li key={f.name}>
            <a href={state.href("editor", [f.name])} aria-current={f.name === name ? "page" : undefined}>
              {f.name}
            </a>
            {open.has(f.name) && <span class="open-ink small"> not saved</span>}
            {!f.writable && <span class="soft small"> read only</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The diagnostics of the world as it would be with what is typed. */
function useCheck(text: string): { diagnostics: Diagnostic[]; problem: string; checking: boolean } {
  const [found, set] = useState<{ diagnostics: Diagnostic[]; problem: string; checking: boolean }>({ diagnostics: [], problem: "", checking: true });
  const model = world.value?.model;
  useEffect(() => {
    const asking = new AbortController();
    set((f) => ({ ...f, checking: true }));
    const timer = setTimeout(() => {
      checkFiles(unsavedTexts(), asking.signal)
        .then((check) => set({ diagnostics: check.diagnostics ?? [], problem: "", checking: false }))
        .catch((error: Error) => {
          if (!isAbort(error)) set({ diagnostics: [], problem: error.message, checking: false });
        });
    }, 250);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text, model]);
  return found;
}

function Desk({ name, draft }: { name: string; draft: Draft }) {
  const { diagnostics, problem, checking } = useCheck(draft.text);
  const [said, say] = useState("");
  const [all, showAll] = useState(false);
  const [goTo, setGoTo] = useState<{ line: number; column: number; n: number } | null>(null);
  const line = Number(state.params.value["line"]);
  useEffect(() => {
    if (line > 0) setGoTo({ line, column: 1, n: Date.now() });
  }, [line, name]);
  const here = useMemo(() => diagnostics.filter((d) => d.range?.file === name && (all || grave(d))), [diagnostics, name, all]);
  const attempt = (what: () => Promise<string>): void => {
    say("");
    what().then(say, (error: Error) => say(error.message));
  };
  const onSave = (): void =>
    attempt(async () => {
      const check = await save(name);
      if (!check) return "";
      await loadWorld();
      return check.wrong ? "Saved. The world has errors; the last world without any goes on answering." : "Saved.";
    });
  const onFormat = (): void =>
    attempt(async () => {
      typed(name, await formatText(name, drafts.peek()[name]?.text ?? ""));
      return "Formatted.";
    });
  return (
    <>
      <div class="desk-tools">
        <b class="mono">{name}</b>
        {draft.base.writable ? (
          <>
            <button type="button" class="strong" disabled={!dirty(draft) || draft.theirs !== null} onClick={onSave}>
              Save
            </button>
            <button type="button" onClick={onFormat}>
              Format
            </button>
            <button type="button" disabled={!dirty(draft)} onClick={() => revert(name)}>
              Undo all
            </button>
          </>
        ) : (
          <span class="soft">read only</span>
        )}
        <span role="status" class="soft small">
          {said || (problem !== "" ? problem : checking ? "Checking" : summary(diagnostics))}
        </span>
      </div>
      {draft.theirs && <ConflictNotice name={name} draft={draft} />}
      <Code
        name={name}
        text={draft.text}
        writable={draft.base.writable}
        diagnostics={here}
        goTo={goTo}
        onText={(text) => typed(name, text)}
        onSave={onSave}
        onFormat={onFormat}
      />
      <Problems
        diagnostics={diagnostics}
        all={all}
        onAll={showAll}
        onGo={(d) => {
          if (!d.range) return;
          if (d.range.file === name) setGoTo({ line: d.range.start.line, column: d.range.start.column, n: Date.now() });
          else state.navigate("editor", [d.range.file], { line: String(d.range.start.line) });
        }}
      />
    </>
  );
}

const grave = (d: Diagnostic): boolean => d.severity === "error" || d.severity === "warning";

function summary(all: Diagnostic[]): string {
  const n = (s: string): number => all.filter((d) => d.severity === s).length;
  const parts = [
    n("error") > 0 ? counted(n("error"), "error") : "no errors",
    n("warning") > 0 ? counted(n("warning"), "warning") : "",
    n("judgement") > 0 ? counted(n("judgement"), "judgement call") : "",
  ];
  return parts.filter(Boolean).join(", ");
}

const mostShown = 200;

interface ProblemsProps {
  diagnostics: Diagnostic[];
  all: boolean;
  onAll: (all: boolean) => void;
  onGo: (d: Diagnostic) => void;
}

function Problems({ diagnostics, all, onAll, onGo }: ProblemsProps) {
  const shown = diagnostics.filter((d) => all || grave(d));
  return (
    <section class="problems" aria-label="Problems">
      <p class="small">
        <label>
          <input type="checkbox" checked={all} onChange={(e) => onAll(e.currentTarget.checked)} /> judgement calls and notes too
        </label>
      </p>
      <ul>
        {shown.slice(0, mostShown).map((d, i) => (
          <li key={i} class={"problem " + d.severity}>
            <button type="button" class="plain" onClick={() => onGo(d)}>
              {d.range ? `${d.range.file}:${d.range.start.line}` : "the world"}
            </button>{" "}
            <b>{d.severity}</b>: {d.summary}
            {d.detail && <span class="soft"> {d.detail}</span>}
            {d.suggestion && <span> {d.suggestion}</span>}
          </li>
        ))}
      </ul>
      {shown.length > mostShown && <p class="soft small">{count(shown.length - mostShown)} more.</p>}
      {shown.length === 0 && <p class="soft small">Nothing to correct.</p>}
    </section>
  );
}

function ConflictNotice({ name, draft }: { name: string; draft: Draft }) {
  const [seen, see] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const theirs = draft.theirs;
  const lines = useMemo(() => (seen && theirs ? excerpt(differenceOf(theirs.text, draft.text)) : []), [seen, theirs, draft.text]);
  return (
    <div class="notice" role="alert">
      <h2 ref={heading} tabIndex={-1}>
        Somebody else changed {name}
      </h2>
      <p>Their version is on disk; yours is below, not saved. Nothing is lost until you choose.</p>
      <div class="buttons">
        <button type="button" onClick={() => keepMine(name)}>
          Keep mine
        </button>
        <button type="button" onClick={() => takeTheirs(name)}>
          Take theirs
        </button>
        <button type="button" aria-expanded={seen} onClick={() => see(!seen)}>
          See the difference
        </button>
      </div>
      {seen && (
        <pre class="patch" tabIndex={0} aria-label="From theirs to mine">
          {lines.map((l, i) =>
            l ? (
              <span key={i} class={l.sign === "+" ? "added" : l.sign === "-" ? "removed" : ""}>
                {l.sign + l.text + "\n"}
              </span>
            ) : (
              <span key={i} class="soft">
                {"…\n"}
              </span>
            ),
          )}
        </pre>
      )}
    </div>
  );
}
