// Variants, the address that holds them, runs that are stopped, servers that go away.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open, settled } from "./harness.mjs";

const cutShells = "#/map/flow.shells?v=No+shells~cut:flow.shells&at=1";

test("a link shows a colleague the same view", async (t) => {
  const first = await open(t, { hash: cutShells });
  await settled(first.page);
  const labels = (page) => page.locator(".short-claims svg").evaluateAll((bars) => bars.map((b) => b.getAttribute("aria-label")));
  const mine = await labels(first.page);
  const second = await open(t, { server: first.server, hash: new URL(first.page.url()).hash });
  await settled(second.page);
  assert.deepEqual(await labels(second.page), mine);
  await second.page.getByRole("button", { name: "No shells" }).waitFor();
});

test("variants stand beside the original, are named, copied, and thrown away", async (t) => {
  const { page } = await open(t, { hash: cutShells });
  await page.getByText("Keep or change “No shells”").click();
  await page.getByLabel("Name").fill("Without shells");
  await page.getByLabel("Name").press("Enter");
  const tabs = page.getByRole("group", { name: "Which world is looked at" });
  await tabs.getByRole("button", { name: "Without shells" }).waitFor();
  await page.getByRole("button", { name: "New variant, from what is looked at" }).click();
  await tabs.getByRole("button", { name: "Variant 1" }).waitFor();
  assert.equal(await page.locator(".changes li").count(), 1, "the new variant does not begin as the old one");
  await page.goto(page.url().replace(/#\/map[^?]*/, "#/map/flow.drones"));
  await page.getByRole("button", { name: "Cut this link" }).click();
  await page.locator(".changes li").nth(1).waitFor();
  await tabs.getByRole("button", { name: "Without shells" }).click();
  assert.equal(await page.locator(".changes li").count(), 1);
  await page.getByText("Keep or change “Without shells”").click();
  await page.getByRole("button", { name: "Discard" }).click();
  await tabs.getByRole("button", { name: "Without shells" }).waitFor({ state: "detached" });
});

test("a variant is saved as a diff and as files", async (t) => {
  const { page } = await open(t, { hash: cutShells });
  await page.getByText("Keep or change “No shells”").click();
  await page.getByRole("button", { name: "Show as a diff" }).click();
  const patch = page.getByLabel("Diff");
  await patch.filter({ hasText: "world.hcl" }).waitFor();
  const [diff] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the diff" }).click()]);
  assert.equal(diff.suggestedFilename(), "no-shells.diff");
  assert.match(readFileSync(await diff.path(), "utf8"), /^\+.*cut.*flow\.shells/m);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  const [zip] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as files (zip)" }).click()]);
  assert.equal(readFileSync(await zip.path()).subarray(0, 2).toString(), "PK");
});

test("a part of an address that cannot be read is named, and the rest is used", async (t) => {
  const { page } = await open(t, { hash: "#/overview?v=Odd~cut:flow.shells~pin:x=abc&at=1" });
  await page.getByRole("alert").filter({ hasText: "pin:x=abc" }).waitFor();
  await page.getByText("cut: flow.shells").waitFor();
});

test("a variant that cannot be played says why", async (t) => {
  const { page, wrong } = await open(t, { hash: "#/overview?v=Odd~cut:flow.no-such-link&at=1" });
  const alert = page.getByRole("alert").filter({ hasText: "could not be played" });
  await alert.waitFor();
  assert.match(await alert.innerText(), /no-such-link/);
  wrong.splice(0, wrong.length, ...wrong.filter((w) => !/status of 4\d\d/.test(w))); // the browser logs the refusal
});

test("a long run is stopped, keeps what was played, and goes on", async (t) => {
  const { page } = await open(t, { hash: "#/overview?n=60000x16x1" });
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByRole("button", { name: "Go on" }).waitFor();
  const claims = await page.locator(".claim .found > .verdict-bar").count();
  assert.equal(claims, 11, "stopping lost the first answer");
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByRole("button", { name: "Go on" }).waitFor();
});

test("more worlds and another seed are asked for, and stand in the address", async (t) => {
  const { page } = await open(t);
  await settled(page);
  await page.getByText("Play more").click();
  await page.getByLabel("Possible worlds").fill("500");
  await page.getByLabel("Seed").fill("7");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.getByRole("status").filter({ hasText: "500 worlds × 4" }).waitFor();
  assert.match(page.url(), /n=500x4x7/);
  await page.locator(".colophon").filter({ hasText: "seed 7" }).waitFor();
});

test("a server that dies is noticed, and found again with nothing lost", async (t) => {
  const { page, server } = await open(t, { hash: cutShells, offline: true });
  await settled(page);
  const bars = () => page.locator(".short-claims svg").evaluateAll((all) => all.map((b) => b.getAttribute("aria-label")));
  const before = await bars();
  await server.kill();
  await page.getByText("The server is away; trying to reach it").waitFor();
  assert.deepEqual(await bars(), before, "what was shown is gone");
  await page.getByRole("button", { name: "Restore this link" }).click(); // asked for while nobody answers
  await server.start();
  await settled(page);
  await page.locator("svg.world .link.gone").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Cut this link" }).waitFor();
});

test("a server that dies in the middle of a run plays it again when it is back", async (t) => {
  const { page, server } = await open(t, { hash: "#/overview?n=3000x8x1", offline: true });
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
  await server.kill();
  await page.getByText("The server is away; trying to reach it").waitFor();
  await server.start();
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
  await page.getByRole("status").filter({ hasText: "3,000 worlds × 8" }).waitFor();
});

test("a change of the files on disk shows by itself", async (t) => {
  const { page, server } = await open(t);
  await settled(page);
  const file = join(server.dir, "world.hcl");
  writeFileSync(file, readFileSync(file, "utf8").replace(/title( *)= "[^"]*"/, 'title$1= "Linked theatres, revised"'));
  await page.getByRole("heading", { name: "Linked theatres, revised", level: 1 }).waitFor();
  await settled(page);
});
