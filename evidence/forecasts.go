package evidence

// forecasts holds how well crowds have forecast the theatres.
func forecasts() []Entry {
	return batch{
		group: "forecasts", data: forecastBench,
		method: "Market questions on the four theatres that have been resolved, at first appearance: the crowd’s probability against what happened.",
		caveat: "A selection by keyword; many questions share one event.",
		unit:   "Brier score",
		kind:   Estimate,
		path:   "J_forecast_questions",
	}.of(
		Entry{
			ID: "forecast-crowd-brier", Title: "Brier score of the crowd on theatre questions", Kind: Estimate,
			N: 186, Value: 0.11696501411183559, Period: "as in the stored snapshot",
			Path: "brier_crowd",
		},
		Entry{
			ID: "forecast-base-rate-brier", Title: "Brier score of always saying the base rate", Kind: Estimate,
			N: 186, Value: 0.18340270551508844, Period: "as in the stored snapshot",
			Path: "brier_always_base_rate",
		},
		Entry{
			ID: "forecast-coin-brier", Title: "Brier score of always saying one half", Kind: Estimate,
			Value: 0.25, Period: "as in the stored snapshot",
			Path: "brier_0.5",
		},
		Entry{
			ID: "forecast-yes-share", Title: "Theatre questions resolved with yes", Kind: Estimate,
			N: 186, Value: 0.24193548387096775, Unit: "share of questions", Period: "as in the stored snapshot",
			Path: "base_rate_yes",
		},
		Entry{
			ID: "forecast-by-theatre", Title: "Theatre questions: number, share of yes and crowd’s Brier score by theatre", Kind: Table,
			Cells: []Cell{{"ukraine/n", 63}, {"ukraine/yes", 0.15873015873015872}, {"ukraine/brier_crowd", 0.0783927879646986}, {"taiwan_china/n", 4}, {"taiwan_china/yes", 0}, {"taiwan_china/brier_crowd", 0.0034963750000000004}, {"korea/n", 4}, {"korea/yes", 0.75}, {"korea/brier_crowd", 0.032061868692535335}, {"middle_east/n", 115}, {"middle_east/yes", 0.2782608695652174}, {"middle_east/brier_crowd", 0.14499577398482838}}, Unit: "see row", Period: "as in the stored snapshot",
			Path: "by_theatre",
		},
		Entry{
			ID: "forecast-by-source", Title: "Theatre questions: number, share of yes and crowd’s Brier score by market", Kind: Table,
			Cells: []Cell{{"infer/n", 14}, {"infer/yes", 0.14285714285714285}, {"infer/brier_crowd", 0.04444979642857143}, {"manifold/n", 42}, {"manifold/yes", 0.2619047619047619}, {"manifold/brier_crowd", 0.11726087440003376}, {"metaculus/n", 25}, {"metaculus/yes", 0.32}, {"metaculus/brier_crowd", 0.1669584}, {"polymarket/n", 105}, {"polymarket/yes", 0.22857142857142856}, {"polymarket/brier_crowd", 0.11461217857142858}}, Unit: "see row", Period: "as in the stored snapshot",
			Path: "by_source",
		},
		Entry{
			ID: "forecast-calibration", Title: "Calibration of the crowd: number, mean probability and frequency by bin", Kind: Table,
			Cells: []Cell{{"0-0.05/n", 50}, {"0-0.05/mean_p", 0.02353846156166614}, {"0-0.05/freq", 0}, {"0.05-0.15/n", 39}, {"0.05-0.15/mean_p", 0.09949206139820249}, {"0.05-0.15/freq", 0.02564102564102564}, {"0.15-0.4/n", 44}, {"0.15-0.4/mean_p", 0.25707407148444134}, {"0.15-0.4/freq", 0.29545454545454547}, {"0.4-0.7/n", 33}, {"0.4-0.7/mean_p", 0.5508638837891007}, {"0.4-0.7/freq", 0.48484848484848486}, {"0.7-1.01/n", 20}, {"0.7-1.01/mean_p", 0.836025801004916}, {"0.7-1.01/freq", 0.75}}, Unit: "see row", Period: "as in the stored snapshot",
			Path: "calibration",
		},
	)
}
