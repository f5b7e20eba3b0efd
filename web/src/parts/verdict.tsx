// A verdict as a bar: worlds in which the claim holds, makes no difference, fails. What
// the same worlds say of the world as written is a thin bar below it.
import type { Level, Shares, Verdict, World } from "../api";
import { ofHundred, percent } from "./number";
import { said, sizes, turnsWithReference } from "./words";

export const barLabel = (s: Shares): string =>
  `Holds in ${ofHundred(s.holds.share)}, makes no difference in ${ofHundred(s.flat.share)}, fails in ${ofHundred(s.fails.share)}.`;

export function VerdictBar({ shares, before, small }: { shares: Shares | null; before?: Shares | null; small?: boolean }) {
  if (!shares) return null;
  const height = small ? 8 : 14;
  const under = before ? 5 : 0;
  const label = barLabel(shares) + (before ? ` As written: ${barLabel(before).toLowerCase()}` : "");
  return (
    <svg
      class="verdict-bar"
      viewBox={`0 0 100 ${height + under}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      height={height + under}
      width="100%"
    >
      <Parts shares={shares} y={0} height={height} />
      {!small && <Doubt from={shares.holds.low} to={shares.holds.high} y={height / 2} />}
      {!small && shares.fails.worlds > 0 && (
        <Doubt from={1 - shares.fails.high} to={1 - shares.fails.low} y={height / 2} />
      )}
      {before && (
        <g class="before">
          <Parts shares={before} y={height + 2} height={3} />
        </g>
      )}
    </svg>
  );
}

function Parts({ shares, y, height }: { shares: Shares; y: number; height: number }) {
  const holds = 100 * shares.holds.share;
  const fails = 100 * shares.fails.share;
  return (
    <>
      <rect class="flat" x={0} y={y} width={100} height={height} />
      <rect class="holds moves" x={0} y={y} width={holds} height={height} />
      <rect class="fails moves" x={100 - fails} y={y} width={fails} height={height} />
    </>
  );
}

/** The interval of a boundary: how far sampling leaves it open. */
function Doubt({ from, to, y }: { from: number; to: number; y: number }) {
  return <line class="doubt" x1={100 * from} x2={100 * to} y1={y} y2={y} />;
}

const inkOf: Record<string, string> = {
  holds: "holds-ink",
  fails: "fails-ink",
  flat: "flat-ink",
  undecided: "open-ink",
  mixed: "open-ink",
};

/** The verdict in words, then its size. */
export function VerdictWords({ world, verdict, scale }: { world: World | null; verdict: Verdict; scale: Level[] }) {
  const words = said(verdict, scale);
  const joint = verdict.kind === "undecided" ? ", " : verdict.kind === "mixed" || verdict.kind === "not decided" ? ": " : " ";
  return (
    <p class="verdict-words">
      <strong class={inkOf[verdict.kind] ?? ""}>{words.strong}</strong>
      {joint}
      {words.rest}.{" "}
      <span class="soft">
        {sizes(world, verdict).map((s, i) => (
          <span key={i}>
            {s.name !== "" && s.name + " "}
            <span class="nowrap">{s.text}</span>
            {"; "}
          </span>
        ))}
        {verdict.worlds.toLocaleString("en-GB")} worlds
        {turnsWithReference(verdict) ? "; turns with the reference" : ""}
        {verdict.partial ? "; partial" : ""}.
      </span>
    </p>
  );
}

/** How a share moved against the world as written, or nothing where it hardly did. */
export function Moved({ now, before }: { now: Shares | null | undefined; before: Shares | null | undefined }) {
  if (!now || !before) return null;
  const parts = (["holds", "fails"] as const)
    .map((k) => ({ k, by: Math.round(100 * (now[k].share - before[k].share)) }))
    .filter((p) => p.by !== 0);
  if (parts.length === 0) return <p class="moved soft small">As in the world as written, to within 1 of 100 worlds.</p>;
  return (
    <p class="moved small">
      Against the world as written, in the same worlds:{" "}
      {parts
        .map(({ k, by }) => `${k} in ${Math.abs(by)} ${by > 0 ? "more" : "fewer"} of 100 (was ${percent(before[k])})`)
        .join("; ")}
      .
    </p>
  );
}

/** What the colours and words of verdicts mean. */
export function VerdictLegend({ scale }: { scale: Level[] }) {
  return (
    <div class="legend small">
      <ul class="swatches" aria-label="Colours of the bars">
        <li>
          <span class="swatch holds" /> holds
        </li>
        <li>
          <span class="swatch flat" /> makes no difference
        </li>
        <li>
          <span class="swatch fails" /> fails
        </li>
        <li>
          <span class="swatch doubt" /> where chance in the drawing of worlds leaves the boundary (95 %)
        </li>
      </ul>
      <details>
        <summary>How to read this</summary>
        <p>
          “Holds in most worlds (78 %, 77–79)”: the difference goes the claimed way by more than the claim’s margin in 78 of
          100 possible worlds; with this many worlds the share is known to lie between 77 and 79. What follows is the size of
          the difference in the middle world, and the range of 90 of 100 worlds. Points are percentage points.
        </p>
        <p>
          A claim holds, fails, or makes no difference where that is so in at least 66 of 100 worlds; else it is mixed. It is
          undecided where rival theories disagree about it. It turns with the reference if it would read differently against
          another scenario.
        </p>
        <p>
          Shares in words:{" "}
          {scale
            .map((l, i) => {
              const from = Math.round(100 * l.from);
              const above = scale[i - 1];
              if (!above) return `${l.words} ≥ ${from} %`;
              const to = Math.round(100 * above.from);
              return l.from === 0 ? `${l.words} < ${to} %` : `${l.words} ${from}–${to} %`;
            })
            .join("; ")}
          .
        </p>
      </details>
    </div>
  );
}
