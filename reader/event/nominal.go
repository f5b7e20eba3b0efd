package event

import "slices"

// nominals codes event nouns that stand without a verb of their own, where
// both sides are named: "Russia's attack on Ukraine", "talks between A and B".
func (s *sentence) nominals() {
	for i := range s.phrases {
		fr, at := s.eventNoun(i)
		if fr == nil || s.used[i] {
			continue
		}
		p := &s.phrases[i]
		var from, to []Actor
		if a := s.compose(p.start, at, ""); a.Code != "" {
			from = []Actor{a}
		} else if p.actor.Code != "" {
			from = []Actor{p.actor}
		}
		from, to = s.nominalSides(fr, i, from)
		if len(from) == 0 || len(to) == 0 {
			continue
		}
		end := s.phraseEnd(i)
		n := len(s.events)
		s.pairs(fr, from, to, Given{}, s.span(at, p.end), s.span(p.start, end))
		for j := n; j < len(s.events); j++ {
			s.events[j].Nominal = true
		}
	}
}

func (s *sentence) nominalSides(fr *frame, i int, from []Actor) (sources, targets []Actor) {
	sources = from
	for j := i + 1; j < len(s.phrases) && j <= i+4; j++ {
		q := &s.phrases[j]
		if q.prep < 0 {
			if s.coordinated(j-1) == j {
				continue
			}
			break
		}
		if s.verbBetween(s.phrases[i].end, q.start) {
			break
		}
		list, _ := s.list(j)
		switch w := s.tokens[q.prep].lower; {
		case w == "by" && len(list) > 0:
			sources = list
		case w == "between" && fr.sym && len(list) > 1:
			return list[:1], list[1:]
		case slices.Contains(fr.preps, w) && len(targets) == 0:
			targets = list
		}
	}
	return sources, targets
}

func (s *sentence) verbBetween(from, to int) bool {
	for j := from; j < to; j++ {
		switch s.tokens[j].tag {
		case verbal, unknownVerb, auxiliary, modal, stopMark, relative, subordinate:
			return true
		default:
		}
	}
	return false
}

func (s *sentence) phraseEnd(i int) int {
	end := s.phrases[i].end
	for j := i + 1; j < len(s.phrases) && j <= i+4 && s.phrases[j].prep >= 0 && !s.verbBetween(end, s.phrases[j].start); j++ {
		end = s.phrases[j].end
	}
	return end
}
