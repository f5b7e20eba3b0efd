package evidence

import "slices"

// published holds the estimates that were read in the literature, recalled, or
// judged, and not computed here. Each keeps the words of its source as far as
// they matter for what the number means.
func published() []Entry {
	return slices.Concat(
		publishedAlliances(), publishedReputation(), publishedWar(), publishedFlows(),
		publishedSettlements(), publishedTheatres(), publishedSupporters(), judgements(),
	)
}

const (
	asReported = "As reported in the publication."
	noNumber   = "A finding of direction; the publication’s size of effect does not carry over to other settings."
)

func publishedAlliances() []Entry {
	return batch{group: "alliances", method: asReported, kind: Estimate, mark: Read, unit: "share"}.of(
		Entry{
			ID: "leeds-2000-alliances-reliable", Title: "Alliances reliable when invoked by war",
			Value: 0.745, Period: "1816–1944",
			Source: "Leeds, Brett Ashley, Andrew Long & Sara McLaughlin Mitchell (2000). Reevaluating Alliance Reliability. Journal of Conflict Resolution 44.",
			Caveat: "Later work with the same coding finds far less after 1945.",
		},
		Entry{
			ID: "leeds-2003-alliances-reliable", Title: "Alliances reliable when invoked by war, “about 75 %”",
			Value: 0.75, Period: "1816–1944",
			Source: "Leeds, Brett Ashley (2003). Alliance Reliability in Times of War. International Organization 57.",
			Caveat: "“About” in the source.",
		},
		Entry{
			ID: "berkemeier-2018-alliances-honoured", Title: "Alliance commitments fulfilled in war",
			Value: 0.50, Period: "1816–2003", Source: allianceHonour.source,
			Caveat: "See alliance-honoured-any-all for the re-count of the same file.",
		},
		Entry{
			ID: "berkemeier-2018-alliances-honoured-pre1945", Title: "Alliance commitments fulfilled in war, before 1945",
			Value: 0.66, Period: "1816–1944", Source: allianceHonour.source,
			Caveat: "See alliance-honoured-any-pre1945 for the re-count of the same file.",
		},
		Entry{
			ID: "berkemeier-2018-alliances-honoured-post1945", Title: "Alliance commitments fulfilled in war, after 1945",
			Value: 0.22, Period: "1945–2003", Source: allianceHonour.source,
			Caveat: "See alliance-honoured-any-post1945 for the re-count of the same file.",
		},
		Entry{
			ID: "berkemeier-2018-defence-pacts-honoured", Title: "Defence pacts fulfilled in war",
			Value: 0.41, Period: "1816–2003", Source: allianceHonour.source,
			Caveat: "See alliance-honoured-defence-all for the re-count of the same file.",
		},
		Entry{
			ID: "csis-2024-us-would-intervene-taiwan", Title: "US experts completely or moderately confident that the United States would intervene in an invasion of Taiwan",
			Value: 0.96, N: 52, Unit: "share of experts", Period: "January 2024",
			Source: "Center for Strategic and International Studies (January 2024). Survey of experts on China’s approach to Taiwan.",
			Caveat: "Confidence of experts from one country, not a frequency.",
		},
		Entry{
			ID: "csis-2022-us-would-intervene-taiwan", Title: "Experts confident that the United States would intervene in an invasion of Taiwan",
			Value: 1, N: 64, Unit: "share of experts", Period: "2022",
			Source: "Center for Strategic and International Studies (2022). Survey of experts on China’s approach to Taiwan.",
			Caveat: "Confidence of experts, not a frequency.",
		},
		Entry{
			ID: "benson-2011-deterrent-alliances", Title: "Change in disputes with deterrent alliances",
			Value: -0.18, Unit: "relative change",
			Source: "Benson, Brett V. (2011). Unpacking Alliances: Deterrent and Compellent Alliances and Their Relationship with Conflict, 1816–2000. Journal of Politics 73.",
			Caveat: "Alliances are made where attack is feared.", Period: "1816–2000",
		},
		Entry{
			ID: "benson-2011-compellent-alliances", Title: "Change in disputes with unconditional compellent alliances",
			Value: 2.49, Unit: "relative change",
			Source: "Benson, Brett V. (2011). Unpacking Alliances: Deterrent and Compellent Alliances and Their Relationship with Conflict, 1816–2000. Journal of Politics 73.",
			Caveat: "Few alliances are of this kind.", Period: "1816–2000",
		},
		Entry{
			ID: "johnson-2011-defence-pacts-deter", Title: "Defence pacts reduce the initiation of disputes", Kind: Finding, Unit: "finding",
			Source: "Johnson, Jesse C. & Brett Ashley Leeds (2011). Defense Pacts: A Prescription for Peace? Foreign Policy Analysis 7.",
			Caveat: "Disputed: see kenwick-2015-alliances-provoke. " + noNumber,
		},
		Entry{
			ID: "kenwick-2015-alliances-provoke", Title: "Disputes increase around the formation of alliances", Kind: Finding, Unit: "finding",
			Source: "Kenwick, Michael R., John A. Vasquez & Matthew A. Powers (2015). Do Alliances Really Deter? Journal of Politics 77.",
			Caveat: "Disputed: see johnson-2011-defence-pacts-deter. " + noNumber,
		},
		Entry{
			ID: "benson-2022-implementation-window", Title: "The lag before an alliance takes effect opens a window for preventive force", Kind: Finding, Unit: "finding",
			Source: "Benson, Brett V. & Bradley C. Smith (2022). On alliance formation and preventive force.",
			Caveat: noNumber,
		},
		Entry{
			ID: "huth-russett-1984-extended-deterrence", Title: "Success of immediate extended deterrence does not go with past firmness, nuclear weapons or alliance; local balance and ties matter", Kind: Finding, Unit: "finding",
			N:      54,
			Source: "Huth, Paul & Bruce Russett (1984). What Makes Deterrence Work? Cases from 1900 to 1980. World Politics 36.",
			Caveat: "The selection of cases is disputed. " + noNumber, Period: "1900–1980",
		},
		Entry{
			ID: "huth-1988-deterrence-success", Title: "Immediate extended deterrence succeeds, about 34 of 58 cases", Kind: Proportion, Mark: Memory,
			K: 34, N: 58, Value: 0.586, Unit: "share of cases", Period: "1885–1984",
			Method: "Count recalled, not checked; the value is the quotient.",
			Source: "Huth, Paul K. (1988). Extended Deterrence and the Prevention of War.",
			Caveat: "Recalled from memory. The selection of cases is disputed.",
		},
		Entry{
			ID: "signorino-tarar-attacker-fit", Title: "Attackers’ actions predicted by a strategic model of extended deterrence, about 97 %",
			Value: 0.97, Unit: "share of cases",
			Source: "Signorino, Curtis S. & Ahmer Tarar (2006). A Unified Theory and Test of Extended Immediate Deterrence. American Journal of Political Science 50.",
			Caveat: "Fit within the sample.",
		},
	)
}

