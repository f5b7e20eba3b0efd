// The frame around every page: masthead, variants, what was played, the colophon.
import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { answerProblem, result, version, world, worldProblem } from "../live";
import { pages, type PageProps } from "../pages";
import { count, counted } from "../parts/number";
import * as state from "../state";
import { Status } from "./status";
import { nextTheme, theme } from "./theme";
import { VariantBar } from "./variants";

export function Shell() {
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(e) => {
          e.preventDefault(); // the part after # is the page's state
          document.querySelector<HTMLElement>("main")?.focus();
        }}
      >
        To the content
      </a>
      <header class="masthead">
        <div class="wide">
          <a class="wordmark" href={state.href("overview")}>
            parley
          </a>
          <nav aria-label="Pages">
            {pages
              .filter((p) => p.nav)
              .map((p) => (
                <a key={p.id} href={state.href(p.id)} aria-current={state.page.value === p.id ? "page" : undefined}>
                  {p.title}
                </a>
              ))}
          </nav>
          <button type="button" class="plain theme" onClick={nextTheme}>
            Colours: {theme.value === "system" ? "as the system" : theme.value}
          </button>
        </div>
      </header>
      <section class="bar" aria-label="Variants and runs">
        <div class="wide">
          <VariantBar />
          <Status />
        </div>
      </section>
      <main class="wide" id="main" tabIndex={-1}>
        <Notices />
        <Body />
      </main>
      <Colophon />
    </>
  );
}

function Notices() {
  const w = world.value;
  const errors = w?.problems.filter((p) => p.severity === "error") ?? [];
  return (
    <>
      {worldProblem.value !== "" && (
        <p class="notice" role="alert">
          The world could not be read. {worldProblem.value}
        </p>
      )}
      {errors.length > 0 && (
        <div class="notice" role="alert">
          <p>
            The files on disk have {counted(errors.length, "error")}; what you see is the world as it last was right. First:{" "}
            {errors[0]?.summary}
            {errors[0]?.range ? ` (${errors[0].range.file}:${errors[0].range.start.line})` : ""}
          </p>
        </div>
      )}
      {answerProblem.value !== "" && (
        <p class="notice" role="alert">
          This variant could not be played. {answerProblem.value}
        </p>
      )}
      {state.unreadable.value.length > 0 && (
        <p class="notice" role="alert">
          Part of the address could not be read and was left out: {state.unreadable.value.join(", ")}
        </p>
      )}
    </>
  );
}

function Body() {
  const id = state.page.value;
  const page = pages.find((p) => p.id === id);
  const [shown, setShown] = useState<{ id: string; Page: ComponentType<PageProps> } | null>(null);
  const [problem, setProblem] = useState("");
  const visited = useRef(id);
  useEffect(() => {
    let current = true;
    setProblem("");
    page
      ?.load()
      .then((module) => {
        if (current) setShown({ id, Page: module.default });
      })
      .catch(() => current && setProblem("This part of the page could not be fetched. Is the server running?"));
    return () => {
      current = false;
    };
  }, [id]);
  useEffect(() => {
    document.title = [page?.title, world.value?.title, "parley"].filter(Boolean).join(" · ");
  }, [page, world.value?.title]);
  useEffect(() => {
    if (shown?.id !== id || visited.current === id) return;
    visited.current = id;
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  }, [shown, id]);
  if (!page) {
    return (
      <p>
        There is no page “{id}”. <a href={state.href("overview")}>To the overview</a>
      </p>
    );
  }
  if (problem !== "") {
    return (
      <p role="alert">
        {problem}{" "}
        <button type="button" onClick={() => location.reload()}>
          Try again
        </button>
      </p>
    );
  }
  if (shown?.id !== id) return <p class="soft">Opening {page.title}</p>;
  return <shown.Page path={state.path.value} />;
}

function Colophon() {
  const w = world.value;
  if (!w) return null;
  const run = result.value?.document.findings?.outcomes?.run;
  const rests = w.rests_on;
  return (
    <footer class="colophon">
      <div class="wide">
        <p>
          All this rests on {counted(rests.numbers, "number")}, {count(rests.factors)} of them uncertain, and{" "}
          {counted(rests.judgement_calls, "judgement call")}
          {rests.defaults > 0 ? `, and on ${counted(rests.defaults, "default")} of the program` : ""}. A verdict is about
          this model, not about the world.
        </p>
        <p>
          {run ? `${counted(run.played, "possible world")} × ${counted(run.replicates, "play of chance", "plays of chance")} · seed ${run.seed} · ${run.design} · ` : ""}
          model <span class="mono">{w.model}</span> · parley {version.value || w.version}
        </p>
      </div>
    </footer>
  );
}
