// For everybody: no serious violation, no sideways scrolling, light and dark, wide and narrow.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, serve, settled, sized, violations } from "./harness.mjs";

const views = [
  ["overview", "#/overview"],
  ["overview, split", "#/overview?by=reputation&v=No+shells~cut:flow.shells&at=1"],
  ["map, cut", "#/map/flow.shells?v=No+shells~cut:flow.shells&at=1"],
  ["graph", "#/map?view=graph"],
  ["compare", "#/compare?v=No+shells~cut:flow.shells&at=1"],
  ["runs", "#/runs"],
  ["source", "#/source/brief/claim.america-less-safe"],
  ["review", "#/review/brief"],
  ["assumptions", "#/assumptions?v=A~pin:quantity.probe=1.2&at=1"],
  ["editor", "#/editor/ukraine.hcl?line=20"],
];

test("no serious violation in any view, light and dark, at 1280 and 390 pixels", async (t) => {
  const server = await serve(t);
  for (const colours of ["light", "dark"]) {
    for (const width of [1280, 390]) {
      const { page } = await open(t, { server, colours, width });
      for (const [name, hash] of views) {
        await page.goto(`${server.url}/${sized(hash)}`);
        await page.locator("main h1").waitFor();
        await settled(page);
        await page.locator("details.rivals").evaluateAll((all) => all.slice(0, 2).forEach((d) => (d.open = true)));
        assert.deepEqual(await violations(page), [], `${name}, ${colours}, ${width}`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${name} is ${over} pixels too wide at ${width}`);
      }
    }
  }
});

test("the first key leads to the content, and every page has one heading of the first order", async (t) => {
  const { page } = await open(t);
  await settled(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "MAIN");
  for (const name of ["Overview", "Theatres", "Sources", "Assumptions", "Files"]) {
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
    assert.match(await page.title(), new RegExp(`^${name} · `));
  }
});

test("colours follow the system, or a choice that is remembered", async (t) => {
  const { page } = await open(t, { colours: "dark" });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.getByRole("button", { name: /^Colours/ }).click();
  const light = await paper();
  assert.notEqual(light, dark);
  await page.reload();
  await page.getByRole("button", { name: "Colours: light" }).waitFor();
  assert.equal(await paper(), light);
});
