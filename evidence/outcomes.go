package evidence

import "slices"

// outcomes holds who wins wars and how crises end.
func outcomes() []Entry {
	return slices.Concat(
		batch{
			group: "war outcomes", data: cowWarsCapabilities,
			period: "1816–2007",
			method: "Sides of inter-state wars; the capability of a side is the sum of its participants’ CINC shares in the year before; the winner is the side with the larger share of participants coded as winners.",
			caveat: "CINC measures industrial and military mass, not skill, reach or will.",
			unit:   "share of wars",
			kind:   Proportion,
			path:   "B_capability_to_win/rates",
		}.of(
			Entry{
				ID: "war-not-decided", Title: "Inter-state wars without a winner",
				K: 18, N: 95, Value: 0.1895, Lo: 0.1233, Hi: 0.2797,
				Path: "share_not_decided(draw/stalemate/continued)",
			},
			Entry{
				ID: "war-stronger-side-wins", Title: "The side with more capability wins, of decided wars",
				K: 49, N: 77, Value: 0.6364, Lo: 0.5248, Hi: 0.7349, Unit: "share of decided wars",
				Path: "stronger_side_wins|decided",
			},
			Entry{
				ID: "war-initiator-wins", Title: "The side that began the war wins, of decided wars",
				K: 51, N: 77, Value: 0.6623, Lo: 0.5512, Hi: 0.758, Unit: "share of decided wars",
				Path: "initiator_wins|decided",
			},
			Entry{
				ID: "war-not-decided-pre1945", Title: "Inter-state wars without a winner, 1816–1945",
				K: 2, N: 57, Value: 0.0351, Lo: 0.0097, Hi: 0.1192, Period: "1816–1945",
				Path: "1816_1945/not_decided",
			},
			Entry{
				ID: "war-stronger-side-wins-pre1945", Title: "The side with more capability wins, of decided wars, 1816–1945",
				K: 36, N: 55, Value: 0.6545, Lo: 0.5225, Hi: 0.7664, Unit: "share of decided wars", Period: "1816–1945",
				Path: "1816_1945/stronger_side_wins|decided",
			},
			Entry{
				ID: "war-initiator-wins-pre1945", Title: "The side that began the war wins, of decided wars, 1816–1945",
				K: 38, N: 55, Value: 0.6909, Lo: 0.5597, Hi: 0.7972, Unit: "share of decided wars", Period: "1816–1945",
				Path: "1816_1945/initiator_wins|decided",
			},
			Entry{
				ID: "war-not-decided-post1945", Title: "Inter-state wars without a winner, 1946–2007",
				K: 16, N: 38, Value: 0.4211, Lo: 0.2785, Hi: 0.5781, Period: "1946–2007",
				Path: "1946_2007/not_decided",
			},
			Entry{
				ID: "war-stronger-side-wins-post1945", Title: "The side with more capability wins, of decided wars, 1946–2007",
				K: 13, N: 22, Value: 0.5909, Lo: 0.3873, Hi: 0.7674, Unit: "share of decided wars", Period: "1946–2007",
				Path: "1946_2007/stronger_side_wins|decided",
			},
			Entry{
				ID: "war-initiator-wins-post1945", Title: "The side that began the war wins, of decided wars, 1946–2007",
				K: 13, N: 22, Value: 0.5909, Lo: 0.3873, Hi: 0.7674, Unit: "share of decided wars", Period: "1946–2007",
				Path: "1946_2007/initiator_wins|decided",
			},
			Entry{
				ID: "war-stronger-wins-share-50-67", Title: "The stronger side wins when it has 50 to 67 % of both sides’ capability",
				K: 7, N: 15, Value: 0.4667, Lo: 0.2481, Hi: 0.6988, Unit: "share of decided wars",
				Path: "stronger_wins_if_share_0.5-0.67",
			},
			Entry{
				ID: "war-stronger-wins-share-67-80", Title: "The stronger side wins when it has 67 to 80 % of both sides’ capability",
				K: 15, N: 24, Value: 0.625, Lo: 0.4271, Hi: 0.7884, Unit: "share of decided wars",
				Path: "stronger_wins_if_share_0.67-0.8",
			},
			Entry{
				ID: "war-stronger-wins-share-80-90", Title: "The stronger side wins when it has 80 to 90 % of both sides’ capability",
				K: 8, N: 15, Value: 0.5333, Lo: 0.3012, Hi: 0.7519, Unit: "share of decided wars",
				Path: "stronger_wins_if_share_0.8-0.9",
			},
			Entry{
				ID: "war-stronger-wins-share-90-100", Title: "The stronger side wins when it has 90 % or more of both sides’ capability",
				K: 19, N: 23, Value: 0.8261, Lo: 0.6286, Hi: 0.9302, Unit: "share of decided wars",
				Path: "stronger_wins_if_share_0.9-1.01",
			},
			Entry{
				ID: "war-capability-slope", Title: "Log-odds that the initiator wins, per unit of ln capability ratio", Kind: Coefficient,
				Value: 0.329, StandardError: 0.136, Unit: "log-odds per ln ratio",
				Method: "Logit of the initiator’s win on ln(CINC of initiator ÷ CINC of target), decided wars only.",
				Caveat: "CINC is a noisy measure, which pulls the slope towards zero.",
				Path:   "logit_initiator_win/ln(CINC_init/CINC_target)", ErrorPath: "logit_initiator_win/se/1",
			},
			Entry{
				ID: "war-initiator-intercept", Title: "Log-odds that the initiator wins at equal capability", Kind: Coefficient,
				Value: 0.575, StandardError: 0.252, Unit: "log-odds",
				Method: "Logit of the initiator’s win on ln(CINC of initiator ÷ CINC of target), decided wars only.",
				Path:   "logit_initiator_win/intercept", ErrorPath: "logit_initiator_win/se/0",
			},
			Entry{
				ID: "war-win-by-initiator-share", Title: "Probability that the initiator wins, by its share of capability", Kind: Table,
				Cells: []Cell{{"0.1", 0.463}, {"0.25", 0.553}, {"0.5", 0.64}, {"0.75", 0.718}, {"0.9", 0.785}}, Unit: "probability",
				Method: "Logit of the initiator’s win on ln(CINC of initiator ÷ CINC of target), decided wars only.",
				Path:   "p_win_by_initiator_share",
			},
		),
		batch{
			group: "war outcomes", data: icbActor,
			period: "1918–2019",
			method: "Shares of crisis actors by outcome code: 1 victory, 2 compromise, 3 stalemate, 4 defeat, others rare.",
			caveat: "The outcome is as the actor itself perceived it.",
			unit:   "share of crisis actors",
			kind:   Proportion,
			path:   "B2_ICB_actor_outcomes",
		}.of(
			Entry{
				ID: "icb-actor-outcomes", Title: "How crises ended for their actors", Kind: Table,
				Cells: []Cell{{"1", 0.3427}, {"3", 0.2273}, {"2", 0.2264}, {"4", 0.1909}, {"5", 0.0109}, {"9", 0.0009}, {"6", 0.0009}},
				Path:  "all",
			},
			Entry{
				ID: "icb-actor-outcomes-post1945", Title: "How crises ended for their actors, since 1946", Kind: Table,
				Cells: []Cell{{"1", 0.3452}, {"3", 0.2667}, {"2", 0.2381}, {"4", 0.144}, {"5", 0.0036}, {"9", 0.0012}, {"6", 0.0012}}, Period: "1946–2019",
				Path: "post1945",
			},
		),
	)
}
