// The editor: broken edits are shown, conflicts lose nothing, the disk is watched.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open, settled } from "./harness.mjs";

const text = (page) => page.locator(".code .cm-content");
const typeAtStart = async (page, words) => {
  await text(page).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type(words);
};
const summary = (page) => page.locator(".desk-tools").getByRole("status");

test("a broken edit is shown where it is while typing, and nothing is written", async (t) => {
  const { page, server } = await open(t, { hash: "#/editor/ukraine.hcl" });
  const file = join(server.dir, "ukraine.hcl");
  const before = readFileSync(file, "utf8");
  await summary(page).filter({ hasText: "no errors" }).waitFor();
  await typeAtStart(page, 'theatre "x" {{}\n');
  await page.locator(".problem.error").first().waitFor();
  await page.locator(".code .cm-lintRange-error").first().waitFor();
  await page.locator(".problem.error").first().getByRole("button", { name: /^ukraine\.hcl:\d+$/ }).click();
  assert.equal(readFileSync(file, "utf8"), before);
  await page.getByRole("button", { name: "Undo all" }).click();
  await summary(page).filter({ hasText: "no errors" }).waitFor();
});

test("a saved change is on disk, and the world answers anew", async (t) => {
  const { page, server } = await open(t, { hash: "#/editor/world.hcl" });
  await summary(page).filter({ hasText: "no errors" }).waitFor();
  const model = (await (await fetch(server.url + "/api/world")).json()).model;
  await typeAtStart(page, "# looked through\n");
  await page.getByText("not saved").waitFor();
  await page.keyboard.press("Control+s");
  await page.getByText("not saved").waitFor({ state: "detached" });
  assert.match(readFileSync(join(server.dir, "world.hcl"), "utf8"), /^# looked through\n/);
  await settled(page);
  assert.ok(model);
});

test("a file is formatted as the command line does", async (t) => {
  const { page } = await open(t, { hash: "#/editor/ukraine.hcl" });
  await summary(page).filter({ hasText: "no errors" }).waitFor();
  await typeAtStart(page, "# a\n\n\n\n");
  await page.getByRole("button", { name: "Format" }).click();
  await summary(page).filter({ hasText: "Formatted." }).waitFor();
});

test("names are completed", async (t) => {
  const { page } = await open(t, { hash: "#/editor/ukraine.hcl" });
  await summary(page).filter({ hasText: "no errors" }).waitFor();
  await text(page).getByText("challenger", { exact: true }).first().click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("defen", { delay: 30 });
  await page.locator(".cm-tooltip-autocomplete li").filter({ hasText: "defen" }).first().waitFor();
});

test("unsaved changes survive a walk to other pages", async (t) => {
  const { page } = await open(t, { hash: "#/editor/nato.hcl" });
  await summary(page).filter({ hasText: "no errors" }).waitFor();
  await typeAtStart(page, "# half a thought\n");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Overview" }).click();
  await page.getByRole("heading", { name: "What becomes of the claims" }).waitFor();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Files" }).click();
  await page.getByRole("link", { name: "nato.hcl" }).click();
  await text(page).getByText("# half a thought").waitFor();
  page.once("dialog", (dialog) => dialog.accept());
});

test("a conflicting save shows both texts and loses neither", async (t) => {
  const { page, server, wrong } = await open(t, { hash: "#/editor/nato.hcl" });
  const file = join(server.dir, "nato.hcl");
  await summary(page).filter({ hasText: "no errors" }).waitFor();
  await typeAtStart(page, "# mine\n");
  writeFileSync(file, "# theirs\n" + readFileSync(file, "utf8"));
  const notice = page.getByRole("alert").filter({ hasText: "Somebody else changed nato.hcl" });
  // The change on disk is noticed by itself, or at the latest when it is written over.
  await Promise.race([notice.waitFor(), page.getByRole("button", { name: "Save", exact: true }).click({ trial: false }).catch(() => undefined)]);
  await notice.waitFor();
  await page.getByRole("button", { name: "See the difference" }).click();
  const difference = await page.getByLabel("From theirs to mine").innerText();
  assert.match(difference, /^-# theirs$/m);
  assert.match(difference, /^\+# mine$/m);
  assert.match(readFileSync(file, "utf8"), /^# theirs\n/);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("not saved").waitFor({ state: "detached" });
  assert.match(readFileSync(file, "utf8"), /^# mine\n(?!# theirs)/);
  wrong.splice(0, wrong.length, ...wrong.filter((w) => !/status of 412/.test(w))); // the browser logs the refusal
});

test("an edit outside is taken over where nothing was typed", async (t) => {
  const { page, server } = await open(t, { hash: "#/editor/nato.hcl" });
  await summary(page).filter({ hasText: "no errors" }).waitFor();
  const file = join(server.dir, "nato.hcl");
  writeFileSync(file, "# from another editor\n" + readFileSync(file, "utf8"));
  await text(page).getByText("# from another editor").waitFor();
});

test("text of a file is never taken for markup", async (t) => {
  const { page } = await open(t, { hash: "#/editor/world.hcl" });
  await summary(page).filter({ hasText: "no errors" }).waitFor();
  await typeAtStart(page, '# <img src=x onerror="document.title=1">\n');
  await text(page).getByText('<img src=x onerror="document.title=1">').waitFor();
  assert.equal(await page.locator(".code img[src=x]").count(), 0);
});