func publishedReputation() []Entry {
	return batch{group: "reputation", method: asReported, kind: Finding, mark: Read, unit: "finding", caveat: noNumber}.of(
		Entry{
			ID: "weisiger-2015-past-action", Title: "Past action is closely connected to the initiation of later disputes",
			Source: "Weisiger, Alex & Keren Yarhi-Milo (2015). Revisiting Reputation: How Past Actions Matter in International Politics. International Organization 69.",
		},
		Entry{
			ID: "crescenzi-2007-third-parties", Title: "A reputation for hostility matters for third parties", Period: "1817–2000",
			Source: "Crescenzi, Mark J. C. (2007). Reputation and Interstate Conflict. American Journal of Political Science 51.",
		},
		Entry{
			ID: "kim-2023-kabul-experiments", Title: "After Kabul no loss of confidence in Korea and China, and a gain where people are told that resources are freed",
			Source: "Kim, Byun & Ko (2023). Survey experiments on the withdrawal from Afghanistan.",
			Caveat: "Survey experiments with the public, not with decision makers.",
		},
		Entry{
			ID: "renshon-2018-leaders-and-states", Title: "Reputations are large for countries and moderate for leaders",
			Source: "Renshon, Jonathan, Allan Dafoe & Paul Huth (2018). Leader Influence and Reputation Formation in World Politics. American Journal of Political Science 62.",
		},
		Entry{
			ID: "smith-spaniel-2018-new-leaders", Title: "Disputes of new leaders are likelier to last beyond a month", Kind: Estimate,
			Value: 0.253, Unit: "relative change in probability",
			Source: "Smith, Bradley C. & William Spaniel (2018). Militarized disputes, uncertainty, and leader tenure. Journal of Conflict Resolution.",
			Caveat: "Against a leader of four years’ tenure.",
		},
		Entry{
			ID: "tomz-2007-audience-costs", Title: "Audience costs exist and increase with escalation",
			Source: "Tomz, Michael (2007). Domestic Audience Costs in International Relations: An Experimental Approach. International Organization 61.",
			Caveat: "Survey experiments with the public. " + noNumber,
		},
		Entry{
			ID: "tomz-2007-audience-cost-size", Title: "Size of audience costs, about 16 points of approval", Kind: Estimate, Mark: Memory,
			Value: 16, Unit: "percentage points", Method: "Recalled, not checked.",
			Source: "Tomz, Michael (2007). Domestic Audience Costs in International Relations: An Experimental Approach. International Organization 61.",
			Caveat: "Recalled from memory. Survey experiments with the public.",
		},
		Entry{
			ID: "levendusky-2012-justification", Title: "Audience costs depend on how backing down is justified",
			Source: "Levendusky, Matthew S. & Michael C. Horowitz (2012). When Backing Down Is the Right Decision. Journal of Politics 74.",
		},
		Entry{
			ID: "altman-2020-integrity-norm", Title: "The evidence for a norm of territorial integrity withers",
			Source: "Altman, Dan (2020). The Evolution of Territorial Conquest after 1945 and the Limits of the Territorial Integrity Norm. International Organization 74.",
			Caveat: "Against zacher-2001-integrity-norm and fazal-2007-state-death. " + noNumber,
		},
		Entry{
			ID: "zacher-2001-integrity-norm", Title: "A norm of territorial integrity has grown since 1945", Mark: Memory,
			Method: "Recalled, not checked.",
			Source: "Zacher, Mark W. (2001). The Territorial Integrity Norm: International Boundaries and the Use of Force. International Organization 55.",
			Caveat: "Recalled from memory. Against altman-2020-integrity-norm.",
		},
		Entry{
			ID: "fazal-2007-state-death", Title: "A norm against conquest keeps states alive since 1945", Mark: Memory,
			Method: "Recalled, not checked.",
			Source: "Fazal, Tanisha M. (2007). State Death: The Politics and Geography of Conquest, Occupation, and Annexation.",
			Caveat: "Recalled from memory. Against altman-2020-integrity-norm.",
		},
	)
}

