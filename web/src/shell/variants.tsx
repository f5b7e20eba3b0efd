// The bar of variants: which world is looked at, what is changed in it, and how to take
// the changes along.
import { useRef, useState } from "preact/hooks";
import type { VariantDiff } from "../api";
import { diffVariant, zipVariant } from "../client";
import { world } from "../live";
import { save } from "../parts/take";
import * as state from "../state";
import { changesOf } from "../variant";
import { changeWords } from "./words";

export function VariantBar() {
  const list = state.variants.value;
  const at = state.at.value;
  return (
    <>
      <div class="tabs" role="group" aria-label="Which world is looked at">
        <button type="button" aria-pressed={at === 0} onClick={() => state.select(0)}>
          As written
        </button>
        {list.map((v, i) => (
          <button type="button" key={i} aria-pressed={at === i + 1} onClick={() => state.select(i + 1)}>
            {v.name}
          </button>
        ))}
        <button
          type="button"
          onClick={() => state.addVariant(state.variant.value)}
          aria-label="New variant, from what is looked at"
          title="New variant, from what is looked at"
        >
          +
        </button>
      </div>
      {list.length > 0 && (
        <a class="small" href={state.href("compare")}>
          Compare
        </a>
      )}
      {at > 0 && <Changes />}
      {at > 0 && <VariantMenu key={at} />}
    </>
  );
}

function Changes() {
  const changes = changesOf(state.variant.value);
  if (changes.length === 0) return <span class="soft small">nothing changed yet</span>;
  return (
    <ul class="changes" aria-label={`Changes in ${state.variantName.value}`}>
      {changes.map((c) => {
        const words = changeWords(world.value, c);
        return (
          <li key={words}>
            <span title={words}>{words}</span>
            <button type="button" aria-label={`Undo: ${words}`} title="Undo" onClick={() => state.undo(c)}>
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function VariantMenu() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [diff, setDiff] = useState<VariantDiff | null>(null);
  const [problem, setProblem] = useState("");
  const at = state.at.value;
  const name = state.variantName.value;
  const attempt = (what: () => Promise<void>) => () => {
    setProblem("");
    what().catch((error: Error) => setProblem(error.message));
  };
  const showDiff = attempt(async () => {
    setDiff(await diffVariant(state.variant.value));
    dialog.current?.showModal();
  });
  const zip = attempt(async () => save(`${slug(name)}.zip`, await zipVariant(state.variant.value)));
  return (
    <>
      <details class="menu left">
        <summary>Keep or change “{name}”</summary>
        <div class="sheet">
          <div class="rows">
            <label>
              Name
              <input
                type="text"
                value={name}
                maxLength={60}
                onChange={(e) => state.renameVariant(at, e.currentTarget.value.trim() || name)}
              />
            </label>
            <div class="buttons">
              <button type="button" onClick={showDiff}>
                Show as a diff
              </button>
              <button type="button" onClick={zip}>
                Save as files (zip)
              </button>
              <button
                type="button"
                onClick={attempt(async () => navigator.clipboard.writeText(location.href))}
                title="The address holds the whole view"
              >
                Copy link
              </button>
              <button type="button" onClick={() => state.removeVariant(at)}>
                Discard
              </button>
            </div>
            {problem !== "" && <p role="alert">{problem}</p>}
          </div>
        </div>
      </details>
      <dialog ref={dialog} aria-labelledby="diff-title">
        <h2 id="diff-title">“{name}” as a change to the files</h2>
        {diff && <Diff diff={diff} name={slug(name)} />}
        <div class="buttons">
          <button type="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
      </dialog>
    </>
  );
}

function Diff({ diff, name }: { diff: VariantDiff; name: string }) {
  return (
    <>
      {diff.not_in_files.length > 0 && (
        <div class="notice">
          <p>What files cannot say, and the diff leaves out:</p>
          <ul>
            {diff.not_in_files.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <pre class="patch" tabIndex={0} aria-label="Diff">
        {diff.patch.split("\n").map((line, i) => (
          <span key={i} class={line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : ""}>
            {line + "\n"}
          </span>
        ))}
      </pre>
      <div class="buttons">
        <button type="button" onClick={() => save(`${name}.diff`, new Blob([diff.patch], { type: "text/x-diff" }))}>
          Save the diff
        </button>
      </div>
    </>
  );
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "") || "variant";
