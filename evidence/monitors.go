package evidence

import "slices"

// monitors holds the counts by which the theatres are watched.
func monitors() []Entry {
	return slices.Concat(
		batch{
			group: "monitors", data: plaDaily,
			period: "September 2020 – August 2026",
			method: "From the daily compilation, in which 1894 of 2165 days are recorded.",
			caveat: "A third party’s compilation; a missing day is not a day without sorties. Years after 2024 are hindsight for a debate of 2024.",
			unit:   "sorties a day",
			kind:   Estimate,
			path:   "L_theatre_monitors/rates/PLA_daily",
		}.of(
			Entry{
				ID: "pla-sorties-per-day", Title: "PLA sorties near Taiwan per day, by year", Kind: Table,
				Cells: []Cell{{"2020", 1.39}, {"2021", 2.57}, {"2022", 8.97}, {"2023", 12.52}, {"2024", 13.23}, {"2025", 14.75}, {"2026", 6.66}},
				Path:  "mean_per_day_by_year",
			},
			Entry{
				ID: "pla-days-with-30-sorties", Title: "Share of days with 30 or more PLA sorties, by year", Kind: Table,
				Cells: []Cell{{"2020", 0}, {"2021", 0.008}, {"2022", 0.066}, {"2023", 0.077}, {"2024", 0.082}, {"2025", 0.126}, {"2026", 0.026}}, Unit: "share of days",
				Path: "P(day>=30)_by_year",
			},
			Entry{
				ID: "pla-days-with-45-sorties", Title: "Share of days with 45 or more PLA sorties", Kind: Estimate,
				Value: 0.0185, Unit: "share of days",
				Path: "P(day>=45)_all",
			},
			Entry{
				ID: "pla-sorties-autocorrelation", Title: "Correlation of PLA sorties from one day to the next", Kind: Estimate,
				Value: 0.418, Unit: "correlation",
				Path: "lag1_autocorr",
			},
		),
		batch{
			group: "monitors", data: koreanTests,
			period: "2012–2026",
			method: "Launches counted, one row per missile.",
			caveat: "The last year is incomplete. Years after 2024 are hindsight for a debate of 2024.",
			unit:   "launches a year",
			kind:   Table,
			path:   "L_theatre_monitors/rates",
		}.of(
			Entry{
				ID: "dprk-missile-tests", Title: "North Korean missile launches by year", Kind: Table,
				Cells: []Cell{{"2012", 2}, {"2013", 6}, {"2014", 19}, {"2015", 15}, {"2016", 24}, {"2017", 21}, {"2019", 27}, {"2020", 9}, {"2021", 6}, {"2022", 69}, {"2023", 33}, {"2024", 41}, {"2025", 11}, {"2026", 25}},
				Path:  "DPRK_missile_tests_per_year",
			},
			Entry{
				ID: "dprk-test-days", Title: "Days with North Korean missile launches by year", Kind: Table,
				Cells: []Cell{{"2012", 2}, {"2013", 3}, {"2014", 11}, {"2015", 7}, {"2016", 16}, {"2017", 15}, {"2019", 14}, {"2020", 4}, {"2021", 4}, {"2022", 34}, {"2023", 19}, {"2024", 12}, {"2025", 7}, {"2026", 6}}, Unit: "days a year",
				Path: "DPRK_test_days_per_year",
			},
			Entry{
				ID: "dprk-test-outcomes", Title: "North Korean missile launches by outcome", Kind: Table,
				Cells: []Cell{{"success", 208}, {"unknown", 70}, {"failure", 30}}, Unit: "launches", Period: "2011–2026",
				Path: "DPRK_outcomes_2011on",
			},
		),
		batch{
			group: "monitors", data: ucdpDeaths,
			method: "UCDP’s best estimate of battle-related deaths in the year.",
			caveat: "UCDP counts what can be documented; true numbers are higher.",
			unit:   "deaths a year",
			kind:   Estimate,
			path:   "L_theatre_monitors/rates/UCDP_battle_deaths_best",
		}.of(
			Entry{
				ID: "ucdp-deaths-ukraine-2022", Title: "Battle deaths in Russia’s war against Ukraine, 2022", Kind: Estimate,
				Value: 91723, Period: "2022",
				Path: "Russia (Soviet Union), Ukraine|Government of Ukraine|2022",
			},
			Entry{
				ID: "ucdp-deaths-ukraine-2023", Title: "Battle deaths in Russia’s war against Ukraine, 2023", Kind: Estimate,
				Value: 70697, Period: "2023",
				Path: "Russia (Soviet Union), Ukraine|Government of Ukraine|2023",
			},
			Entry{
				ID: "ucdp-deaths-gaza-2014", Title: "Battle deaths between Israel and Hamas, 2014", Kind: Estimate,
				Value: 2378, Period: "2014",
				Path: "Israel|Hamas, PIJ|2014",
			},
			Entry{
				ID: "ucdp-deaths-gaza-2023", Title: "Battle deaths between Israel and Hamas, 2023", Kind: Estimate,
				Value: 22659, Period: "2023",
				Path: "Israel|Hamas, PIJ|2023",
			},
			Entry{
				ID: "ucdp-deaths-donetsk-2014", Title: "Battle deaths between Ukraine and the DPR, 2014", Kind: Estimate,
				Value: 2275, Period: "2014",
				Path: "Ukraine|DPR|2014",
			},
			Entry{
				ID: "ucdp-deaths-yemen-2021", Title: "Battle deaths in Yemen, 2021", Kind: Estimate,
				Value: 23357, Period: "2021",
				Path: "Yemen (North Yemen)|Forces of the Presidential Leadership Council|2021",
			},
		),
		batch{
			group: "monitors", data: claimedLosses,
			period: "April 2022 – July 2026",
			method: "Claims per month, for every third month.",
			caveat: "A claim by a party to the war; killed, wounded and others together. Months after 2024 are hindsight for a debate of 2024.",
			unit:   "persons a month",
			kind:   Table,
			path:   "L_theatre_monitors/rates",
		}.of(
			Entry{
				ID: "russian-losses-claimed", Title: "Russian personnel losses as claimed by Ukraine, by month", Kind: Table,
				Cells: []Cell{{"2022-04", 5700}, {"2022-07", 5230}, {"2022-10", 12740}, {"2023-01", 21540}, {"2023-04", 17150}, {"2023-07", 17850}, {"2023-10", 22680}, {"2024-01", 26000}, {"2024-04", 26550}, {"2024-07", 35420}, {"2024-10", 41890}, {"2025-01", 48060}, {"2025-04", 36730}, {"2025-07", 33250}, {"2025-10", 31270}, {"2026-01", 31680}, {"2026-04", 32620}, {"2026-07", 42600}},
				Path:  "Russia_personnel_losses_claimed_by_UA_MoD_per_month",
			},
		),
		batch{
			group: "monitors", data: sanctionsBase,
			method: "Counted over sanctions cases.",
			caveat: "Success is as coded against the stated first objective.",
			unit:   "share of cases",
			kind:   Estimate,
			path:   "L_theatre_monitors/rates/GSDB_v4",
		}.of(
			Entry{
				ID: "sanctions-success", Title: "Sanctions by success of their first objective", Kind: Table,
				Cells: []Cell{{"ongoing", 0.393}, {"success_total", 0.275}, {"failed", 0.177}, {"success_part", 0.103}, {"nego_settlement", 0.051}}, Period: "all cases of version 4",
				Path: "success_first_objective",
			},
			Entry{
				ID: "sanctions-median-duration", Title: "Median duration of sanctions", Kind: Estimate,
				Value: 3, Unit: "years", Period: "all cases of version 4",
				Path: "median_duration_years",
			},
			Entry{
				ID: "sanctions-on-russia-2022", Title: "Sanctions cases against Russia in force from 2022 on", Kind: Estimate,
				Value: 46, Unit: "cases", Period: "2022 on",
				Path: "target_Russia_active_2022on",
			},
		),
	)
}
