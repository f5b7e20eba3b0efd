// What an explanation found, part by part, in the words of the command line.
import { useState } from "preact/hooks";
import type { World } from "../api";
import { factorWords, theoryOf } from "../parts/factor";
import { changeOf, count, counted, exact, num, parted, percent, withError } from "../parts/number";
import { TakeAlong } from "../parts/take";
import { listed, measureLabel, scenarioTitle } from "../parts/words";
import * as state from "../state";
import { Bars, Waterfall } from "./bars";
import { BoxPicture, limitWords } from "./box";
import { Curve } from "./curve";
import type { Attribution, ChannelFindings, ExplainDocument, Move, Reasons, TippingPoint } from "./explain";

export function FactorLink({ world: w, name }: { world: World; name: string }) {
  return <a href={state.href("assumptions", [name])}>{factorWords(w, name)}</a>;
}

const Section = (props: { id: string; title: string; note?: preact.ComponentChildren; tools?: preact.ComponentChildren; children: preact.ComponentChildren }) => (
  <section class="section" aria-labelledby={props.id}>
    <header>
      <h2 id={props.id}>{props.title}</h2>
      {props.tools}
    </header>
    {props.note && <p class="soft small note">{props.note}</p>}
    {props.children}
  </section>
);

export function Channels({ world: w, document: d }: { world: World; document: ExplainDocument }) {
  const found = d.channels;
  const [which, choose] = useState(0);
  if (!found) return null;
  const all: { name: string; a: Attribution }[] = [
    ...found.effects.map((a) => ({ name: measureLabel(w, a.measure ?? ""), a })),
    ...(found.holds ? [{ name: "in how many worlds the claim holds", a: found.holds }] : []),
  ];
  const shown = all[which] ?? all[0];
  if (!shown) return null;
  return (
    <Section
      id="channels"
      title="Which links carry it"
      note={
        <>
          The same worlds were played again with links cut and put back, {found.exact ? "in every combination" : `in ${count(found.permutations)} orders`} (
          {count(found.runs)} runs of {counted(found.worlds, "world")}, {counted(d.channel_replicates, "play of chance", "plays of chance")} in each). A channel’s
          part is what it adds, averaged over the orders in which channels could be put back (its Shapley value). Hairlines are two standard errors.
        </>
      }
      tools={
        <div class="tools">
          {all.length > 1 && (
            <label>
              Of{" "}
              <select value={which} onChange={(e) => choose(Number(e.currentTarget.value))}>
                {all.map((x, i) => (
                  <option key={i} value={i}>
                    {x.name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <TakeChannels attribution={shown.a} name={shown.name} />
        </div>
      }
    >
      <Waterfall of={shown.a} name={shown.name} />
      <Interactions attribution={shown.a} />
      <ChannelTable world={w} found={found} attribution={shown.a} />
    </Section>
  );
}

function TakeChannels({ attribution: a, name }: { attribution: Attribution; name: string }) {
  const svg = {
    get current() {
      return document.querySelector<SVGSVGElement>(".waterfall svg");
    },
  };
  return (
    <TakeAlong
      of={`Channels, ${name}`}
      taken={{
        name: "channels",
        head: ["channel", "unit", "part", "standard_error", "alone", "if_cut", "worlds"],
        rows: () => a.parts.map((p) => [p.channel, a.unit, p.value?.value ?? null, p.value?.se ?? null, p.alone?.value ?? null, p.last ? -p.last.value : null, p.value?.n ?? null]),
        data: () => a,
        svg,
      }}
    />
  );
}

function Interactions({ attribution: a }: { attribution: Attribution }) {
  const { factor } = changeOf(a.unit);
  const clear = a.interactions.filter((x) => Math.abs(x.value.value) > 2 * x.value.se).slice(0, 5);
  if (clear.length === 0) return null;
  return (
    <p class="small">
      What two bring together beyond what each brings:{" "}
      {clear.map((x) => `${x.a} and ${x.b} ${withError(factor * x.value.value, factor * x.value.se)}`).join("; ")}.
    </p>
  );
}

function ChannelTable({ world: w, found, attribution: a }: { world: World; found: ChannelFindings; attribution: Attribution }) {
  const { factor, name } = changeOf(a.unit);
  return (
    <details class="small">
      <summary>As a table, with the links of each channel</summary>
      <div class="scroll" role="region" aria-label="Channels" tabIndex={0}>
        <table class="beside-each-other">
          <thead>
            <tr>
              <th scope="col">Channel</th>
              <th scope="col">Part, {name}</th>
              <th scope="col">Alone</th>
              <th scope="col">If cut</th>
              <th scope="col">Links</th>
            </tr>
          </thead>
          <tbody>
            {a.parts.map((p) => (
              <tr key={p.channel}>
                <th scope="row">{p.channel}</th>
                <td>{p.value ? withError(factor * p.value.value, factor * p.value.se) : "–"}</td>
                <td>{p.alone ? withError(factor * p.alone.value, factor * p.alone.se) : "–"}</td>
                <td>{p.last ? withError(-factor * p.last.value, factor * p.last.se) : "–"}</td>
                <td>
                  {(w.channels.find((c) => c.id === p.channel)?.links ?? []).map((l, i) => (
                    <span key={l}>
                      {i > 0 && ", "}
                      <a href={state.href("map", [l])}>{l}</a>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft">
        Alone: with all other links cut. If cut: what the whole changes by if only this channel is cut. {count(found.worlds)} worlds.
      </p>
    </details>
  );
}

const most = 8;

export function Matters({ world: w, reasons: r }: { world: World; reasons: Reasons }) {
  if (!r.matters) return r.matters_reason ? <Section id="matters" title="Which numbers matter">This cannot be told: {r.matters_reason}.</Section> : null;
  const distinct = r.matters.indices.filter((x) => x.first.distinct).sort((a, b) => b.first.value - a.first.value);
  const what = r.output === "slack" ? "How far the claim is from turning" : "The difference";
  return (
    <Section
      id="matters"
      title="Which numbers matter"
      note={`${what} is not the same in all worlds. A bar is the part of that spread (of its variance) that would go if one number alone were known, with its 95 % interval; what numbers do only together is not in it.`}
    >
      <Bars
        label="Part of the spread that each number explains"
        bars={distinct.slice(0, most).map((x) => ({
          key: x.name,
          label: <FactorLink world={w} name={x.name} />,
          value: x.first.value,
          low: x.first.low,
          high: Math.min(1, x.first.high),
          text: `${parted(x.first.value)} (${Math.max(0, Math.round(100 * x.first.low))}–${Math.round(100 * Math.min(1, x.first.high))})`,
        }))}
      />
      <p class="soft small">
        {count(r.matters.indices.length - distinct.length)} of {count(r.matters.indices.length)} assumptions cannot be told from nothing with{" "}
        {counted(r.matters.rows.used, "world")}.
      </p>
    </Section>
  );
}

export function WhereFails({ world: w, reasons: r }: { world: World; reasons: Reasons }) {
  const where = r.where;
  if (!where) return null;
  const boxes = where.boxes?.boxes ?? [];
  const title = where.of === "fails" ? "Where it fails" : "Where it does not hold";
  const rate = where.worlds > 0 ? where.cases / where.worlds : 0;
  if (boxes.length === 0) {
    return (
      <Section id="where" title={title}>
        <p>
          It {where.of} in {parted(rate)} of worlds, and no part of the space of assumptions was found where it does so clearly more often.
          {where.boxes?.note ? ` ${where.boxes.note}` : ""}
        </p>
      </Section>
    );
  }
  return (
    <Section
      id="where"
      title={title}
      note={`Of ${count(where.worlds)} worlds it ${where.of} in ${parted(rate)}. Looked at: the ${count(where.screened)} of ${count(where.factors)} assumptions that tell most by themselves.`}
    >
      {boxes.map((box, i) => (
        <div key={i} class="box-found">
          <p>
            It {where.of} in {parted(box.density)} of worlds where {listed(box.limits.map((l) => limitWords(w, l)))}; these are {parted(box.coverage)} of all such
            worlds.
          </p>
          <BoxPicture world={w} box={box} where={i === 0 ? where : { ...where, sample: null }} />
        </div>
      ))}
    </Section>
  );
}

export function TippingPoints({ world: w, reasons: r }: { world: World; reasons: Reasons }) {
  const t = r.tipping;
  if (!t?.share) return null;
  const tipping = t.points.filter((p) => p.tips);
  const shown = tipping.length > 0 ? tipping.slice(0, 4) : t.points.slice(0, 2);
  return (
    <Section
      id="tipping"
      title="What would tip it"
      note={
        tipping.length > 0
          ? "Each of these alone takes the share of worlds in which it holds across one half, the others being as they are."
          : `No single assumption takes it across one half within its range. It holds in ${percent(t.share)} of worlds; what moves that most along its range:`
      }
    >
      <div class="tipping">
        {shown.map((p) => (
          <Tips key={p.factor} world={w} point={p} reasons={r} />
        ))}
      </div>
    </Section>
  );
}

function Tips({ world: w, point: p, reasons: r }: { world: World; point: TippingPoint; reasons: Reasons }) {
  const held = r.held?.find((h) => h.factor === p.factor);
  const unit = w.factors.find((f) => f.name === p.factor)?.unit ?? "";
  return (
    <figure class="panel">
      <figcaption>
        <b>
          <FactorLink world={w} name={p.factor} />
        </b>
      </figcaption>
      {p.rivals.length > 0 ? (
        <Bars
          label={`Share of worlds in which it holds, by ${factorWords(w, p.factor)}`}
          bars={p.rivals.map((x) => ({ key: x.label, label: x.label, value: x.share.share, low: x.share.low, high: x.share.high, text: percent(x.share) }))}
        />
      ) : (
        <Curve points={p.curve} crossings={p.crossings} unit={unit} name={factorWords(w, p.factor)} />
      )}
      {p.crossings.map((c) => (
        <p key={c.value} class="small">
          Above {exact(c.value)} ({exact(c.low)}–{exact(c.high)}) {unit} it {c.rising ? "holds in more" : "holds in fewer"} than half of the worlds;{" "}
          {parted(c.quantile)} of its range as believed lies below.
        </p>
      ))}
      {held && held.trials.length > 0 && (
        <p class="small soft">
          Held so and played again, all else as it is:{" "}
          {held.trials
            .filter((x) => x.shares)
            .map((x) => `${x.label ?? exact(x.value)} ${parted(x.shares?.holds.share ?? 0)}`)
            .join(", ")}{" "}
          ({count(held.trials[0]?.shares?.n ?? 0)} worlds).
        </p>
      )}
      {p.alias.length > 0 && <p class="small soft">Not drawn independently of {listed(p.alias.map((x) => factorWords(w, x)))}.</p>}
    </figure>
  );
}

export function Learn({ world: w, reasons: r }: { world: World; reasons: Reasons }) {
  const l = r.learn;
  if (!l?.perfect) return r.learn_reason ? <Section id="learn" title="What to find out next">This cannot be told: {r.learn_reason}.</Section> : null;
  const clear = l.factors.filter((f) => f.clear && f.value.value > 0).slice(0, most);
  return (
    <Section
      id="learn"
      title="What to find out next"
      note={`Whoever had to say now whether it holds would say that ${l.chosen}, and be right in ${parted(1 - l.perfect.value)} of worlds. Knowing one thing before saying so would add (the value of information, in points; ± standard error):`}
    >
      {clear.length === 0 ? (
        <p>Nothing that alone would clearly change the answer.</p>
      ) : (
        <Bars
          label="Value of knowing"
          bars={clear.map((f) => ({
            key: f.name,
            label: <FactorLink world={w} name={f.name} />,
            value: f.value.value,
            text: withError(100 * f.value.value, 100 * f.value.se),
            more: `changes the answer in ${parted(f.changes)} of worlds`,
          }))}
        />
      )}
    </Section>
  );
}

export function BestScenario({ world: w, reasons: r }: { world: World; reasons: Reasons }) {
  const a = r.best?.assessment;
  if (!r.best || !a) return null;
  const { factor, name } = changeOf(r.best.unit);
  return (
    <Section
      id="best"
      title="Which scenario does best"
      note={`${measureLabel(w, r.best.measure)}, by ${w.times[r.best.at] ?? ""}, in ${counted(a.worlds, "world")} with ${counted(r.best.replicates, "play of chance", "plays of chance")}. ${a.better === "higher" ? "More" : "Less"} is taken to be better. Regret is what a scenario falls short of the best one in the same world, in ${name}.`}
    >
      <div class="scroll" role="region" aria-labelledby="best" tabIndex={0}>
        <table class="beside-each-other numbers">
          <thead>
            <tr>
              <th scope="col">Scenario</th>
              <th scope="col">Best in</th>
              <th scope="col">Regret, mean</th>
              <th scope="col">In 1 of 10 over</th>
              <th scope="col">Largest</th>
            </tr>
          </thead>
          <tbody>
            {a.rows.map((x) => (
              <tr key={x.name}>
                <th scope="row">{scenarioTitle(w, x.name)}</th>
                <td>{parted(x.first.share)}</td>
                <td>{num(factor * x.regret_mean.value, factor * x.regret_mean.se)}</td>
                <td>{num(factor * x.regret_p90.value, factor * x.regret_p90.se)}</td>
                <td>{num(factor * x.regret_max, factor * x.regret_p90.se)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

export function Believe({ world: w, reasons: r }: { world: World; reasons: Reasons }) {
  const b = r.belief;
  if (!b?.before) return null;
  const less = b.before.share <= 0.5;
  const believed = (m: Move): string =>
    m.label ? `${m.label} is right about ${theoryOf(m.factor) ?? m.factor}` : `${exact(m.value)} rather than ${exact(m.centre)}`;
  return (
    <Section id="belief" title="What one would have to believe for the answer to turn">
      {b.moves.length === 0 || !b.turned ? (
        <p>{b.reason ?? "The search was stopped before a shift was found that turns it"}.</p>
      ) : (
        <>
          <p>
            Now it holds in {less ? "less" : "more"} than half of the worlds. The least change found that makes it hold in {less ? "more" : "less"} than half, all
            else as uncertain as it is:
          </p>
          <ul>
            {b.moves.map((m) => (
              <li key={m.factor}>
                <FactorLink world={w} name={m.factor} />: {believed(m)} <span class="soft small">({num(m.spreads, 0.1)} spreads)</span>
              </li>
            ))}
          </ul>
          {b.after && (
            <p class="small soft">
              Played so, it holds in {Math.round(100 * b.after.value)} % (± {Math.round(100 * b.after.se)}) of worlds{b.clear ? "" : ", too close to one half to be sure"}.
              {b.distance !== null && ` That is ${num(b.distance, 0.1)} spreads from what is thought likeliest: 1 is a usual surprise, 2 a rare one, 3 hardly to be believed.`}
            </p>
          )}
          <p>
            <button type="button" onClick={() => takeUp(w, b.moves)}>
              Look at that world as a variant
            </button>
          </p>
        </>
      )}
    </Section>
  );
}

// A world in which one believes all that, to look at everything else in it.
function takeUp(w: World, moves: Move[]): void {
  let variant = state.variant.peek();
  for (const m of moves) {
    const theory = theoryOf(m.factor);
    if (theory !== null && m.label && w.theories.some((t) => t.id === theory)) variant = { ...variant, rival: { ...variant.rival, [theory]: m.label } };
    else variant = { ...variant, pin: { ...variant.pin, [m.factor]: m.value } };
  }
  state.addVariant(variant);
}

