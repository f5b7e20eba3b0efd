// Light, dark, or as the system has it; remembered in the browser, not in the address.
import { effect, signal } from "@preact/signals";

export type Theme = "system" | "light" | "dark";

const name = "parley.theme";

function remembered(): Theme {
  try {
    const theme = localStorage.getItem(name);
    return theme === "light" || theme === "dark" ? theme : "system";
  } catch {
    return "system"; // storage is switched off
  }
}

export const theme = signal<Theme>(remembered());

effect(() => {
  if (theme.value === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme.value;
  try {
    localStorage.setItem(name, theme.value);
  } catch {
    // Then the choice lasts as long as the page.
  }
});

export function nextTheme(): void {
  theme.value = theme.value === "system" ? "light" : theme.value === "light" ? "dark" : "system";
}
