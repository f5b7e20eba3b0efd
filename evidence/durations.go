package evidence

import "slices"

// durations holds how long wars last.
func durations() []Entry {
	return slices.Concat(
		batch{
			group: "durations", data: cowWars,
			period: "1816–2007",
			method: "Inter-state wars from first start to last end (first phases).",
			caveat: "Few wars last long, so that the later shares rest on a handful.",
			unit:   "share of wars",
			kind:   Estimate,
			path:   "G_war_duration/rates",
		}.of(
			Entry{
				ID: "war-duration-median", Title: "Median duration of inter-state wars", Kind: Estimate,
				N: 95, Value: 0.381, Unit: "years", Period: "1816–2007",
				Path: "all/median_years",
			},
			Entry{
				ID: "war-duration-quantiles", Title: "Duration of inter-state wars, quantiles", Kind: Table,
				Cells: []Cell{{"0.1", 0.049}, {"0.25", 0.159}, {"0.75", 1.222}, {"0.9", 3.298}}, Unit: "years", Period: "1816–2007",
				Path: "all/quantiles_years",
			},
			Entry{
				ID: "war-beyond-1y", Title: "Share of inter-state wars longer than one year", Kind: Estimate,
				N: 95, Value: 0.295, Period: "1816–2007",
				Path: "all/P(>1y)",
			},
			Entry{
				ID: "war-beyond-2y", Title: "Share of inter-state wars longer than two years", Kind: Estimate,
				N: 95, Value: 0.147, Period: "1816–2007",
				Path: "all/P(>2y)",
			},
			Entry{
				ID: "war-beyond-4y", Title: "Share of inter-state wars longer than four years", Kind: Estimate,
				N: 95, Value: 0.095, Period: "1816–2007",
				Path: "all/P(>4y)",
			},
			Entry{
				ID: "war-2y-given-1y", Title: "Share of inter-state wars beyond two years, of those beyond one", Kind: Estimate,
				Value: 0.5, Period: "1816–2007",
				Path: "all/P(>2y|>1y)",
			},
			Entry{
				ID: "war-4y-given-2y", Title: "Share of inter-state wars beyond four years, of those beyond two", Kind: Estimate,
				Value: 0.643, Period: "1816–2007",
				Path: "all/P(>4y|>2y)",
			},
			Entry{
				ID: "war-duration-median-post1945", Title: "Median duration of inter-state wars since 1946", Kind: Estimate,
				N: 38, Value: 0.238, Unit: "years", Period: "1946–2007",
				Path: "1946_2007/median_years",
			},
			Entry{
				ID: "war-duration-quantiles-post1945", Title: "Duration of inter-state wars since 1946, quantiles", Kind: Table,
				Cells: []Cell{{"0.1", 0.027}, {"0.25", 0.092}, {"0.75", 1.094}, {"0.9", 2.75}}, Unit: "years", Period: "1946–2007",
				Path: "1946_2007/quantiles_years",
			},
			Entry{
				ID: "war-beyond-1y-post1945", Title: "Share of inter-state wars since 1946 longer than one year", Kind: Estimate,
				N: 38, Value: 0.263, Period: "1946–2007",
				Path: "1946_2007/P(>1y)",
			},
			Entry{
				ID: "war-beyond-2y-post1945", Title: "Share of inter-state wars since 1946 longer than two years", Kind: Estimate,
				N: 38, Value: 0.132, Period: "1946–2007",
				Path: "1946_2007/P(>2y)",
			},
			Entry{
				ID: "war-beyond-4y-post1945", Title: "Share of inter-state wars since 1946 longer than four years", Kind: Estimate,
				N: 38, Value: 0.079, Period: "1946–2007",
				Path: "1946_2007/P(>4y)",
			},
			Entry{
				ID: "war-2y-given-1y-post1945", Title: "Share of inter-state wars since 1946 beyond two years, of those beyond one", Kind: Estimate,
				Value: 0.5, Period: "1946–2007",
				Path: "1946_2007/P(>2y|>1y)",
			},
			Entry{
				ID: "war-4y-given-2y-post1945", Title: "Share of inter-state wars since 1946 beyond four years, of those beyond two", Kind: Estimate,
				Value: 0.6, Period: "1946–2007",
				Path: "1946_2007/P(>4y|>2y)",
			},
			Entry{
				ID: "war-duration-median-undecided", Title: "Median duration of inter-state wars without a winner", Kind: Estimate,
				N: 18, Value: 0.906, Unit: "years", Period: "1816–2007",
				Path: "not_decided/median_years",
			},
			Entry{
				ID: "war-duration-quantiles-undecided", Title: "Duration of inter-state wars without a winner, quantiles", Kind: Table,
				Cells: []Cell{{"0.1", 0.114}, {"0.25", 0.219}, {"0.75", 1.832}, {"0.9", 3.606}}, Unit: "years", Period: "1816–2007",
				Path: "not_decided/quantiles_years",
			},
			Entry{
				ID: "war-beyond-1y-undecided", Title: "Share of inter-state wars without a winner longer than one year", Kind: Estimate,
				N: 18, Value: 0.5, Period: "1816–2007",
				Path: "not_decided/P(>1y)",
			},
			Entry{
				ID: "war-beyond-2y-undecided", Title: "Share of inter-state wars without a winner longer than two years", Kind: Estimate,
				N: 18, Value: 0.222, Period: "1816–2007",
				Path: "not_decided/P(>2y)",
			},
			Entry{
				ID: "war-beyond-4y-undecided", Title: "Share of inter-state wars without a winner longer than four years", Kind: Estimate,
				N: 18, Value: 0.111, Period: "1816–2007",
				Path: "not_decided/P(>4y)",
			},
			Entry{
				ID: "war-2y-given-1y-undecided", Title: "Share of inter-state wars without a winner beyond two years, of those beyond one", Kind: Estimate,
				Value: 0.444, Period: "1816–2007",
				Path: "not_decided/P(>2y|>1y)",
			},
			Entry{
				ID: "war-4y-given-2y-undecided", Title: "Share of inter-state wars without a winner beyond four years, of those beyond two", Kind: Estimate,
				Value: 0.5, Period: "1816–2007",
				Path: "not_decided/P(>4y|>2y)",
			},
		),
		batch{
			group: "durations", data: ucdpTermination,
			period: "1946–2020",
			method: "Conflict episodes in calendar years; Kaplan–Meier share still active after so many years.",
			caveat: "Calendar years: a war of two months over new year counts as two.",
			unit:   "share of episodes still active",
			kind:   Table,
			path:   "G_war_duration/rates",
		}.of(
			Entry{
				ID: "ucdp-interstate-survival", Title: "Inter-state conflicts still active after so many years", Kind: Table,
				Cells: []Cell{{"1", 0.324}, {"2", 0.197}, {"3", 0.141}, {"5", 0.078}, {"10", 0.042}},
				Path:  "UCDP_interstate_episode_years/KM_still_active_after_years",
			},
			Entry{
				ID: "ucdp-civil-war-survival", Title: "Civil wars still active after so many years", Kind: Table,
				Cells: []Cell{{"1", 0.58}, {"2", 0.439}, {"3", 0.356}, {"5", 0.259}, {"10", 0.152}},
				Path:  "UCDP_intrastate/KM_still_active_after_years",
			},
		),
	)
}
