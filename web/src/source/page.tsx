// A source's text, what was said in it marked, and beside it what each saying became.
import { useEffect, useRef, useState } from "preact/hooks";
import type { World } from "../api";
import { fileChanges, verdicts, world } from "../live";
import { said } from "../parts/words";
import { result } from "../live";
import * as state from "../state";
import { linkName } from "../map/kinds";
import { forgetSources, getSource, type Mark, paragraphsOf, type Piece, piecesOf, type SourceText } from "./sources";
import "./source.css";

export default function SourcePage({ path }: { path: string[] }) {
  const w = world.value;
  if (!w) return <p class="soft">Reading the world.</p>;
  const id = path[0] ?? (w.sources.length === 1 ? w.sources[0]?.id : undefined);
  if (id === undefined) return <SourceList world={w} />;
  return <One key={id} world={w} id={id} selected={path[1] ?? ""} />;
}

function SourceList({ world: w }: { world: World }) {
  const counts = (id: string, title: string): string => {
    const claims = w.claims.filter((c) => c.source_id === id || c.source === title).length;
    const statements = w.statements.filter((s) => s.source === id).length;
    return claims + statements === 0 ? "" : ` · ${claims} claims, ${statements} statements`;
  };
  const weight = (s: World["sources"][number]): number => (counts(s.id, s.title) === "" ? 1 : 0);
  return (
    <article>
      <header class="lead">
        <h1>Sources</h1>
        <p class="standfirst serif">Texts that the claims stand in first, then what evidence was taken from.</p>
      </header>
      <ul class="source-list">
        {[...w.sources]
          .sort((a, b) => weight(a) - weight(b))
          .map((s) => (
            <li key={s.id}>
              <a href={state.href("source", [s.id])}>{s.title || s.id}</a>
              <span class="soft small">
                {" "}
                {[s.publisher, s.published].filter(Boolean).join(", ")}
                {counts(s.id, s.title)}
              </span>
            </li>
          ))}
      </ul>
    </article>
  );
}

const nameOf = (m: Mark): string => `${m.kind}.${m.id}`;

function One({ world: w, id, selected }: { world: World; id: string; selected: string }) {
  const [source, setSource] = useState<SourceText | null>(null);
  const [problem, setProblem] = useState("");
  const changes = fileChanges.value;
  const seen = useRef(changes);
  useEffect(() => {
    let here = true;
    if (seen.current !== changes) forgetSources();
    seen.current = changes;
    setProblem("");
    getSource(id)
      .then((s) => here && setSource(s))
      .catch((error: Error) => here && setProblem(error.message));
    return () => {
      here = false;
    };
  }, [id, changes]);
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected !== "") text.current?.querySelector(".chosen")?.scrollIntoView({ block: "center" });
  }, [source, selected]);
  if (problem !== "") {
    return (
      <>
        <h1>{id}</h1>
        <p role="alert">This source could not be read. {problem}</p>
      </>
    );
  }
  if (!source) return <p class="soft">Fetching the text.</p>;
  const marks = [...source.marks].sort((a, b) => a.start - b.start || b.end - a.end);
  return (
    <article class="source-page">
      <header class="lead">
        <p class="kicker">
          {[source.publisher, source.published, source.reliability ? `reliability ${source.reliability}` : ""].filter(Boolean).join(" · ") || "Source"}
        </p>
        <h1>{source.title || source.id}</h1>
        {source.url && <p class="small soft">{source.url}</p>}
        {source.text !== "" && (
          <p class="small">
            <a href={state.href("review", [id])}>Review what was read</a>
          </p>
        )}
      </header>
      <div class="text-sides">
        <div class="text serif" ref={text}>
          {paragraphsOf(source.characters).map(([from, to]) => (
            <p key={from}>
              {piecesOf(source.characters, marks, from, to).map((piece) => (
                <PieceText key={piece.start} piece={piece} source={id} selected={selected} />
              ))}
            </p>
          ))}
          {source.text === "" && <p class="soft">The world holds no text of this source, only its name.</p>}
        </div>
        <section class="became" aria-labelledby="became">
          <h2 id="became">What it became</h2>
          {selected !== "" && !marks.some((m) => nameOf(m) === selected) && <p role="alert">Nothing in this text is called {selected}.</p>}
          <ol>
            {marks.map((m) => (
              <Became key={nameOf(m)} world={w} mark={m} source={id} chosen={nameOf(m) === selected} quote={source.characters.slice(m.start, m.end).join("")} />
            ))}
          </ol>
          {marks.length === 0 && <p class="soft">Nothing of this text was taken up as a claim or a statement.</p>}
        </section>
      </div>
    </article>
  );
}

