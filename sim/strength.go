package sim

import (
	"parley/elementary"
	"parley/theory"
)

// weigh fills out with Σ_k ω_k·S_k over the first lanes (rule 1).
func (b *batch) weigh(out []float64, means []share) {
	clear(out)
	for _, m := range means {
		stock, weight := b.state.stock[m.stock], b.val.of[m.slot]
		for from := 0; from < len(out); from += b.worlds {
			lane, held := out[from:from+b.worlds], stock[from:from+b.worlds]
			for w := range lane {
				lane[w] += float64(weight[w] * held[w])
			}
		}
	}
}

// strengths fills the strengths of both sides in every theatre and the
// supporters' potential, from the state of the first lanes (rules 1, 5;
// docs/model.md §6).
func (b *batch) strengths(lanes int) {
	b.countFighting(lanes)
	b.countReleased(lanes)
	for n := range b.p.theatres {
		b.strengthsIn(n, lanes)
	}
}

// strengthsOf is [batch.strengths] in some theatres only.
func (b *batch) strengthsOf(theatres []int, lanes int) {
	if len(theatres) == 0 {
		return
	}
	b.countFighting(lanes)
	b.countReleased(lanes)
	for _, n := range theatres {
		b.strengthsIn(n, lanes)
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
	beside := b.val.of[one.beside]
	for l := range side {
		side[l] += float64(float64(beside[b.worldOf[l]]*(1-b.deviation(n, one.from, l))) * sum[l])
	}
}

// fights fills a supporter's potential strength and adds it where it fights or
// arms.
func (b *batch) fights(n, s int, side []float64) {
	one := &b.p.supports[s]
	if one.fights == nil {
		return
	}
	potential := b.scratch.potential[s][:len(side)]
	b.weigh(potential, one.means)
	commits, arming, answer := b.val.of[one.fights.commits], b.val.of[one.fights.arming], b.state.answer[s]
	for l := range potential {
		w := b.worldOf[l]
		potential[l] = float64(float64(commits[w]*(1-b.deviation(n, one.from, l))) * potential[l])
		switch theory.Answer(answer[l]) {
		case theory.Fight:
			side[l] += potential[l]
		case theory.Arm:
			side[l] += float64(arming[w] * potential[l])
		case theory.Aside:
		}
	}
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

// deviation is dev of an actor in theatre n on a lane (rule 5).
func (b *batch) deviation(n, actor, lane int) float64 {
	q := b.wired.capacity[actor]
	if q == nil {
		return 0
	}
	w := b.worldOf[lane]
	v := b.val.of
	return theory.Deviation(v[q.fungible][w], b.state.scarce[actor][lane]-b.derived.scarceBase[actor][w],
		v[q.engaged][w], b.elsewhere(n, actor, lane), v[q.pin][w], b.pinning(n, actor, lane))
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
		clear(b.scratch.fighting[a][:lanes])
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
				}
			}
		}
	}
}

// countReleased fills how much of each released actor there is: its means over
// those at the opening, at most 2, while its war is over.
func (b *batch) countReleased(lanes int) {
	for _, i := range b.wired.releases {
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

// plainLog is the log of the plain ratio of strengths, as a buyer sees it.
func (b *batch) plainLog(n, lane int) float64 {
	return elementary.Log(theory.Ratio(b.scratch.strengthC[n][lane], b.scratch.strengthD[n][lane]))
}
