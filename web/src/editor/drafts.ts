// What is typed and not saved, kept while the page is open, whichever page is looked at.
import { computed, signal } from "@preact/signals";
import { type CheckDocument, Conflict, type FileText, readFile, saveFile } from "./api";

export interface Draft {
  base: FileText; // as it was read
  text: string;
  theirs: FileText | null; // as it is on disk now, where somebody else changed it
}

export const drafts = signal<Record<string, Draft>>({});

export const dirty = (d: Draft | undefined): boolean => d !== undefined && d.text !== d.base.text;

/** Names of files with unsaved changes. */
export const unsaved = computed(() => Object.entries(drafts.value).flatMap(([name, d]) => (dirty(d) ? [name] : [])));

addEventListener("beforeunload", (e) => {
  if (unsaved.peek().length > 0) e.preventDefault();
});

function put(name: string, draft: Draft): void {
  drafts.value = { ...drafts.value, [name]: draft };
}

/** Texts of all files with unsaved changes, for checks of the world as it would be. */
export const unsavedTexts = (): Record<string, string> =>
  Object.fromEntries(unsaved.peek().map((name) => [name, drafts.peek()[name]?.text ?? ""]));

/** openFile reads a file, or takes up what was typed. A change on disk is taken over, or is a conflict. */
export async function openFile(name: string): Promise<void> {
  const now = await readFile(name);
  const draft = drafts.peek()[name];
  if (!draft || !dirty(draft)) put(name, { base: now, text: now.text, theirs: null });
  else if (now.etag !== draft.base.etag) {
    if (now.text === draft.text) put(name, { base: now, text: now.text, theirs: null });
    else put(name, { ...draft, theirs: now });
  }
}

export function type(name: string, text: string): void {
  const draft = drafts.peek()[name];
  if (draft && draft.text !== text) put(name, { ...draft, text });
}

/** save writes a file; where somebody else was faster the draft carries both texts. */
export async function save(name: string): Promise<CheckDocument | null> {
  const draft = drafts.peek()[name];
  if (!draft) return null;
  const sent = draft.text;
  try {
    const { etag, check } = await saveFile(name, sent, draft.base.etag);
    const typed = drafts.peek()[name]?.text ?? sent;
    put(name, { base: { ...draft.base, text: sent, etag }, text: typed, theirs: null });
    return check;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    put(name, { ...(drafts.peek()[name] ?? draft), theirs: error.theirs });
    return null;
  }
}

/** Of a conflict: mine stays and will be written over theirs. */
export function keepMine(name: string): void {
  const draft = drafts.peek()[name];
  if (draft?.theirs) put(name, { base: draft.theirs, text: draft.text, theirs: null });
}

/** Of a conflict: theirs is taken, mine is given up. */
export function takeTheirs(name: string): void {
  const draft = drafts.peek()[name];
  if (draft?.theirs) put(name, { base: draft.theirs, text: draft.theirs.text, theirs: null });
}

export function revert(name: string): void {
  const draft = drafts.peek()[name];
  if (draft) put(name, { ...draft, text: draft.base.text });
}