func publishedWar() []Entry {
	return batch{group: "war outcomes", method: asReported, kind: Estimate, mark: Read}.of(
		Entry{
			ID: "isw-2024-russian-gain-area", Title: "Area gained by Russia in Ukraine in 2024", Value: 4168, Unit: "km²", Period: "2024",
			Source: "Institute for the Study of War, assessment of the year 2024.", Caveat: "Territory is not the stake.",
		},
		Entry{
			ID: "isw-2024-russian-gain-share", Title: "Area gained by Russia in 2024 as a share of Ukraine", Value: 0.0069, Unit: "share of Ukraine", Period: "2024",
			Source: "Institute for the Study of War, assessment of the year 2024.", Caveat: "Territory is not the stake.",
		},
		Entry{
			ID: "isw-2024-casualties-per-area", Title: "Claimed Russian casualties per square kilometre gained in 2024, about 102", Value: 102, Unit: "casualties per km²", Period: "2024",
			Source: "Institute for the Study of War, assessment of the year 2024.", Caveat: "The casualties are as claimed by Ukraine.",
		},
		Entry{
			ID: "russia-holds-of-ukraine", Title: "Share of Ukraine held by Russia, about 18 %", Value: 0.18, Unit: "share of Ukraine", Period: "end of 2024",
			Source: "Institute for the Study of War, assessment of the year 2024.", Caveat: "“About”. Territory is not the stake.",
		},
		Entry{
			ID: "hwang-2009-contest-form", Title: "Ratio and difference forms of the contest function were both fitted to battles of the 17th century and of the Second World War", Kind: Finding, Unit: "finding",
			Source: "Hwang, Sung-Ha (2009). Contest success functions: theory and evidence.", Caveat: noNumber,
		},
		Entry{
			ID: "mckelvey-palfrey-1998-precision", Title: "Logit precision estimated in the laboratory is in units of payoff and does not transfer", Kind: Finding, Unit: "finding",
			Source: "McKelvey, Richard D. & Thomas R. Palfrey (1998). Quantal Response Equilibria for Extensive Form Games. Experimental Economics 1.", Caveat: noNumber,
		},
		Entry{
			ID: "metaculus-2022-nuclear-war", Title: "Probability of full-scale nuclear war in 2022", Value: 0.0035, Unit: "probability", Period: "2022",
			Source: "Metaculus Pro Forecasters (2022).", Caveat: "A forecast for one year, not a frequency.",
		},
		Entry{
			ID: "interceptors-number", Title: "Ground-based interceptors against missiles on the United States", Value: 44, Unit: "interceptors", Mark: Memory,
			Method: "Recalled, not checked.", Source: "Public statements on US ground-based midcourse defence.", Caveat: "Recalled from memory.",
		},
		Entry{
			ID: "interceptors-per-target", Title: "Interceptors fired at one incoming warhead", Value: 4, Unit: "interceptors per target", Mark: Memory,
			Method: "Recalled, not checked.", Source: "Public statements on US ground-based midcourse defence.", Caveat: "Recalled from memory. The claimed high chance of a kill is untested in war.",
		},
	)
}

