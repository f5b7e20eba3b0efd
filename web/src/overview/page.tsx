import { world } from "../live";

export default function Overview() {
  const w = world.value;
  if (!w) return <p class="soft">Reading the world</p>;
  return <h1>{w.title}</h1>;
}
