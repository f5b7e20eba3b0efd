package evidence

import "slices"

// theatres holds the crises and disputes of the pairs of states in the linked theatres.
func theatres() []Entry {
	return slices.Concat(
		batch{
			group: "theatres", data: icbDyads,
			method: "Crises between the two states divided by the calendar years in which both existed; the years are recovered from the published count and rate, which they reproduce to three decimals.",
			caveat: "A rate for one pair of states rests on few events; crises with more than two actors count for every pair.",
			unit:   "crises per year",
			kind:   Rate,
			path:   "A5_theatre_dyads/rates",
		}.of(
			Entry{
				ID: "icb-us-china-crisis-rate", Title: "Crises per year between United States and China", Kind: Rate,
				K: 7, Years: 74, Value: 0.095, Period: "1946–2019",
				Path: "USA-China/ICB_per_year", CountPath: "USA-China/ICB_crises_to_2019",
			},
			Entry{
				ID: "icb-us-russia-crisis-rate", Title: "Crises per year between United States and Russia (Soviet Union)", Kind: Rate,
				K: 19, Years: 74, Value: 0.257, Period: "1946–2019",
				Path: "USA-USSR/Russia/ICB_per_year", CountPath: "USA-USSR/Russia/ICB_crises_to_2019",
			},
			Entry{
				ID: "icb-russia-ukraine-crisis-rate", Title: "Crises per year between Russia and Ukraine", Kind: Rate,
				K: 2, Years: 29, Value: 0.069, Period: "1991–2019",
				Path: "Russia-Ukraine/ICB_per_year", CountPath: "Russia-Ukraine/ICB_crises_to_2019",
			},
			Entry{
				ID: "icb-china-taiwan-crisis-rate", Title: "Crises per year between China and Taiwan", Kind: Rate,
				K: 5, Years: 71, Value: 0.07, Period: "1949–2019",
				Path: "China-Taiwan/ICB_per_year", CountPath: "China-Taiwan/ICB_crises_to_2019",
			},
			Entry{
				ID: "icb-north-south-korea-crisis-rate", Title: "Crises per year between North and South Korea", Kind: Rate,
				K: 13, Years: 72, Value: 0.181, Period: "1948–2019",
				Path: "N-S Korea/ICB_per_year", CountPath: "N-S Korea/ICB_crises_to_2019",
			},
			Entry{
				ID: "icb-israel-iran-crisis-rate", Title: "Crises per year between Israel and Iran", Kind: Rate,
				K: 2, Years: 72, Value: 0.028, Period: "1948–2019",
				Path: "Israel-Iran/ICB_per_year", CountPath: "Israel-Iran/ICB_crises_to_2019",
			},
			Entry{
				ID: "icb-israel-syria-crisis-rate", Title: "Crises per year between Israel and Syria", Kind: Rate,
				K: 15, Years: 72, Value: 0.208, Period: "1948–2019",
				Path: "Israel-Syria/ICB_per_year", CountPath: "Israel-Syria/ICB_crises_to_2019",
			},
			Entry{
				ID: "icb-us-north-korea-crisis-rate", Title: "Crises per year between United States and North Korea", Kind: Rate,
				K: 13, Years: 72, Value: 0.181, Period: "1948–2019",
				Path: "USA-N Korea/ICB_per_year", CountPath: "USA-N Korea/ICB_crises_to_2019",
			},
			Entry{
				ID: "icb-us-iran-crisis-rate", Title: "Crises per year between United States and Iran", Kind: Rate,
				K: 5, Years: 74, Value: 0.068, Period: "1946–2019",
				Path: "USA-Iran/ICB_per_year", CountPath: "USA-Iran/ICB_crises_to_2019",
			},
			Entry{
				ID: "icb-us-iraq-crisis-rate", Title: "Crises per year between United States and Iraq", Kind: Rate,
				K: 7, Years: 74, Value: 0.095, Period: "1946–2019",
				Path: "USA-Iraq/ICB_per_year", CountPath: "USA-Iraq/ICB_crises_to_2019",
			},
			Entry{
				ID: "icb-iran-saudi-arabia-crisis-rate", Title: "Crises per year between Iran and Saudi Arabia", Kind: Rate,
				K: 6, Years: 74, Value: 0.081, Period: "1946–2019",
				Path: "Iran-Saudi/ICB_per_year", CountPath: "Iran-Saudi/ICB_crises_to_2019",
			},
			Entry{
				ID: "icb-iran-iraq-crisis-rate", Title: "Crises per year between Iran and Iraq", Kind: Rate,
				K: 7, Years: 74, Value: 0.095, Period: "1946–2019",
				Path: "Iran-Iraq/ICB_per_year", CountPath: "Iran-Iraq/ICB_crises_to_2019",
			},
		),
		batch{
			group: "theatres", data: cowDisputes,
			method: "Onsets of disputes between the two states divided by the calendar years in which both existed; the years are recovered from the published count and rate, which they reproduce to three decimals.",
			caveat: "Disputes range from a threat to a war; the series ends in 2014.",
			unit:   "disputes per year",
			kind:   Rate,
			path:   "A5_theatre_dyads/rates",
		}.of(
			Entry{
				ID: "mid-us-china-dispute-rate", Title: "Militarized disputes per year between United States and China", Kind: Rate,
				K: 27, Years: 69, Value: 0.391, Period: "1946–2014",
				Path: "USA-China/MID_per_year", CountPath: "USA-China/MIDs_to_2014",
			},
			Entry{
				ID: "mid-us-russia-dispute-rate", Title: "Militarized disputes per year between United States and Russia (Soviet Union)", Kind: Rate,
				K: 36, Years: 69, Value: 0.522, Period: "1946–2014",
				Path: "USA-USSR/Russia/MID_per_year", CountPath: "USA-USSR/Russia/MIDs_to_2014",
			},
			Entry{
				ID: "mid-russia-ukraine-dispute-rate", Title: "Militarized disputes per year between Russia and Ukraine", Kind: Rate,
				K: 7, Years: 24, Value: 0.292, Period: "1991–2014",
				Path: "Russia-Ukraine/MID_per_year", CountPath: "Russia-Ukraine/MIDs_to_2014",
			},
			Entry{
				ID: "mid-china-taiwan-dispute-rate", Title: "Militarized disputes per year between China and Taiwan", Kind: Rate,
				K: 26, Years: 66, Value: 0.394, Period: "1949–2014",
				Path: "China-Taiwan/MID_per_year", CountPath: "China-Taiwan/MIDs_to_2014",
			},
			Entry{
				ID: "mid-north-south-korea-dispute-rate", Title: "Militarized disputes per year between North and South Korea", Kind: Rate,
				K: 29, Years: 67, Value: 0.433, Period: "1948–2014",
				Path: "N-S Korea/MID_per_year", CountPath: "N-S Korea/MIDs_to_2014",
			},
			Entry{
				ID: "mid-israel-iran-dispute-rate", Title: "Militarized disputes per year between Israel and Iran", Kind: Rate,
				K: 1, Years: 67, Value: 0.015, Period: "1948–2014",
				Path: "Israel-Iran/MID_per_year", CountPath: "Israel-Iran/MIDs_to_2014",
			},
			Entry{
				ID: "mid-israel-syria-dispute-rate", Title: "Militarized disputes per year between Israel and Syria", Kind: Rate,
				K: 32, Years: 67, Value: 0.478, Period: "1948–2014",
				Path: "Israel-Syria/MID_per_year", CountPath: "Israel-Syria/MIDs_to_2014",
			},
			Entry{
				ID: "mid-us-north-korea-dispute-rate", Title: "Militarized disputes per year between United States and North Korea", Kind: Rate,
				K: 22, Years: 67, Value: 0.328, Period: "1948–2014",
				Path: "USA-N Korea/MID_per_year", CountPath: "USA-N Korea/MIDs_to_2014",
			},
			Entry{
				ID: "mid-us-iran-dispute-rate", Title: "Militarized disputes per year between United States and Iran", Kind: Rate,
				K: 16, Years: 69, Value: 0.232, Period: "1946–2014",
				Path: "USA-Iran/MID_per_year", CountPath: "USA-Iran/MIDs_to_2014",
			},
			Entry{
				ID: "mid-us-iraq-dispute-rate", Title: "Militarized disputes per year between United States and Iraq", Kind: Rate,
				K: 11, Years: 69, Value: 0.159, Period: "1946–2014",
				Path: "USA-Iraq/MID_per_year", CountPath: "USA-Iraq/MIDs_to_2014",
			},
			Entry{
				ID: "mid-iran-saudi-arabia-dispute-rate", Title: "Militarized disputes per year between Iran and Saudi Arabia", Kind: Rate,
				K: 5, Years: 69, Value: 0.072, Period: "1946–2014",
				Path: "Iran-Saudi/MID_per_year", CountPath: "Iran-Saudi/MIDs_to_2014",
			},
			Entry{
				ID: "mid-iran-iraq-dispute-rate", Title: "Militarized disputes per year between Iran and Iraq", Kind: Rate,
				K: 26, Years: 69, Value: 0.377, Period: "1946–2014",
				Path: "Iran-Iraq/MID_per_year", CountPath: "Iran-Iraq/MIDs_to_2014",
			},
		),
	)
}
