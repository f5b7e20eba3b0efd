// What is sent to a browser: small, nothing inline, nothing from elsewhere.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { root } from "./harness.mjs";

const dist = join(root, "web/dist");
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((f) => f.isFile())
  .map((f) => join(f.parentPath ?? f.path, f.name));
const zipped = (file) => gzipSync(readFileSync(file)).length;

test("the whole page is under 600 kB compressed, its first sight under 60 kB", () => {
  const all = files.reduce((sum, f) => sum + zipped(f), 0);
  assert.ok(all < 600_000, `${all} bytes`);
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, f]) => join(dist, f));
  assert.ok(first.length >= 2);
  const bytes = first.reduce((sum, f) => sum + zipped(f), 0);
  assert.ok(bytes < 60_000, `${bytes} bytes before the first sight`);
});

test("the page has nothing inline, as its policy demands", () => {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  assert.ok(!/<script(?![^>]*\bsrc=)/.test(html), "an inline script");
  assert.ok(!/<style|\sstyle=|\son\w+=/.test(html), "an inline style or handler");
});

test("the lock file names no address to fetch from", () => {
  const lock = JSON.parse(readFileSync(join(root, "web/package-lock.json"), "utf8"));
  for (const [name, entry] of Object.entries(lock.packages)) assert.equal(entry.resolved, undefined, name);
});