func publishedFlows() []Entry {
	return batch{group: "flows", method: asReported, kind: Estimate, mark: Read}.of(
		Entry{
			ID: "rok-2024-shell-containers", Title: "Containers shipped from North Korea to Russia by August 2024", Value: 13000, Unit: "containers", Period: "to August 2024",
			Source: "South Korean government estimate (2024).", Caveat: "An estimate by a party concerned.",
		},
		Entry{
			ID: "rok-2024-shells", Title: "North Korean shells for Russia by August 2024, in 152 mm equivalents, at least", Value: 6, Unit: "million shells", Period: "to August 2024",
			Source: "South Korean government estimate (2024).", Caveat: "“6+ million”: containers turned into shells. An estimate by a party concerned.",
		},
		Entry{
			ID: "bain-russian-shell-output", Title: "Russian output of shells, about 4.5 million a year", Value: 4.5, Unit: "million shells a year", Period: "2024",
			Source: "Bain & Company (2024), as reported in the press.", Caveat: "A press report of a consultant’s estimate.",
		},
		Entry{
			ID: "rok-2024-payment-to-north-korea", Title: "North Korea is paid mostly in food, then parts and raw materials, and in technology for satellites, aircraft and tanks", Kind: Finding, Unit: "finding", Period: "2024",
			Source: "South Korean minister of defence (February and June 2024).", Caveat: "An estimate by a party concerned, without amounts.",
		},
		Entry{
			ID: "c4ads-iran-drone-contract", Title: "Value of the Russian contract for Iranian drones, about 2 bn", Value: 2, Unit: "bn USD",
			Source: "C4ADS, on leaked documents of the drone factory in Alabuga.", Caveat: "Leaked documents; “about”.",
		},
		Entry{
			ID: "c4ads-iran-gold-part", Title: "Part of the drone contract paid in gold", Value: 104, Unit: "million USD",
			Source: "C4ADS, on leaked documents of the drone factory in Alabuga.", Caveat: "Leaked documents.",
		},
		Entry{
			ID: "c4ads-drones-localised", Title: "Russian production of the drone has become independent of Iran", Kind: Finding, Unit: "finding",
			Source: "C4ADS, on leaked documents of the drone factory in Alabuga.", Caveat: noNumber,
		},
		Entry{
			ID: "fdd-hezbollah-money", Title: "Iranian money for Hezbollah a year", Value: 750, Lo: 700, Hi: 800, Interval: StatedRange, Unit: "million USD a year",
			Method: "Range as stated; the value is its middle.",
			Source: "Foundation for Defense of Democracies.", Caveat: "An institute’s estimate, not accounts.",
		},
		Entry{
			ID: "iran-intl-hezbollah-money", Title: "Iranian money for Hezbollah a year, “at least”", Value: 500, Unit: "million USD a year",
			Source: "Iran International.", Caveat: "A lower bound, as broadcast.",
		},
		Entry{
			ID: "fdd-hamas-money", Title: "Iranian money for Hamas and Islamic Jihad a year", Value: 100, Unit: "million USD a year",
			Source: "Foundation for Defense of Democracies.", Caveat: "An institute’s estimate, not accounts.",
		},
		Entry{
			ID: "dizaji-iran-spending-fall", Title: "Fall of Iranian military spending under sanctions, almost one third", Value: 0.33, Unit: "share of spending", Period: "2006–2015",
			Method: "“Almost one third” in words.",
			Source: "Dizaji, Sajjad F. & Mohammad R. Farzanegan. Do Sanctions Constrain Military Spending of Iran? Defence and Peace Economics.", Caveat: "What passes on to proxies is not identified.",
		},
		Entry{
			ID: "dizaji-iran-spending-rise", Title: "Rise of Iranian military spending after relief", Value: 0.30, Unit: "share of spending", Period: "after 2015",
			Source: "Dizaji, Sajjad F. & Mohammad R. Farzanegan. Do Sanctions Constrain Military Spending of Iran? Defence and Peace Economics.", Caveat: "What passes on to proxies is not identified.",
		},
		Entry{
			ID: "dia-2025-icbms-now", Title: "North Korean intercontinental missiles, at most", Value: 10, Unit: "missiles", Period: "2025",
			Source: "Defense Intelligence Agency (2025).", Caveat: "An upper bound. Hindsight for a debate of 2024.",
		},
		Entry{
			ID: "dia-2025-icbms-2035", Title: "North Korean intercontinental missiles expected by 2035", Value: 50, Unit: "missiles", Period: "2035",
			Source: "Defense Intelligence Agency (2025).", Caveat: "A forecast. Hindsight for a debate of 2024.",
		},
		Entry{
			ID: "postol-hwasong-18", Title: "The Hwasong-18 is “nearly identical” to the Topol-M", Kind: Finding, Unit: "finding",
			Source: "Postol, Theodore; published by the Center for Strategic and International Studies.", Caveat: "Disputed.",
		},
	)
}

