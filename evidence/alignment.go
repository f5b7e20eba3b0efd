package evidence

// alignment holds how near states stand to each other.
func alignment() []Entry {
	return batch{
		group: "alignment", data: unIdealPoints,
		period: "1992–2023",
		method: "Mean absolute distance of the two states’ ideal points, by years (year = session + 1945).",
		caveat: "Votes in the General Assembly are cheap; they show sympathy, not commitment.",
		unit:   "ideal-point units",
		kind:   Table,
		path:   "I_alignment",
	}.of(
		Entry{
			ID: "un-distance-russia-china", Title: "Distance between Russia and China in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 1.662}, {"2004_2013", 0.695}, {"2014_2021", 0.568}, {"2022on", 0.428}},
			Path:  "mean_abs_distance/RUS-CHN",
		},
		Entry{
			ID: "un-distance-russia-iran", Title: "Distance between Russia and Iran in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 2.22}, {"2004_2013", 1.62}, {"2014_2021", 1.879}, {"2022on", 1.317}},
			Path:  "mean_abs_distance/RUS-IRN",
		},
		Entry{
			ID: "un-distance-russia-north-korea", Title: "Distance between Russia and North Korea in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 2.368}, {"2004_2013", 1.596}, {"2014_2021", 0.71}, {"2022on", 0.222}},
			Path:  "mean_abs_distance/RUS-PRK",
		},
		Entry{
			ID: "un-distance-china-north-korea", Title: "Distance between China and North Korea in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 0.706}, {"2004_2013", 0.901}, {"2014_2021", 0.322}, {"2022on", 0.206}},
			Path:  "mean_abs_distance/CHN-PRK",
		},
		Entry{
			ID: "un-distance-china-iran", Title: "Distance between China and Iran in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 0.561}, {"2004_2013", 0.925}, {"2014_2021", 1.311}, {"2022on", 0.889}},
			Path:  "mean_abs_distance/CHN-IRN",
		},
		Entry{
			ID: "un-distance-us-ukraine", Title: "Distance between United States and Ukraine in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 2.434}, {"2004_2013", 1.887}, {"2014_2021", 1.507}, {"2022on", 1.118}},
			Path:  "mean_abs_distance/USA-UKR",
		},
		Entry{
			ID: "un-distance-us-israel", Title: "Distance between United States and Israel in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 0.479}, {"2004_2013", 0.289}, {"2014_2021", 0.166}, {"2022on", 0.224}},
			Path:  "mean_abs_distance/USA-ISR",
		},
		Entry{
			ID: "un-distance-us-south-korea", Title: "Distance between United States and South Korea in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 2.291}, {"2004_2013", 2.028}, {"2014_2021", 1.725}, {"2022on", 1.514}},
			Path:  "mean_abs_distance/USA-KOR",
		},
		Entry{
			ID: "un-distance-us-japan", Title: "Distance between United States and Japan in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 1.987}, {"2004_2013", 2.002}, {"2014_2021", 1.901}, {"2022on", 1.678}},
			Path:  "mean_abs_distance/USA-JPN",
		},
		Entry{
			ID: "un-distance-russia-ukraine", Title: "Distance between Russia and Ukraine in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 0.315}, {"2004_2013", 0.831}, {"2014_2021", 1.004}, {"2022on", 1.906}},
			Path:  "mean_abs_distance/RUS-UKR",
		},
		Entry{
			ID: "un-distance-us-saudi-arabia", Title: "Distance between United States and Saudi Arabia in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 3.718}, {"2004_2013", 3.612}, {"2014_2021", 3.296}, {"2022on", 3.238}},
			Path:  "mean_abs_distance/USA-SAU",
		},
		Entry{
			ID: "un-distance-us-turkey", Title: "Distance between United States and Turkey in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 2.186}, {"2004_2013", 2.17}, {"2014_2021", 2.012}, {"2022on", 1.962}},
			Path:  "mean_abs_distance/USA-TUR",
		},
		Entry{
			ID: "un-distance-us-china", Title: "Distance between United States and China in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 3.907}, {"2004_2013", 3.413}, {"2014_2021", 3.079}, {"2022on", 3.451}},
			Path:  "mean_abs_distance/USA-CHN",
		},
		Entry{
			ID: "un-distance-us-russia", Title: "Distance between United States and Russia in UN votes", Kind: Table,
			Cells: []Cell{{"1992_2003", 2.245}, {"2004_2013", 2.718}, {"2014_2021", 2.511}, {"2022on", 3.024}},
			Path:  "mean_abs_distance/USA-RUS",
		},
		Entry{
			ID: "un-ideal-points-2023", Title: "Ideal points of states in UN votes, 2023", Kind: Table,
			Cells: []Cell{{"USA", 2.5}, {"GBR", 2.057}, {"FRA", 1.579}, {"DEU", 1.335}, {"POL", 1.281}, {"UKR", 1.468}, {"RUS", -0.532}, {"CHN", -0.801}, {"PRK", -0.74}, {"KOR", 0.997}, {"JPN", 0.811}, {"ISR", 2.282}, {"IRN", -1.744}, {"SYR", -2.165}, {"SAU", -0.76}, {"TUR", 0.509}, {"IND", -0.252}, {"BLR", -0.739}, {"EGY", -0.981}, {"QAT", -0.658}}, Period: "2023",
			Method: "Ideal points of the latest year; higher is nearer to the liberal West.",
			Path:   "ideal_points_latest",
		},
		Entry{
			ID: "un-ideal-point-yearly-change", Title: "How much a state’s ideal point moves from year to year", Kind: Estimate,
			Value:  0.262,
			Method: "Spread of the change from year to year over all states.",
			Path:   "year_to_year_abs_change_sd_all_states",
		},
	)
}
