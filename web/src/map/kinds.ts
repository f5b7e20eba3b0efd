// The six kinds of link, in words, each with a colour (style sheet) and a dash.
import type { End, Link, LinkKind, World } from "../api";

export const kinds: LinkKind[] = ["flow", "support", "watch", "precedent", "release", "capacity"];

export const kindWords: Record<LinkKind, { name: string; means: string }> = {
  flow: { name: "Flow", means: "one actor gives another means, money or technology" },
  support: { name: "Support", means: "an actor helps a side in a theatre" },
  watch: { name: "Lesson", means: "what is seen in one theatre is believed in another" },
  precedent: { name: "Precedent", means: "a conquest that is accepted makes others expect the same" },
  release: { name: "Release", means: "means freed in one theatre serve in another" },
  capacity: { name: "Shared capacity", means: "what one theatre takes, another lacks" },
};

export const dashes: Record<LinkKind, string> = {
  flow: "",
  support: "9 4",
  watch: "2 3",
  precedent: "9 3 2 3",
  release: "5 3",
  capacity: "1 2",
};

export function nameOf(w: World, end: End): string {
  const list: { id: string; name: string }[] = end.kind === "theatre" ? w.theatres : w.actors;
  return list.find((x) => x.id === end.id)?.name || end.id;
}

export const linkName = (l: Link): string => l.id.replaceAll("-", " ").replaceAll("_", " ");

/** "North Korea to Russia: land". */
export function linkSentence(w: World, l: Link): string {
  const [from, to] = [nameOf(w, l.from), nameOf(w, l.to)];
  return from === to ? `${from}: ${l.carries}` : `${from} to ${to}: ${l.carries}`;
}

/** How strong a link is on the scale of its kind and unit, 0 to 1. */
export function strengthOf(links: Link[]): (l: Link) => number {
  const size = (l: Link): number => Math.abs(l.strength?.median ?? l.strength?.value ?? 0);
  const most = new Map<string, number>();
  const group = (l: Link): string => `${l.kind} ${l.unit ?? ""}`;
  for (const l of links) most.set(group(l), Math.max(most.get(group(l)) ?? 0, size(l)));
  return (l) => {
    const top = most.get(group(l)) ?? 0;
    return top > 0 ? Math.sqrt(size(l) / top) : 0.5;
  };
}
