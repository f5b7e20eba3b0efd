// The theatre map: choose a link, cut it, take the cut back.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { open, patience, settled, root } from "./harness.mjs";

test("map, graph and list show the same links, by kind in colour and dash", async (t) => {
  const { page } = await open(t, { hash: "#/map" });
  await page.locator("svg.world .link").first().waitFor();
  const listed = await page.locator(".link-list li").count();
  const drawn = await page.locator("svg.world .link").count();
  assert.equal(drawn, listed);
  const looks = await page.locator("svg.world .link").evaluateAll((links) =>
    links.map((g) => {
      const stroke = g.querySelector(".stroke");
      return `${getComputedStyle(stroke).stroke} ${stroke.getAttribute("stroke-dasharray")}`;
    }),
  );
  const kinds = await page.locator("svg.world .link").evaluateAll((links) => links.map((g) => g.dataset.link.split(".")[0]));
  const lookOf = new Map(kinds.map((k, i) => [k, looks[i]]));
  assert.equal(lookOf.size, 6);
  assert.equal(new Set([...lookOf.values()]).size, 6, "two kinds look alike");
  assert.equal(new Set([...lookOf.values()].map((l) => l.split(") ")[1])).size, 6, "two kinds have the same dash");
  await page.getByRole("button", { name: "Graph" }).click();
  assert.equal(await page.locator("svg.world .link").count(), listed);
  await page.getByRole("checkbox", { name: "Flow" }).uncheck();
  await page.getByLabel("Find").fill("conquest");
  await page.getByText(/^\d+ of 31 links$/).waitFor();
  assert.equal(await page.locator("svg.world .link").count(), await page.locator(".link-list li").count());
});

test("a link tells what it carries, on what grounds, and which claims lean on it", async (t) => {
  const { page } = await open(t, { hash: "#/map" });
  await page.locator(".link-list").getByRole("button", { name: /missile technology/ }).first().click();
  const detail = page.locator(".detail");
  await detail.getByText("Russia to North Korea").waitFor();
  assert.match(await detail.innerText(), /technology/);
  assert.match(await detail.innerText(), /links\.hcl:\d+/);
  await detail.getByRole("link", { name: /Missile technology raises the threat/ }).waitFor();
  await page.waitForFunction(() => location.hash.startsWith("#/map/flow."));
});

test("a cut link moves the verdicts at once, is seen, survives a reload, and is undone", async (t) => {
  const { page } = await open(t, { hash: "#/map/flow.missile-technology" });
  await settled(page);
  const bar = page.locator(".short-claims li", { hasText: "Missile technology raises the threat" }).getByRole("img").first();
  const before = await bar.getAttribute("aria-label");
  await page.getByRole("button", { name: "Cut this link" }).click();
  await page.getByRole("heading", { name: "What “Variant 1” changes" }).waitFor();
  await page.locator("svg.world .link.gone[data-link='flow.missile-technology'] .cross").waitFor();
  await page.getByRole("list", { name: "Changes in Variant 1" }).getByText("cut: flow.missile-technology").waitFor();
  const after = await bar.getAttribute("aria-label");
  assert.notEqual(after, before);
  assert.match(after, /As written:/);
  await settled(page);
  const refined = await bar.getAttribute("aria-label");
  const address = page.url();
  await page.reload();
  await settled(page);
  assert.equal(await bar.getAttribute("aria-label"), refined, "the same address shows other numbers");
  assert.equal(page.url(), address);
  await page.getByRole("button", { name: "Undo: cut: flow.missile-technology" }).click();
  await page.locator("svg.world .link.gone").waitFor({ state: "detached" });
  await settled(page);
  await page.getByRole("button", { name: "As written" }).click();
  await settled(page);
  assert.equal(await bar.getAttribute("aria-label"), before);
});

test("the browser's way back undoes a cut", async (t) => {
  const { page } = await open(t, { hash: "#/map/flow.shells" });
  await page.getByRole("button", { name: "Cut this link" }).click();
  await page.getByRole("button", { name: "Restore this link" }).waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "Cut this link" }).waitFor();
  assert.equal(await page.locator("svg.world .link.gone").count(), 0);
});

test("a whole channel is cut with one gesture", async (t) => {
  const { page } = await open(t, { hash: "#/map/precedent.beijing-reads-conquest" });
  await page.getByRole("button", { name: "Cut all 3 of precedent" }).click();
  await page.locator("svg.world .link.gone").nth(2).waitFor();
  assert.equal(await page.locator("svg.world .link.gone").count(), 3);
});

test("a link is chosen, cut and restored by keyboard alone", async (t) => {
  const { page } = await open(t, { hash: "#/map" });
  await page.locator(".link-list button").first().waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  const tabTo = async (text) => {
    for (let i = 0; i < 120; i++) {
      await page.keyboard.press("Tab");
      if ((await focused()).includes(text)) return;
    }
    assert.fail(`Tab never reaches ${text}`);
  };
  await tabTo("dual use goods");
  await page.keyboard.press("Enter");
  await page.locator(".detail h2", { hasText: "dual use goods" }).waitFor();
  await tabTo("Cut this link");
  await page.keyboard.press("Enter");
  await page.locator("svg.world .link.gone").waitFor();
  await tabTo("Restore this link").catch(() => undefined);
  await page.getByRole("button", { name: "Restore this link" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("svg.world .link.gone").waitFor({ state: "detached", timeout: patience });
});

test("the list filters by claim and says how many are left", async (t) => {
  const { page } = await open(t, { hash: "#/map" });
  await page.getByLabel("Carries claim").selectOption("missile-technology");
  const count = await page.locator(".link-list li").count();
  assert.ok(count > 0 && count < 31, `${count} links carry the claim`);
  await page.getByText(`${count} of 31 links`).waitFor();
});

test("a world of invented places opens as a graph, and every link is drawn", async (t) => {
  const { page } = await open(t, { world: join(root, "cmd/parley/new"), hash: "#/map" });
  await page.locator("svg.world .link").first().waitFor();
  assert.equal(await page.locator("svg.world .link").count(), await page.locator(".link-list li").count());
  assert.equal(await page.getByRole("button", { name: "Graph", exact: true }).getAttribute("aria-pressed"), "true");
  await page.getByRole("button", { name: "Map", exact: true }).click();
  assert.match(page.url(), /view=map/);
});
