// The pages, one line each. A page is a module whose default export draws it; it gets
// what follows its name in the address.
import type { ComponentType } from "preact";

export interface PageProps {
  path: string[];
}

export interface Page {
  id: string; // in the address
  title: string;
  nav: boolean; // whether it stands in the navigation
  load: () => Promise<{ default: ComponentType<PageProps> }>;
}

export const pages: Page[] = [
  { id: "overview", title: "Overview", nav: true, load: () => import("./overview/page") },
  { id: "map", title: "Theatres", nav: true, load: () => import("./map/page") },
  { id: "claim", title: "Claim", nav: false, load: () => import("./claim/page") },
  { id: "source", title: "Sources", nav: true, load: () => import("./source/page") },
  { id: "review", title: "Review", nav: false, load: () => import("./review/page") },
  { id: "assumptions", title: "Assumptions", nav: true, load: () => import("./assumptions/page") },
  { id: "editor", title: "Files", nav: true, load: () => import("./editor/page") },
  { id: "compare", title: "Variants side by side", nav: false, load: () => import("./compare/page") },
  { id: "runs", title: "Runs", nav: false, load: () => import("./history/page") },
];
