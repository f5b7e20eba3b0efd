package evidence

import "slices"

// reputation holds what happens to states that gave way and to states that stood.
func reputation() []Entry {
	return slices.Concat(
		batch{
			group: "reputation", data: gmlDisputes,
			method: "Original targets of disputes by the result for them; is there a new dispute with them as original target within five years of the end? Giving way is a victory of the opponent or own yielding.",
			caveat: "States that give way differ from those that do not in much else, such as how often they are in disputes at all.",
			unit:   "share of targets",
			kind:   Proportion,
			path:   "E1_reputation_MID/rates",
		}.of(
			Entry{
				ID: "rechallenge-same-gave-way-all", Title: "Targets that gave way are challenged again by the same adversary within five years, 1816–2005",
				K: 94, N: 371, Value: 0.2534, Lo: 0.2118, Hi: 0.3, Period: "1816–2005",
				Path: "1816_2005|as_target|gave_way/targeted_again_by_same_adversary_in_5y",
			},
			Entry{
				ID: "rechallenge-other-gave-way-all", Title: "Targets that gave way are challenged by another state within five years, 1816–2005",
				K: 186, N: 371, Value: 0.5013, Lo: 0.4507, Hi: 0.552, Period: "1816–2005",
				Path: "1816_2005|as_target|gave_way/targeted_by_other_state_in_5y",
			},
			Entry{
				ID: "rechallenge-same-stalemate-all", Title: "Targets that reached a stalemate are challenged again by the same adversary within five years, 1816–2005",
				K: 623, N: 1362, Value: 0.4574, Lo: 0.4311, Hi: 0.484, Period: "1816–2005",
				Path: "1816_2005|as_target|stalemate/targeted_again_by_same_adversary_in_5y",
			},
			Entry{
				ID: "rechallenge-other-stalemate-all", Title: "Targets that reached a stalemate are challenged by another state within five years, 1816–2005",
				K: 816, N: 1362, Value: 0.5991, Lo: 0.5728, Hi: 0.6248, Period: "1816–2005",
				Path: "1816_2005|as_target|stalemate/targeted_by_other_state_in_5y",
			},
			Entry{
				ID: "rechallenge-same-compromise-all", Title: "Targets that reached a compromise are challenged again by the same adversary within five years, 1816–2005",
				K: 57, N: 169, Value: 0.3373, Lo: 0.2703, Hi: 0.4115, Period: "1816–2005",
				Path: "1816_2005|as_target|compromise/targeted_again_by_same_adversary_in_5y",
			},
			Entry{
				ID: "rechallenge-other-compromise-all", Title: "Targets that reached a compromise are challenged by another state within five years, 1816–2005",
				K: 78, N: 169, Value: 0.4615, Lo: 0.3881, Hi: 0.5367, Period: "1816–2005",
				Path: "1816_2005|as_target|compromise/targeted_by_other_state_in_5y",
			},
			Entry{
				ID: "rechallenge-same-prevailed-all", Title: "Targets that prevailed are challenged again by the same adversary within five years, 1816–2005",
				K: 40, N: 148, Value: 0.2703, Lo: 0.2052, Hi: 0.347, Period: "1816–2005",
				Path: "1816_2005|as_target|prevailed/targeted_again_by_same_adversary_in_5y",
			},
			Entry{
				ID: "rechallenge-other-prevailed-all", Title: "Targets that prevailed are challenged by another state within five years, 1816–2005",
				K: 75, N: 148, Value: 0.5068, Lo: 0.4271, Hi: 0.5861, Period: "1816–2005",
				Path: "1816_2005|as_target|prevailed/targeted_by_other_state_in_5y",
			},
			Entry{
				ID: "rechallenge-same-gave-way-post1945", Title: "Targets that gave way are challenged again by the same adversary within five years, 1946–2005",
				K: 23, N: 119, Value: 0.1933, Lo: 0.1324, Hi: 0.2734, Period: "1946–2005",
				Path: "1946_2005|as_target|gave_way/targeted_again_by_same_adversary_in_5y",
			},
			Entry{
				ID: "rechallenge-other-gave-way-post1945", Title: "Targets that gave way are challenged by another state within five years, 1946–2005",
				K: 62, N: 119, Value: 0.521, Lo: 0.432, Hi: 0.6087, Period: "1946–2005",
				Path: "1946_2005|as_target|gave_way/targeted_by_other_state_in_5y",
			},
			Entry{
				ID: "rechallenge-same-stalemate-post1945", Title: "Targets that reached a stalemate are challenged again by the same adversary within five years, 1946–2005",
				K: 539, N: 1130, Value: 0.477, Lo: 0.448, Hi: 0.5061, Period: "1946–2005",
				Path: "1946_2005|as_target|stalemate/targeted_again_by_same_adversary_in_5y",
			},
			Entry{
				ID: "rechallenge-other-stalemate-post1945", Title: "Targets that reached a stalemate are challenged by another state within five years, 1946–2005",
				K: 710, N: 1130, Value: 0.6283, Lo: 0.5998, Hi: 0.656, Period: "1946–2005",
				Path: "1946_2005|as_target|stalemate/targeted_by_other_state_in_5y",
			},
			Entry{
				ID: "rechallenge-same-compromise-post1945", Title: "Targets that reached a compromise are challenged again by the same adversary within five years, 1946–2005",
				K: 41, N: 92, Value: 0.4457, Lo: 0.3483, Hi: 0.5474, Period: "1946–2005",
				Path: "1946_2005|as_target|compromise/targeted_again_by_same_adversary_in_5y",
			},
			Entry{
				ID: "rechallenge-other-compromise-post1945", Title: "Targets that reached a compromise are challenged by another state within five years, 1946–2005",
				K: 42, N: 92, Value: 0.4565, Lo: 0.3585, Hi: 0.558, Period: "1946–2005",
				Path: "1946_2005|as_target|compromise/targeted_by_other_state_in_5y",
			},
			Entry{
				ID: "rechallenge-same-prevailed-post1945", Title: "Targets that prevailed are challenged again by the same adversary within five years, 1946–2005",
				K: 25, N: 67, Value: 0.3731, Lo: 0.2672, Hi: 0.4928, Period: "1946–2005",
				Path: "1946_2005|as_target|prevailed/targeted_again_by_same_adversary_in_5y",
			},
			Entry{
				ID: "rechallenge-other-prevailed-post1945", Title: "Targets that prevailed are challenged by another state within five years, 1946–2005",
				K: 34, N: 67, Value: 0.5075, Lo: 0.3906, Hi: 0.6235, Period: "1946–2005",
				Path: "1946_2005|as_target|prevailed/targeted_by_other_state_in_5y",
			},
		),
		batch{
			group: "reputation", data: gmlDisputes,
			method: "Logit of a new dispute within five years on the result (against stalemate) and the logarithm of one plus the target’s disputes in the ten years before.",
			caveat: "Conditional on disputes that happened; no causal claim.",
			unit:   "log-odds against stalemate",
			kind:   Coefficient,
			path:   "E1_reputation_MID/rates",
		}.of(
			Entry{
				ID: "reputation-same-gave-way-log-odds-all", Title: "Change in log-odds of a challenge by the same adversary after giving way, 1816–2005", Kind: Coefficient,
				Value: -0.793, StandardError: 0.133, Period: "1816–2005",
				Path: "logit_same_adversary|target_1816_2005/gave_way_vs_stalemate",
			},
			Entry{
				ID: "reputation-same-prevailed-log-odds-all", Title: "Change in log-odds of a challenge by the same adversary after prevailing, 1816–2005", Kind: Coefficient,
				Value: -0.811, StandardError: 0.194, Period: "1816–2005",
				Path: "logit_same_adversary|target_1816_2005/prevailed_vs_stalemate",
			},
			Entry{
				ID: "reputation-same-compromise-log-odds-all", Title: "Change in log-odds of a challenge by the same adversary after a compromise, 1816–2005", Kind: Coefficient,
				Value: -0.412, StandardError: 0.173, Period: "1816–2005",
				Path: "logit_same_adversary|target_1816_2005/compromise_vs_stalemate",
			},
			Entry{
				ID: "reputation-other-gave-way-log-odds-all", Title: "Change in log-odds of a challenge by another adversary after giving way, 1816–2005", Kind: Coefficient,
				Value: -0.049, StandardError: 0.127, Period: "1816–2005",
				Path: "logit_other_adversary|target_1816_2005/gave_way_vs_stalemate",
			},
			Entry{
				ID: "reputation-other-prevailed-log-odds-all", Title: "Change in log-odds of a challenge by another adversary after prevailing, 1816–2005", Kind: Coefficient,
				Value: -0.351, StandardError: 0.189, Period: "1816–2005",
				Path: "logit_other_adversary|target_1816_2005/prevailed_vs_stalemate",
			},
			Entry{
				ID: "reputation-other-compromise-log-odds-all", Title: "Change in log-odds of a challenge by another adversary after a compromise, 1816–2005", Kind: Coefficient,
				Value: -0.333, StandardError: 0.175, Period: "1816–2005",
				Path: "logit_other_adversary|target_1816_2005/compromise_vs_stalemate",
			},
			Entry{
				ID: "reputation-same-gave-way-log-odds-post1945", Title: "Change in log-odds of a challenge by the same adversary after giving way, 1946–2005", Kind: Coefficient,
				Value: -1.214, StandardError: 0.242, Period: "1946–2005",
				Path: "logit_same_adversary|target_1946_2005/gave_way_vs_stalemate",
			},
			Entry{
				ID: "reputation-same-prevailed-log-odds-post1945", Title: "Change in log-odds of a challenge by the same adversary after prevailing, 1946–2005", Kind: Coefficient,
				Value: -0.472, StandardError: 0.263, Period: "1946–2005",
				Path: "logit_same_adversary|target_1946_2005/prevailed_vs_stalemate",
			},
			Entry{
				ID: "reputation-same-compromise-log-odds-post1945", Title: "Change in log-odds of a challenge by the same adversary after a compromise, 1946–2005", Kind: Coefficient,
				Value: 0.032, StandardError: 0.222, Period: "1946–2005",
				Path: "logit_same_adversary|target_1946_2005/compromise_vs_stalemate",
			},
			Entry{
				ID: "reputation-other-gave-way-log-odds-post1945", Title: "Change in log-odds of a challenge by another adversary after giving way, 1946–2005", Kind: Coefficient,
				Value: -0.004, StandardError: 0.213, Period: "1946–2005",
				Path: "logit_other_adversary|target_1946_2005/gave_way_vs_stalemate",
			},
			Entry{
				ID: "reputation-other-prevailed-log-odds-post1945", Title: "Change in log-odds of a challenge by another adversary after prevailing, 1946–2005", Kind: Coefficient,
				Value: -0.717, StandardError: 0.281, Period: "1946–2005",
				Path: "logit_other_adversary|target_1946_2005/prevailed_vs_stalemate",
			},
			Entry{
				ID: "reputation-other-compromise-log-odds-post1945", Title: "Change in log-odds of a challenge by another adversary after a compromise, 1946–2005", Kind: Coefficient,
				Value: -0.285, StandardError: 0.237, Period: "1946–2005",
				Path: "logit_other_adversary|target_1946_2005/compromise_vs_stalemate",
			},
		),
		batch{
			group: "reputation", data: icbActor,
			period: "1918–2019",
			method: "Consecutive crises of the same actor.",
			caveat: "Outcomes are as the actor perceived them; actors with many crises weigh more.",
			unit:   "share of crisis actors",
			kind:   Proportion,
			path:   "E2_reputation_ICB/rates",
		}.of(
			Entry{
				ID: "icb-new-crisis-after-victory", Title: "A new crisis within five years after victory",
				K: 241, N: 372, Value: 0.6478, Lo: 0.598, Hi: 0.6947,
				Path: "victory/new_crisis_within_5y",
			},
			Entry{
				ID: "icb-next-outcome-after-victory", Title: "How the next crisis ends after victory", Kind: Table,
				Cells: []Cell{{"victory", 0.412}, {"stalemate", 0.227}, {"compromise", 0.212}, {"defeat", 0.149}},
				Path:  "victory/next_crisis",
			},
			Entry{
				ID: "icb-new-crisis-after-compromise", Title: "A new crisis within five years after compromise",
				K: 147, N: 227, Value: 0.6476, Lo: 0.5834, Hi: 0.7068,
				Path: "compromise/new_crisis_within_5y",
			},
			Entry{
				ID: "icb-next-outcome-after-compromise", Title: "How the next crisis ends after compromise", Kind: Table,
				Cells: []Cell{{"victory", 0.391}, {"compromise", 0.309}, {"stalemate", 0.193}, {"defeat", 0.106}},
				Path:  "compromise/next_crisis",
			},
			Entry{
				ID: "icb-new-crisis-after-stalemate", Title: "A new crisis within five years after stalemate",
				K: 156, N: 222, Value: 0.7027, Lo: 0.6395, Hi: 0.759,
				Path: "stalemate/new_crisis_within_5y",
			},
			Entry{
				ID: "icb-next-outcome-after-stalemate", Title: "How the next crisis ends after stalemate", Kind: Table,
				Cells: []Cell{{"stalemate", 0.321}, {"victory", 0.264}, {"compromise", 0.217}, {"defeat", 0.198}},
				Path:  "stalemate/next_crisis",
			},
			Entry{
				ID: "icb-new-crisis-after-defeat", Title: "A new crisis within five years after defeat",
				K: 132, N: 208, Value: 0.6346, Lo: 0.5673, Hi: 0.6971,
				Path: "defeat/new_crisis_within_5y",
			},
			Entry{
				ID: "icb-next-outcome-after-defeat", Title: "How the next crisis ends after defeat", Kind: Table,
				Cells: []Cell{{"defeat", 0.362}, {"victory", 0.239}, {"stalemate", 0.202}, {"compromise", 0.197}},
				Path:  "defeat/next_crisis",
			},
		),
	)
}
