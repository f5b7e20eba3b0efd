// Files as the editor sees them.
import type { Diagnostic, Rests } from "../api";
import { call, json, Problem } from "../client";

export interface FileEntry {
  name: string;
  writable: boolean;
  etag: string;
}

export interface FileText {
  name: string;
  text: string;
  etag: string;
  writable: boolean;
}

export interface CheckDocument {
  document: "check";
  wrong: boolean;
  rests_on: Rests;
  diagnostics: Diagnostic[] | null;
}

export async function listFiles(): Promise<FileEntry[]> {
  return (await json<FileEntry[] | null>("GET", "/api/files")) ?? [];
}

const at = (name: string): string => `/api/files/${encodeURIComponent(name)}`;

export async function readFile(name: string): Promise<FileText> {
  const response = await call("GET", at(name));
  const body = (await response.json()) as Partial<FileText>;
  return { name, text: body.text ?? "", etag: response.headers.get("ETag") ?? body.etag ?? "", writable: body.writable ?? true };
}

/** Somebody else changed the file since it was read. */
export class Conflict extends Error {
  constructor(readonly theirs: FileText) {
    super("Somebody else changed this file.");
  }
}

/** saveFile writes a file if nobody changed it since etag. */
export async function saveFile(name: string, text: string, etag: string): Promise<{ etag: string; check: CheckDocument }> {
  try {
    const response = await call("PUT", at(name), { text }, { headers: { "If-Match": etag } });
    const check = (await response.json()) as CheckDocument;
    return { etag: response.headers.get("ETag") ?? (await readFile(name)).etag, check };
  } catch (error) {
    if (error instanceof Problem && error.status === 412) throw new Conflict(await readFile(name));
    throw error;
  }
}

export const checkFiles = (files: Record<string, string>, signal: AbortSignal): Promise<CheckDocument> =>
  json("POST", "/api/check", { files }, { signal });

export const formatText = async (name: string, text: string): Promise<string> =>
  (await json<{ text: string }>("POST", "/api/format", { name, text })).text;

export interface Completion {
  from: number;
  to: number;
  options: { label: string; kind?: string; detail?: string; insert?: string }[] | null;
}

export const complete = (name: string, text: string, offset: number): Promise<Completion> =>
  json("POST", "/api/complete", { name, text, offset });

export interface Hover {
  from: number;
  to: number;
  text: string;
}

export async function hover(name: string, text: string, offset: number): Promise<Hover | null> {
  try {
    const response = await call("POST", "/api/hover", { name, text, offset });
    if (response.status === 204) return null;
    const answer = (await response.json()) as Hover | null;
    return answer?.text ? answer : null;
  } catch (error) {
    if (error instanceof Problem && (error.status === 404 || error.status === 422)) return null;
    throw error;
  }
}
