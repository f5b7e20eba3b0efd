// What the page shows is all in its address: the page, the variants and which of them
// is looked at, and each page's own choices. So a link shows a colleague the same view.
import { computed, signal } from "@preact/signals";
import type { Variant } from "./api";
import { type Change, type NamedVariant, isOriginal, read, withChange, withoutChange, write } from "./variant";

interface Place {
  page: string;
  path: string[]; // what follows the page's name
  variants: NamedVariant[];
  at: number; // 0: the world as written; n: the n-th variant
  size: Size;
  params: Record<string, string>; // the pages' own
}

/** How much is played once the first answer is there. */
export interface Size {
  worlds: number;
  replicates: number;
  seed: number;
}

export const usual: Size = { worlds: 4000, replicates: 8, seed: 1 };

const writeSize = (s: Size): string => `${s.worlds}x${s.replicates}x${s.seed}`;

function readSize(text: string): Size | null {
  const [, worlds, replicates, seed] = /^(\d{1,7})x(\d{1,4})x(\d{1,15})$/.exec(text) ?? [];
  if (!worlds || !replicates || !seed) return null;
  const size = { worlds: Number(worlds), replicates: Number(replicates), seed: Number(seed) };
  return size.worlds > 0 && size.replicates > 0 ? size : null;
}

const first = "overview";

