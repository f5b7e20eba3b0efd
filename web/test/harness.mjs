// Starts `parley serve` on a copy of a world and Chromium in front of it. The binary is
// PARLEY_BIN or bin/parley; it must hold the page (make build).
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { after } from "node:test";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const binary = resolve(process.env.PARLEY_BIN ?? join(root, "bin/parley"));
const example = join(root, "examples/linked-theatres");

/** How long a page may take to show something; far more than it should, for busy machines. */
export const patience = Number(process.env.PATIENCE ?? 60_000);

// What a test began is ended in reverse: browsers before the servers they look at.
const endings = new WeakMap();

function later(t, end) {
  if (!endings.has(t)) {
    const list = [];
    endings.set(t, list);
    t.after(async () => {
      for (const one of list.reverse()) await one();
    });
  }
  endings.get(t).push(end);
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** A server on a copy of a world. It can be killed and started again at the same address. */
export async function serve(t, { world = example, args = [] } = {}) {
  if (!existsSync(binary)) throw new Error(`there is no ${binary}: run make build`);
  const dir = mkdtempSync(join(tmpdir(), "parley-page-"));
  const copy = join(dir, "world");
  cpSync(world, copy, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child = null;
  const server = {
    dir: copy,
    url,
    output: "",
    async start() {
      child = spawn(binary, ["serve", copy, "--addr", `127.0.0.1:${port}`, ...args], { stdio: ["ignore", "pipe", "pipe"] });
      child.stdout.on("data", (text) => (server.output += text));
      child.stderr.on("data", (text) => (server.output += text));
      const ended = new Promise((done) => child.once("exit", done));
      const until = Date.now() + patience;
      for (;;) {
        const answer = await fetch(`${url}/api/health`).catch(() => null);
        if (answer) break;
        if (child.exitCode !== null) throw new Error(`parley serve ended: ${server.output}`);
        if (Date.now() > until) throw new Error(`parley serve does not answer: ${server.output}`);
        await new Promise((done) => setTimeout(done, 50));
      }
      server.ended = ended;
    },
    /** Ends at once, as a crash would. */
    async kill() {
      child?.kill("SIGKILL");
      await server.ended;
    },
  };
  await server.start();
  later(t, async () => {
    await server.kill();
    rmSync(dir, { recursive: true, force: true });
  });
  return server;
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let launched = null;

/** One browser for all tests of a file; each test has its own context, as private as a new browser. */
export const launch = () =>
  (launched ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: flags }));

if (process.env.NODE_TEST_CONTEXT) after(async () => (await launched)?.close()); // not for the screenshots, which use this too

/** Worlds × replicates × seed that pages refine to in tests: enough to show, soon played. */
export const small = "320x4x1";

/** A page's address that asks for a size; "" leaves it to the page. */
export function sized(hash, size = small) {
  if (size === "" || /[?&]n=/.test(hash)) return hash;
  return `${hash || "#/overview"}${hash.includes("?") ? "&" : "?"}n=${size}`;
}

/**
 * A browser's page on a server. Whatever the test does, it must make no request to
 * anywhere else, break no rule of the policy and raise no error.
 */
export async function open(t, { server, hash = "", width = 1280, height = 900, colours = "light", offline = false, size = small, ...more } = {}) {
  server ??= await serve(t, more);
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: colours, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const wrong = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url + "/") && !request.url().startsWith("blob:" + server.url)) wrong.push("request to " + request.url());
  });
  page.on("pageerror", (error) => wrong.push(String(error.stack)));
  page.on("console", (message) => {
    // A server that is away shows as failed requests; a test that takes it away says so.
    if (offline && /Failed to load resource|ERR_CONNECTION|ERR_EMPTY/.test(message.text())) return;
    if (message.type() === "error") wrong.push(message.text());
  });
  later(t, async () => {
    await context.close();
    if (wrong.length > 0) throw new Error("the page did what it must not:\n" + wrong.join("\n"));
  });
  await page.goto(server.url + "/" + sized(hash, size));
  return { server, browser, context, page, wrong };
}

/** Everything is answered and refined. */
export async function settled(page) {
  await page.getByRole("status").filter({ hasText: /^\d[\d,]* worlds × \d+$/ }).waitFor();
}

/** Serious violations that axe-core finds, one line each. */
export async function violations(page) {
  await page.evaluate(axe.source); // through the debugger, so that no policy is loosened for it
  const { violations: found } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found
    .filter((v) => v.impact === "serious" || v.impact === "critical")
    .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${n.failureSummary}`));
}

/** What the command line says, as its JSON document. */
export function parley(...args) {
  return JSON.parse(execFileSync(binary, [...args, "--json", "--quiet"], { maxBuffer: 1 << 28, encoding: "utf8" }));
}
