package evidence

import "slices"

// flows holds the flows of arms and money between states.
func flows() []Entry {
	return slices.Concat(
		batch{
			group: "flows", data: kielTracker,
			period: "2022 – April 2026",
			method: "Allocations to Ukraine by donor and month, in billions of euros.",
			caveat: "Allocations are decisions for a definite purpose, not deliveries. Years after 2024 are hindsight for a debate of 2024.",
			unit:   "bn EUR a month",
			kind:   Estimate,
			path:   "H1_Kiel_flows/rates",
		}.of(
			Entry{
				ID: "kiel-total-monthly", Title: "All allocations to Ukraine, mean per month", Kind: Estimate,
				Value: 7.022,
				Path:  "total/mean_bn_eur_per_month",
			},
			Entry{
				ID: "kiel-total-monthly-sd", Title: "All allocations to Ukraine, standard deviation from month to month", Kind: Estimate,
				Value: 3.875,
				Path:  "total/sd",
			},
			Entry{
				ID: "kiel-military-monthly", Title: "Military allocations to Ukraine, mean per month", Kind: Estimate,
				Value: 3.387,
				Path:  "military/mean_bn_eur_per_month",
			},
			Entry{
				ID: "kiel-military-monthly-sd", Title: "Military allocations to Ukraine, standard deviation from month to month", Kind: Estimate,
				Value: 2.205,
				Path:  "military/sd",
			},
			Entry{
				ID: "kiel-us-total-monthly", Title: "Allocations to Ukraine by the United States, mean per month", Kind: Estimate,
				Value: 2.262,
				Path:  "USA_total/mean_bn_eur_per_month",
			},
			Entry{
				ID: "kiel-us-total-monthly-sd", Title: "Allocations to Ukraine by the United States, standard deviation from month to month", Kind: Estimate,
				Value: 3.415,
				Path:  "USA_total/sd",
			},
			Entry{
				ID: "kiel-us-military-monthly", Title: "Military allocations to Ukraine by the United States, mean per month", Kind: Estimate,
				Value: 1.267,
				Path:  "USA_military/mean_bn_eur_per_month",
			},
			Entry{
				ID: "kiel-us-military-monthly-sd", Title: "Military allocations to Ukraine by the United States, standard deviation from month to month", Kind: Estimate,
				Value: 1.64,
				Path:  "USA_military/sd",
			},
			Entry{
				ID: "kiel-others-total-monthly", Title: "Allocations to Ukraine by all others than the United States, mean per month", Kind: Estimate,
				Value: 4.76,
				Path:  "non_USA_total/mean_bn_eur_per_month",
			},
			Entry{
				ID: "kiel-others-total-monthly-sd", Title: "Allocations to Ukraine by all others than the United States, standard deviation from month to month", Kind: Estimate,
				Value: 2.438,
				Path:  "non_USA_total/sd",
			},
			Entry{
				ID: "kiel-us-military-share-2022", Title: "Share of the United States in military allocations to Ukraine, 2022", Kind: Estimate,
				Value: 0.5565, Unit: "share", Period: "2022",
				Method: "Allocations of the United States divided by those of all donors in the year.",
				Path:   "by_year_bn_eur/2022/USA_military", OverPath: "by_year_bn_eur/2022/military",
			},
			Entry{
				ID: "kiel-us-total-share-2022", Title: "Share of the United States in all allocations to Ukraine, 2022", Kind: Estimate,
				Value: 0.4559, Unit: "share", Period: "2022",
				Method: "Allocations of the United States divided by those of all donors in the year.",
				Path:   "by_year_bn_eur/2022/USA_total", OverPath: "by_year_bn_eur/2022/total",
			},
			Entry{
				ID: "kiel-us-military-share-2023", Title: "Share of the United States in military allocations to Ukraine, 2023", Kind: Estimate,
				Value: 0.4989, Unit: "share", Period: "2023",
				Method: "Allocations of the United States divided by those of all donors in the year.",
				Path:   "by_year_bn_eur/2023/USA_military", OverPath: "by_year_bn_eur/2023/military",
			},
			Entry{
				ID: "kiel-us-total-share-2023", Title: "Share of the United States in all allocations to Ukraine, 2023", Kind: Estimate,
				Value: 0.3775, Unit: "share", Period: "2023",
				Method: "Allocations of the United States divided by those of all donors in the year.",
				Path:   "by_year_bn_eur/2023/USA_total", OverPath: "by_year_bn_eur/2023/total",
			},
			Entry{
				ID: "kiel-us-military-share-2024", Title: "Share of the United States in military allocations to Ukraine, 2024", Kind: Estimate,
				Value: 0.484, Unit: "share", Period: "2024",
				Method: "Allocations of the United States divided by those of all donors in the year.",
				Path:   "by_year_bn_eur/2024/USA_military", OverPath: "by_year_bn_eur/2024/military",
			},
			Entry{
				ID: "kiel-us-total-share-2024", Title: "Share of the United States in all allocations to Ukraine, 2024", Kind: Estimate,
				Value: 0.4753, Unit: "share", Period: "2024",
				Method: "Allocations of the United States divided by those of all donors in the year.",
				Path:   "by_year_bn_eur/2024/USA_total", OverPath: "by_year_bn_eur/2024/total",
			},
			Entry{
				ID: "kiel-us-military-share-2025", Title: "Share of the United States in military allocations to Ukraine, 2025", Kind: Estimate,
				Value: 0.0129, Unit: "share", Period: "2025",
				Method: "Allocations of the United States divided by those of all donors in the year.",
				Path:   "by_year_bn_eur/2025/USA_military", OverPath: "by_year_bn_eur/2025/military",
			},
			Entry{
				ID: "kiel-us-total-share-2025", Title: "Share of the United States in all allocations to Ukraine, 2025", Kind: Estimate,
				Value: 0.0059, Unit: "share", Period: "2025",
				Method: "Allocations of the United States divided by those of all donors in the year.",
				Path:   "by_year_bn_eur/2025/USA_total", OverPath: "by_year_bn_eur/2025/total",
			},
			Entry{
				ID: "kiel-allocations-2022", Title: "Allocations to Ukraine in 2022", Kind: Table,
				Cells: []Cell{{"total", 77.74}, {"military", 37.52}, {"USA_total", 35.44}, {"USA_military", 20.88}, {"months", 11}}, Unit: "bn EUR a year; months counted", Period: "2022",
				Path: "by_year_bn_eur/2022",
			},
			Entry{
				ID: "kiel-allocations-2023", Title: "Allocations to Ukraine in 2023", Kind: Table,
				Cells: []Cell{{"total", 87.48}, {"military", 46.32}, {"USA_total", 33.02}, {"USA_military", 23.11}, {"months", 12}}, Unit: "bn EUR a year; months counted", Period: "2023",
				Path: "by_year_bn_eur/2023",
			},
			Entry{
				ID: "kiel-allocations-2024", Title: "Allocations to Ukraine in 2024", Kind: Table,
				Cells: []Cell{{"total", 97.7}, {"military", 41.61}, {"USA_total", 46.44}, {"USA_military", 20.14}, {"months", 12}}, Unit: "bn EUR a year; months counted", Period: "2024",
				Path: "by_year_bn_eur/2024",
			},
			Entry{
				ID: "kiel-allocations-2025", Title: "Allocations to Ukraine in 2025", Kind: Table,
				Cells: []Cell{{"total", 80.82}, {"military", 37.24}, {"USA_total", 0.48}, {"USA_military", 0.48}, {"months", 12}}, Unit: "bn EUR a year; months counted", Period: "2025",
				Path: "by_year_bn_eur/2025",
			},
			Entry{
				ID: "kiel-allocations-2026", Title: "Allocations to Ukraine in 2026", Kind: Table,
				Cells: []Cell{{"total", 14.39}, {"military", 10.07}, {"USA_total", 0}, {"USA_military", 0}, {"months", 4}}, Unit: "bn EUR a year; months counted", Period: "2026",
				Path: "by_year_bn_eur/2026",
			},
			Entry{
				ID: "kiel-top-donors", Title: "The ten largest donors to Ukraine", Kind: Table,
				Cells: []Cell{{"United States", 115.38}, {"EU (Commission and Council)", 84.43}, {"Germany", 29.93}, {"United Kingdom", 21.3}, {"Canada", 14.1}, {"Japan", 12.15}, {"Denmark", 11.03}, {"Netherlands", 10.7}, {"Norway", 10.69}, {"Sweden", 10.59}}, Unit: "bn EUR in all",
				Path: "top10_donors_total_bn_eur",
			},
			Entry{
				ID: "kiel-committed-not-allocated", Title: "Committed to Ukraine but not yet allocated", Kind: Estimate,
				Value: 189.58, Unit: "bn EUR",
				Path: "commitments_minus_allocated_bn_eur",
			},
			Entry{
				ID: "kiel-commitments", Title: "Committed to Ukraine in all", Kind: Estimate,
				Value: 547.98, Unit: "bn EUR",
				Path: "sum_commitments",
			},
			Entry{
				ID: "kiel-us-others-correlation", Title: "Correlation of monthly allocations by the United States and by others", Kind: Estimate,
				Value: -0.156, Unit: "correlation",
				Path: "corr_monthly_USA_vs_nonUSA",
			},
			Entry{
				ID: "kiel-us-others-next-quarter-correlation", Title: "Correlation of allocations by the United States with those of others in the next three months", Kind: Estimate,
				Value: -0.488, Unit: "correlation",
				Caveat: "One series of about fifty months; no claim that the one causes the other.",
				Path:   "corr_next3m_nonUSA_vs_USA",
			},
		),
		batch{
			group: "flows", data: sipriRegister,
			period: "2014–2024",
			method: "Deliveries summed by year of delivery, in trend-indicator values.",
			caveat: "Trend-indicator values measure the volume of major arms, not money; ammunition and small arms are missing.",
			unit:   "million TIV",
			kind:   Table,
			path:   "H2_SIPRI_flows/rates",
		}.of(
			Entry{
				ID: "sipri-imports-ukraine", Title: "Arms delivered to Ukraine by year", Kind: Table,
				Cells: []Cell{{"2014", 1.3}, {"2015", 22.5}, {"2016", 4.8}, {"2017", 3.6}, {"2018", 66.9}, {"2019", 30.9}, {"2020", 18.1}, {"2021", 44}, {"2022", 2929.9}, {"2023", 4291.4}, {"2024", 5229.8}},
				Path:  "Ukraine/TIV_by_year",
			},
			Entry{
				ID: "sipri-suppliers-ukraine", Title: "Largest suppliers of arms to Ukraine", Kind: Table,
				Cells: []Cell{{"United States", 5682.3}, {"Germany", 1539.2}, {"Poland", 1379.5}, {"United Kingdom", 527}, {"France", 402.7}},
				Path:  "Ukraine/top_suppliers_2014on",
			},
			Entry{
				ID: "sipri-imports-taiwan", Title: "Arms delivered to Taiwan by year", Kind: Table,
				Cells: []Cell{{"2014", 1081.5}, {"2015", 534.6}, {"2016", 92.6}, {"2017", 486.6}, {"2018", 92.4}, {"2019", 55.4}, {"2020", 111}, {"2021", 158.2}, {"2022", 162}, {"2023", 222.9}, {"2024", 272.4}},
				Path:  "Taiwan/TIV_by_year",
			},
			Entry{
				ID: "sipri-suppliers-taiwan", Title: "Largest suppliers of arms to Taiwan", Kind: Table,
				Cells: []Cell{{"United States", 3243.8}, {"Italy", 13.8}, {"Germany", 12}},
				Path:  "Taiwan/top_suppliers_2014on",
			},
			Entry{
				ID: "sipri-imports-south-korea", Title: "Arms delivered to South Korea by year", Kind: Table,
				Cells: []Cell{{"2014", 741.8}, {"2015", 267.5}, {"2016", 1037.5}, {"2017", 961.7}, {"2018", 1030.1}, {"2019", 1604.6}, {"2020", 1272.8}, {"2021", 812.2}, {"2022", 422.5}, {"2023", 217.5}, {"2024", 1008.8}},
				Path:  "South Korea/TIV_by_year",
			},
			Entry{
				ID: "sipri-suppliers-south-korea", Title: "Largest suppliers of arms to South Korea", Kind: Table,
				Cells: []Cell{{"United States", 6383.9}, {"Germany", 2059.8}, {"France", 456.2}, {"United Kingdom", 268}, {"Israel", 154}},
				Path:  "South Korea/top_suppliers_2014on",
			},
			Entry{
				ID: "sipri-imports-israel", Title: "Arms delivered to Israel by year", Kind: Table,
				Cells: []Cell{{"2014", 548.5}, {"2015", 688.1}, {"2016", 621.6}, {"2017", 535.1}, {"2018", 461.3}, {"2019", 486.5}, {"2020", 349.4}, {"2021", 458}, {"2022", 849.1}, {"2023", 862.7}, {"2024", 210.6}},
				Path:  "Israel/TIV_by_year",
			},
			Entry{
				ID: "sipri-suppliers-israel", Title: "Largest suppliers of arms to Israel", Kind: Table,
				Cells: []Cell{{"United States", 4060.1}, {"Germany", 1729.1}, {"Italy", 281.8}},
				Path:  "Israel/top_suppliers_2014on",
			},
			Entry{
				ID: "sipri-imports-iran", Title: "Arms delivered to Iran by year", Kind: Table,
				Cells: []Cell{{"2014", 13.8}, {"2015", 11.2}, {"2016", 413}, {"2017", 3}, {"2018", 3}, {"2019", 2.5}, {"2020", 2}, {"2023", 21}, {"2024", 42}},
				Path:  "Iran/TIV_by_year",
			},
			Entry{
				ID: "sipri-suppliers-iran", Title: "Largest suppliers of arms to Iran", Kind: Table,
				Cells: []Cell{{"Russia", 494.5}, {"China", 17}},
				Path:  "Iran/top_suppliers_2014on",
			},
			Entry{
				ID: "sipri-imports-russia", Title: "Arms delivered to Russia by year", Kind: Table,
				Cells: []Cell{{"2014", 206.8}, {"2015", 113.3}, {"2016", 127.1}, {"2017", 93.6}, {"2018", 61.6}, {"2019", 4.8}, {"2020", 0.5}, {"2021", 6}, {"2022", 75}, {"2023", 218.6}, {"2024", 466.5}},
				Path:  "Russia/TIV_by_year",
			},
			Entry{
				ID: "sipri-suppliers-russia", Title: "Largest suppliers of arms to Russia", Kind: Table,
				Cells: []Cell{{"Iran", 493}, {"Ukraine", 453.1}, {"North Korea", 255}, {"Czechia", 49.4}, {"Italy", 45.1}},
				Path:  "Russia/top_suppliers_2014on",
			},
			Entry{
				ID: "sipri-imports-saudi-arabia", Title: "Arms delivered to Saudi Arabia by year", Kind: Table,
				Cells: []Cell{{"2014", 2711.5}, {"2015", 3383.8}, {"2016", 2974.3}, {"2017", 3967.9}, {"2018", 3003.6}, {"2019", 3069.5}, {"2020", 2529.7}, {"2021", 1690.2}, {"2022", 3057.7}, {"2023", 1296.2}, {"2024", 1110.8}},
				Path:  "Saudi Arabia/TIV_by_year",
			},
			Entry{
				ID: "sipri-suppliers-saudi-arabia", Title: "Largest suppliers of arms to Saudi Arabia", Kind: Table,
				Cells: []Cell{{"United States", 20056.4}, {"United Kingdom", 2925}, {"France", 1827.9}, {"Spain", 1085.2}, {"Canada", 614.5}},
				Path:  "Saudi Arabia/top_suppliers_2014on",
			},
			Entry{
				ID: "sipri-imports-poland", Title: "Arms delivered to Poland by year", Kind: Table,
				Cells: []Cell{{"2014", 275}, {"2015", 127}, {"2016", 46.5}, {"2017", 127.8}, {"2018", 52}, {"2019", 208}, {"2020", 152.7}, {"2021", 68.1}, {"2022", 408.7}, {"2023", 1334.1}, {"2024", 1448.4}},
				Path:  "Poland/TIV_by_year",
			},
			Entry{
				ID: "sipri-suppliers-poland", Title: "Largest suppliers of arms to Poland", Kind: Table,
				Cells: []Cell{{"United States", 1616.1}, {"South Korea", 1464.5}, {"Germany", 318.1}, {"Italy", 261.1}, {"Finland", 176.2}},
				Path:  "Poland/top_suppliers_2014on",
			},
			Entry{
				ID: "sipri-imports-japan", Title: "Arms delivered to Japan by year", Kind: Table,
				Cells: []Cell{{"2014", 315.8}, {"2015", 343.2}, {"2016", 332.5}, {"2017", 446}, {"2018", 764.3}, {"2019", 992.1}, {"2020", 928.8}, {"2021", 1114}, {"2022", 1570.9}, {"2023", 957.3}, {"2024", 977.4}},
				Path:  "Japan/TIV_by_year",
			},
			Entry{
				ID: "sipri-suppliers-japan", Title: "Largest suppliers of arms to Japan", Kind: Table,
				Cells: []Cell{{"United States", 8407.9}, {"United Kingdom", 203}, {"Sweden", 40}, {"Germany", 39}, {"Norway", 30}},
				Path:  "Japan/top_suppliers_2014on",
			},
			Entry{
				ID: "sipri-us-exports-ukraine", Title: "Arms delivered by the United States to Ukraine by year", Kind: Table,
				Cells: []Cell{{"2015", 4}, {"2016", 5}, {"2017", 4}, {"2018", 16}, {"2019", 2}, {"2020", 4}, {"2021", 20}, {"2022", 872}, {"2023", 1849}, {"2024", 2906}}, Period: "2015–2024",
				Path: "US_exports_TIV/Ukraine",
			},
			Entry{
				ID: "sipri-us-exports-taiwan", Title: "Arms delivered by the United States to Taiwan by year", Kind: Table,
				Cells: []Cell{{"2015", 535}, {"2016", 93}, {"2017", 487}, {"2018", 92}, {"2019", 55}, {"2020", 111}, {"2021", 152}, {"2022", 162}, {"2023", 209}, {"2024", 272}}, Period: "2015–2024",
				Path: "US_exports_TIV/Taiwan",
			},
			Entry{
				ID: "sipri-us-exports-israel", Title: "Arms delivered by the United States to Israel by year", Kind: Table,
				Cells: []Cell{{"2015", 227}, {"2016", 521}, {"2017", 502}, {"2018", 428}, {"2019", 453}, {"2020", 316}, {"2021", 425}, {"2022", 430}, {"2023", 459}, {"2024", 178}}, Period: "2015–2024",
				Path: "US_exports_TIV/Israel",
			},
			Entry{
				ID: "sipri-us-exports-south-korea", Title: "Arms delivered by the United States to South Korea by year", Kind: Table,
				Cells: []Cell{{"2015", 171}, {"2016", 540}, {"2017", 524}, {"2018", 700}, {"2019", 871}, {"2020", 930}, {"2021", 728}, {"2022", 422}, {"2023", 158}, {"2024", 991}}, Period: "2015–2024",
				Path: "US_exports_TIV/South Korea",
			},
			Entry{
				ID: "sipri-us-exports-japan", Title: "Arms delivered by the United States to Japan by year", Kind: Table,
				Cells: []Cell{{"2015", 318}, {"2016", 310}, {"2017", 424}, {"2018", 740}, {"2019", 958}, {"2020", 925}, {"2021", 1103}, {"2022", 1507}, {"2023", 930}, {"2024", 899}}, Period: "2015–2024",
				Path: "US_exports_TIV/Japan",
			},
			Entry{
				ID: "sipri-us-exports-poland", Title: "Arms delivered by the United States to Poland by year", Kind: Table,
				Cells: []Cell{{"2015", 4}, {"2016", 0}, {"2017", 17}, {"2018", 6}, {"2019", 68}, {"2020", 70}, {"2021", 30}, {"2022", 168}, {"2023", 609}, {"2024", 644}}, Period: "2015–2024",
				Path: "US_exports_TIV/Poland",
			},
			Entry{
				ID: "sipri-us-exports-saudi-arabia", Title: "Arms delivered by the United States to Saudi Arabia by year", Kind: Table,
				Cells: []Cell{{"2015", 1747}, {"2016", 1748}, {"2017", 3141}, {"2018", 2457}, {"2019", 2419}, {"2020", 2138}, {"2021", 1307}, {"2022", 1965}, {"2023", 946}, {"2024", 799}}, Period: "2015–2024",
				Path: "US_exports_TIV/Saudi Arabia",
			},
			Entry{
				ID: "sipri-us-exports-total", Title: "Arms delivered by the United States by year", Kind: Table,
				Cells: []Cell{{"2015", 9743}, {"2016", 9426}, {"2017", 11409}, {"2018", 9255}, {"2019", 10534}, {"2020", 10024}, {"2021", 10960}, {"2022", 15351}, {"2023", 11102}, {"2024", 13512}}, Period: "2015–2024",
				Path: "US_total",
			},
			Entry{
				ID: "sipri-russia-from-iran-fath-360", Title: "Delivered to Russia: Fath-360 missiles from Iran", Kind: Estimate,
				Value: 200, Unit: "pieces", Period: "2024",
				Caveat: "Estimates by SIPRI from open sources.",
				Path:   "to_Russia_from_Iran_NK/0/n",
			},
			Entry{
				ID: "sipri-russia-from-iran-mohajer-6", Title: "Delivered to Russia: Mohajer-6 drones from Iran", Kind: Estimate,
				Value: 20, Unit: "pieces", Period: "2022",
				Caveat: "Estimates by SIPRI from open sources.",
				Path:   "to_Russia_from_Iran_NK/1/n",
			},
			Entry{
				ID: "sipri-russia-from-iran-shahed-131", Title: "Delivered to Russia: Shahed-131 drones from Iran", Kind: Estimate,
				Value: 100, Unit: "pieces", Period: "2022",
				Caveat: "Estimates by SIPRI from open sources.",
				Path:   "to_Russia_from_Iran_NK/2/n",
			},
			Entry{
				ID: "sipri-russia-from-iran-shahed-136", Title: "Delivered to Russia: Shahed-136 drones from Iran", Kind: Estimate,
				Value: 4600, Unit: "pieces", Period: "2022–2024",
				Caveat: "Estimates by SIPRI from open sources.",
				Path:   "to_Russia_from_Iran_NK/3/n",
			},
			Entry{
				ID: "sipri-russia-from-north-korea-hwasong-11", Title: "Delivered to Russia: Hwasong-11 missiles from North Korea", Kind: Estimate,
				Value: 100, Unit: "pieces", Period: "2023–2024",
				Caveat: "Estimates by SIPRI from open sources.",
				Path:   "to_Russia_from_Iran_NK/4/n",
			},
			Entry{
				ID: "sipri-russia-from-north-korea-m1978", Title: "Delivered to Russia: M-1978 170 mm guns from North Korea", Kind: Estimate,
				Value: 10, Unit: "pieces", Period: "2024",
				Caveat: "Estimates by SIPRI from open sources.",
				Path:   "to_Russia_from_Iran_NK/5/n",
			},
		),
		batch{
			group: "flows", data: sipriDyads,
			period: "1990–2021",
			method: "Pairs of supplier and recipient with any transfer, in consecutive years.",
			caveat: "A delivery of any size counts.",
			unit:   "share of pair-years",
			kind:   Proportion,
			path:   "H3_arms_dyad_persistence",
		}.of(
			Entry{
				ID: "arms-delivery-continues", Title: "A supplier that delivered this year delivers next year",
				K: 7256, N: 11378, Value: 0.6377, Lo: 0.6288, Hi: 0.6465,
				Path: "P(delivery t+1|delivery t)",
			},
			Entry{
				ID: "arms-delivery-resumes", Title: "A supplier that did not deliver this year delivers next year",
				K: 4186, N: 55117, Value: 0.0759, Lo: 0.0738, Hi: 0.0782,
				Path: "P(delivery t+1|none t)",
			},
		),
	)
}
