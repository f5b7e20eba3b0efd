// A variant: what is changed about the world as it is written. Pure functions; the
// text form is what stands in the page's address.
import type { Variant } from "./api";

export interface NamedVariant {
  name: string;
  variant: Variant;
}

/** One change, in the words of the address. */
export type Change =
  | { kind: "pin"; factor: string; value: number }
  | { kind: "narrow"; factor: string; low: number; high: number }
  | { kind: "rival"; theory: string; rival: string }
  | { kind: "cut"; path: string };

export function changesOf(v: Variant): Change[] {
  return [
    ...(v.cut ?? []).map((path): Change => ({ kind: "cut", path })),
    ...Object.entries(v.rival ?? {}).map(([theory, rival]): Change => ({ kind: "rival", theory, rival })),
    ...Object.entries(v.pin ?? {}).map(([factor, value]): Change => ({ kind: "pin", factor, value })),
    ...Object.entries(v.narrow ?? {}).map(([factor, [low, high]]): Change => ({ kind: "narrow", factor, low, high })),
  ];
}

export const isOriginal = (v: Variant): boolean => changesOf(v).length === 0;

/** A key that is the same for variants that mean the same. */
export function keyOf(v: Variant): string {
  return changesOf(v).map(writeChange).sort().join("~");
}

function without<T>(record: Record<string, T> | undefined, key: string): Record<string, T> {
  const { [key]: _, ...rest } = record ?? {};
  return rest;
}

/** v with one more change; what it replaces goes. */
export function withChange(v: Variant, c: Change): Variant {
  switch (c.kind) {
    case "cut":
      return { ...v, cut: [...(v.cut ?? []).filter((p) => p !== c.path), c.path] };
    case "rival":
      return { ...v, rival: { ...v.rival, [c.theory]: c.rival } };
    case "pin":
      return { ...v, pin: { ...v.pin, [c.factor]: c.value }, narrow: without(v.narrow, c.factor) };
    case "narrow":
      return { ...v, narrow: { ...v.narrow, [c.factor]: [c.low, c.high] }, pin: without(v.pin, c.factor) };
  }
}

/** v without a change. */
export function withoutChange(v: Variant, c: Change): Variant {
  switch (c.kind) {
    case "cut":
      return { ...v, cut: (v.cut ?? []).filter((p) => p !== c.path) };
    case "rival":
      return { ...v, rival: without(v.rival, c.theory) };
    case "pin":
      return { ...v, pin: without(v.pin, c.factor) };
    case "narrow":
      return { ...v, narrow: without(v.narrow, c.factor) };
  }
}

const writeChange = (c: Change): string => {
  switch (c.kind) {
    case "cut":
      return `cut:${c.path}`;
    case "rival":
      return `rival:${c.theory}=${c.rival}`;
    case "pin":
      return `pin:${c.factor}=${c.value}`;
    case "narrow":
      return `narrow:${c.factor}=${c.low}..${c.high}`;
  }
};

function readChange(text: string): Change | null {
  const [, kind, rest] = /^(cut|rival|pin|narrow):(.+)$/s.exec(text) ?? [];
  if (!kind || !rest) return null;
  if (kind === "cut") return { kind, path: rest };
  const cut = rest.lastIndexOf("=");
  if (cut < 1) return null;
  const [name, value] = [rest.slice(0, cut), rest.slice(cut + 1)];
  if (kind === "rival") return value ? { kind, theory: name, rival: value } : null;
  if (kind === "pin") return finite(value) ? { kind, factor: name, value: Number(value) } : null;
  const [low = "", high = ""] = value.split("..");
  return finite(low) && finite(high) ? { kind: "narrow", factor: name, low: Number(low), high: Number(high) } : null;
}

const finite = (text: string): boolean => text.trim() !== "" && Number.isFinite(Number(text));

/** The text form: "No shells~cut:flow.shells~pin:quantity.need=0.4". */
export function write(v: NamedVariant): string {
  return [v.name.replaceAll("~", "-"), ...changesOf(v.variant).map(writeChange)].join("~");
}

/** What write wrote; parts that cannot be read are given back in wrong. */
export function read(text: string): { variant: NamedVariant; wrong: string[] } {
  const [name = "", ...parts] = text.split("~");
  let variant: Variant = {};
  const wrong: string[] = [];
  for (const part of parts) {
    const change = readChange(part);
    if (change) variant = withChange(variant, change);
    else wrong.push(part);
  }
  return { variant: { name: name || "Variant", variant }, wrong };
}
