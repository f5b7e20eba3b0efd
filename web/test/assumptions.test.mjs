// Assumptions: disagree with a number and see what it does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, settled } from "./harness.mjs";

const row = (page, factor) => page.locator(`.factor[data-factor="${factor}"]`);
const bars = (page) => page.locator(".answers svg").evaluateAll((all) => all.map((b) => b.getAttribute("aria-label")));

test("every uncertain number stands there, with its distribution and its grounds", async (t) => {
  const { page, server } = await open(t, { hash: "#/assumptions" });
  await page.locator(".factor").first().waitFor();
  const world = await (await fetch(server.url + "/api/world")).json();
  const numbers = world.factors.filter((f) => !/^theory\.[^.]+$/.test(f.name));
  assert.equal(await page.locator(".factor").count(), numbers.length);
  assert.equal(await page.locator(".theory-choice").count(), world.theories.length);
  await row(page, "quantity.shells").getByText("between(4, 14)").waitFor();
  assert.match(await row(page, "quantity.shells").getByRole("img").getAttribute("aria-label"), /^Distribution: middle \d/);
  await page.getByLabel("Grounds").selectOption("judgement");
  const judged = await page.locator(".factor").count();
  assert.equal(judged, numbers.filter((f) => f.judgement).length);
  await page.getByLabel("Theatre").selectOption("taiwan");
  assert.ok((await page.locator(".factor").count()) < judged);
  await page.getByLabel("Grounds").selectOption("");
  await page.getByLabel("Theatre").selectOption("");
  await page.getByLabel("Find").fill("shells");
  await row(page, "quantity.shells").waitFor();
  assert.ok((await page.locator(".factor").count()) < 10);
});

test("a pinned number moves the verdicts, stands in the address, and is reset", async (t) => {
  const { page } = await open(t, { hash: "#/assumptions/quantity.sensitivity" });
  await settled(page);
  const before = await bars(page);
  const field = row(page, "quantity.sensitivity").getByRole("spinbutton");
  await field.fill("10");
  await field.press("Enter");
  await page.getByRole("list", { name: "Changes in Variant 1" }).getByText("quantity.sensitivity = 10").waitFor();
  await settled(page);
  const after = await bars(page);
  assert.notDeepEqual(after, before);
  assert.match(page.url(), /pin:quantity\.sensitivity%3D10/);
  await page.reload();
  await settled(page);
  assert.deepEqual(await bars(page), after);
  await row(page, "quantity.sensitivity").getByRole("button", { name: /^Reset/ }).click();
  await page.getByText("nothing changed yet").waitFor();
});

test("a slider answers to keys and to a drag, each step a new answer", async (t) => {
  const { page, server } = await open(t, { hash: "#/assumptions/quantity.sensitivity" });
  await settled(page);
  const slider = row(page, "quantity.sensitivity").getByRole("slider");
  await slider.focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press("PageUp");
  await page.getByRole("list", { name: "Changes in Variant 1" }).getByText(/quantity\.sensitivity = /).waitFor();
  const pinned = Number(await row(page, "quantity.sensitivity").getByRole("spinbutton").inputValue());
  const world = await (await fetch(server.url + "/api/world")).json();
  const middle = world.factors.find((f) => f.name === "quantity.sensitivity").quantiles[10];
  assert.ok(pinned > middle, `pinned to ${pinned}, from ${middle}`);
  const box = await slider.boundingBox();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
  await page.mouse.down();
  for (let i = 5; i > 0; i--) await page.mouse.move(box.x + box.width * 0.1 * i, box.y + box.height / 2);
  await page.mouse.up();
  const dragged = Number(await row(page, "quantity.sensitivity").getByRole("spinbutton").inputValue());
  assert.ok(dragged < pinned, `dragged to ${dragged}`);
  await settled(page);
  assert.match((await bars(page))[0], /As written/);
});

test("a range is narrowed", async (t) => {
  const { page } = await open(t, { hash: "#/assumptions/quantity.shells" });
  const shells = row(page, "quantity.shells");
  await shells.getByRole("button", { name: /^narrow instead/ }).click();
  const low = shells.getByRole("spinbutton", { name: /at least/ });
  await low.fill("10");
  await low.press("Enter");
  await page.getByRole("list", { name: "Changes in Variant 1" }).getByText(/quantity\.shells: 10–\d/).waitFor();
  await settled(page);
  await shells.getByText(/\d+ % of what was believed/).waitFor();
});

test("a theory is decided for one of its rivals, by keyboard", async (t) => {
  const { page } = await open(t, { hash: "#/assumptions/theory.reputation" });
  const group = page.getByRole("group", { name: /^reputation/ });
  await group.getByRole("radio").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.getByText(/^reputation: .* in every world$/).waitFor();
  await settled(page);
  await group.getByRole("radio", { name: "each world draws one" }).check();
  await page.getByText("nothing changed yet").waitFor();
});
