package evidence

// capabilities holds what states have.
func capabilities() []Entry {
	return batch{
		group: "capabilities", data: cowCapabilities,
		period: "2022",
		method: "As in the data set, year 2022: military spending in thousands of current US dollars, military personnel in thousands, iron and steel in thousands of tons, energy in thousands of coal-ton equivalents, population and urban population in thousands, and the composite share of world capability.",
		caveat: "Mass, not quality or reach; no nuclear weapons. Units as remembered from the codebook.",
		unit:   "see method",
		kind:   Table,
		path:   "M_capabilities_2022/rates",
	}.of(
		Entry{
			ID: "capabilities-us-2022", Title: "Material capabilities of United States, 2022", Kind: Table,
			Cells: []Cell{{"milex", 838814000}, {"milper", 1360}, {"irst", 80535}, {"pec", 3436075}, {"tpop", 344775}, {"upop", 119142}, {"cinc", 0.12356574}},
			Path:  "USA",
		},
		Entry{
			ID: "cinc-us-2022", Title: "Share of United States in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.12356574, Unit: "share of the world",
			Path: "USA/cinc",
		},
		Entry{
			ID: "milex-us-2022", Title: "Military spending of United States, 2022", Kind: Estimate,
			Value: 838814000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "USA/milex",
		},
		Entry{
			ID: "capabilities-uk-2022", Title: "Material capabilities of United Kingdom, 2022", Kind: Table,
			Cells: []Cell{{"milex", 72184000}, {"milper", 150}, {"irst", 5963}, {"pec", 221539}, {"tpop", 68179}, {"upop", 39295}, {"cinc", 0.012467598}},
			Path:  "UK",
		},
		Entry{
			ID: "cinc-uk-2022", Title: "Share of United Kingdom in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.012467598, Unit: "share of the world",
			Path: "UK/cinc",
		},
		Entry{
			ID: "milex-uk-2022", Title: "Military spending of United Kingdom, 2022", Kind: Estimate,
			Value: 72184000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "UK/milex",
		},
		Entry{
			ID: "capabilities-france-2022", Title: "Material capabilities of France, 2022", Kind: Table,
			Cells: []Cell{{"milex", 54258000}, {"milper", 203}, {"irst", 12119}, {"pec", 192873}, {"tpop", 66277}, {"upop", 22767}, {"cinc", 0.010944385}},
			Path:  "France",
		},
		Entry{
			ID: "cinc-france-2022", Title: "Share of France in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.010944385, Unit: "share of the world",
			Path: "France/cinc",
		},
		Entry{
			ID: "milex-france-2022", Title: "Military spending of France, 2022", Kind: Estimate,
			Value: 54258000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "France/milex",
		},
		Entry{
			ID: "capabilities-germany-2022", Title: "Material capabilities of Germany, 2022", Kind: Table,
			Cells: []Cell{{"milex", 53120000}, {"milper", 183}, {"irst", 36860}, {"pec", 412009}, {"tpop", 84086}, {"upop", 28865}, {"cinc", 0.015029249}},
			Path:  "Germany",
		},
		Entry{
			ID: "cinc-germany-2022", Title: "Share of Germany in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.015029249, Unit: "share of the world",
			Path: "Germany/cinc",
		},
		Entry{
			ID: "milex-germany-2022", Title: "Military spending of Germany, 2022", Kind: Estimate,
			Value: 53120000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "Germany/milex",
		},
		Entry{
			ID: "capabilities-poland-2022", Title: "Material capabilities of Poland, 2022", Kind: Table,
			Cells: []Cell{{"milex", 12965000}, {"milper", 114}, {"irst", 7407}, {"pec", 179799}, {"tpop", 38386}, {"upop", 11022}, {"cinc", 0.0051843021}},
			Path:  "Poland",
		},
		Entry{
			ID: "cinc-poland-2022", Title: "Share of Poland in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.0051843021, Unit: "share of the world",
			Path: "Poland/cinc",
		},
		Entry{
			ID: "milex-poland-2022", Title: "Military spending of Poland, 2022", Kind: Estimate,
			Value: 12965000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "Poland/milex",
		},
		Entry{
			ID: "capabilities-russia-2022", Title: "Material capabilities of Russia, 2022", Kind: Table,
			Cells: []Cell{{"milex", 74742000}, {"milper", 1190}, {"irst", 71746}, {"pec", 1441163}, {"tpop", 145580}, {"upop", 69540}, {"cinc", 0.038196992}},
			Path:  "Russia",
		},
		Entry{
			ID: "cinc-russia-2022", Title: "Share of Russia in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.038196992, Unit: "share of the world",
			Path: "Russia/cinc",
		},
		Entry{
			ID: "milex-russia-2022", Title: "Military spending of Russia, 2022", Kind: Estimate,
			Value: 74742000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "Russia/milex",
		},
		Entry{
			ID: "capabilities-ukraine-2022", Title: "Material capabilities of Ukraine, 2022", Kind: Table,
			Cells: []Cell{{"milex", 3547000}, {"milper", 688}, {"irst", 6263}, {"pec", 70588}, {"tpop", 41049}, {"upop", 18354}, {"cinc", 0.0085589373}},
			Path:  "Ukraine",
		},
		Entry{
			ID: "cinc-ukraine-2022", Title: "Share of Ukraine in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.0085589373, Unit: "share of the world",
			Path: "Ukraine/cinc",
		},
		Entry{
			ID: "milex-ukraine-2022", Title: "Military spending of Ukraine, 2022", Kind: Estimate,
			Value: 3547000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "Ukraine/milex",
		},
		Entry{
			ID: "capabilities-belarus-2022", Title: "Material capabilities of Belarus, 2022", Kind: Table,
			Cells: []Cell{{"milex", 761000}, {"milper", 48}, {"irst", 2070}, {"pec", 52308}, {"tpop", 9173}, {"upop", 5063}, {"cinc", 0.0014165612}},
			Path:  "Belarus",
		},
		Entry{
			ID: "cinc-belarus-2022", Title: "Share of Belarus in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.0014165612, Unit: "share of the world",
			Path: "Belarus/cinc",
		},
		Entry{
			ID: "milex-belarus-2022", Title: "Military spending of Belarus, 2022", Kind: Estimate,
			Value: 761000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "Belarus/milex",
		},
		Entry{
			ID: "capabilities-iran-2022", Title: "Material capabilities of Iran, 2022", Kind: Table,
			Cells: []Cell{{"milex", 7386000}, {"milper", 610}, {"irst", 30593}, {"pec", 547765}, {"tpop", 89524}, {"upop", 54301}, {"cinc", 0.016357344}},
			Path:  "Iran",
		},
		Entry{
			ID: "cinc-iran-2022", Title: "Share of Iran in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.016357344, Unit: "share of the world",
			Path: "Iran/cinc",
		},
		Entry{
			ID: "milex-iran-2022", Title: "Military spending of Iran, 2022", Kind: Estimate,
			Value: 7386000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "Iran/milex",
		},
		Entry{
			ID: "capabilities-turkey-2022", Title: "Material capabilities of Turkey, 2022", Kind: Table,
			Cells: []Cell{{"milex", 6253000}, {"milper", 355}, {"irst", 35134}, {"pec", 235198}, {"tpop", 87058}, {"upop", 55737}, {"cinc", 0.012496565}},
			Path:  "Turkey",
		},
		Entry{
			ID: "cinc-turkey-2022", Title: "Share of Turkey in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.012496565, Unit: "share of the world",
			Path: "Turkey/cinc",
		},
		Entry{
			ID: "milex-turkey-2022", Title: "Military spending of Turkey, 2022", Kind: Estimate,
			Value: 6253000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "Turkey/milex",
		},
		Entry{
			ID: "capabilities-syria-2022", Title: "Material capabilities of Syria, 2022", Kind: Table,
			Cells: []Cell{{"milper", 169}, {"irst", 0}, {"pec", 14921}, {"tpop", 22462}, {"upop", 10652}, {"cinc", 0.0029084845}},
			Path:  "Syria",
		},
		Entry{
			ID: "cinc-syria-2022", Title: "Share of Syria in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.0029084845, Unit: "share of the world",
			Path: "Syria/cinc",
		},
		Entry{
			ID: "capabilities-israel-2022", Title: "Material capabilities of Israel, 2022", Kind: Table,
			Cells: []Cell{{"milex", 19033000}, {"milper", 170}, {"irst", 300}, {"pec", 49133}, {"tpop", 9103}, {"upop", 6244}, {"cinc", 0.0037797715}},
			Path:  "Israel",
		},
		Entry{
			ID: "cinc-israel-2022", Title: "Share of Israel in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.0037797715, Unit: "share of the world",
			Path: "Israel/cinc",
		},
		Entry{
			ID: "milex-israel-2022", Title: "Military spending of Israel, 2022", Kind: Estimate,
			Value: 19033000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "Israel/milex",
		},
		Entry{
			ID: "capabilities-saudi-arabia-2022", Title: "Material capabilities of Saudi Arabia, 2022", Kind: Table,
			Cells: []Cell{{"milex", 65333000}, {"milper", 257}, {"irst", 9860}, {"pec", 500689}, {"tpop", 32175}, {"upop", 21210}, {"cinc", 0.013417238}},
			Path:  "Saudi Arabia",
		},
		Entry{
			ID: "cinc-saudi-arabia-2022", Title: "Share of Saudi Arabia in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.013417238, Unit: "share of the world",
			Path: "Saudi Arabia/cinc",
		},
		Entry{
			ID: "milex-saudi-arabia-2022", Title: "Military spending of Saudi Arabia, 2022", Kind: Estimate,
			Value: 65333000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "Saudi Arabia/milex",
		},
		Entry{
			ID: "capabilities-china-2022", Title: "Material capabilities of China, 2022", Kind: Table,
			Cells: []Cell{{"milex", 218639000}, {"milper", 2035}, {"irst", 1017959}, {"pec", 7370013}, {"tpop", 1433350}, {"upop", 632320}, {"cinc", 0.23409663}},
			Path:  "China",
		},
		Entry{
			ID: "cinc-china-2022", Title: "Share of China in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.23409663, Unit: "share of the world",
			Path: "China/cinc",
		},
		Entry{
			ID: "milex-china-2022", Title: "Military spending of China, 2022", Kind: Estimate,
			Value: 218639000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "China/milex",
		},
		Entry{
			ID: "capabilities-taiwan-2022", Title: "Material capabilities of Taiwan, 2022", Kind: Table,
			Cells: []Cell{{"milex", 15825000}, {"milper", 169}, {"irst", 20801}, {"pec", 30283}, {"tpop", 23420}, {"upop", 18266}, {"cinc", 0.0060480088}},
			Path:  "Taiwan",
		},
		Entry{
			ID: "cinc-taiwan-2022", Title: "Share of Taiwan in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.0060480088, Unit: "share of the world",
			Path: "Taiwan/cinc",
		},
		Entry{
			ID: "milex-taiwan-2022", Title: "Military spending of Taiwan, 2022", Kind: Estimate,
			Value: 15825000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "Taiwan/milex",
		},
		Entry{
			ID: "capabilities-north-korea-2022", Title: "Material capabilities of North Korea, 2022", Kind: Table,
			Cells: []Cell{{"milper", 1280}, {"irst", 289}, {"pec", 26603}, {"tpop", 26329}, {"upop", 15528}, {"cinc", 0.014094256}},
			Path:  "N Korea",
		},
		Entry{
			ID: "cinc-north-korea-2022", Title: "Share of North Korea in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.014094256, Unit: "share of the world",
			Path: "N Korea/cinc",
		},
		Entry{
			ID: "capabilities-south-korea-2022", Title: "Material capabilities of South Korea, 2022", Kind: Table,
			Cells: []Cell{{"milex", 42287000}, {"milper", 555}, {"irst", 65846}, {"pec", 480323}, {"tpop", 51783}, {"upop", 39176}, {"cinc", 0.019953229}},
			Path:  "S Korea",
		},
		Entry{
			ID: "cinc-south-korea-2022", Title: "Share of South Korea in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.019953229, Unit: "share of the world",
			Path: "S Korea/cinc",
		},
		Entry{
			ID: "milex-south-korea-2022", Title: "Military spending of South Korea, 2022", Kind: Estimate,
			Value: 42287000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "S Korea/milex",
		},
		Entry{
			ID: "capabilities-japan-2022", Title: "Material capabilities of Japan, 2022", Kind: Table,
			Cells: []Cell{{"milex", 46954000}, {"milper", 247}, {"irst", 89227}, {"pec", 638973}, {"tpop", 124998}, {"upop", 85512}, {"cinc", 0.024713842}},
			Path:  "Japan",
		},
		Entry{
			ID: "cinc-japan-2022", Title: "Share of Japan in the material capabilities of all states, 2022", Kind: Estimate,
			Value: 0.024713842, Unit: "share of the world",
			Path: "Japan/cinc",
		},
		Entry{
			ID: "milex-japan-2022", Title: "Military spending of Japan, 2022", Kind: Estimate,
			Value: 46954000, Unit: "thousand current US dollars",
			Method: "As in the data set, year 2022.",
			Path:   "Japan/milex",
		},
	)
}
