package evidence

import "slices"

// crises holds how crises begin and what becomes of them.
func crises() []Entry {
	return slices.Concat(
		batch{
			group: "crises", data: icbSystem,
			period: "1946–2016",
			method: "Counted over international crises by the severity of violence; a crisis is triggered without violence where its breaking act is code 7 or lower, with violence where it is 8 or 9.",
			caveat: "Crises are coded because somebody took them for crises; quiet ones are missed.",
			unit:   "share of crises",
			kind:   Proportion,
			path:   "A3_crisis_to_war_ICBv13/rates",
		}.of(
			Entry{
				ID: "icb-crisis-to-war", Title: "Full-scale war in international crises",
				K: 93, N: 481, Value: 0.1933, Lo: 0.1605, Hi: 0.231, Period: "1918–2016",
				Path: "all_1918_2016/full_scale_war(sevviosy=4)",
			},
			Entry{
				ID: "icb-crisis-to-serious-clashes", Title: "Serious clashes or war in international crises",
				K: 216, N: 481, Value: 0.4491, Lo: 0.4052, Hi: 0.4937, Period: "1918–2016",
				Path: "all_1918_2016/serious_clashes_or_war(sevviosy>=3)",
			},
			Entry{
				ID: "icb-crisis-to-violence", Title: "Any violence in international crises",
				K: 358, N: 481, Value: 0.7443, Lo: 0.7035, Hi: 0.7812, Period: "1918–2016",
				Path: "all_1918_2016/any_violence(viol>=2)",
			},
			Entry{
				ID: "icb-crisis-to-war-post1945", Title: "Full-scale war in crises since 1946",
				K: 55, N: 372, Value: 0.1478, Lo: 0.1154, Hi: 0.1875,
				Path: "post1945/full_scale_war(sevviosy=4)",
			},
			Entry{
				ID: "icb-crisis-to-serious-clashes-post1945", Title: "Serious clashes or war in crises since 1946",
				K: 159, N: 372, Value: 0.4274, Lo: 0.3781, Hi: 0.4782,
				Path: "post1945/serious_clashes_or_war(sevviosy>=3)",
			},
			Entry{
				ID: "icb-crisis-to-violence-post1945", Title: "Any violence in crises since 1946",
				K: 281, N: 372, Value: 0.7554, Lo: 0.7092, Hi: 0.7963,
				Path: "post1945/any_violence(viol>=2)",
			},
			Entry{
				ID: "icb-crisis-to-war-post1989", Title: "Full-scale war in crises since 1990",
				K: 8, N: 90, Value: 0.0889, Lo: 0.0457, Hi: 0.1657, Period: "1990–2016",
				Path: "post1989/full_scale_war(sevviosy=4)",
			},
			Entry{
				ID: "icb-crisis-to-serious-clashes-post1989", Title: "Serious clashes or war in crises since 1990",
				K: 32, N: 90, Value: 0.3556, Lo: 0.2644, Hi: 0.4585, Period: "1990–2016",
				Path: "post1989/serious_clashes_or_war(sevviosy>=3)",
			},
			Entry{
				ID: "icb-crisis-to-violence-post1989", Title: "Any violence in crises since 1990",
				K: 68, N: 90, Value: 0.7556, Lo: 0.6575, Hi: 0.8327, Period: "1990–2016",
				Path: "post1989/any_violence(viol>=2)",
			},
			Entry{
				ID: "icb-crisis-to-war-nonviolent-trigger", Title: "Full-scale war in crises triggered without violence, since 1946",
				K: 17, N: 187, Value: 0.0909, Lo: 0.0575, Hi: 0.1408,
				Path: "post1945_trigger_nonviolent(break<=7)/full_scale_war(sevviosy=4)",
			},
			Entry{
				ID: "icb-crisis-to-serious-clashes-nonviolent-trigger", Title: "Serious clashes or war in crises triggered without violence, since 1946",
				K: 50, N: 187, Value: 0.2674, Lo: 0.2091, Hi: 0.335,
				Path: "post1945_trigger_nonviolent(break<=7)/serious_clashes_or_war(sevviosy>=3)",
			},
			Entry{
				ID: "icb-crisis-to-war-violent-trigger", Title: "Full-scale war in crises triggered by violence, since 1946",
				K: 38, N: 185, Value: 0.2054, Lo: 0.1535, Hi: 0.2693,
				Path: "post1945_trigger_violent(break 8-9)/full_scale_war(sevviosy=4)",
			},
			Entry{
				ID: "icb-crisis-to-serious-clashes-violent-trigger", Title: "Serious clashes or war in crises triggered by violence, since 1946",
				K: 109, N: 185, Value: 0.5892, Lo: 0.5172, Hi: 0.6576,
				Path: "post1945_trigger_violent(break 8-9)/serious_clashes_or_war(sevviosy>=3)",
			},
			Entry{
				ID: "icb-crisis-to-war-protracted", Title: "Full-scale war in crises within protracted conflicts, since 1946",
				K: 47, N: 219, Value: 0.2146, Lo: 0.1654, Hi: 0.2737,
				Path: "post1945_protracted_conflict/full_scale_war(sevviosy=4)",
			},
			Entry{
				ID: "icb-crisis-to-serious-clashes-protracted", Title: "Serious clashes or war in crises within protracted conflicts, since 1946",
				K: 109, N: 219, Value: 0.4977, Lo: 0.4321, Hi: 0.5634,
				Path: "post1945_protracted_conflict/serious_clashes_or_war(sevviosy>=3)",
			},
			Entry{
				ID: "icb-crisis-to-war-not-protracted", Title: "Full-scale war in crises outside protracted conflicts, since 1946",
				K: 8, N: 153, Value: 0.0523, Lo: 0.0267, Hi: 0.0998,
				Path: "post1945_not_protracted/full_scale_war(sevviosy=4)",
			},
			Entry{
				ID: "icb-crisis-to-serious-clashes-not-protracted", Title: "Serious clashes or war in crises outside protracted conflicts, since 1946",
				K: 50, N: 153, Value: 0.3268, Lo: 0.2575, Hi: 0.4046,
				Path: "post1945_not_protracted/serious_clashes_or_war(sevviosy>=3)",
			},
			Entry{
				ID: "icb-crisis-to-war-middle-east", Title: "Full-scale war in crises in the Middle East since 1946",
				K: 20, N: 69, Value: 0.2899, Lo: 0.1962, Hi: 0.4057,
				Path: "post1945_MidEast(geog 15)/full_scale_war(sevviosy=4)",
			},
			Entry{
				ID: "icb-crisis-to-serious-clashes-middle-east", Title: "Serious clashes or war in crises in the Middle East since 1946",
				K: 32, N: 69, Value: 0.4638, Lo: 0.3511, Hi: 0.5802,
				Path: "post1945_MidEast(geog 15)/serious_clashes_or_war(sevviosy>=3)",
			},
			Entry{
				ID: "icb-crisis-to-violence-middle-east", Title: "Any violence in crises in the Middle East since 1946",
				K: 53, N: 69, Value: 0.7681, Lo: 0.656, Hi: 0.8519,
				Path: "post1945_MidEast(geog 15)/any_violence(viol>=2)",
			},
			Entry{
				ID: "icb-crisis-to-war-east-asia", Title: "Full-scale war in crises in East Asia since 1946",
				K: 3, N: 21, Value: 0.1429, Lo: 0.0498, Hi: 0.3464,
				Path: "post1945_EastAsia(geog 11)/full_scale_war(sevviosy=4)",
			},
			Entry{
				ID: "icb-crisis-to-serious-clashes-east-asia", Title: "Serious clashes or war in crises in East Asia since 1946",
				K: 6, N: 21, Value: 0.2857, Lo: 0.1381, Hi: 0.4996,
				Path: "post1945_EastAsia(geog 11)/serious_clashes_or_war(sevviosy>=3)",
			},
			Entry{
				ID: "icb-crisis-to-violence-east-asia", Title: "Any violence in crises in East Asia since 1946",
				K: 12, N: 21, Value: 0.5714, Lo: 0.3655, Hi: 0.7553,
				Path: "post1945_EastAsia(geog 11)/any_violence(viol>=2)",
			},
			Entry{
				ID: "icb-crisis-to-war-eastern-europe", Title: "Full-scale war in crises in eastern Europe and Eurasia since 1946",
				K: 0, N: 9, Value: 0, Lo: 0, Hi: 0.2992,
				Path: "post1945_EastEurope/Eurasia(geog 30,31)/full_scale_war(sevviosy=4)",
			},
			Entry{
				ID: "icb-crisis-to-serious-clashes-eastern-europe", Title: "Serious clashes or war in crises in eastern Europe and Eurasia since 1946",
				K: 2, N: 9, Value: 0.2222, Lo: 0.0632, Hi: 0.5474,
				Path: "post1945_EastEurope/Eurasia(geog 30,31)/serious_clashes_or_war(sevviosy>=3)",
			},
			Entry{
				ID: "icb-crisis-duration-quantiles", Title: "Duration of crises since 1946, quantiles", Kind: Table,
				Cells: []Cell{{"0.1", 0}, {"0.25", 30.75}, {"0.5", 62}, {"0.75", 184}, {"0.9", 335}}, Unit: "days",
				Path: "post1945_crisis_duration_days_quantiles",
			},
			Entry{
				ID: "icb-crises-per-year-1946-1989", Title: "International crises per year, 1946–1989", Kind: Estimate,
				Value: 6.41, Unit: "crises per year", Period: "1946–1989",
				Path: "crises_per_year/1946_1989",
			},
			Entry{
				ID: "icb-crises-per-year-1990-2015", Title: "International crises per year, 1990–2015", Kind: Estimate,
				Value: 3.23, Unit: "crises per year", Period: "1990–2015",
				Path: "crises_per_year/1990_2015",
			},
		),
		batch{
			group: "crises", data: icbRivals,
			period: "1946–2019",
			method: "Onsets of dyadic crises divided by years of strategic rivalry.",
			caveat: "Counted by pair of states; who is a rival of whom rests on the coders’ reading.",
			kind:   Proportion,
			path:   "A4_latent_rivalry_to_ICB_crisis",
		}.of(
			Entry{
				ID: "icb-rivalry-crisis-rate", Title: "A strategic rivalry breaks into a crisis, per year", Kind: Rate,
				K: 303, Years: 4188, Value: 0.0723, Lo: 0.0649, Hi: 0.0806, Unit: "per rivalry and year",
				Path: "per_rivalry_year",
			},
			Entry{
				ID: "icb-crisis-dyads-that-are-rivals", Title: "Pairs of states in crisis that are strategic rivals",
				K: 322, N: 681, Value: 0.4728, Lo: 0.4356, Hi: 0.5104, Unit: "share of pairs in crisis",
				Path: "share_of_crisis_dyads_that_are_rivals",
			},
		),
	)
}
