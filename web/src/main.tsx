import { render } from "preact";
import { begin } from "./live";
import { pages } from "./pages";
import { Shell } from "./shell/shell";
import { page } from "./state";
import "./style/base.css";
import "./shell/shell.css";
import "./parts/parts.css";

const root = document.getElementById("page");
if (root) {
  root.replaceChildren();
  pages.find((p) => p.id === page.peek())?.load().catch(() => undefined); // on its way while the rest is drawn; the shell tells of failures
  begin();
  render(<Shell />, root);
}
