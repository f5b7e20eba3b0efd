// The overview, as a reader uses it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { binary, open, settled } from "./harness.mjs";

const flat = (text) => text.replace(/\s+/g, " ").trim();

test("the page says of every claim and outcome what the command line says", async (t) => {
  const { page, server } = await open(t);
  await settled(page);
  const told = flat(execFileSync(binary, ["run", server.dir, "--quiet", "--worlds", "320", "--replicates", "4"], { encoding: "utf8" }));
  const claims = await page.locator(".claim .verdict-words").allInnerTexts();
  assert.equal(claims.length, 11);
  for (const text of claims) {
    const verdict = flat(text).split(/\. |\.$/)[0];
    assert.ok(told.includes(verdict), `the command line does not say “${verdict}”`);
  }
  const rows = await page.locator(".outcomes tbody tr:has(th[scope=row])").all();
  assert.ok(rows.length > 15);
  for (const row of rows) {
    const name = flat(await row.locator("th").innerText());
    const medians = (await row.locator(".median").allInnerTexts()).join(" ");
    const bands = (await row.locator(".band-text").allInnerTexts()).join(" ");
    assert.ok(told.includes(`${name} ${medians} ${bands}`), `the command line does not say “${name} ${medians} ${bands}”`);
  }
});

test("a first answer comes before the refined one, from fewer worlds", async (t) => {
  const { page } = await open(t, { size: "" });
  const status = page.getByRole("status").first();
  await status.filter({ hasText: "First answer" }).waitFor();
  await page.locator(".claim .verdict-bar").first().waitFor();
  await settled(page);
  assert.match(await status.innerText(), /^4,000 worlds × 8$/);
});

test("verdicts are split by rival theory on demand, and the address keeps the split", async (t) => {
  const { page } = await open(t);
  await settled(page);
  await page.getByLabel("Split each by").selectOption("reputation");
  const cases = page.locator("#claim-america-less-safe").getByRole("list", { name: "By reputation" });
  await cases.first().waitFor();
  const rivals = await cases.first().getByRole("img").count();
  assert.ok(rivals >= 2, "no bar for each rival");
  await page.reload();
  await settled(page);
  assert.equal(await page.getByLabel("Split each by").inputValue(), "reputation");
  const claim = page.locator("#claim-europe-less-safe");
  await claim.getByText("By rival theory and by reference").click();
  await claim.getByText("Compared with another scenario").waitFor();
});

test("timelines are read off at any quarter by keyboard, scenarios are hidden, bands chosen", async (t) => {
  const { page } = await open(t);
  await settled(page);
  const panel = page.locator("#panel-war-taiwan");
  const last = await panel.locator("td").first().innerText();
  await page.getByLabel(/^Read off at/).focus();
  for (let i = 0; i < 20; i++) await page.keyboard.press("ArrowLeft");
  const earlier = await panel.locator("td").first().innerText();
  assert.ok(Number(earlier) < Number(last), `${earlier} in 2029 against ${last} in 2034`);
  assert.match(await panel.getByRole("img").first().getAttribute("aria-label"), /at 2029 Q4/);
  const lines = () => panel.locator("path.line").count();
  const before = await lines();
  await page.getByRole("checkbox", { name: "Current course" }).uncheck();
  assert.equal(await lines(), before - 1);
  await page.getByRole("button", { name: "draw band: Freeze the front and press both to talk" }).click();
  await page.waitForFunction(() => /hide=current/.test(location.hash) && /fan=freeze/.test(location.hash) && /t=20/.test(location.hash));
});

test("what is drawn is taken along as CSV, JSON and SVG", async (t) => {
  const { page } = await open(t);
  await settled(page);
  const taken = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  };
  const outcomes = await taken("Outcomes as CSV");
  assert.equal(outcomes.name, "outcomes.csv");
  assert.equal(outcomes.text.trim().split("\r\n").length, 1 + 6 * 19);
  const verdicts = JSON.parse((await taken("Verdicts as JSON")).text);
  assert.equal(verdicts.length, 11);
  const picture = await taken("a new war, Taiwan Strait as SVG");
  assert.match(picture.text, /^<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  assert.ok(!picture.text.includes("var(--"), "the picture leans on the page's style sheet");
  const series = await taken("a new war, Taiwan Strait as CSV");
  assert.equal(series.text.trim().split("\r\n").length, 1 + 6 * 41);
});
