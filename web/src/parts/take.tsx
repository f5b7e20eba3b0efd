// What is drawn can be taken along: as a table, as data, as a picture.
import type { RefObject } from "preact";

export type Cell = string | number | null;

export interface Taken {
  name: string; // of the file, without its ending
  head: string[];
  rows: () => Cell[][];
  data: () => unknown; // for JSON
  svg?: RefObject<HTMLElement | SVGElement | null>; // an SVG, or what holds it
}

/** save hands a file to the browser. */
export function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const a = document.createElement("a");
  a.href = url;
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const quoted = (cell: Cell): string => {
  const text = cell === null ? "" : String(cell);
  // A leading sign that is no number would be run as a formula by spreadsheets.
  const safe = typeof cell === "string" && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csv = (head: string[], rows: Cell[][]): string =>
  [head, ...rows].map((row) => row.map(quoted).join(",")).join("\r\n") + "\r\n";

const drawn = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-linejoin",
  "stroke-linecap",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
];

/** svgText is a drawing that stands alone: what style sheets say is written into it. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const to = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    const target = to[i];
    for (const name of drawn) {
      const value = style.getPropertyValue(name);
      if (value !== "") target?.setAttribute(name, value);
    }
    for (const name of ["class", "style", "tabindex"]) target?.removeAttribute(name);
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", getComputedStyle(document.documentElement).backgroundColor);
  copy.insertBefore(paper, copy.firstChild);
  return new XMLSerializer().serializeToString(copy);
}

export function TakeAlong({ taken, of }: { taken: Taken; of: string }) {
  const svg = (): void => {
    const held = taken.svg?.current;
    const element = held instanceof SVGSVGElement ? held : held?.querySelector("svg");
    if (element) save(taken.name + ".svg", new Blob([svgText(element)], { type: "image/svg+xml" }));
  };
  const table = (): void =>
    save(taken.name + ".csv", new Blob([csv(taken.head, taken.rows())], { type: "text/csv;charset=utf-8" }));
  const data = (): void =>
    save(taken.name + ".json", new Blob([JSON.stringify(taken.data(), null, 1)], { type: "application/json" }));
  return (
    <span class="take small" role="group" aria-label={`Take along: ${of}`}>
      <button type="button" class="plain" onClick={table} aria-label={`${of} as CSV`}>
        CSV
      </button>
      <button type="button" class="plain" onClick={data} aria-label={`${of} as JSON`}>
        JSON
      </button>
      {taken.svg && (
        <button type="button" class="plain" onClick={svg} aria-label={`${of} as SVG`}>
          SVG
        </button>
      )}
    </span>
  );
}
