// The review of a source: decisions are kept, also when the text changes on disk.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open, serve, violations } from "./harness.mjs";

const queue = (page) => page.locator(".queue ol");
const item = (page, words) => queue(page).locator("li").filter({ hasText: words });
const said = (page, words) => page.locator(".queue .said").filter({ hasText: words }).waitFor();
const choose = async (page, words) => {
  await item(page, words).getByRole("button").click();
  await page.locator(".queue ol li.chosen").filter({ hasText: words }).waitFor();
};
const aid = "that more military aid matters more now";
const war = "“to end the war within 24 hours”";
const bare = war.slice(1, -1);

test("from the source to its review; what is accepted by a key is there after a reload", async (t) => {
  const { page, server } = await open(t, { hash: "#/source/brief" });
  await page.getByRole("link", { name: "Review what was read" }).click();
  await page.getByText(/^0 of \d+ decided$/).waitFor();
  await choose(page, aid);
  await page.keyboard.press("a");
  await said(page, "Accepted.");
  await page.getByText(/^1 of \d+ decided$/).waitFor();
  await page.reload();
  await page.getByText(/^1 of \d+ decided$/).waitFor();
  assert.match(await item(page, aid).innerText(), /accepted/i);
  assert.match((await page.locator(".text mark.accepted").allInnerTexts()).join(""), /military aid/);
  assert.match(readFileSync(join(server.dir, "review.jsonl"), "utf8"), /^\{"source":"brief","item":"s[0-9a-f]+","do":"accept".*\}\n$/);
  await page.getByText(/^As a file/).click();
  await page.locator(".as-file pre").filter({ hasText: "# there is claim." }).waitFor(); // the world quotes these words already
  await choose(page, "These debates have their place");
  await page.keyboard.press("a");
  await page.locator(".as-file pre").filter({ hasText: "speaker = person.alliance-chief" }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^Download/ }).click()]);
  assert.match(readFileSync(await download.path(), "utf8"), /statement "these-debates-have-their-place" \{\n  source  = source\.brief\n/);
  await page.getByRole("link", { name: "back to the source" }).click();
  await page.getByRole("heading", { name: "What it became" }).waitFor();
});

test("words are set right by selecting them, the speaker by naming one", async (t) => {
  const { page } = await open(t, { hash: "#/review/brief" });
  await choose(page, aid);
  await page.keyboard.press("e");
  const mark = page.locator(".text mark.chosen").first();
  await page.getByRole("button", { name: "Use selection" }).waitFor();
  await mark.evaluate((e) => {
    const from = e.firstChild.data.indexOf("military aid");
    getSelection().setBaseAndExtent(e.firstChild, from, e.firstChild, from + "military aid matters".length);
  });
  await page.getByRole("button", { name: "Use selection" }).click();
  await said(page, "The words are changed.");
  assert.match(await queue(page).locator("li.chosen").innerText(), /“military aid matters”[\s\S]*words edited/);
  assert.equal(await page.locator(".text mark.chosen").first().innerText(), "military aid matters");
  // By keyboard: the selection that is offered, one word longer.
  await page.keyboard.press("e");
  await page.waitForFunction(() => getSelection().toString() === "military aid matters");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  const longer = await page.evaluate(() => getSelection().toString());
  assert.match(longer, /^military aid matters more/);
  await page.keyboard.press("Enter");
  await item(page, longer.trim()).filter({ hasText: "words edited" }).waitFor();
  await page.keyboard.press("s");
  const field = page.getByLabel(/^Who says it/);
  assert.equal(await field.inputValue(), "Mark Rutte");
  await field.fill("<b>Ida</b> Moe");
  await page.keyboard.press("Enter");
  await said(page, "The speaker is changed.");
  assert.match(await queue(page).locator("li.chosen").innerText(), /<b>Ida<\/b> Moe/);
});

test("rejected and taken back; merged and taken back", async (t) => {
  const { page } = await open(t, { hash: "#/review/brief" });
  await choose(page, war);
  await page.keyboard.press("r");
  await said(page, "Rejected.");
  await choose(page, war);
  assert.match(await item(page, war).innerText(), /rejected/i);
  await page.keyboard.press("u");
  await said(page, "Taken back.");
  await page.getByText(/^0 of \d+ decided$/).waitFor();
  await choose(page, "Whenever Volodymyr Zelensky decides");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.getByRole("button", { name: /^Merge with next/ }).click();
  await said(page, "Merged.");
  await page.getByText(/^1 of \d+ decided$/).waitFor();
  await queue(page).locator("li.chosen").filter({ hasText: "with 1 part" }).waitFor();
  await page.keyboard.press("u");
  await said(page, "Taken back.");
  await page.getByText(/^0 of \d+ decided$/).waitFor();
  await page.getByLabel("Show").selectOption("relations");
  assert.equal(await queue(page).locator("li").count(), await queue(page).locator("li").filter({ hasText: "→" }).count());
});

test("a later edition keeps what was decided, names what is lost, and a decision about the old text is refused", async (t) => {
  const { page, server } = await open(t, { hash: "#/review/brief", offline: true });
  const brief = join(server.dir, "brief.txt");
  const before = readFileSync(brief, "utf8");
  for (const words of [aid, war]) {
    await choose(page, words);
    await page.keyboard.press("a");
    await said(page, "Accepted.");
    await choose(page, words);
  }
  writeFileSync(brief, "A paragraph that was put before.\n\n" + before);
  await page.locator(".text p").filter({ hasText: "A paragraph that was put before." }).waitFor();
  await page.getByText(/^2 of \d+ decided$/).waitFor();
  assert.deepEqual((await page.locator(".text mark.accepted").allInnerTexts()).join(" ").includes(bare), true);
  // The page has the old text where it has not been told of the new one.
  await page.route("**/api/reviews/brief", async (route) => {
    if (route.request().method() === "POST") writeFileSync(brief, before.replace(bare, "to make peace soon"));
    await route.continue();
  });
  await choose(page, aid);
  await page.keyboard.press("r");
  await said(page, "changed on disk");
  await page.getByRole("heading", { name: "Lost: 1 decision without a place" }).waitFor();
  assert.match(await page.locator(".lost").innerText(), /to end the war within 24 hours/);
  await page.unroute("**/api/reviews/brief");
  await page.getByText(/^1 of \d+ decided$/).waitFor();
  await page.getByRole("button", { name: "Take this decision back" }).click();
  await page.getByRole("heading", { name: /^Lost/ }).waitFor({ state: "detached" });
});

test("read-only: everything is shown, nothing can be decided, and it is said why", async (t) => {
  const server = await serve(t, { args: ["--read-only"] });
  const { page } = await open(t, { server, hash: "#/review/brief" });
  await page.getByText("This server was started read-only: nothing can be decided here.").waitFor();
  assert.ok(await page.getByRole("button", { name: /^Accept/ }).isDisabled());
  await page.keyboard.press("a");
  await page.getByText(/^0 of \d+ decided$/).waitFor();
  assert.deepEqual(await violations(page), []);
});