func publishedSettlements() []Entry {
	return batch{group: "settlements", method: asReported, kind: Finding, mark: Read, unit: "finding", caveat: noNumber}.of(
		Entry{
			ID: "min-2020-wars-with-talks", Title: "Inter-state wars that saw talks, about four fifths", Kind: Estimate, Value: 0.8, Unit: "share of wars",
			Source: "Min, Eric (2020). Talking While Fighting: Understanding the Role of Wartime Negotiation. International Organization 74.", Caveat: "“About four fifths” in words.",
		},
		Entry{
			ID: "min-2020-wars-settled", Title: "Inter-state wars ended by settlement, two thirds", Kind: Estimate, Value: 0.667, Unit: "share of wars",
			Source: "Min, Eric (2020). Talking While Fighting: Understanding the Role of Wartime Negotiation. International Organization 74.", Caveat: "“Two thirds” in words.",
		},
		Entry{
			ID: "min-2020-talks-less-predictive", Title: "Talks after 1945 predict the end of a war far less than before",
			Source: "Min, Eric (2020). Talking While Fighting: Understanding the Role of Wartime Negotiation. International Organization 74.",
		},
		Entry{
			ID: "fortna-2004-renewed-fighting", Title: "International wars since 1945 after which some pair fought again, about half", Kind: Estimate, Value: 0.5, Unit: "share of wars",
			Source: "Fortna, Virginia Page (2004). Peace Time: Cease-Fire Agreements and the Durability of Peace.", Caveat: "“About half” in words; any pair of the war’s parties counts.",
		},
		Entry{
			ID: "fortna-2003-strong-agreements", Title: "Stronger ceasefire agreements last longer",
			Source: "Fortna, Virginia Page (2003). Scraps of Paper? Agreements and the Durability of Peace. International Organization 57.",
			Caveat: "Disputed: see lo-2008-agreement-strength. " + noNumber,
		},
		Entry{
			ID: "lo-2008-agreement-strength", Title: "The strength of agreements has almost no effect on how long peace lasts",
			Source: "Lo, Nigel, Barry Hashimoto & Dan Reiter (2008). Ensuring Peace: Foreign-Imposed Regime Change and Postwar Peace Duration, 1914–2001. International Organization 62.",
			Caveat: "Disputed: see fortna-2003-strong-agreements. " + noNumber,
		},
		Entry{
			ID: "werner-yuen-2005-imposed-ceasefires", Title: "Ceasefires pressed by third parties are significantly likelier to fail",
			Source: "Werner, Suzanne & Amy Yuen (2005). Making and Keeping Peace. International Organization 59.",
		},
		Entry{
			ID: "afpi-2024-plan", Title: "A plan for ending the war: arms conditional on talks, more arms if Moscow refuses, membership deferred, limited relief",
			Source: "America First Policy Institute (2024).", Caveat: "A proposal, not evidence of its effects.",
		},
		Entry{
			ID: "politico-2024-reluctant-members", Title: "NATO members reluctant about inviting Ukraine: United States, Germany, Hungary, Slovakia, Belgium, Slovenia, Spain", Kind: Estimate, Value: 7, Unit: "members", Period: "October 2024",
			Source: "Politico (October 2024).", Caveat: "A press report.",
		},
	)
}

