// The runs of this server, each with why it was played.
import { useEffect, useState } from "preact/hooks";
import type { RunResource } from "../api";
import { cancelRun, json } from "../client";
import { count } from "../parts/number";
import "../compare/compare.css";

type Row = RunResource & { worlds?: number; replicates?: number; seed?: number; claim?: string };

const words: Record<string, string> = { queued: "waiting", running: "being played", done: "done", failed: "failed", cancelled: "stopped" };
const open = (r: Row): boolean => r.state === "queued" || r.state === "running";

export default function Runs() {
  const [runs, setRuns] = useState<Row[] | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let here = true;
    const look = async (): Promise<void> => {
      try {
        const list = await json<Row[] | { runs: Row[] }>("GET", "/api/runs");
        if (here) setRuns(Array.isArray(list) ? list : list.runs);
        setProblem("");
      } catch (error) {
        setProblem((error as Error).message);
      }
      if (here) timer = setTimeout(() => void look(), 1500);
    };
    void look();
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, []);
  return (
    <article>
      <header class="lead">
        <h1>Runs</h1>
        <p class="standfirst serif">What was played since the server began, and why.</p>
      </header>
      {problem !== "" && <p role="alert">{problem}</p>}
      {runs?.length === 0 && <p>None yet.</p>}
      {runs && runs.length > 0 && (
        <div class="scroll" role="region" aria-label="Runs" tabIndex={0}>
          <table class="beside-each-other">
            <thead>
              <tr>
                <th scope="col">Run</th>
                <th scope="col">Why</th>
                <th scope="col">Played</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((r) => (
                <tr key={r.id}>
                  <td>
                    {r.kind} <span class="soft small">{r.id}</span>
                  </td>
                  <td>{r.reason}</td>
                  <td>{r.progress ? `${count(r.progress.done)} of ${count(r.progress.total)}` : "–"}</td>
                  <td>
                    {words[r.state] ?? r.state}
                    {r.error ? `: ${r.error}` : ""}{" "}
                    {open(r) && (
                      <button type="button" onClick={() => void cancelRun(r.id).catch((e: Error) => setProblem(e.message))}>
                        Stop
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </article>
  );
}
