package evidence

import "slices"

// linkage holds whether trouble in one region goes with trouble in another.
func linkage() []Entry {
	return slices.Concat(
		batch{
			group: "linkage", data: icbWars,
			period: "1946–2019",
			method: "Months × regions (Europe, East Asia, Middle East): crisis onsets when the United States is engaged in another region against when it is not; ratio of Poisson rates.",
			caveat: "No covariates; months follow each other and are not independent. Descriptive, not causal.",
			unit:   "rate ratio",
			kind:   Ratio, interval: Confidence95,
			path: "K_cross_theatre_linkage/rates",
		}.of(
			Entry{
				ID: "linkage-us-crisis-elsewhere", Title: "Crisis onsets in a region while the United States is in a crisis elsewhere", Kind: Ratio,
				Value: 0.697, Lo: 0.516, Hi: 0.941,
				Path: "US_in_ICB_crisis_elsewhere/rate_ratio",
			},
			Entry{
				ID: "linkage-us-crisis-elsewhere-1946-1989", Title: "Crisis onsets in a region while the United States is in a crisis elsewhere, 1946–1989", Kind: Ratio,
				Value: 0.722, Lo: 0.508, Hi: 1.027, Period: "1946–1989",
				Path: "US_in_ICB_crisis_elsewhere|1946_1989/rate_ratio",
			},
			Entry{
				ID: "linkage-us-crisis-elsewhere-1990-2019", Title: "Crisis onsets in a region while the United States is in a crisis elsewhere, 1990–2019", Kind: Ratio,
				Value: 0.611, Lo: 0.343, Hi: 1.086, Period: "1990–2019",
				Path: "US_in_ICB_crisis_elsewhere|1990_2019/rate_ratio",
			},
			Entry{
				ID: "linkage-us-war-elsewhere", Title: "Crisis onsets in a region while the United States is in an inter-state war elsewhere", Kind: Ratio,
				Value: 0.598, Lo: 0.359, Hi: 0.994,
				Path: "US_in_COW_interstate_war_elsewhere/rate_ratio",
			},
			Entry{
				ID: "linkage-us-war-elsewhere-1946-1989", Title: "Crisis onsets in a region while the United States is in an inter-state war elsewhere, 1946–1989", Kind: Ratio,
				Value: 0.569, Lo: 0.339, Hi: 0.955, Period: "1946–1989",
				Path: "US_in_COW_interstate_war_elsewhere|1946_1989/rate_ratio",
			},
			Entry{
				ID: "linkage-adversary-disputes-us-crisis", Title: "Disputes of adversaries with the United States or its allies while it is in a crisis elsewhere", Kind: Ratio,
				Value: 0.689, Lo: 0.522, Hi: 0.909,
				Path: "MIDs_by_RUS/CHN/PRK/IRN/IRQ/SYR_vs_US_or_ally|US_in_ICB_crisis_elsewhere/rate_ratio",
			},
			Entry{
				ID: "linkage-adversary-disputes-us-war", Title: "Disputes of adversaries with the United States or its allies while it is in an inter-state war elsewhere", Kind: Ratio,
				Value: 0.872, Lo: 0.593, Hi: 1.283,
				Path: "MIDs_by_RUS/CHN/PRK/IRN/IRQ/SYR_vs_US_or_ally|US_in_COW_interstate_war_elsewhere/rate_ratio",
			},
			Entry{
				ID: "linkage-concurrent-crises", Title: "International crises going on in a month, mean", Kind: Estimate,
				Value: 2.71, Unit: "crises",
				Path: "concurrent_ICB_crises_per_month_1946_2019/mean",
			},
			Entry{
				ID: "linkage-us-concurrent-crises", Title: "Share of months by number of crises with the United States as an actor", Kind: Table,
				Cells: []Cell{{"0", 0.565}, {"1", 0.332}, {"2", 0.101}, {"3", 0.001}}, Unit: "share of months",
				Path: "concurrent_ICB_crises_per_month_1946_2019/dist_US_actor",
			},
		),
		batch{
			group: "linkage", data: icbWars,
			period: "1946–2019",
			method: "As the simple ratios, but by Mantel and Haenszel within strata of region and five years; only strata with both arms; approximate Poisson interval.",
			caveat: "Descriptive, not causal; strata with few events.",
			unit:   "rate ratio",
			kind:   Ratio, interval: Confidence95,
			path: "K2_linkage_stratified/rates",
		}.of(
			Entry{
				ID: "linkage-stratified-crisis-us-crisis", Title: "Crisis onsets in a region while the United States is in a crisis elsewhere, within strata", Kind: Ratio,
				Value: 0.691, Lo: 0.512, Hi: 0.933,
				Path: "any_ICB_crisis|US_in_ICB_crisis_elsewhere/RR_MH_region_x_5y",
			},
			Entry{
				ID: "linkage-stratified-crisis-us-war", Title: "Crisis onsets in a region while the United States is in a war elsewhere, within strata", Kind: Ratio,
				Value: 0.226, Lo: 0.091, Hi: 0.562,
				Path: "any_ICB_crisis|US_in_war_elsewhere/RR_MH_region_x_5y",
			},
			Entry{
				ID: "linkage-stratified-adversary-us-crisis", Title: "Disputes of adversaries with the United States or its allies while it is in a crisis elsewhere, within strata", Kind: Ratio,
				Value: 0.881, Lo: 0.668, Hi: 1.163,
				Path: "adversary_MID_vs_US_or_ally|US_in_ICB_crisis_elsewhere/RR_MH_region_x_5y",
			},
			Entry{
				ID: "linkage-stratified-adversary-us-war", Title: "Disputes of adversaries with the United States or its allies while it is in a war elsewhere, within strata", Kind: Ratio,
				Value: 0.957, Lo: 0.545, Hi: 1.681,
				Path: "adversary_MID_vs_US_or_ally|US_in_war_elsewhere/RR_MH_region_x_5y",
			},
			Entry{
				ID: "linkage-europe-to-east-asia", Title: "Crisis onsets in East Asia after one in Europe within twelve months", Kind: Ratio,
				Value: 1.891, Lo: 1.14, Hi: 3.137,
				Method: "Onset in the second region given an onset in the first within the last twelve months against none; Mantel and Haenszel by five years.",
				Path:   "onset_in_A_in_prior_12m_vs_onset_in_B (MH by 5y)/EU->EA/RR",
			},
			Entry{
				ID: "linkage-europe-to-middle-east", Title: "Crisis onsets in the Middle East after one in Europe within twelve months", Kind: Ratio,
				Value: 1.079, Lo: 0.737, Hi: 1.581,
				Method: "Onset in the second region given an onset in the first within the last twelve months against none; Mantel and Haenszel by five years.",
				Path:   "onset_in_A_in_prior_12m_vs_onset_in_B (MH by 5y)/EU->ME/RR",
			},
			Entry{
				ID: "linkage-east-asia-to-europe", Title: "Crisis onsets in Europe after one in East Asia within twelve months", Kind: Ratio,
				Value: 0.682, Lo: 0.348, Hi: 1.338,
				Method: "Onset in the second region given an onset in the first within the last twelve months against none; Mantel and Haenszel by five years.",
				Path:   "onset_in_A_in_prior_12m_vs_onset_in_B (MH by 5y)/EA->EU/RR",
			},
			Entry{
				ID: "linkage-east-asia-to-middle-east", Title: "Crisis onsets in the Middle East after one in East Asia within twelve months", Kind: Ratio,
				Value: 1.066, Lo: 0.74, Hi: 1.535,
				Method: "Onset in the second region given an onset in the first within the last twelve months against none; Mantel and Haenszel by five years.",
				Path:   "onset_in_A_in_prior_12m_vs_onset_in_B (MH by 5y)/EA->ME/RR",
			},
			Entry{
				ID: "linkage-middle-east-to-europe", Title: "Crisis onsets in Europe after one in the Middle East within twelve months", Kind: Ratio,
				Value: 4.154, Lo: 0.988, Hi: 17.468,
				Method: "Onset in the second region given an onset in the first within the last twelve months against none; Mantel and Haenszel by five years.",
				Path:   "onset_in_A_in_prior_12m_vs_onset_in_B (MH by 5y)/ME->EU/RR",
			},
			Entry{
				ID: "linkage-middle-east-to-east-asia", Title: "Crisis onsets in East Asia after one in the Middle East within twelve months", Kind: Ratio,
				Value: 1.002, Lo: 0.542, Hi: 1.852,
				Method: "Onset in the second region given an onset in the first within the last twelve months against none; Mantel and Haenszel by five years.",
				Path:   "onset_in_A_in_prior_12m_vs_onset_in_B (MH by 5y)/ME->EA/RR",
			},
		),
	)
}
