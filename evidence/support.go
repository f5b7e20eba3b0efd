package evidence

import "slices"

// support holds what supporters of warring parties do, and what follows.
func support() []Entry {
	return slices.Concat(
		batch{
			group: "support", data: ucdpSupport,
			period: "1975–2017",
			method: "Warring parties by year: the share with external support of the kind named.",
			caveat: "What the letters of the kinds stand for is from memory.",
			unit:   "share of party-years",
			kind:   Proportion,
			path:   "D1_third_party_support_UCDP_ESD/rates",
		}.of(
			Entry{
				ID: "support-government-any", Title: "Governments in civil wars with any external support, per year",
				K: 1408, N: 2164, Value: 0.6506, Lo: 0.6303, Hi: 0.6705,
				Path: "governments_in_intrastate/any_external_support",
			},
			Entry{
				ID: "support-government-from-state", Title: "Governments in civil wars with support from a state, per year",
				K: 1374, N: 2164, Value: 0.6349, Lo: 0.6144, Hi: 0.655,
				Path: "governments_in_intrastate/from_a_state",
			},
			Entry{
				ID: "support-government-troops", Title: "Governments in civil wars with foreign troops, per year",
				K: 366, N: 2164, Value: 0.1691, Lo: 0.1539, Hi: 0.1855,
				Path: "governments_in_intrastate/troops_X",
			},
			Entry{
				ID: "support-government-weapons", Title: "Governments in civil wars with foreign weapons, per year",
				K: 932, N: 2164, Value: 0.4307, Lo: 0.41, Hi: 0.4517,
				Path: "governments_in_intrastate/weapons_W",
			},
			Entry{
				ID: "support-government-funding", Title: "Governments in civil wars with foreign funding, per year",
				K: 738, N: 2164, Value: 0.341, Lo: 0.3214, Hi: 0.3613,
				Path: "governments_in_intrastate/funding_F",
			},
			Entry{
				ID: "support-government-training", Title: "Governments in civil wars with foreign training, per year",
				K: 1034, N: 2164, Value: 0.4778, Lo: 0.4568, Hi: 0.4989,
				Path: "governments_in_intrastate/training_T",
			},
			Entry{
				ID: "support-government-intelligence", Title: "Governments in civil wars with foreign intelligence, per year",
				K: 300, N: 2164, Value: 0.1386, Lo: 0.1247, Hi: 0.1538,
				Path: "governments_in_intrastate/intelligence_I",
			},
			Entry{
				ID: "support-rebel-any", Title: "Rebels in civil wars with any external support, per year",
				K: 1266, N: 2164, Value: 0.585, Lo: 0.5641, Hi: 0.6056,
				Path: "rebels_in_intrastate/any_external_support",
			},
			Entry{
				ID: "support-rebel-from-state", Title: "Rebels in civil wars with support from a state, per year",
				K: 973, N: 2164, Value: 0.4496, Lo: 0.4288, Hi: 0.4707,
				Path: "rebels_in_intrastate/from_a_state",
			},
			Entry{
				ID: "support-rebel-troops", Title: "Rebels in civil wars with foreign troops, per year",
				K: 82, N: 2164, Value: 0.0379, Lo: 0.0306, Hi: 0.0468,
				Path: "rebels_in_intrastate/troops_X",
			},
			Entry{
				ID: "support-rebel-weapons", Title: "Rebels in civil wars with foreign weapons, per year",
				K: 689, N: 2164, Value: 0.3184, Lo: 0.2991, Hi: 0.3383,
				Path: "rebels_in_intrastate/weapons_W",
			},
			Entry{
				ID: "support-rebel-funding", Title: "Rebels in civil wars with foreign funding, per year",
				K: 567, N: 2164, Value: 0.262, Lo: 0.2439, Hi: 0.281,
				Path: "rebels_in_intrastate/funding_F",
			},
			Entry{
				ID: "support-rebel-training", Title: "Rebels in civil wars with foreign training, per year",
				K: 629, N: 2164, Value: 0.2907, Lo: 0.2719, Hi: 0.3102,
				Path: "rebels_in_intrastate/training_T",
			},
			Entry{
				ID: "support-rebel-intelligence", Title: "Rebels in civil wars with foreign intelligence, per year",
				K: 68, N: 2164, Value: 0.0314, Lo: 0.0249, Hi: 0.0396,
				Path: "rebels_in_intrastate/intelligence_I",
			},
			Entry{
				ID: "support-state-any", Title: "States in inter-state wars with any external support, per year",
				K: 63, N: 140, Value: 0.45, Lo: 0.37, Hi: 0.5326,
				Path: "states_in_interstate/any_external_support",
			},
			Entry{
				ID: "support-state-from-state", Title: "States in inter-state wars with support from a state, per year",
				K: 55, N: 140, Value: 0.3929, Lo: 0.3159, Hi: 0.4756,
				Path: "states_in_interstate/from_a_state",
			},
			Entry{
				ID: "support-state-troops", Title: "States in inter-state wars with foreign troops, per year",
				K: 6, N: 140, Value: 0.0429, Lo: 0.0198, Hi: 0.0903,
				Path: "states_in_interstate/troops_X",
			},
			Entry{
				ID: "support-state-weapons", Title: "States in inter-state wars with foreign weapons, per year",
				K: 41, N: 140, Value: 0.2929, Lo: 0.2238, Hi: 0.373,
				Path: "states_in_interstate/weapons_W",
			},
			Entry{
				ID: "support-state-funding", Title: "States in inter-state wars with foreign funding, per year",
				K: 25, N: 140, Value: 0.1786, Lo: 0.124, Hi: 0.2503,
				Path: "states_in_interstate/funding_F",
			},
			Entry{
				ID: "support-state-training", Title: "States in inter-state wars with foreign training, per year",
				K: 34, N: 140, Value: 0.2429, Lo: 0.1793, Hi: 0.3201,
				Path: "states_in_interstate/training_T",
			},
			Entry{
				ID: "support-state-intelligence", Title: "States in inter-state wars with foreign intelligence, per year",
				K: 7, N: 140, Value: 0.05, Lo: 0.0244, Hi: 0.0996,
				Path: "states_in_interstate/intelligence_I",
			},
		),
		batch{
			group: "support", data: ucdpSupport,
			period: "1975–2017",
			method: "Warring parties in consecutive years: the state of support next year given this year’s.",
			caveat: "The yearly coding smooths short breaks.",
			unit:   "share of party-years",
			kind:   Proportion,
			path:   "D1_third_party_support_UCDP_ESD/rates/persistence_next_year",
		}.of(
			Entry{
				ID: "support-continues", Title: "State support goes on next year",
				K: 1466, N: 1601, Value: 0.9157, Lo: 0.9011, Hi: 0.9283,
				Path: "P(state support t+1 | support t)",
			},
			Entry{
				ID: "support-starts", Title: "State support begins next year where there was none",
				K: 116, N: 1209, Value: 0.0959, Lo: 0.0806, Hi: 0.1139,
				Path: "P(state support t+1 | none t)",
			},
			Entry{
				ID: "support-troops-stay", Title: "Foreign troops stay next year",
				K: 200, N: 240, Value: 0.8333, Lo: 0.781, Hi: 0.8752,
				Path: "P(troops t+1|troops t)",
			},
			Entry{
				ID: "support-troops-after-weapons", Title: "Foreign troops come next year where there were weapons but no troops",
				K: 20, N: 906, Value: 0.0221, Lo: 0.0143, Hi: 0.0339,
				Path: "P(troops t+1|weapons but no troops t)",
			},
			Entry{
				ID: "support-troops-from-nothing", Title: "Foreign troops come next year where there was no support",
				K: 10, N: 1209, Value: 0.0083, Lo: 0.0045, Hi: 0.0152,
				Path: "P(troops t+1|no support t)",
			},
		),
		batch{
			group: "support", data: ucdpSupport,
			period: "1975–2017",
			method: "Civil-war episodes that began in 1975–2017, by which side ever had state support; Kaplan–Meier survival by years, and outcomes of those that ended.",
			caveat: "Selection: support goes to wars that last, and a longer war has more years in which to be supported. Descriptive, not causal.",
			unit:   "share of episodes",
			kind:   Table,
			path:   "D1_third_party_support_UCDP_ESD/rates",
		}.of(
			Entry{
				ID: "civil-war-survival-support-none", Title: "Civil wars without state support still going on after so many years", Kind: Table,
				Cells: []Cell{{"1", 0.29}, {"2", 0.183}, {"3", 0.118}, {"5", 0.065}, {"10", 0.013}},
				Path:  "episode|no_state_support/P_survive_years",
			},
			Entry{
				ID: "civil-war-outcomes-support-none", Title: "How civil wars without state support ended", Kind: Table,
				Cells: []Cell{{"low_activity", 0.37}, {"gov_victory", 0.239}, {"ceasefire", 0.152}, {"rebel_victory", 0.12}, {"actor_ceases", 0.065}, {"peace_agreement", 0.054}},
				Path:  "episode|no_state_support/outcomes_if_terminated",
			},
			Entry{
				ID: "civil-war-survival-support-government-only", Title: "Civil wars with state support to the government only still going on after so many years", Kind: Table,
				Cells: []Cell{{"1", 0.563}, {"2", 0.398}, {"3", 0.311}, {"5", 0.221}, {"10", 0.164}},
				Path:  "episode|gov_only/P_survive_years",
			},
			Entry{
				ID: "civil-war-outcomes-support-government-only", Title: "How civil wars with state support to the government only ended", Kind: Table,
				Cells: []Cell{{"low_activity", 0.558}, {"gov_victory", 0.151}, {"peace_agreement", 0.128}, {"ceasefire", 0.105}, {"rebel_victory", 0.035}, {"actor_ceases", 0.023}},
				Path:  "episode|gov_only/outcomes_if_terminated",
			},
			Entry{
				ID: "civil-war-survival-support-rebels-only", Title: "Civil wars with state support to the rebels only still going on after so many years", Kind: Table,
				Cells: []Cell{{"1", 0.585}, {"2", 0.34}, {"3", 0.245}, {"5", 0.113}, {"10", 0.019}},
				Path:  "episode|rebels_only/P_survive_years",
			},
			Entry{
				ID: "civil-war-outcomes-support-rebels-only", Title: "How civil wars with state support to the rebels only ended", Kind: Table,
				Cells: []Cell{{"low_activity", 0.642}, {"ceasefire", 0.113}, {"gov_victory", 0.113}, {"peace_agreement", 0.094}, {"rebel_victory", 0.019}, {"actor_ceases", 0.019}},
				Path:  "episode|rebels_only/outcomes_if_terminated",
			},
			Entry{
				ID: "civil-war-survival-support-both", Title: "Civil wars with state support to both sides still going on after so many years", Kind: Table,
				Cells: []Cell{{"1", 0.888}, {"2", 0.73}, {"3", 0.685}, {"5", 0.562}, {"10", 0.358}},
				Path:  "episode|both/P_survive_years",
			},
			Entry{
				ID: "civil-war-outcomes-support-both", Title: "How civil wars with state support to both sides ended", Kind: Table,
				Cells: []Cell{{"low_activity", 0.392}, {"ceasefire", 0.203}, {"peace_agreement", 0.177}, {"gov_victory", 0.089}, {"actor_ceases", 0.076}, {"rebel_victory", 0.063}},
				Path:  "episode|both/outcomes_if_terminated",
			},
			Entry{
				ID: "civil-war-survival-support-government-troops", Title: "Civil wars with foreign troops for the government still going on after so many years", Kind: Table,
				Cells: []Cell{{"1", 0.877}, {"2", 0.702}, {"3", 0.667}, {"5", 0.524}, {"10", 0.42}},
				Path:  "episode|gov_troops/P_survive_years",
			},
			Entry{
				ID: "civil-war-outcomes-support-government-troops", Title: "How civil wars with foreign troops for the government ended", Kind: Table,
				Cells: []Cell{{"low_activity", 0.439}, {"gov_victory", 0.195}, {"peace_agreement", 0.171}, {"rebel_victory", 0.122}, {"ceasefire", 0.049}, {"actor_ceases", 0.024}},
				Path:  "episode|gov_troops/outcomes_if_terminated",
			},
			Entry{
				ID: "civil-war-survival-support-rebel-troops", Title: "Civil wars with foreign troops for the rebels still going on after so many years", Kind: Table,
				Cells: []Cell{{"1", 0.806}, {"2", 0.645}, {"3", 0.613}, {"5", 0.484}, {"10", 0.317}},
				Path:  "episode|rebel_side_troops/P_survive_years",
			},
			Entry{
				ID: "civil-war-outcomes-support-rebel-troops", Title: "How civil wars with foreign troops for the rebels ended", Kind: Table,
				Cells: []Cell{{"low_activity", 0.407}, {"peace_agreement", 0.222}, {"ceasefire", 0.148}, {"gov_victory", 0.148}, {"actor_ceases", 0.074}},
				Path:  "episode|rebel_side_troops/outcomes_if_terminated",
			},
		),
		batch{
			group: "support", data: gmlDisputes,
			period: "1816–2010",
			method: "Participants of a dispute that did not originate it are joiners; a side prevails when it wins or the other yields.",
			caveat: "States join disputes that are already grave.",
			unit:   "share of disputes",
			kind:   Proportion,
			path:   "D2_joiners_in_disputes/rates",
		}.of(
			Entry{
				ID: "dispute-any-joiner", Title: "Disputes that somebody joins",
				K: 222, N: 2174, Value: 0.1021, Lo: 0.0901, Hi: 0.1156,
				Path: "P_any_joiner",
			},
			Entry{
				ID: "dispute-any-joiner-post1945", Title: "Disputes that somebody joins, since 1946",
				K: 132, N: 1524, Value: 0.0866, Lo: 0.0735, Hi: 0.1018, Period: "1946–2010",
				Path: "P_any_joiner_post1945",
			},
			Entry{
				ID: "dispute-no-joiners-war", Title: "Disputes that nobody joins that become wars",
				K: 45, N: 1952, Value: 0.0231, Lo: 0.0173, Hi: 0.0307,
				Path: "no_joiners/P_war",
			},
			Entry{
				ID: "dispute-no-joiners-initiator-prevails", Title: "Disputes that nobody joins in which the initiator prevails",
				K: 206, N: 1952, Value: 0.1055, Lo: 0.0927, Hi: 0.1199,
				Path: "no_joiners/A_prevails",
			},
			Entry{
				ID: "dispute-no-joiners-target-prevails", Title: "Disputes that nobody joins in which the target prevails",
				K: 88, N: 1952, Value: 0.0451, Lo: 0.0367, Hi: 0.0552,
				Path: "no_joiners/B_prevails",
			},
			Entry{
				ID: "dispute-joiners-initiator-war", Title: "Disputes joined on the initiator’s side only that become wars",
				K: 11, N: 76, Value: 0.1447, Lo: 0.0828, Hi: 0.2409,
				Path: "joiners_A_only/P_war",
			},
			Entry{
				ID: "dispute-joiners-initiator-initiator-prevails", Title: "Disputes joined on the initiator’s side only in which the initiator prevails",
				K: 25, N: 76, Value: 0.3289, Lo: 0.2338, Hi: 0.4406,
				Path: "joiners_A_only/A_prevails",
			},
			Entry{
				ID: "dispute-joiners-initiator-target-prevails", Title: "Disputes joined on the initiator’s side only in which the target prevails",
				K: 9, N: 76, Value: 0.1184, Lo: 0.0636, Hi: 0.21,
				Path: "joiners_A_only/B_prevails",
			},
			Entry{
				ID: "dispute-joiners-target-war", Title: "Disputes joined on the target’s side only that become wars",
				K: 23, N: 117, Value: 0.1966, Lo: 0.1347, Hi: 0.2777,
				Path: "joiners_B_only/P_war",
			},
			Entry{
				ID: "dispute-joiners-target-initiator-prevails", Title: "Disputes joined on the target’s side only in which the initiator prevails",
				K: 14, N: 117, Value: 0.1197, Lo: 0.0726, Hi: 0.1909,
				Path: "joiners_B_only/A_prevails",
			},
			Entry{
				ID: "dispute-joiners-target-target-prevails", Title: "Disputes joined on the target’s side only in which the target prevails",
				K: 21, N: 117, Value: 0.1795, Lo: 0.1205, Hi: 0.2589,
				Path: "joiners_B_only/B_prevails",
			},
			Entry{
				ID: "dispute-joiners-both-war", Title: "Disputes joined on both sides that become wars",
				K: 16, N: 29, Value: 0.5517, Lo: 0.3755, Hi: 0.7159,
				Path: "both/P_war",
			},
			Entry{
				ID: "dispute-joiners-both-initiator-prevails", Title: "Disputes joined on both sides in which the initiator prevails",
				K: 3, N: 29, Value: 0.1034, Lo: 0.0358, Hi: 0.2639,
				Path: "both/A_prevails",
			},
			Entry{
				ID: "dispute-joiners-both-target-prevails", Title: "Disputes joined on both sides in which the target prevails",
				K: 7, N: 29, Value: 0.2414, Lo: 0.1222, Hi: 0.4211,
				Path: "both/B_prevails",
			},
		),
	)
}
