// The pictures of the page in docs/: the worked example as it is, small enough to keep.
// Run by `make screenshots`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch, root, serve, settled } from "./harness.mjs";
import { pixels, small } from "./png.mjs";

const most = 150_000; // bytes of a picture
const out = join(root, "docs/pictures");
const cut = "v=Without+the+shells~cut:flow.shells&at=1";
const views = [
  { name: "overview", hash: "#/overview" },
  { name: "outcomes", hash: "#/overview", at: "#outcomes-title" },
  { name: "timelines", hash: "#/overview", at: "#timelines-title" },
  { name: "map", hash: "#/map" },
  { name: "cut", hash: `#/map/flow.shells?${cut}` },
  { name: "graph-dark", hash: "#/map?view=graph", colours: "dark" },
  { name: "claim", hash: "#/claim/america-less-safe", at: "#channels", wait: "#belief" },
  { name: "source", hash: "#/source/brief/statement.two-dealings" },
  { name: "review", hash: "#/review/brief", keys: "araajrjam" },
  { name: "assumptions", hash: "#/assumptions/quantity.sensitivity?v=Sharper+eyes~pin:quantity.sensitivity=8&at=1" },
  { name: "editor", hash: "#/editor/ukraine.hcl" },
  { name: "compare", hash: `#/compare?${cut}&v=No+precedent~cut:precedent` },
  { name: "overview-narrow", hash: "#/overview", width: 390, height: 780 },
  { name: "map-narrow-dark", hash: "#/map/flow.shells", width: 390, height: 780, colours: "dark" },
];

const only = process.argv.slice(2); // names; all where none is given
const endings = [];
const server = await serve({ after: (end) => endings.push(end) });
const browser = await launch();
mkdirSync(out, { recursive: true });
try {
  for (const { name, hash, at, wait, keys = "", colours = "light", width = 1280, height = 860 } of views.filter((v) => only.length === 0 || only.includes(v.name))) {
    const page = await (await browser.newContext({ viewport: { width, height }, colorScheme: colours })).newPage();
    page.setDefaultTimeout(300_000); // whole runs and an explanation are played
    await page.goto(`${server.url}/${hash}`);
    await page.locator("main h1").waitFor();
    await settled(page);
    if (wait) await page.locator(wait).waitFor({ timeout: 300_000 });
    for (const key of keys) {
      const before = await page.locator(".queue").innerText();
      await page.keyboard.press(key);
      if (key !== "j") await page.waitForFunction((b) => document.querySelector(".queue").innerText !== b, before);
    }
    if (at) await page.locator(at).evaluate((e) => e.scrollIntoView({ block: "start" }));
    const picture = small(await pixels(page, await page.screenshot()));
    console.log(`${name}.png ${picture.length}`);
    if (picture.length > most) throw new Error(`${name}.png is ${picture.length} bytes, more than ${most}`);
    writeFileSync(join(out, `${name}.png`), picture);
    await page.close();
  }
} finally {
  await browser.close();
  for (const end of endings.reverse()) await end();
}
