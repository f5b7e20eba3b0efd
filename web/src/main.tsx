import { render } from "preact";
import { begin } from "./live";
import { Shell } from "./shell/shell";
import "./style/base.css";
import "./shell/shell.css";
import "./parts/parts.css";

const root = document.getElementById("page");
if (root) {
  root.replaceChildren();
  begin();
  render(<Shell />, root);
}
