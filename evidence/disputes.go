package evidence

import "slices"

// disputes holds what became of militarised disputes.
func disputes() []Entry {
	return slices.Concat(
		batch{
			group: "disputes", data: cowDisputes,
			period: "1946–2014",
			method: "Counted over disputes, one row each: hostility level 4 is use of force, 5 is war.",
			caveat: "A dispute is any threat, display or use of force between states; most are small.",
			unit:   "share of disputes",
			kind:   Proportion,
			path:   "A1_dispute_ladder/rates/COWMID5_1816_2014_post1945",
		}.of(
			Entry{
				ID: "mid-cow-post1945-war", Title: "Disputes that became wars, 1946–2014",
				K: 29, N: 1726, Value: 0.0168, Lo: 0.0117, Hi: 0.024,
				Path: "P_war(hostlev=5)",
			},
			Entry{
				ID: "mid-cow-post1945-force", Title: "Disputes with use of force, 1946–2014",
				K: 1223, N: 1726, Value: 0.7086, Lo: 0.6867, Hi: 0.7295,
				Path: "P_use_of_force(hostlev>=4)",
			},
			Entry{
				ID: "mid-cow-post1945-fatal", Title: "Disputes with at least one death, 1946–2014",
				K: 325, N: 1552, Value: 0.2094, Lo: 0.1899, Hi: 0.2304,
				Path: "P_any_fatality",
			},
			Entry{
				ID: "mid-cow-post1945-reciprocated", Title: "Disputes in which the target answered in kind, 1946–2014",
				K: 861, N: 1726, Value: 0.4988, Lo: 0.4753, Hi: 0.5224,
				Path: "P_reciprocated",
			},
			Entry{
				ID: "mid-cow-post1945-outcomes", Title: "How disputes ended, 1946–2014", Kind: Table,
				Cells:  []Cell{{"stalemate", 0.7306}, {"unclear", 0.0834}, {"released", 0.073}, {"compromise", 0.0429}, {"victoryA", 0.0191}, {"yieldA", 0.0145}, {"victoryB", 0.0133}, {"yieldB", 0.0127}, {"missing", 0.0098}, {"joins_war", 0.0006}},
				Caveat: "Side A is the side that acted first; a yield of A is a victory of B short of war.",
				Path:   "outcomes",
			},
			Entry{
				ID: "mid-cow-post1945-median-days", Title: "Median least duration of disputes, 1946–2014", Kind: Estimate,
				Value: 20, Unit: "days",
				Path: "median_mindur_days",
			},
		),
		batch{
			group: "disputes", data: cowDisputes,
			period: "1816–2014",
			method: "Counted over disputes, one row each: hostility level 4 is use of force, 5 is war.",
			caveat: "A dispute is any threat, display or use of force between states; most are small.",
			unit:   "share of disputes",
			kind:   Proportion,
			path:   "A1_dispute_ladder/rates/COWMID5_1816_2014_all",
		}.of(
			Entry{
				ID: "mid-cow-all-war", Title: "Disputes that became wars, 1816–2014",
				K: 106, N: 2436, Value: 0.0435, Lo: 0.0361, Hi: 0.0524,
				Path: "P_war(hostlev=5)",
			},
			Entry{
				ID: "mid-cow-all-force", Title: "Disputes with use of force, 1816–2014",
				K: 1709, N: 2436, Value: 0.7016, Lo: 0.6831, Hi: 0.7194,
				Path: "P_use_of_force(hostlev>=4)",
			},
			Entry{
				ID: "mid-cow-all-fatal", Title: "Disputes with at least one death, 1816–2014",
				K: 432, N: 2168, Value: 0.1993, Lo: 0.183, Hi: 0.2166,
				Path: "P_any_fatality",
			},
			Entry{
				ID: "mid-cow-all-reciprocated", Title: "Disputes in which the target answered in kind, 1816–2014",
				K: 1199, N: 2436, Value: 0.4922, Lo: 0.4724, Hi: 0.5121,
				Path: "P_reciprocated",
			},
		),
		batch{
			group: "disputes", data: gmlDisputes,
			period: "1946–2010",
			method: "Counted over disputes, one row each: hostility level 4 is use of force, 5 is war.",
			caveat: "A dispute is any threat, display or use of force between states; most are small.",
			unit:   "share of disputes",
			kind:   Proportion,
			path:   "A1_dispute_ladder/rates/GML2.2.1_1816_2010_post1945",
		}.of(
			Entry{
				ID: "mid-gml-post1945-war", Title: "Disputes that became wars, 1946–2010",
				K: 40, N: 1524, Value: 0.0262, Lo: 0.0193, Hi: 0.0355,
				Path: "P_war(hostlev=5)",
			},
			Entry{
				ID: "mid-gml-post1945-force", Title: "Disputes with use of force, 1946–2010",
				K: 1123, N: 1524, Value: 0.7369, Lo: 0.7142, Hi: 0.7584,
				Path: "P_use_of_force(hostlev>=4)",
			},
			Entry{
				ID: "mid-gml-post1945-fatal", Title: "Disputes with at least one death, 1946–2010",
				K: 403, N: 1502, Value: 0.2683, Lo: 0.2465, Hi: 0.2913,
				Path: "P_any_fatality",
			},
			Entry{
				ID: "mid-gml-post1945-reciprocated", Title: "Disputes in which the target answered in kind, 1946–2010",
				K: 800, N: 1524, Value: 0.5249, Lo: 0.4998, Hi: 0.5499,
				Path: "P_reciprocated",
			},
			Entry{
				ID: "mid-gml-post1945-outcomes", Title: "How disputes ended, 1946–2010", Kind: Table,
				Cells:  []Cell{{"stalemate", 0.7579}, {"released", 0.0801}, {"compromise", 0.0604}, {"victoryA", 0.0236}, {"yieldA", 0.019}, {"unclear", 0.0184}, {"victoryB", 0.0164}, {"yieldB", 0.0151}, {"missing", 0.0085}, {"joins_war", 0.0007}},
				Caveat: "Side A is the side that acted first; a yield of A is a victory of B short of war.",
				Path:   "outcomes",
			},
			Entry{
				ID: "mid-gml-post1945-median-days", Title: "Median least duration of disputes, 1946–2010", Kind: Estimate,
				Value: 19, Unit: "days",
				Path: "median_mindur_days",
			},
		),
		batch{
			group: "disputes", data: gmlDisputes,
			period: "1816–2010",
			method: "Counted over disputes, one row each: hostility level 4 is use of force, 5 is war.",
			caveat: "A dispute is any threat, display or use of force between states; most are small.",
			unit:   "share of disputes",
			kind:   Proportion,
			path:   "A1_dispute_ladder/rates/GML2.2.1_1816_2010_all",
		}.of(
			Entry{
				ID: "mid-gml-all-war", Title: "Disputes that became wars, 1816–2010",
				K: 95, N: 2174, Value: 0.0437, Lo: 0.0359, Hi: 0.0531,
				Path: "P_war(hostlev=5)",
			},
			Entry{
				ID: "mid-gml-all-force", Title: "Disputes with use of force, 1816–2010",
				K: 1569, N: 2174, Value: 0.7217, Lo: 0.7025, Hi: 0.7401,
				Path: "P_use_of_force(hostlev>=4)",
			},
			Entry{
				ID: "mid-gml-all-fatal", Title: "Disputes with at least one death, 1816–2010",
				K: 542, N: 2129, Value: 0.2546, Lo: 0.2365, Hi: 0.2735,
				Path: "P_any_fatality",
			},
			Entry{
				ID: "mid-gml-all-reciprocated", Title: "Disputes in which the target answered in kind, 1816–2010",
				K: 1120, N: 2174, Value: 0.5152, Lo: 0.4942, Hi: 0.5361,
				Path: "P_reciprocated",
			},
		),
	)
}
