package evidence

import "slices"

// onsets holds how often disputes and wars begin between pairs of states.
func onsets() []Entry {
	return slices.Concat(
		batch{
			group: "onsets", data: cowDyadYears,
			period: "1946–2014",
			method: "Undirected pairs of states by year, onsets of COW disputes; neighbours are within 400 miles by water; major powers as COW; rivals as Thompson, Sakuwa and Suhas.",
			caveat: "War onsets are counted by pair of states, so that one war with many participants counts many times.",
			unit:   "per pair of states and year",
			kind:   Rate,
			path:   "A2_dyad_year_onset/rates",
		}.of(
			Entry{
				ID: "relevant-dyad-dispute-rate-post1945", Title: "A militarized dispute begins between politically relevant pairs of states, 1946–2014",
				K: 1907, Years: 82436, Value: 0.0231, Lo: 0.0221, Hi: 0.0242,
				Path: "1946_2014|politically_relevant/MID_onset_per_year",
			},
			Entry{
				ID: "relevant-dyad-force-rate-post1945", Title: "A dispute with use of force begins between politically relevant pairs of states, 1946–2014",
				K: 1341, Years: 82436, Value: 0.0163, Lo: 0.0154, Hi: 0.0172,
				Path: "1946_2014|politically_relevant/force_onset_per_year",
			},
			Entry{
				ID: "relevant-dyad-fatal-dispute-rate-post1945", Title: "A dispute with deaths begins between politically relevant pairs of states, 1946–2014",
				K: 511, Years: 82436, Value: 0.0062, Lo: 0.0057, Hi: 0.0068,
				Path: "1946_2014|politically_relevant/fatal_MID_onset",
			},
			Entry{
				ID: "relevant-dyad-war-rate-post1945", Title: "A war begins between politically relevant pairs of states, 1946–2014",
				K: 64, Years: 82436, Value: 0.0008, Lo: 0.0006, Hi: 0.001,
				Path: "1946_2014|politically_relevant/war_onset_per_year",
			},
			Entry{
				ID: "neighbour-dyad-dispute-rate-post1945", Title: "A militarized dispute begins between neighbouring pairs of states, 1946–2014",
				K: 1471, Years: 28833, Value: 0.051, Lo: 0.0485, Hi: 0.0536,
				Path: "1946_2014|contiguous/MID_onset_per_year",
			},
			Entry{
				ID: "neighbour-dyad-force-rate-post1945", Title: "A dispute with use of force begins between neighbouring pairs of states, 1946–2014",
				K: 1048, Years: 28833, Value: 0.0363, Lo: 0.0342, Hi: 0.0386,
				Path: "1946_2014|contiguous/force_onset_per_year",
			},
			Entry{
				ID: "neighbour-dyad-fatal-dispute-rate-post1945", Title: "A dispute with deaths begins between neighbouring pairs of states, 1946–2014",
				K: 394, Years: 28833, Value: 0.0137, Lo: 0.0124, Hi: 0.0151,
				Path: "1946_2014|contiguous/fatal_MID_onset",
			},
			Entry{
				ID: "neighbour-dyad-war-rate-post1945", Title: "A war begins between neighbouring pairs of states, 1946–2014",
				K: 39, Years: 28833, Value: 0.0014, Lo: 0.001, Hi: 0.0018,
				Path: "1946_2014|contiguous/war_onset_per_year",
			},
			Entry{
				ID: "rival-dyad-dispute-rate-post1945", Title: "A militarized dispute begins between pairs of strategic rivals, 1946–2014",
				K: 794, Years: 3834, Value: 0.2071, Lo: 0.1946, Hi: 0.2202,
				Path: "1946_2014|strategic_rivals_TSS/MID_onset_per_year",
			},
			Entry{
				ID: "rival-dyad-force-rate-post1945", Title: "A dispute with use of force begins between pairs of strategic rivals, 1946–2014",
				K: 580, Years: 3834, Value: 0.1513, Lo: 0.1403, Hi: 0.163,
				Path: "1946_2014|strategic_rivals_TSS/force_onset_per_year",
			},
			Entry{
				ID: "rival-dyad-fatal-dispute-rate-post1945", Title: "A dispute with deaths begins between pairs of strategic rivals, 1946–2014",
				K: 269, Years: 3834, Value: 0.0702, Lo: 0.0625, Hi: 0.0787,
				Path: "1946_2014|strategic_rivals_TSS/fatal_MID_onset",
			},
			Entry{
				ID: "rival-dyad-war-rate-post1945", Title: "A war begins between pairs of strategic rivals, 1946–2014",
				K: 45, Years: 3834, Value: 0.0117, Lo: 0.0088, Hi: 0.0157,
				Path: "1946_2014|strategic_rivals_TSS/war_onset_per_year",
			},
			Entry{
				ID: "active-rival-dyad-dispute-rate-post1945", Title: "A militarized dispute begins between rivals with a dispute in the last ten years, 1946–2014",
				K: 657, Years: 2454, Value: 0.2677, Lo: 0.2506, Hi: 0.2856,
				Path: "1946_2014|rivals_with_MID_in_last_10y/MID_onset_per_year",
			},
			Entry{
				ID: "active-rival-dyad-force-rate-post1945", Title: "A dispute with use of force begins between rivals with a dispute in the last ten years, 1946–2014",
				K: 476, Years: 2454, Value: 0.194, Lo: 0.1788, Hi: 0.2101,
				Path: "1946_2014|rivals_with_MID_in_last_10y/force_onset_per_year",
			},
			Entry{
				ID: "active-rival-dyad-fatal-dispute-rate-post1945", Title: "A dispute with deaths begins between rivals with a dispute in the last ten years, 1946–2014",
				K: 221, Years: 2454, Value: 0.0901, Lo: 0.0794, Hi: 0.102,
				Path: "1946_2014|rivals_with_MID_in_last_10y/fatal_MID_onset",
			},
			Entry{
				ID: "active-rival-dyad-war-rate-post1945", Title: "A war begins between rivals with a dispute in the last ten years, 1946–2014",
				K: 27, Years: 2454, Value: 0.011, Lo: 0.0076, Hi: 0.016,
				Path: "1946_2014|rivals_with_MID_in_last_10y/war_onset_per_year",
			},
			Entry{
				ID: "quiet-rival-dyad-dispute-rate-post1945", Title: "A militarized dispute begins between rivals without a dispute in the last ten years, 1946–2014",
				K: 137, Years: 1380, Value: 0.0993, Lo: 0.0846, Hi: 0.1162,
				Path: "1946_2014|rivals_no_MID_in_last_10y/MID_onset_per_year",
			},
			Entry{
				ID: "quiet-rival-dyad-force-rate-post1945", Title: "A dispute with use of force begins between rivals without a dispute in the last ten years, 1946–2014",
				K: 104, Years: 1380, Value: 0.0754, Lo: 0.0626, Hi: 0.0905,
				Path: "1946_2014|rivals_no_MID_in_last_10y/force_onset_per_year",
			},
			Entry{
				ID: "quiet-rival-dyad-fatal-dispute-rate-post1945", Title: "A dispute with deaths begins between rivals without a dispute in the last ten years, 1946–2014",
				K: 48, Years: 1380, Value: 0.0348, Lo: 0.0263, Hi: 0.0458,
				Path: "1946_2014|rivals_no_MID_in_last_10y/fatal_MID_onset",
			},
			Entry{
				ID: "quiet-rival-dyad-war-rate-post1945", Title: "A war begins between rivals without a dispute in the last ten years, 1946–2014",
				K: 18, Years: 1380, Value: 0.013, Lo: 0.0083, Hi: 0.0205,
				Path: "1946_2014|rivals_no_MID_in_last_10y/war_onset_per_year",
			},
			Entry{
				ID: "nonrival-dyad-dispute-rate-post1945", Title: "A militarized dispute begins between politically relevant pairs that are not rivals, 1946–2014",
				K: 1149, Years: 79121, Value: 0.0145, Lo: 0.0137, Hi: 0.0154,
				Path: "1946_2014|nonrivals_pol_relevant/MID_onset_per_year",
			},
			Entry{
				ID: "nonrival-dyad-force-rate-post1945", Title: "A dispute with use of force begins between politically relevant pairs that are not rivals, 1946–2014",
				K: 789, Years: 79121, Value: 0.01, Lo: 0.0093, Hi: 0.0107,
				Path: "1946_2014|nonrivals_pol_relevant/force_onset_per_year",
			},
			Entry{
				ID: "nonrival-dyad-fatal-dispute-rate-post1945", Title: "A dispute with deaths begins between politically relevant pairs that are not rivals, 1946–2014",
				K: 260, Years: 79121, Value: 0.0033, Lo: 0.0029, Hi: 0.0037,
				Path: "1946_2014|nonrivals_pol_relevant/fatal_MID_onset",
			},
			Entry{
				ID: "nonrival-dyad-war-rate-post1945", Title: "A war begins between politically relevant pairs that are not rivals, 1946–2014",
				K: 29, Years: 79121, Value: 0.0004, Lo: 0.0003, Hi: 0.0005,
				Path: "1946_2014|nonrivals_pol_relevant/war_onset_per_year",
			},
		),
		batch{
			group: "onsets", data: cowDyadYears,
			period: "1991–2014",
			method: "Undirected pairs of states by year, onsets of COW disputes; neighbours are within 400 miles by water; major powers as COW; rivals as Thompson, Sakuwa and Suhas.",
			caveat: "War onsets are counted by pair of states, so that one war with many participants counts many times.",
			unit:   "per pair of states and year",
			kind:   Rate,
			path:   "A2_dyad_year_onset/rates",
		}.of(
			Entry{
				ID: "relevant-dyad-dispute-rate-post1990", Title: "A militarized dispute begins between politically relevant pairs of states, 1991–2014",
				K: 793, Years: 42697, Value: 0.0186, Lo: 0.0173, Hi: 0.0199,
				Path: "1991_2014|politically_relevant/MID_onset_per_year",
			},
			Entry{
				ID: "relevant-dyad-war-rate-post1990", Title: "A war begins between politically relevant pairs of states, 1991–2014",
				K: 5, Years: 42697, Value: 0.0001, Lo: 0.0001, Hi: 0.0003,
				Path: "1991_2014|politically_relevant/war_onset_per_year",
			},
			Entry{
				ID: "rival-dyad-dispute-rate-post1990", Title: "A militarized dispute begins between pairs of strategic rivals, 1991–2014",
				K: 274, Years: 1449, Value: 0.1891, Lo: 0.1698, Hi: 0.2101,
				Path: "1991_2014|strategic_rivals_TSS/MID_onset_per_year",
			},
			Entry{
				ID: "rival-dyad-force-rate-post1990", Title: "A dispute with use of force begins between pairs of strategic rivals, 1991–2014",
				K: 176, Years: 1449, Value: 0.1215, Lo: 0.1056, Hi: 0.1393,
				Path: "1991_2014|strategic_rivals_TSS/force_onset_per_year",
			},
			Entry{
				ID: "rival-dyad-fatal-dispute-rate-post1990", Title: "A dispute with deaths begins between pairs of strategic rivals, 1991–2014",
				K: 78, Years: 1449, Value: 0.0538, Lo: 0.0433, Hi: 0.0667,
				Path: "1991_2014|strategic_rivals_TSS/fatal_MID_onset",
			},
			Entry{
				ID: "rival-dyad-war-rate-post1990", Title: "A war begins between pairs of strategic rivals, 1991–2014",
				K: 11, Years: 1449, Value: 0.0076, Lo: 0.0042, Hi: 0.0135,
				Path: "1991_2014|strategic_rivals_TSS/war_onset_per_year",
			},
			Entry{
				ID: "active-rival-dyad-dispute-rate-post1990", Title: "A militarized dispute begins between rivals with a dispute in the last ten years, 1991–2014",
				K: 229, Years: 966, Value: 0.2371, Lo: 0.2113, Hi: 0.2649,
				Path: "1991_2014|rivals_with_MID_in_last_10y/MID_onset_per_year",
			},
			Entry{
				ID: "active-rival-dyad-force-rate-post1990", Title: "A dispute with use of force begins between rivals with a dispute in the last ten years, 1991–2014",
				K: 146, Years: 966, Value: 0.1511, Lo: 0.1299, Hi: 0.1751,
				Path: "1991_2014|rivals_with_MID_in_last_10y/force_onset_per_year",
			},
			Entry{
				ID: "active-rival-dyad-fatal-dispute-rate-post1990", Title: "A dispute with deaths begins between rivals with a dispute in the last ten years, 1991–2014",
				K: 60, Years: 966, Value: 0.0621, Lo: 0.0486, Hi: 0.0791,
				Path: "1991_2014|rivals_with_MID_in_last_10y/fatal_MID_onset",
			},
			Entry{
				ID: "active-rival-dyad-war-rate-post1990", Title: "A war begins between rivals with a dispute in the last ten years, 1991–2014",
				K: 2, Years: 966, Value: 0.0021, Lo: 0.0006, Hi: 0.0075,
				Path: "1991_2014|rivals_with_MID_in_last_10y/war_onset_per_year",
			},
		),
	)
}
