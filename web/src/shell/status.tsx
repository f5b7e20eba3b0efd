// How much has been played for what is shown, and the controls over it.
import { useState } from "preact/hooks";
import { again, answering, connection, refining, result, stop, stopped, writtenReason } from "../live";
import { count } from "../parts/number";
import { href, runSize, setSize, type Size } from "../state";

export function Status() {
  return (
    <div class="status">
      <span role="status">{connection.value === "lost" ? "The server is away; trying to reach it" : <Played />}</span>
      <Refining />
      <SizeMenu />
    </div>
  );
}

function Played() {
  const r = result.value;
  if (!r) return <>{answering.value ? "Playing the first worlds" : "Nothing played yet"}</>;
  const played = `${count(r.worlds)} worlds × ${count(r.replicates)}`;
  if (!r.refined) return <>First answer: {played}</>;
  const partial = r.document.findings?.outcomes?.run.partial;
  return <>{partial ? `Stopped at ${played}` : played}</>;
}

function Refining() {
  const task = refining.value;
  if (!task) {
    if (!stopped.value) return null;
    return (
      <button type="button" onClick={again}>
        Go on
      </button>
    );
  }
  const p = task.progress.value;
  const left = p?.seconds_left;
  return (
    <>
      <progress max={p?.total ?? 1} value={p?.done ?? 0} aria-label="Worlds played" />
      {left !== undefined && left >= 1 && <span class="nowrap">{Math.ceil(left)} s left</span>}
      <button type="button" onClick={() => void stop()}>
        Stop
      </button>
    </>
  );
}

const limits = { worlds: 100_000, replicates: 64, seed: Number.MAX_SAFE_INTEGER };

function SizeMenu() {
  const now = runSize.value;
  return (
    <details class="menu" key={JSON.stringify(now)}>
      <summary>Play more</summary>
      <div class="sheet">
        <SizeForm now={now} />
      </div>
    </details>
  );
}

function SizeForm({ now }: { now: Size }) {
  const [size, change] = useState(now);
  const field = (name: keyof Size, label: string, hint: string) => (
    <label title={hint}>
      {label}
      <input
        type="number"
        required
        min={name === "seed" ? 0 : 1}
        max={limits[name]}
        step={1}
        value={size[name]}
        onInput={(e) => change({ ...size, [name]: e.currentTarget.valueAsNumber })}
      />
    </label>
  );
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        setSize(size);
      }}
    >
      {field("worlds", "Possible worlds", "More worlds: narrower intervals of every share")}
      {field("replicates", "Plays in each", "Plays of chance in each world")}
      {field("seed", "Seed", "The same seed gives the same numbers to the last bit")}
      <label title="Kept with the run, so that it is known later what it was for">
        Why
        <input
          type="text"
          maxLength={200}
          value={writtenReason.value}
          onInput={(e) => (writtenReason.value = e.currentTarget.value)}
        />
      </label>
      <p class="soft small">
        The first answer to a change comes from few worlds. These are played after it; they are the same worlds for every
        variant, so that a difference is never a difference of luck.
      </p>
      <div class="buttons">
        <button type="submit" class="strong">
          Play
        </button>
        <a class="button" href={href("runs")}>
          Runs so far
        </a>
      </div>
    </form>
  );
}
