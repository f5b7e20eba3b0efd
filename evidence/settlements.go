package evidence

import "slices"

// settlements holds how long peace lasts, by how the fighting ended.
func settlements() []Entry {
	return slices.Concat(
		batch{
			group: "settlements", data: cowWarsDisputes,
			method: "Pairs of states at war; years from the last year of war to the next dispute with force, dispute with deaths, or war; Kaplan–Meier share without one after so many years.",
			caveat: "Pairs within one large war are not independent.",
			unit:   "share of pairs without one",
			kind:   Table,
			path:   "F1_interstate_war_relapse/rates",
		}.of(
			Entry{
				ID: "war-relapse-force-decisive", Title: "Peace without use of force after decisive wars", Kind: Table,
				Cells: []Cell{{"1", 0.895}, {"2", 0.847}, {"5", 0.777}, {"10", 0.716}, {"20", 0.617}}, Period: "1816–2014",
				Path: "all|decisive/KM_no_new_force_MID_at_years",
			},
			Entry{
				ID: "war-relapse-fatal-decisive", Title: "Peace without deaths after decisive wars", Kind: Table,
				Cells: []Cell{{"1", 0.962}, {"2", 0.921}, {"5", 0.873}, {"10", 0.817}, {"20", 0.754}}, Period: "1816–2014",
				Path: "all|decisive/KM_no_new_fatal_MID",
			},
			Entry{
				ID: "war-relapse-war-decisive", Title: "Peace without a new war after decisive wars", Kind: Table,
				Cells: []Cell{{"5", 0.931}, {"10", 0.901}, {"20", 0.874}}, Period: "1816–2014",
				Path: "all|decisive/KM_no_new_war",
			},
			Entry{
				ID: "war-relapse-force-stalemate", Title: "Peace without use of force after wars without a winner", Kind: Table,
				Cells: []Cell{{"1", 0.791}, {"2", 0.731}, {"5", 0.672}, {"10", 0.641}, {"20", 0.498}}, Period: "1816–2014",
				Path: "all|stalemate_or_continued/KM_no_new_force_MID_at_years",
			},
			Entry{
				ID: "war-relapse-fatal-stalemate", Title: "Peace without deaths after wars without a winner", Kind: Table,
				Cells: []Cell{{"1", 0.866}, {"2", 0.821}, {"5", 0.791}, {"10", 0.761}, {"20", 0.59}}, Period: "1816–2014",
				Path: "all|stalemate_or_continued/KM_no_new_fatal_MID",
			},
			Entry{
				ID: "war-relapse-war-stalemate", Title: "Peace without a new war after wars without a winner", Kind: Table,
				Cells: []Cell{{"5", 0.97}, {"10", 0.94}, {"20", 0.869}}, Period: "1816–2014",
				Path: "all|stalemate_or_continued/KM_no_new_war",
			},
			Entry{
				ID: "war-relapse-force-decisive-post1945", Title: "Peace without use of force after decisive wars since 1946", Kind: Table,
				Cells: []Cell{{"1", 0.764}, {"2", 0.655}, {"5", 0.545}, {"10", 0.473}, {"20", 0.372}}, Period: "1946–2014",
				Path: "post1945|decisive/KM_no_new_force_MID_at_years",
			},
			Entry{
				ID: "war-relapse-fatal-decisive-post1945", Title: "Peace without deaths after decisive wars since 1946", Kind: Table,
				Cells: []Cell{{"1", 0.945}, {"2", 0.8}, {"5", 0.745}, {"10", 0.618}, {"20", 0.517}}, Period: "1946–2014",
				Path: "post1945|decisive/KM_no_new_fatal_MID",
			},
			Entry{
				ID: "war-relapse-war-decisive-post1945", Title: "Peace without a new war after decisive wars since 1946", Kind: Table,
				Cells: []Cell{{"5", 0.945}, {"10", 0.855}, {"20", 0.836}}, Period: "1946–2014",
				Path: "post1945|decisive/KM_no_new_war",
			},
			Entry{
				ID: "war-relapse-force-stalemate-post1945", Title: "Peace without use of force after wars without a winner since 1946", Kind: Table,
				Cells: []Cell{{"1", 0.77}, {"2", 0.705}, {"5", 0.656}, {"10", 0.622}, {"20", 0.502}}, Period: "1946–2014",
				Path: "post1945|stalemate_or_continued/KM_no_new_force_MID_at_years",
			},
			Entry{
				ID: "war-relapse-fatal-stalemate-post1945", Title: "Peace without deaths after wars without a winner since 1946", Kind: Table,
				Cells: []Cell{{"1", 0.852}, {"2", 0.803}, {"5", 0.77}, {"10", 0.754}, {"20", 0.605}}, Period: "1946–2014",
				Path: "post1945|stalemate_or_continued/KM_no_new_fatal_MID",
			},
			Entry{
				ID: "war-relapse-war-stalemate-post1945", Title: "Peace without a new war after wars without a winner since 1946", Kind: Table,
				Cells: []Cell{{"5", 0.967}, {"10", 0.951}, {"20", 0.891}}, Period: "1946–2014",
				Path: "post1945|stalemate_or_continued/KM_no_new_war",
			},
			Entry{
				ID: "war-relapse-force-decisive-small-post1945", Title: "Peace without use of force after decisive small wars since 1946", Kind: Table,
				Cells: []Cell{{"1", 0.8}, {"2", 0.657}, {"5", 0.486}, {"10", 0.457}, {"20", 0.4}}, Period: "1946–2014",
				Path: "post1945_bilateral_or_small(<=6 dyads)|decisive/KM_no_new_force_MID_at_years",
			},
			Entry{
				ID: "war-relapse-fatal-decisive-small-post1945", Title: "Peace without deaths after decisive small wars since 1946", Kind: Table,
				Cells: []Cell{{"1", 0.943}, {"2", 0.8}, {"5", 0.714}, {"10", 0.629}, {"20", 0.543}}, Period: "1946–2014",
				Path: "post1945_bilateral_or_small(<=6 dyads)|decisive/KM_no_new_fatal_MID",
			},
			Entry{
				ID: "war-relapse-war-decisive-small-post1945", Title: "Peace without a new war after decisive small wars since 1946", Kind: Table,
				Cells: []Cell{{"5", 0.914}, {"10", 0.829}, {"20", 0.8}}, Period: "1946–2014",
				Path: "post1945_bilateral_or_small(<=6 dyads)|decisive/KM_no_new_war",
			},
			Entry{
				ID: "war-relapse-force-stalemate-small-post1945", Title: "Peace without use of force after small wars without a winner since 1946", Kind: Table,
				Cells: []Cell{{"1", 0.697}, {"2", 0.606}, {"5", 0.545}, {"10", 0.545}, {"20", 0.281}}, Period: "1946–2014",
				Path: "post1945_bilateral_or_small(<=6 dyads)|stalemate_or_continued/KM_no_new_force_MID_at_years",
			},
			Entry{
				ID: "war-relapse-fatal-stalemate-small-post1945", Title: "Peace without deaths after small wars without a winner since 1946", Kind: Table,
				Cells: []Cell{{"1", 0.788}, {"2", 0.697}, {"5", 0.636}, {"10", 0.605}, {"20", 0.458}}, Period: "1946–2014",
				Path: "post1945_bilateral_or_small(<=6 dyads)|stalemate_or_continued/KM_no_new_fatal_MID",
			},
			Entry{
				ID: "war-relapse-war-stalemate-small-post1945", Title: "Peace without a new war after small wars without a winner since 1946", Kind: Table,
				Cells: []Cell{{"5", 0.939}, {"10", 0.908}, {"20", 0.772}}, Period: "1946–2014",
				Path: "post1945_bilateral_or_small(<=6 dyads)|stalemate_or_continued/KM_no_new_war",
			},
		),
		batch{
			group: "settlements", data: ucdpTermination,
			period: "1946–2020",
			method: "Ended conflict episodes by outcome; years to the next episode of the same conflict; Kaplan–Meier share without one after so many years.",
			caveat: "How a war ends is itself a result of how it went. An episode is over only after a year below 25 battle deaths, so that the first year is always 1.",
			unit:   "share of episodes without recurrence",
			kind:   Table,
			path:   "F2_UCDP_relapse_by_outcome/rates",
		}.of(
			Entry{
				ID: "ucdp-relapse-civil-peace-agreement", Title: "No recurrence after civil wars ended by peace agreement", Kind: Table,
				Cells: []Cell{{"1", 1}, {"2", 0.886}, {"3", 0.773}, {"5", 0.659}, {"10", 0.541}, {"20", 0.49}},
				Path:  "peace_agreement/KM_no_recurrence_at_years",
			},
			Entry{
				ID: "ucdp-relapse-civil-ceasefire", Title: "No recurrence after civil wars ended by ceasefire", Kind: Table,
				Cells: []Cell{{"1", 1}, {"2", 0.717}, {"3", 0.637}, {"5", 0.517}, {"10", 0.455}, {"20", 0.325}},
				Path:  "ceasefire/KM_no_recurrence_at_years",
			},
			Entry{
				ID: "ucdp-relapse-civil-government-victory", Title: "No recurrence after civil wars won by the government", Kind: Table,
				Cells: []Cell{{"1", 1}, {"2", 0.935}, {"3", 0.892}, {"5", 0.828}, {"10", 0.718}, {"20", 0.554}},
				Path:  "gov_victory/KM_no_recurrence_at_years",
			},
			Entry{
				ID: "ucdp-relapse-civil-rebel-victory", Title: "No recurrence after civil wars won by the rebels", Kind: Table,
				Cells: []Cell{{"1", 1}, {"2", 0.857}, {"3", 0.771}, {"5", 0.714}, {"10", 0.596}, {"20", 0.447}},
				Path:  "rebel_victory/KM_no_recurrence_at_years",
			},
			Entry{
				ID: "ucdp-relapse-civil-low-activity", Title: "No recurrence after civil wars that faded", Kind: Table,
				Cells: []Cell{{"1", 1}, {"2", 0.695}, {"3", 0.56}, {"5", 0.413}, {"10", 0.325}, {"20", 0.262}},
				Path:  "low_activity/KM_no_recurrence_at_years",
			},
			Entry{
				ID: "ucdp-relapse-civil-actor-ceases", Title: "No recurrence after civil wars in which a party ceased to be", Kind: Table,
				Cells: []Cell{{"1", 1}, {"2", 0.944}, {"3", 0.889}, {"5", 0.722}, {"10", 0.632}, {"20", 0.632}},
				Path:  "actor_ceases/KM_no_recurrence_at_years",
			},
			Entry{
				ID: "ucdp-relapse-interstate", Title: "No recurrence after inter-state conflicts", Kind: Table,
				Cells: []Cell{{"1", 1}, {"2", 0.897}, {"3", 0.868}, {"5", 0.809}, {"10", 0.733}, {"20", 0.669}},
				Path:  "interstate_episodes_all_outcomes/KM_no_recurrence_at_years",
			},
			Entry{
				ID: "ucdp-relapse-interstate-peace-agreement", Title: "No recurrence after inter-state conflicts ended by peace agreement", Kind: Table,
				Cells: []Cell{{"1", 1}, {"2", 1}, {"5", 1}, {"10", 0.786}},
				Path:  "interstate|peace_agreement/KM_no_recurrence_at_years",
			},
			Entry{
				ID: "ucdp-relapse-interstate-ceasefire", Title: "No recurrence after inter-state conflicts ended by ceasefire", Kind: Table,
				Cells: []Cell{{"1", 1}, {"2", 1}, {"5", 0.933}, {"10", 0.867}},
				Path:  "interstate|ceasefire/KM_no_recurrence_at_years",
			},
			Entry{
				ID: "ucdp-relapse-interstate-low-activity", Title: "No recurrence after inter-state conflicts that faded", Kind: Table,
				Cells: []Cell{{"1", 1}, {"2", 0.789}, {"5", 0.632}, {"10", 0.632}},
				Path:  "interstate|low_activity/KM_no_recurrence_at_years",
			},
		),
		batch{
			group: "settlements", data: icbSystem,
			period: "1946–2016",
			method: "Crises since 1946 by form of outcome: do the adversaries have another crisis within five years?",
			caveat: "The form of outcome is chosen by the parties, not given to them.",
			unit:   "share of crises",
			kind:   Proportion,
			path:   "F3_ICB_recurrence_within_5y/rates",
		}.of(
			Entry{
				ID: "icb-recurrence-all", Title: "Another crisis within five years after crises",
				K: 164, N: 367, Value: 0.4469, Lo: 0.3968, Hi: 0.498,
				Path: "all",
			},
			Entry{
				ID: "icb-recurrence-formal", Title: "Another crisis within five years after crises ended by formal agreement",
				K: 30, N: 76, Value: 0.3947, Lo: 0.2925, Hi: 0.5071,
				Path: "formal_agreement",
			},
			Entry{
				ID: "icb-recurrence-semiformal", Title: "Another crisis within five years after crises ended by semiformal agreement",
				K: 28, N: 55, Value: 0.5091, Lo: 0.3808, Hi: 0.6362,
				Path: "semiformal",
			},
			Entry{
				ID: "icb-recurrence-tacit", Title: "Another crisis within five years after crises ended by tacit understanding",
				K: 6, N: 22, Value: 0.2727, Lo: 0.1315, Hi: 0.4815,
				Path: "tacit",
			},
			Entry{
				ID: "icb-recurrence-unilateral", Title: "Another crisis within five years after crises ended by a unilateral act",
				K: 60, N: 134, Value: 0.4478, Lo: 0.3662, Hi: 0.5322,
				Path: "unilateral_act",
			},
			Entry{
				ID: "icb-recurrence-imposed", Title: "Another crisis within five years after crises ended by an imposed agreement",
				K: 5, N: 17, Value: 0.2941, Lo: 0.1328, Hi: 0.5313,
				Path: "imposed",
			},
			Entry{
				ID: "icb-recurrence-faded", Title: "Another crisis within five years after crises that faded",
				K: 16, N: 30, Value: 0.5333, Lo: 0.3614, Hi: 0.6977,
				Path: "faded",
			},
			Entry{
				ID: "icb-recurrence-after-war", Title: "Another crisis within five years after crises with full-scale war",
				K: 34, N: 55, Value: 0.6182, Lo: 0.4861, Hi: 0.7348,
				Path: "after_full_scale_war",
			},
			Entry{
				ID: "icb-recurrence-protracted", Title: "Another crisis within five years after crises within protracted conflicts",
				K: 124, N: 216, Value: 0.5741, Lo: 0.5074, Hi: 0.6382,
				Path: "protracted",
			},
			Entry{
				ID: "icb-recurrence-not-protracted", Title: "Another crisis within five years after crises outside protracted conflicts",
				K: 40, N: 151, Value: 0.2649, Lo: 0.201, Hi: 0.3405,
				Path: "not_protracted",
			},
		),
		batch{
			group: "settlements", data: fortnaCeasefires,
			period: "1989–1999",
			method: "Ceasefires in civil wars, one row each: does war resume within so many years?",
			caveat: "Peacekeepers go to hard cases; civil wars, not wars between states.",
			unit:   "share of ceasefires",
			kind:   Proportion,
			path:   "F4_Fortna_peacekeeping/rates",
		}.of(
			Entry{
				ID: "fortna-resumes-peacekeepers-2y", Title: "War resumes within two years after ceasefires with peacekeepers",
				K: 11, N: 36, Value: 0.3056, Lo: 0.18, Hi: 0.4686,
				Path: "peacekeepers/within_2y",
			},
			Entry{
				ID: "fortna-resumes-peacekeepers-5y", Title: "War resumes within five years after ceasefires with peacekeepers",
				K: 15, N: 36, Value: 0.4167, Lo: 0.2714, Hi: 0.578,
				Path: "peacekeepers/within_5y",
			},
			Entry{
				ID: "fortna-resumes-no-peacekeepers-2y", Title: "War resumes within two years after ceasefires without peacekeepers",
				K: 28, N: 59, Value: 0.4746, Lo: 0.3527, Hi: 0.5996,
				Path: "none/within_2y",
			},
			Entry{
				ID: "fortna-resumes-no-peacekeepers-5y", Title: "War resumes within five years after ceasefires without peacekeepers",
				K: 37, N: 59, Value: 0.6271, Lo: 0.4995, Hi: 0.7392,
				Path: "none/within_5y",
			},
			Entry{
				ID: "fortna-resumes-treaty-2y", Title: "War resumes within two years after ceasefires with a treaty",
				K: 10, N: 39, Value: 0.2564, Lo: 0.1457, Hi: 0.4108,
				Path: "treaty/within_2y",
			},
			Entry{
				ID: "fortna-resumes-treaty-5y", Title: "War resumes within five years after ceasefires with a treaty",
				K: 17, N: 39, Value: 0.4359, Lo: 0.293, Hi: 0.5902,
				Path: "treaty/within_5y",
			},
			Entry{
				ID: "fortna-resumes-victory-2y", Title: "War resumes within two years after victories",
				K: 7, N: 69, Value: 0.1014, Lo: 0.05, Hi: 0.1949,
				Path: "victory/within_2y",
			},
			Entry{
				ID: "fortna-resumes-victory-5y", Title: "War resumes within five years after victories",
				K: 16, N: 69, Value: 0.2319, Lo: 0.1481, Hi: 0.344,
				Path: "victory/within_5y",
			},
			Entry{
				ID: "fortna-resumes-truce-2y", Title: "War resumes within two years after truces without treaty or victory",
				K: 28, N: 48, Value: 0.5833, Lo: 0.4428, Hi: 0.7115,
				Path: "truce_no_treaty_no_victory/within_2y",
			},
			Entry{
				ID: "fortna-resumes-truce-5y", Title: "War resumes within five years after truces without treaty or victory",
				K: 34, N: 48, Value: 0.7083, Lo: 0.5682, Hi: 0.8176,
				Path: "truce_no_treaty_no_victory/within_5y",
			},
		),
		batch{
			group: "settlements", data: walterRelapse,
			period: "years of peace after civil wars",
			method: "Years of peace after civil wars: the share in which war is renewed.",
			caveat: "A subset of the published data.",
			unit:   "per year of peace",
			kind:   Rate,
			path:   "F5_Walter2015_peace_years",
		}.of(
			Entry{
				ID: "walter-renewal-all", Title: "Civil war is renewed, per year of peace after a civil war",
				K: 24, Years: 1237, Value: 0.0194, Lo: 0.0131, Hi: 0.0287,
				Path: "renewed_war_per_peace_year",
			},
			Entry{
				ID: "walter-renewal-agreement", Title: "Civil war is renewed, per year of peace after a comprehensive agreement",
				K: 4, Years: 212, Value: 0.0189, Lo: 0.0074, Hi: 0.0475,
				Path: "with_comprehensive_agreement",
			},
			Entry{
				ID: "walter-renewal-victory", Title: "Civil war is renewed, per year of peace after victory",
				K: 6, Years: 324, Value: 0.0185, Lo: 0.0085, Hi: 0.0398,
				Path: "after_victory",
			},
			Entry{
				ID: "walter-renewal-neither", Title: "Civil war is renewed, per year of peace after neither agreement nor victory",
				K: 15, Years: 732, Value: 0.0205, Lo: 0.0125, Hi: 0.0335,
				Path: "neither",
			},
			Entry{
				ID: "walter-renewal-un-peacekeepers", Title: "Civil war is renewed, per year of peace with UN peacekeepers present",
				K: 2, Years: 103, Value: 0.0194, Lo: 0.0053, Hi: 0.0681,
				Path: "UN_PKO_present",
			},
		),
	)
}
