package sim

import (
	"slices"

	"parley/elementary"
	"parley/theory"
)

// weigh fills out with Σ_k ω_k·S_k over the first lanes (rule 1).
func (b *batch) weigh(out []float64, means []share) {
	clear(out)
	for _, m := range means {
		stock, weight := b.state.stock[m.stock], b.val.of[m.slot]
		for from := 0; from < len(out); from += b.worlds {
			elementary.AddProducts(out[from:from+b.worlds], weight, stock[from:from+b.worlds])
		}
	}
}

// strengths fills the strengths of both sides in every theatre and the
// supporters' potential, from the state of the first lanes (rules 1, 5;
// docs/model.md §6).
func (b *batch) strengths(lanes int) {
	clear(b.scratch.remainingFor)
	b.countFighting(lanes)
	b.countReleased(lanes)
	for n := range b.p.theatres {
		b.strengthsIn(n, lanes)
	}
}

// strengthsOf is [batch.strengths] in some theatres only, where any lane is at
// war: only war asks for strengths before step 5.
func (b *batch) strengthsOf(theatres []int, lanes int) {
	if len(theatres) == 0 {
		return
	}
	clear(b.scratch.remainingFor)
	b.countFighting(lanes)
	b.countReleased(lanes)
	for _, n := range theatres {
		if slices.Contains(b.state.status[n][:lanes], atWar) {
			b.strengthsIn(n, lanes)
		}
	}
}

func (b *batch) strengthsIn(n, lanes int) {
	t, sc := &b.p.theatres[n], &b.scratch
	side := func(out []float64, means []share, commits int) {
		b.weigh(out, means)
		c := b.val.of[commits]
		for l := range out {
			out[l] = c[b.worldOf[l]] * out[l]
		}
	}
	mC, mD := sc.strengthC[n][:lanes], sc.strengthD[n][:lanes]
	side(mC, t.weightsC, t.commitsC)
	side(mD, t.weightsD, t.commitsD)
	for _, s := range b.wired.attacking[n] {
		b.besides(n, s, mC)
	}
	for _, s := range b.wired.defending[n] {
		b.besides(n, s, mD)
		b.fights(n, s, mD)
	}
	for _, a := range b.wired.into[n] {
		b.releasedInto(a, mC)
	}
	for l, m := range mC {
		mC[l] = max(m, 0)
	}
	for l, m := range mD {
		mD[l] = max(m, 0)
	}
}

// besides adds what a supporter always brings.
func (b *batch) besides(n, s int, side []float64) {
	one := &b.p.supports[s]
	if !one.hasBeside {
		return
	}
	sum := b.scratch.sum[:len(side)]
	b.weigh(sum, one.means)
	elementary.AddProducts(side, b.counting(n, one.from, one.beside, len(side)), sum)
}

// fights fills a supporter's potential strength and adds it where it fights or
// arms.
func (b *batch) fights(n, s int, side []float64) {
	one := &b.p.supports[s]
	if one.fights == nil {
		return
	}
	sum, potential := b.scratch.sum[:len(side)], b.scratch.potential[s][:len(side)]
	b.weigh(sum, one.means)
	clear(potential)
	elementary.AddProducts(potential, b.counting(n, one.from, one.fights.commits, len(side)), sum)
	arming := b.val.of[one.fights.arming]
	for l, answer := range b.state.answer[s][:len(side)] {
		switch theory.Answer(answer) {
		case theory.Fight:
			side[l] += potential[l]
		case theory.Arm:
			side[l] += float64(arming[b.worldOf[l]] * potential[l])
		case theory.Aside:
		}
	}
}

// counting fills c·(1 − dev): the share of a supporter's means that counts in a
// theatre (rules 1, 5).
func (b *batch) counting(n, actor, commits, lanes int) []float64 {
	count, c := b.scratch.counting[:lanes], b.val.of[commits][:b.worlds]
	if b.wired.capacity[actor] == nil {
		for from := 0; from < lanes; from += b.worlds {
			copy(count[from:from+b.worlds], c)
		}
		return count
	}
	clear(count)
	rest := b.remaining(n, actor, lanes)
	for from := 0; from < lanes; from += b.worlds {
		to := from + b.worlds
		elementary.AddProducts(count[from:to], c, rest[from:to])
	}
	return count
}

