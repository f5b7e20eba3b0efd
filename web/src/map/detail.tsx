// One link: what it carries, on what grounds, which claims lean on it, and the knife.
import { useEffect, useRef } from "preact/hooks";
import type { Link, World } from "../api";
import { verdicts } from "../live";
import { counted, exact } from "../parts/number";
import * as state from "../state";
import { kindWords, linkName, nameOf } from "./kinds";

interface Props {
  world: World;
  link: Link;
  cut: Set<string>;
  onClose: () => void;
}

export function Detail({ world: w, link: l, cut, onClose }: Props) {
  const siblings = w.channels.find((c) => c.id === l.channel)?.links.length ?? 1;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.closest("section")?.scrollIntoView({ block: "nearest" });
  }, [l.path]);
  const [byItself, byChannel] = [cut.has(l.path), cut.has(l.channel)];
  return (
    <section class="detail" aria-labelledby="link-title">
      <header>
        <p class="kicker">
          {kindWords[l.kind].name} · {kindWords[l.kind].means}
        </p>
        <h2 id="link-title" ref={title} tabIndex={-1}>{linkName(l)}</h2>
        <button type="button" class="plain small close" onClick={onClose}>
          Close
        </button>
      </header>
      <dl>
        <dt>{l.from.id === l.to.id ? "Of" : "From, to"}</dt>
        <dd>{l.from.id === l.to.id ? nameOf(w, l.from) : `${nameOf(w, l.from)} to ${nameOf(w, l.to)}`}</dd>
        <dt>Carries</dt>
        <dd>{l.carries}</dd>
        <dt>Strength</dt>
        <dd>
          <Strength link={l} />
        </dd>
        <dt>Channel</dt>
        <dd>
          {l.channel} ({counted(siblings, "link")})
        </dd>
        {l.note && (
          <>
            <dt>Note</dt>
            <dd>{l.note}</dd>
          </>
        )}
        <dt>Evidence</dt>
        <dd>
          <Evidence world={w} ids={l.evidence} />
        </dd>
        <dt>Claims</dt>
        <dd>
          <Claims world={w} link={l} />
        </dd>
        {l.statements.length > 0 && (
          <>
            <dt>Said</dt>
            <dd>
              <ul>
                {w.statements
                  .filter((x) => l.statements.includes(x.id))
                  .map((x) => (
                    <li key={x.id}>
                      <a href={state.href("source", [x.source, `statement.${x.id}`])}>“{x.quote}”</a>
                    </li>
                  ))}
              </ul>
            </dd>
          </>
        )}
        <dt>Written</dt>
        <dd>
          <a href={state.href("editor", [l.place.file], { line: String(l.place.line) })}>
            {l.place.file}:{l.place.line}
          </a>
        </dd>
      </dl>
      <div class="knife">
        {byItself ? (
          <button type="button" class="strong" onClick={() => state.restore(l.path)}>
            Restore this link
          </button>
        ) : (
          !byChannel && (
            <button type="button" class="strong" onClick={() => state.cut(l.path)}>
              Cut this link
            </button>
          )
        )}
        {byChannel ? (
          <button type="button" class="strong" onClick={() => state.restore(l.channel)}>
            Restore the channel {l.channel}
          </button>
        ) : (
          l.channel !== "" &&
          siblings > 1 && (
            <button type="button" onClick={() => state.cut(l.channel)}>
              Cut all {siblings} of {l.channel}
            </button>
          )
        )}
      </div>
    </section>
  );
}

function Strength({ link: l }: { link: Link }) {
  const s = l.strength;
  if (!s) return <>not a number</>;
  return (
    <>
      {s.text || exact(s.median ?? s.value)} {l.unit}
      {s.factor && (
        <>
          : <a href={state.href("assumptions", [s.factor])}>the assumption</a>
        </>
      )}
    </>
  );
}

function Evidence({ world: w, ids }: { world: World; ids: string[] }) {
  if (ids.length === 0) return <>none: a judgement call</>;
  return (
    <ul>
      {ids.map((id) => {
        const e = w.evidence[id];
        return (
          <li key={id}>
            {e?.title ?? w.sources.find((x) => x.id === id)?.title ?? id}
            {e?.source ? <span class="soft"> ({e.source})</span> : ""}
          </li>
        );
      })}
    </ul>
  );
}

function Claims({ world: w, link: l }: { world: World; link: Link }) {
  const claims = w.claims.filter((c) => l.claims.includes(c.id));
  if (claims.length === 0) return <>none names it; others may still feel it</>;
  return (
    <ul>
      {claims.map((c) => {
        const v = verdicts.value.find((x) => x.claim === c.id);
        return (
          <li key={c.id}>
            <a href={state.href("claim", [c.id])}>{c.title}</a>
            {v && <span class="soft"> {v.kind}</span>}
          </li>
        );
      })}
    </ul>
  );
}