func publishedTheatres() []Entry {
	return batch{group: "theatres", method: asReported, kind: Estimate, mark: Read, unit: "probability"}.of(
		Entry{
			ID: "csis-2024-taiwan-crisis", Title: "US experts who expected a crisis over Taiwan in 2024", Value: 0.67, N: 52, Unit: "share of experts", Period: "2024",
			Source: "Center for Strategic and International Studies (January 2024). Survey of experts on China’s approach to Taiwan.", Caveat: "A crisis, not a war; no such crisis is a forecast’s success or failure by itself.",
		},
		Entry{
			ID: "superforecasters-taiwan-weapon-use", Title: "Any use of weapons over Taiwan within 90 days", Value: 0.05,
			Source: "Superforecasters, as reported.", Caveat: "A forecast for 90 days, not a frequency.",
		},
		Entry{
			ID: "superforecasters-taiwan-blockade", Title: "A blockade of Taiwan within 90 days", Value: 0.02,
			Source: "Superforecasters, as reported.", Caveat: "A forecast for 90 days, not a frequency.",
		},
		Entry{
			ID: "superforecasters-taiwan-invasion", Title: "An invasion of Taiwan within 90 days, about zero", Value: 0,
			Source: "Superforecasters, as reported.", Caveat: "A forecast for 90 days, not a frequency; “about zero” is not zero.",
		},
		Entry{
			ID: "experts-2022-taiwan-invasion", Title: "Experts on an invasion of Taiwan within ten years, wording as reported", Value: 0.63, N: 64, Unit: "share of experts", Period: "2022",
			Source: "Center for Strategic and International Studies (2022). Survey of experts on China’s approach to Taiwan.", Caveat: "The share of experts, not a probability; the wording is as reported.",
		},
	)
}