// remaining fills 1 − dev of an actor in a theatre (rule 5). Where it fights
// nowhere and nobody but one released adversary can hold it, that is the same in
// every theatre but the adversary's, and found once.
func (b *batch) remaining(n, actor, lanes int) []float64 {
	rest, known := b.scratch.remaining[actor][:lanes], &b.scratch.remainingFor[actor]
	pinnedBy := b.wired.pinnedBy[actor]
	pinned := slices.ContainsFunc(pinnedBy, func(r int) bool { return b.p.releases[r].from != n })
	busy := b.scratch.busy[actor]
	same := !busy && len(pinnedBy) <= 1
	if same && *known == 1+int(mark(pinned)) {
		return rest
	}
	*known = 0
	if same {
		*known = 1 + int(mark(pinned))
	}
	q, v := b.wired.capacity[actor], b.val.of
	fungible, engaged, pin, usual := v[q.fungible], v[q.engaged], v[q.pin], b.derived.scarceBase[actor]
	for from := 0; from < lanes; from += b.worlds {
		scarce, out := b.state.scarce[actor][from:from+b.worlds], rest[from:from+b.worlds]
		for w := range out {
			elsewhere, pinning := 0.0, 0.0
			if busy {
				elsewhere = b.elsewhere(n, actor, from+w)
			}
			if pinned {
				pinning = b.pinning(n, actor, from+w)
			}
			out[w] = 1 - theory.Deviation(fungible[w], scarce[w]-usual[w], engaged[w], elsewhere, pin[w], pinning)
		}
	}
	return rest
}

func (b *batch) releasedInto(a arrival, side []float64) {
	r := &b.p.releases[a.release]
	sum := b.scratch.sum[:len(side)]
	b.weigh(sum, r.means[a.place])
	part, status, ended := b.val.of[r.share], b.state.status[r.from], b.state.ended[r.from]
	for l := range side {
		if status[l] == quiet && ended[l] > 0 {
			side[l] += float64(part[b.worldOf[l]] * sum[l])
		}
	}
}

// elsewhere is the number of theatres but n in which an actor fights.
func (b *batch) elsewhere(n, actor, lane int) float64 {
	count := b.scratch.fighting[actor][lane]
	if count == 0 {
		return 0
	}
	for _, s := range b.wired.defending[n] {
		if b.p.supports[s].from == actor && theory.Answer(b.state.answer[s][lane]) == theory.Fight {
			count--
			break
		}
	}
	return max(count, 0)
}

// pinning is R: how much of a released adversary holds the actor (rule 5).
func (b *batch) pinning(n, actor, lane int) float64 {
	most := 0.0
	for _, r := range b.wired.pinnedBy[actor] {
		if b.p.releases[r].from != n {
			most = max(most, b.scratch.released[r][lane])
		}
	}
	return most
}

func (b *batch) countFighting(lanes int) {
	if !b.wired.shares {
		return // nobody's theatres share anything
	}
	for a := range b.p.actors {
		if b.scratch.busy[a] {
			clear(b.scratch.fighting[a])
			b.scratch.busy[a] = false
		}
	}
	for n := range b.p.theatres {
		for _, s := range b.wired.defending[n] {
			one := &b.p.supports[s]
			if one.fights == nil {
				continue
			}
			count := b.scratch.fighting[one.from]
			for l, answer := range b.state.answer[s][:lanes] {
				if theory.Answer(answer) == theory.Fight {
					count[l]++
					b.scratch.busy[one.from] = true
				}
			}
		}
	}
}

// countReleased fills how much of each released actor there is: its means over
// those at the opening, at most 2, while its war is over.
func (b *batch) countReleased(lanes int) {
	for _, i := range b.wired.pinning {
		r := &b.p.releases[i]
		out := b.scratch.released[i][:lanes]
		status, ended := b.state.status[r.from], b.state.ended[r.from]
		for l := range out {
			out[l] = 0
			if status[l] != quiet || ended[l] == 0 {
				continue
			}
			now := 0.0
			for _, k := range b.p.actors[r.of].stocks {
				now += b.state.stock[k][l]
			}
			out[l] = theory.Remaining(now, b.derived.holdings[i][b.worldOf[l]])
		}
	}
}

// logRatio is ln ρ of a theatre on a lane.
func (b *batch) logRatio(n, lane int) float64 {
	return theory.LogRatio(b.scratch.strengthC[n][lane], b.scratch.strengthD[n][lane], b.val.of[b.p.theatres[n].advantage][b.worldOf[lane]])
}

// plainLogs fills the log of the plain ratio of strengths, as buyers see it, in
// the theatres whose war feeds a flow.
func (b *batch) plainLogs(lanes int) {
	for _, n := range b.wired.feeding {
		row := b.scratch.plainLog[n][:lanes]
		for l := range row {
			row[l] = theory.Ratio(b.scratch.strengthC[n][l], b.scratch.strengthD[n][l])
		}
		elementary.LogAll(row)
		start := b.scratch.startLog[n][:lanes]
		copy(start, b.state.ratioStart[n])
		elementary.LogAll(start)
	}
}
