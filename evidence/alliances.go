package evidence

import "slices"

// alliances holds whether allies do what they have promised.
func alliances() []Entry {
	return slices.Concat(
		batch{
			group: "alliances", data: allianceHonour,
			period: "1816–2003",
			method: "Alliances invoked by a war: honoured ÷ (honoured + violated), in the coding of Berkemeier and Fuhrmann.",
			caveat: "Alliances are invoked where deterrence has failed, so that reliable ones are under-represented.",
			unit:   "share of invoked alliances",
			kind:   Proportion,
			path:   "C1_alliance_honour_published/rates",
		}.of(
			Entry{
				ID: "alliance-honoured-any-all", Title: "Alliances of any kind honoured when invoked, 1816–2003",
				K: 69, N: 139, Value: 0.4964, Lo: 0.4145, Hi: 0.5785, Period: "1816–2003",
				Path: "all/any/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-defence-all", Title: "Defence pacts honoured when invoked, 1816–2003",
				K: 39, N: 96, Value: 0.4062, Lo: 0.3135, Hi: 0.5063, Period: "1816–2003",
				Path: "all/defense/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-offence-all", Title: "Offence pacts honoured when invoked, 1816–2003",
				K: 30, N: 42, Value: 0.7143, Lo: 0.5643, Hi: 0.8283, Period: "1816–2003",
				Path: "all/offense/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-neutrality-all", Title: "Neutrality pacts honoured when invoked, 1816–2003",
				K: 35, N: 43, Value: 0.814, Lo: 0.6738, Hi: 0.9026, Period: "1816–2003",
				Path: "all/neutrality/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-nonaggression-all", Title: "Pure non-aggression pacts honoured when invoked, 1816–2003",
				K: 16, N: 28, Value: 0.5714, Lo: 0.3907, Hi: 0.7349, Period: "1816–2003",
				Path: "all/nonaggression_only/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-any-pre1945", Title: "Alliances of any kind honoured when invoked, 1816–1945",
				K: 60, N: 89, Value: 0.6742, Lo: 0.5713, Hi: 0.7626, Period: "1816–1945",
				Path: "pre1945/any/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-defence-pre1945", Title: "Defence pacts honoured when invoked, 1816–1945",
				K: 35, N: 56, Value: 0.625, Lo: 0.4941, Hi: 0.7399, Period: "1816–1945",
				Path: "pre1945/defense/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-offence-pre1945", Title: "Offence pacts honoured when invoked, 1816–1945",
				K: 28, N: 38, Value: 0.7368, Lo: 0.5799, Hi: 0.8503, Period: "1816–1945",
				Path: "pre1945/offense/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-neutrality-pre1945", Title: "Neutrality pacts honoured when invoked, 1816–1945",
				K: 30, N: 38, Value: 0.7895, Lo: 0.6365, Hi: 0.8893, Period: "1816–1945",
				Path: "pre1945/neutrality/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-nonaggression-pre1945", Title: "Pure non-aggression pacts honoured when invoked, 1816–1945",
				K: 12, N: 19, Value: 0.6316, Lo: 0.4104, Hi: 0.8085, Period: "1816–1945",
				Path: "pre1945/nonaggression_only/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-any-post1945", Title: "Alliances of any kind honoured when invoked, 1946–2003",
				K: 8, N: 45, Value: 0.1778, Lo: 0.0929, Hi: 0.3133, Period: "1946–2003",
				Path: "post1945/any/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-defence-post1945", Title: "Defence pacts honoured when invoked, 1946–2003",
				K: 3, N: 35, Value: 0.0857, Lo: 0.0296, Hi: 0.2238, Period: "1946–2003",
				Path: "post1945/defense/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-offence-post1945", Title: "Offence pacts honoured when invoked, 1946–2003",
				K: 2, N: 4, Value: 0.5, Lo: 0.15, Hi: 0.85, Period: "1946–2003",
				Path: "post1945/offense/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-neutrality-post1945", Title: "Neutrality pacts honoured when invoked, 1946–2003",
				K: 5, N: 5, Value: 1, Lo: 0.5655, Hi: 1, Period: "1946–2003",
				Path: "post1945/neutrality/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-nonaggression-post1945", Title: "Pure non-aggression pacts honoured when invoked, 1946–2003",
				K: 4, N: 9, Value: 0.4444, Lo: 0.1888, Hi: 0.7334, Period: "1946–2003",
				Path: "post1945/nonaggression_only/honored_of_invoked(BF coding)",
			},
			Entry{
				ID: "alliance-honoured-any-all-older-coding", Title: "Alliances of any kind honoured when invoked, 1816–2003, older coding",
				K: 73, N: 146, Value: 0.5, Lo: 0.4199, Hi: 0.5801, Period: "1816–2003",
				Method: "Alliances invoked by a war: honoured ÷ (honoured + violated), in the coding of Leeds, Long and Mitchell as carried in the same file.",
				Path:   "all/any/honored_of_invoked(LLM coding)",
			},
			Entry{
				ID: "alliance-honoured-defence-all-older-coding", Title: "Defence pacts honoured when invoked, 1816–2003, older coding",
				K: 42, N: 102, Value: 0.4118, Lo: 0.3212, Hi: 0.5088, Period: "1816–2003",
				Method: "Alliances invoked by a war: honoured ÷ (honoured + violated), in the coding of Leeds, Long and Mitchell as carried in the same file.",
				Path:   "all/defense/honored_of_invoked(LLM coding)",
			},
			Entry{
				ID: "alliance-honoured-any-post1945-older-coding", Title: "Alliances of any kind honoured when invoked, 1946–2003, older coding",
				K: 9, N: 46, Value: 0.1957, Lo: 0.1065, Hi: 0.3317, Period: "1946–2003",
				Method: "Alliances invoked by a war: honoured ÷ (honoured + violated), in the coding of Leeds, Long and Mitchell as carried in the same file.",
				Path:   "post1945/any/honored_of_invoked(LLM coding)",
			},
			Entry{
				ID: "alliance-honoured-defence-post1945-older-coding", Title: "Defence pacts honoured when invoked, 1946–2003, older coding",
				K: 4, N: 36, Value: 0.1111, Lo: 0.0441, Hi: 0.2532, Period: "1946–2003",
				Method: "Alliances invoked by a war: honoured ÷ (honoured + violated), in the coding of Leeds, Long and Mitchell as carried in the same file.",
				Path:   "post1945/defense/honored_of_invoked(LLM coding)",
			},
		),
		batch{
			group: "alliances", data: allianceInstitutions,
			period: "1816–1944",
			method: "Share of alliance obligations met in war, from the replication data.",
			caveat: "Before nuclear weapons and standing alliances.",
			unit:   "share of obligations in war",
			kind:   Proportion,
			path:   "C1_alliance_honour_published/rates/LeedsAnac2005_obligations_in_war_1816_1944",
		}.of(
			Entry{
				ID: "alliance-obligation-met-all", Title: "Alliance obligations met in war, 1816–1944",
				K: 95, N: 137, Value: 0.6934, Lo: 0.6118, Hi: 0.7645,
				Path: "honored",
			},
			Entry{
				ID: "alliance-obligation-met-low-institutions", Title: "Obligations met, alliances with low military institutionalisation, 1816–1944",
				K: 64, N: 81, Value: 0.7901, Lo: 0.6893, Hi: 0.8646,
				Path: "by_milinst/0",
			},
			Entry{
				ID: "alliance-obligation-met-medium-institutions", Title: "Obligations met, alliances with medium military institutionalisation, 1816–1944",
				K: 19, N: 30, Value: 0.6333, Lo: 0.4551, Hi: 0.7813,
				Path: "by_milinst/1",
			},
			Entry{
				ID: "alliance-obligation-met-high-institutions", Title: "Obligations met, alliances with high military institutionalisation, 1816–1944",
				K: 12, N: 26, Value: 0.4615, Lo: 0.2876, Hi: 0.6454,
				Path: "by_milinst/2",
			},
			Entry{
				ID: "alliance-obligation-met-capability-changed", Title: "Obligations met by allies whose capability had changed, 1816–1944",
				K: 31, N: 61, Value: 0.5082, Lo: 0.386, Hi: 0.6294,
				Path: "capability_changed(chcap2d=1)",
			},
			Entry{
				ID: "alliance-obligation-met-capability-unchanged", Title: "Obligations met by allies whose capability had not changed, 1816–1944",
				K: 64, N: 76, Value: 0.8421, Lo: 0.744, Hi: 0.9073,
				Path: "no_change",
			},
			Entry{
				ID: "alliance-obligation-met-institutions-changed", Title: "Obligations met by allies whose domestic institutions had changed, 1816–1944",
				K: 9, N: 27, Value: 0.3333, Lo: 0.1864, Hi: 0.5218,
				Path: "domestic_institutions_changed",
			},
		),
		batch{
			group: "alliances", data: atopWars,
			period: "1816–2007",
			method: "Attacked states and their allies by defence pact in the year before an inter-state war: does the ally enter the war on their side?",
			caveat: "It is not asked whether the pact covered the case, so that the share is a lower bound on fulfilment.",
			unit:   "share of pairs of target and ally",
			kind:   Proportion,
			path:   "C2_pact_ally_joins_attacked_target/rates",
		}.of(
			Entry{
				ID: "ally-joins-attacked-all", Title: "An ally by defence pact fights beside the attacked state, 1816–2007",
				K: 28, N: 371, Value: 0.0755, Lo: 0.0527, Hi: 0.1069, Period: "1816–2007",
				Path: "all/ally_pairs",
			},
			Entry{
				ID: "ally-joins-other-side-all", Title: "An ally by defence pact fights on the other side, 1816–2007",
				K: 36, N: 371, Value: 0.097, Lo: 0.0709, Hi: 0.1314, Period: "1816–2007",
				Path: "all/ally_fought_on_other_side",
			},
			Entry{
				ID: "attacked-gets-any-ally-all", Title: "At least one ally by defence pact fights beside the attacked state, 1816–2007",
				K: 7, N: 38, Value: 0.1842, Lo: 0.0922, Hi: 0.3342, Unit: "share of wars", Period: "1816–2007",
				Path: "all/wars_where_target_had_pact_and_at_least_one_ally_joined",
			},
			Entry{
				ID: "ally-joins-attacked-pre1945", Title: "An ally by defence pact fights beside the attacked state, 1816–1945",
				K: 14, N: 96, Value: 0.1458, Lo: 0.0889, Hi: 0.23, Period: "1816–1945",
				Path: "1816_1945/ally_pairs",
			},
			Entry{
				ID: "ally-joins-other-side-pre1945", Title: "An ally by defence pact fights on the other side, 1816–1945",
				K: 31, N: 96, Value: 0.3229, Lo: 0.2378, Hi: 0.4217, Period: "1816–1945",
				Path: "1816_1945/ally_fought_on_other_side",
			},
			Entry{
				ID: "attacked-gets-any-ally-pre1945", Title: "At least one ally by defence pact fights beside the attacked state, 1816–1945",
				K: 4, N: 21, Value: 0.1905, Lo: 0.0767, Hi: 0.4, Unit: "share of wars", Period: "1816–1945",
				Path: "1816_1945/wars_where_target_had_pact_and_at_least_one_ally_joined",
			},
			Entry{
				ID: "ally-joins-attacked-post1945", Title: "An ally by defence pact fights beside the attacked state, 1946–2007",
				K: 14, N: 275, Value: 0.0509, Lo: 0.0306, Hi: 0.0836, Period: "1946–2007",
				Path: "1946_2007/ally_pairs",
			},
			Entry{
				ID: "ally-joins-other-side-post1945", Title: "An ally by defence pact fights on the other side, 1946–2007",
				K: 5, N: 275, Value: 0.0182, Lo: 0.0078, Hi: 0.0418, Period: "1946–2007",
				Path: "1946_2007/ally_fought_on_other_side",
			},
			Entry{
				ID: "attacked-gets-any-ally-post1945", Title: "At least one ally by defence pact fights beside the attacked state, 1946–2007",
				K: 3, N: 17, Value: 0.1765, Lo: 0.0619, Hi: 0.4103, Unit: "share of wars", Period: "1946–2007",
				Path: "1946_2007/wars_where_target_had_pact_and_at_least_one_ally_joined",
			},
		),
	)
}