func publishedSupporters() []Entry {
	return batch{group: "support", method: asReported, kind: Finding, mark: Read, unit: "finding", caveat: noNumber}.of(
		Entry{
			ID: "cancian-2022-javelins-sent", Title: "Share of the US stock of Javelins sent to Ukraine, one third", Kind: Estimate, Value: 0.333, Unit: "share of stock", Period: "2022",
			Source: "Cancian, Mark F. (2022). Center for Strategic and International Studies.", Caveat: "“One third” in words; stocks are estimated.",
		},
		Entry{
			ID: "cancian-2022-stingers-sent", Title: "Share of the US stock of Stingers sent to Ukraine, one fourth", Kind: Estimate, Value: 0.25, Unit: "share of stock", Period: "2022",
			Source: "Cancian, Mark F. (2022). Center for Strategic and International Studies.", Caveat: "“One fourth” in words; stocks are estimated.",
		},
		Entry{
			ID: "cato-separate-channels", Title: "Taiwan and Ukraine are supplied through different channels; the overlap is growing",
			Source: "Gomez, Eric. Cato Institute.",
		},
		Entry{
			ID: "fdd-no-material-delay", Title: "Aid to Ukraine brought no material delay for Taiwan or Israel",
			Source: "Foundation for Defense of Democracies, inventory study.", Caveat: "Disputed: see colby-same-weapons.",
		},
		Entry{
			ID: "colby-same-weapons", Title: "Taiwan and Ukraine need “many of the same weapons”",
			Source: "Colby, Elbridge.", Caveat: "A statement of opinion. Disputed: see fdd-no-material-delay.",
		},
		Entry{
			ID: "kim-sandler-free-riding", Title: "Allies in NATO spend less when others spend more", Period: "1991–2020",
			Source: "Kim, Wukki & Todd Sandler. Spatial panels of NATO defence spending.",
		},
		Entry{
			ID: "sawyer-2017-fungible-support", Title: "Fungible support to rebels makes the end of a civil war less likely",
			Source: "Sawyer, Katherine, Kathleen Gallagher Cunningham & William Reed (2017). The Role of External Support in Civil War Termination. Journal of Conflict Resolution 61.",
		},
	)
}

// judgements holds priors of the working paper behind the model for which it
// found no usable evidence. They are here so that a world that uses them says so.
func judgements() []Entry {
	return batch{
		group: "judgements", kind: Estimate, mark: Judged, interval: JudgedRange,
		method: "A judgement of the working paper behind the model, which found no usable evidence; the value is the middle of the range.",
		source: "Working paper behind the model, table of evidence and priors.",
		caveat: "Rests on nothing but judgement.",
		period: "none",
	}.of(
		Entry{ID: "judged-reputation-half-life", Title: "Half-life of a reputation", Value: 14, Lo: 4, Hi: 24, Unit: "quarters"},
		Entry{ID: "judged-type-distance", Title: "Distance between resolute and irresolute supporters in their log-odds of fighting", Value: 2.25, Lo: 0.5, Hi: 4, Unit: "log-odds"},
		Entry{ID: "judged-resolute-stake", Title: "What a resolute supporter’s stake is multiplied by", Value: 1.9, Lo: 1.2, Hi: 2.6, Unit: "multiple of the stake"},
		Entry{ID: "judged-irresolute-stake", Title: "What an irresolute supporter’s stake is multiplied by", Value: 0.45, Lo: 0.1, Hi: 0.8, Unit: "multiple of the stake"},
		Entry{
			ID: "judged-logit-precision", Title: "Logit precision of choices, per whole stake", Value: 5, Unit: "per whole stake",
			Method: "Median of a lognormal with standard deviation 0.5 of the logarithm, constrained by what it implies for pacts.",
		},
		Entry{
			ID: "judged-reputation-theories", Title: "Weights of the theories of reputation", Kind: Table, Unit: "weight",
			Cells:  []Cell{{"current calculus", 0.35}, {"reputation", 0.5}, {"contrarian", 0.15}},
			Method: "A judgement of the working paper behind the model.",
		},
		Entry{
			ID: "judged-axis-theories", Title: "Weights of the theories of what follows a deal among the challengers", Kind: Table, Unit: "weight",
			Cells:  []Cell{{"transactional", 0.35}, {"structural balancing", 0.3}, {"victory consolidates", 0.2}, {"wedge", 0.15}},
			Method: "A judgement of the working paper behind the model, in the order in which it lists the theories.",
		},
		Entry{
			ID: "judged-burden-theories", Title: "Weights of the theories of burden sharing", Kind: Table, Unit: "weight",
			Cells:  []Cell{{"substitutes", 0.45}, {"inert", 0.35}, {"cascade", 0.2}},
			Method: "A judgement of the working paper behind the model.",
		},
		Entry{
			ID: "judged-norm-absent", Title: "Weight of the view that no norm of territorial integrity works", Value: 0.5, Unit: "weight",
			Method: "A judgement of the working paper behind the model.",
		},
	)
}