// Where sayings overlap, the shortest is the one that a click means.
function PieceText({ piece, source, selected }: { piece: Piece; source: string; selected: string }) {
  const [inner] = [...piece.marks].sort((a, b) => a.end - a.start - (b.end - b.start));
  if (!inner) return <>{piece.text}</>;
  const chosen = piece.marks.some((m) => nameOf(m) === selected);
  const kinds = piece.marks.map((m) => m.kind);
  const classes = ["marked", kinds.includes("claim") ? "claim-mark" : "statement-mark", chosen ? "chosen" : ""].join(" ");
  return (
    <a class={classes} href={state.href("source", [source, nameOf(inner)])} aria-current={chosen ? "true" : undefined}>
      {piece.text}
    </a>
  );
}

interface BecameProps {
  world: World;
  mark: Mark;
  source: string;
  chosen: boolean;
  quote: string;
}

function Became({ world: w, mark, source, chosen, quote }: BecameProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) item.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <li ref={item} class={chosen ? "chosen" : ""}>
      <p class="kicker">{mark.kind}</p>
      <p class="serif">
        <a href={state.href("source", [source, nameOf(mark)])}>“{quote}”</a>
      </p>
      {mark.kind === "claim" ? <BecameClaim world={w} id={mark.id} /> : <BecameStatement world={w} id={mark.id} />}
    </li>
  );
}

function BecameClaim({ world: w, id }: { world: World; id: string }) {
  const claim = w.claims.find((c) => c.id === id);
  const verdict = verdicts.value.find((v) => v.claim === id);
  const words = verdict && said(verdict, result.value?.document.findings?.scale ?? []);
  if (!claim) return null;
  return (
    <p class="small">
      The claim <a href={state.href("claim", [id])}>{claim.title || id}</a>
      {words && (
        <>
          : <b>{words.strong}</b> <span class="soft">{words.rest}</span>
        </>
      )}
      {claim.theatres.length > 0 && <span class="soft"> Theatres: {claim.theatres.map((t) => w.theatres.find((x) => x.id === t)?.name ?? t).join(", ")}.</span>}
    </p>
  );
}

function BecameStatement({ world: w, id }: { world: World; id: string }) {
  const statement = w.statements.find((s) => s.id === id);
  if (!statement) return null;
  const about = Array.isArray(statement.about) ? statement.about : [statement.about].filter(Boolean);
  return (
    <p class="small">
      {statement.speaker !== "" && <span class="soft">{w.persons.find((p) => p.id === statement.speaker)?.name ?? statement.speaker}. </span>}
      {about.length === 0 ? (
        "It became nothing in the model."
      ) : (
        <>
          About{" "}
          {about.map((path, i) => (
            <span key={path}>
              {i > 0 && ", "}
              <About world={w} path={path} />
            </span>
          ))}
          .
        </>
      )}
    </p>
  );
}

/** A link to where what a statement is about is shown. */
function About({ world: w, path }: { world: World; path: string }) {
  const [kind = "", id = ""] = path.split(".");
  const link = w.links.find((l) => l.path === path);
  if (link) return <a href={state.href("map", [path])}>{linkName(link)}</a>;
  switch (kind) {
    case "claim":
      return <a href={state.href("claim", [id])}>{w.claims.find((c) => c.id === id)?.title ?? id}</a>;
    case "theatre":
      return <a href={state.href("map", [], { near: id })}>{w.theatres.find((t) => t.id === id)?.name ?? id}</a>;
    case "theory":
      return <a href={state.href("assumptions", [path])}>the theory of {id}</a>;
    case "actor":
      return <a href={state.href("map", [], { q: w.actors.find((a) => a.id === id)?.name ?? id })}>{w.actors.find((a) => a.id === id)?.name ?? id}</a>;
    case "person":
      return <>{w.persons.find((p) => p.id === id)?.name ?? id}</>;
    case "scenario":
      return <a href={state.href("overview", [], { fan: id })}>{w.scenarios.find((s) => s.id === id)?.title ?? id}</a>;
    default:
      return <>{path}</>;
  }
}
