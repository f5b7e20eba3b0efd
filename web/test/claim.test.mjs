// A claim's page, its source, and the way between them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { open, patience, settled, violations } from "./harness.mjs";

const long = 3 * patience; // an explanation plays for some twenty seconds on an idle machine

test("a claim shows its words in their sentence, who said them, and how they are read", async (t) => {
  const { page } = await open(t, { hash: "#/claim/america-less-safe" });
  const words = page.locator(".said-words");
  await words.locator("mark", { hasText: "written to Moscow's liking" }).waitFor();
  assert.match(await words.locator("blockquote").innerText(), /^NATO's new secretary general has told .* less safe\.$/s);
  assert.match(await words.innerText(), /Mark Rutte/);
  assert.match(await words.innerText(), /hedged: “would in time”/);
  assert.match(await words.innerText(), /How that is read here/);
});

test("from a claim to its sentence, to what else was said there, and back", async (t) => {
  const { page } = await open(t, { hash: "#/overview" });
  await page.getByRole("link", { name: "A deal on Moscow's terms leaves the United States less safe" }).click();
  await page.getByRole("link", { name: /^In its source/ }).click();
  await page.locator(".text .marked.chosen").first().waitFor();
  assert.equal(await page.locator(".text .chosen").first().innerText(), "a peace deal for Ukraine written to Moscow's liking would in time leave the United States less safe");
  assert.match(page.url(), /#\/source\/brief\/claim\.america-less-safe/);
  await page.locator(".text").getByRole("link", { name: /two dealings of Russia's/ }).click();
  const became = page.locator(".became li.chosen");
  await became.filter({ hasText: "STATEMENT" }).or(became.filter({ hasText: "statement" })).first().waitFor();
  await became.getByRole("link", { name: "missile technology", exact: true }).click();
  await page.locator(".detail h2", { hasText: "missile technology" }).waitFor();
  await page.locator(".detail").getByRole("link", { name: /two dealings of Russia's/ }).click();
  await page.locator(".text .marked.chosen").first().waitFor();
  await page.locator(".became").getByRole("link", { name: "A deal on Moscow's terms leaves the United States less safe", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /leaves the United States less safe/ }).waitFor();
});

test("the text of a source is the file's own, and is never taken for markup", async (t) => {
  const { page, server } = await open(t, { hash: "#/source/brief" });
  await page.locator(".text p").first().waitFor();
  const shown = (await page.locator(".text p").allInnerTexts()).join("\n\n").replace(/\s+/g, " ").trim();
  assert.equal(shown, readFileSync(`${server.dir}/brief.txt`, "utf8").replace(/\s+/g, " ").trim());
});

test("why: progress, parts as they come, then everything that explain finds", async (t) => {
  const { page } = await open(t, { hash: "#/claim/america-less-safe" });
  await page.getByRole("status").filter({ hasText: "Finding out why" }).waitFor();
  await page.getByRole("heading", { name: "Which links carry it" }).waitFor({ timeout: long });
  assert.match(await page.locator(".waterfall svg").getAttribute("aria-label"), /without any link .*deterrence .*the whole/);
  for (const name of [
    "Under rival theories",
    "Which numbers matter",
    "Where it fails",
    "What would tip it",
    "What to find out next",
    "Which scenario does best",
    "What one would have to believe for the answer to turn",
    "What time will show",
  ]) {
    await page.getByRole("heading", { name }).waitFor({ timeout: long });
  }
  await page.getByText(/It fails in \d+ % of worlds where/).waitFor();
  await page.locator(".box-picture .choices .in, .box-picture .range").first().waitFor();
  assert.deepEqual(await violations(page), []);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^Channels.* as CSV$/ }).click()]);
  assert.match(readFileSync(await download.path(), "utf8"), /^channel,unit,part,standard_error/);
});

test("the analysis is stopped, and begun again on demand", async (t) => {
  const { page } = await open(t, { hash: "#/claim/europe-less-safe" });
  await page.getByRole("button", { name: "Stop the analysis" }).click();
  await page.getByRole("button", { name: "Find out again" }).click();
  await page.getByRole("button", { name: "Stop the analysis" }).click();
  await page.getByText("Stopped; what was found so far stands below.").waitFor();
});

test("a rival theory is chosen where the claim shows what it does", async (t) => {
  const { page } = await open(t, { hash: "#/claim/america-less-safe" });
  await settled(page);
  const bar = page.locator(".found > .verdict-bar").first();
  const before = await bar.getAttribute("aria-label");
  await page.getByLabel("Rival of reputation in every world").selectOption("contrarian");
  await page.getByText("reputation: contrarian in every world").waitFor();
  await page.waitForFunction((old) => document.querySelector(".found > .verdict-bar")?.getAttribute("aria-label") !== old, before);
  assert.match(await bar.getAttribute("aria-label"), /As written/);
});
