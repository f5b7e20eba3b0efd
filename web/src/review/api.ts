// What was read in a source and what is decided about it. Offsets count code points.
import { call, json } from "../client";

export interface Anchor {
  quote: string;
  start: number;
  end: number;
}

export type State = "open" | "accepted" | "rejected" | "merged";

export interface Item {
  id: string;
  kind: "statement" | "relation" | "suggested";
  spans: Anchor[];
  quote: string;
  speaker: string;
  addressee?: string;
  cue?: string;
  stance?: string;
  hedges?: string[];
  negated?: boolean;
  if?: string;
  gloss?: string;
  relation?: { plover: string; cameo: string; realis: string; from: string; to: string; given?: string };
  near?: boolean;
  proposed?: string;
  by?: string;
  state: State;
  edited?: boolean;
  respoken?: boolean;
  into?: string;
  parts?: string[];
  undoable?: boolean;
  kept?: boolean;
}

export interface LostOne {
  item: string;
  do: string;
  words: string;
  speaker?: string;
  why: string;
}

export interface Queue {
  source: string;
  text: string; // its hash
  read_only: boolean;
  items: Item[];
  lost: LostOne[];
  problems: { line: number; text: string; wrong: string }[];
  counts: { all: number; open: number; accepted: number; rejected: number; merged: number; lost: number };
}

export interface Decision {
  item: string;
  do: "accept" | "edit" | "speaker" | "reject" | "merge" | "undo";
  span?: { start: number; end: number; quote: string };
  speaker?: string;
  into?: string;
}

const at = (source: string): string => `/api/reviews/${encodeURIComponent(source)}`;

const whole = (q: Queue): Queue => ({ ...q, items: q.items ?? [], lost: q.lost ?? [], problems: q.problems ?? [] });

export const getQueue = async (source: string): Promise<Queue> => whole(await json<Queue>("GET", at(source)));

/** decide adds a decision; it is refused (409) where the text is no longer the one with this hash. */
export const decide = async (source: string, text: string, decision: Decision): Promise<Queue> =>
  whole(await json<Queue>("POST", at(source), { text, decision }));

export const getBlocks = async (source: string): Promise<string> => (await call("GET", at(source) + "/blocks")).text();
