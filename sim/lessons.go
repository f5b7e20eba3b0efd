package sim

import "parley/theory"

// learn is step 6: beliefs drift back, then what happened in the period teaches
// everybody at once (rules 17–19; docs/model.md §11).
func (b *batch) learn() {
	st, sc := &b.state, &b.scratch
	for n := range b.p.theatres {
		if b.wired.lead[n] < 0 {
			continue
		}
		belief, prior, kept, lesson := st.belief[n], st.prior[n], b.derived.remembered[n], sc.lesson[n]
		for l := range b.lanes {
			belief[l] = theory.Forget(belief[l], prior[l], kept[b.worldOf[l]])
			belief[l] += lesson[l]
		}
	}
	for _, i := range b.wired.watches {
		b.watch(&b.p.watches[i])
	}
	for n := range b.p.theatres {
		for l, belief := range st.belief[n][:b.lanes] {
			st.belief[n][l] = theory.KeepBelief(belief)
		}
	}
	for _, i := range b.wired.precedents {
		b.learnOfConquest(&b.p.precedents[i])
	}
}

// watch carries a lesson about a supporter from one theatre to another's
// challenger, if that supporter leads in both (rule 17).
func (b *batch) watch(l *watch) {
	reader, seen := b.wired.lead[l.theatre], b.wired.lead[l.in]
	if reader < 0 || seen < 0 || b.p.supports[reader].from != l.about || b.p.supports[seen].from != l.about {
		return
	}
	weight, lesson, belief := b.val.of[l.weight], b.scratch.lesson[l.in], b.state.belief[l.theatre]
	for lane := range b.lanes {
		if d := lesson[lane]; d != 0 {
			belief[lane] += float64(weight[b.worldOf[lane]] * d)
		}
	}
}

// learnOfConquest carries a precedent (rule 18).
func (b *batch) learnOfConquest(l *precedent) {
	st, sc := &b.state, &b.scratch
	weight := b.val.of[l.weight]
	alpha, beta := st.alpha[l.theatre], st.beta[l.theatre]
	for lane := range b.lanes {
		w := b.worldOf[lane]
		if sc.warEnded[l.in][lane] != 0 {
			alpha[lane], beta[lane] = theory.Precedent(alpha[lane], beta[lane], weight[w], sc.endedWith[l.in][lane])
		}
		if sc.wasAtWar[l.in][lane] != 0 {
			beta[lane] = theory.Unrelieved(beta[lane], weight[w], b.p.delta)
		}
	}
	relieved := st.relieved[l.theatre]
	for lane := range b.lanes {
		relieved[lane] = theory.Expectation(alpha[lane], beta[lane])
	}
}