function parse(hash: string): { place: Place; wrong: string[] } {
  const [path = "", query = ""] = splitOnce(hash.replace(/^#\/?/, ""), "?");
  const [page = "", ...rest] = path.split("/").map(decode);
  const place: Place = { page: page || first, path: rest.filter((p) => p !== ""), variants: [], at: 0, size: usual, params: {} };
  const wrong: string[] = [];
  for (const [key, value] of new URLSearchParams(query)) {
    if (key === "v") {
      const one = read(value);
      place.variants.push(one.variant);
      wrong.push(...one.wrong);
    } else if (key === "at") place.at = Number(value) || 0;
    else if (key === "n") {
      const size = readSize(value);
      if (size) place.size = size;
      else wrong.push(`n=${value}`);
    } else place.params[key] = value;
  }
  place.at = Math.max(0, Math.min(place.at, place.variants.length));
  return { place, wrong };
}

function splitOnce(text: string, by: string): [string, string] {
  const i = text.indexOf(by);
  return i < 0 ? [text, ""] : [text.slice(0, i), text.slice(i + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function format(place: Place): string {
  const query = new URLSearchParams();
  for (const v of place.variants) query.append("v", write(v));
  if (place.at > 0) query.set("at", String(place.at));
  if (writeSize(place.size) !== writeSize(usual)) query.set("n", writeSize(place.size));
  for (const [key, value] of Object.entries(place.params)) if (value !== "") query.set(key, value);
  const path = [place.page, ...place.path].map(encodeURIComponent).join("/");
  const text = query
    .toString()
    .replaceAll("%3A", ":")
    .replaceAll("%7E", "~")
    .replaceAll("%2C", ",");
  return `#/${path}${text === "" ? "" : "?" + text}`;
}

const opened = parse(location.hash);

/** Parts of the address that could not be read. */
export const unreadable = signal<string[]>(opened.wrong);
const place = signal<Place>(opened.place);

addEventListener("hashchange", () => {
  if (location.hash === format(place.value)) return;
  const next = parse(location.hash);
  unreadable.value = next.wrong;
  place.value = next.place;
});
addEventListener("popstate", () => {
  place.value = parse(location.hash).place;
});

let replacing: ReturnType<typeof setTimeout> | undefined;

function go(next: Place, how: "push" | "replace"): void {
  place.value = next;
  clearTimeout(replacing);
  if (how === "push") {
    history.pushState(null, "", format(next));
    return;
  }
  // Browsers refuse more than some hundred changes in half a minute: a dragged slider writes once it rests.
  replacing = setTimeout(() => history.replaceState(null, "", format(place.value)), 200);
}

export const page = computed(() => place.value.page);
export const path = computed(() => place.value.path);
export const variants = computed(() => place.value.variants);
export const at = computed(() => place.value.at);
/** The variant that is looked at; {} is the world as it is written. */
export const variant = computed<Variant>(() => place.value.variants[place.value.at - 1]?.variant ?? {});
export const variantName = computed(() => place.value.variants[place.value.at - 1]?.name ?? "As written");
export const runSize = computed(() => place.value.size);
export const params = computed(() => place.value.params);

/** href of a page that keeps the variants; params are those of that page. */
export function href(to: string, rest: string[] = [], own: Record<string, string> = {}): string {
  return format({ ...place.value, page: to, path: rest, params: own });
}

/** navigate goes to a page, keeping the variants. */
export function navigate(to: string, rest: string[] = [], own: Record<string, string> = {}): void {
  go({ ...place.value, page: to, path: rest, params: own }, "push");
}

/** setPath changes what follows the page's name, and keeps the rest. */
export function setPath(rest: string[], how: "push" | "replace" = "push"): void {
  go({ ...place.value, path: rest }, how);
}

/** setParam changes one of the page's own choices; "" takes it away. */
export function setParam(name: string, value: string, how: "push" | "replace" = "replace"): void {
  const { [name]: _, ...rest } = place.value.params;
  go({ ...place.value, params: value === "" ? rest : { ...rest, [name]: value } }, how);
}

export const setSize = (size: Size): void => go({ ...place.value, size }, "push");

// ---- variants ----

function freshName(): string {
  const used = new Set(place.value.variants.map((v) => v.name));
  for (let n = 1; ; n++) if (!used.has(`Variant ${n}`)) return `Variant ${n}`;
}

/** edit changes the variant that is looked at. A change to the original begins a new variant. */
export function edit(f: (v: Variant) => Variant, how: "push" | "replace" = "push"): void {
  const { variants: list, at: i } = place.value;
  if (i === 0) {
    const next = f({});
    if (isOriginal(next)) return;
    go({ ...place.value, variants: [...list, { name: freshName(), variant: next }], at: list.length + 1 }, "push");
    return;
  }
  const changed = list.map((v, k) => (k === i - 1 ? { ...v, variant: f(v.variant) } : v));
  go({ ...place.value, variants: changed }, how);
}

export const apply = (c: Change, how: "push" | "replace" = "push"): void => edit((v) => withChange(v, c), how);
export const undo = (c: Change): void => edit((v) => withoutChange(v, c));

export const pin = (factor: string, value: number, how: "push" | "replace" = "replace"): void =>
  apply({ kind: "pin", factor, value }, how);
export const narrow = (factor: string, low: number, high: number, how: "push" | "replace" = "replace"): void =>
  apply({ kind: "narrow", factor, low, high }, how);
/** reset takes a factor's pin and its narrowing away. */
export const reset = (factor: string): void =>
  edit((v) => withoutChange(withoutChange(v, { kind: "pin", factor, value: 0 }), { kind: "narrow", factor, low: 0, high: 0 }));
/** chooseRival plays one rival of a theory in every world; null takes the choice away. */
export const chooseRival = (theory: string, rival: string | null): void =>
  rival === null ? undo({ kind: "rival", theory, rival: "" }) : apply({ kind: "rival", theory, rival });
export const cut = (link: string): void => apply({ kind: "cut", path: link });
export const restore = (link: string): void => undo({ kind: "cut", path: link });

export const select = (i: number): void => go({ ...place.value, at: i }, "push");

export function addVariant(from: Variant = {}): void {
  const list = [...place.value.variants, { name: freshName(), variant: from }];
  go({ ...place.value, variants: list, at: list.length }, "push");
}

export function renameVariant(i: number, name: string): void {
  go({ ...place.value, variants: place.value.variants.map((v, k) => (k === i - 1 ? { ...v, name } : v)) }, "push");
}

export function removeVariant(i: number): void {
  const list = place.value.variants.filter((_, k) => k !== i - 1);
  const now = place.value.at;
  go({ ...place.value, variants: list, at: now === i ? 0 : now > i ? now - 1 : now }, "push");
}
