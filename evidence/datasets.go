package evidence

// dataSet is a public data set in the version that was counted in.
type dataSet struct {
	name, version, source string
}

var (
	gmlDisputes = dataSet{
		"GML Militarized Interstate Disputes", "2.2.1",
		"Gibler, Douglas M., Steven V. Miller & Erin K. Little (2016). An Analysis of the Militarized Interstate Dispute (MID) Dataset, 1816–2001. International Studies Quarterly 60.",
	}
	cowDisputes = dataSet{
		"COW Militarized Interstate Disputes", "5",
		"Palmer, Glenn, et al. (2021). The MID5 Dataset, 2011–2014. Conflict Management and Peace Science.",
	}
	cowDyadYears = dataSet{
		"COW Militarized Interstate Disputes; COW Direct Contiguity; TSS Strategic Rivalries", "MID 5; contiguity 3.2; rivalries 2020",
		"Palmer, Glenn, et al. (2021). The MID5 Dataset, 2011–2014. Conflict Management and Peace Science. — Stinnett, Douglas M., et al. (2002). The Correlates of War Project Direct Contiguity Data, Version 3. Conflict Management and Peace Science 19. — Thompson, William R., Kentaro Sakuwa & Prashant H. Suhas (2021). Analyzing Strategic Rivalries in World Politics.",
	}
	icbSystem = dataSet{
		"International Crisis Behavior, system level", "13",
		"Brecher, Michael, Jonathan Wilkenfeld, Kyle Beardsley, Patrick James & David Quinn. International Crisis Behavior Data.",
	}
	icbActor = dataSet{
		"International Crisis Behavior, actor level", "15",
		"Brecher, Michael, Jonathan Wilkenfeld, Kyle Beardsley, Patrick James & David Quinn. International Crisis Behavior Data.",
	}
	icbRivals = dataSet{
		"International Crisis Behavior, dyads; TSS Strategic Rivalries", "dyads 15; rivalries 2020",
		"Hewitt, J. Joseph (2003). Dyadic Processes and International Crises. Journal of Conflict Resolution 47. — Thompson, William R., Kentaro Sakuwa & Prashant H. Suhas (2021). Analyzing Strategic Rivalries in World Politics.",
	}
	icbDyads = dataSet{
		"International Crisis Behavior, dyads", "15",
		"Hewitt, J. Joseph (2003). Dyadic Processes and International Crises. Journal of Conflict Resolution 47.",
	}
	cowWarsCapabilities = dataSet{
		"COW Inter-State Wars; COW National Material Capabilities", "wars 4.0; capabilities 7.0",
		"Sarkees, Meredith Reid & Frank Wayman (2010). Resort to War: 1816–2007. — Singer, J. David (1987). Reconstructing the Correlates of War Dataset on Material Capabilities of States, 1816–1985. International Interactions 14.",
	}
	cowWars = dataSet{
		"COW Inter-State Wars", "4.0",
		"Sarkees, Meredith Reid & Frank Wayman (2010). Resort to War: 1816–2007.",
	}
	cowWarsDisputes = dataSet{
		"COW Inter-State Wars; COW Militarized Interstate Disputes", "wars 4.0; MID 5",
		"Sarkees, Meredith Reid & Frank Wayman (2010). Resort to War: 1816–2007. — Palmer, Glenn, et al. (2021). The MID5 Dataset, 2011–2014. Conflict Management and Peace Science.",
	}
	allianceHonour = dataSet{
		"Berkemeier & Fuhrmann alliance performance in war", "replication data of 2018",
		"Berkemeier, Molly & Matthew Fuhrmann (2018). Reassessing the Fulfillment of Alliance Commitments in War. Research & Politics 5.",
	}
	allianceInstitutions = dataSet{
		"Leeds & Anac alliance performance in war", "replication data of 2005",
		"Leeds, Brett Ashley & Sezi Anac (2005). Alliance Institutionalization and Alliance Performance. International Interactions 31.",
	}
	atopWars = dataSet{
		"Alliance Treaty Obligations and Provisions; COW Inter-State Wars", "ATOP 5.1; wars 4.0",
		"Leeds, Brett Ashley, Jeffrey Ritter, Sara McLaughlin Mitchell & Andrew Long (2002). Alliance Treaty Obligations and Provisions, 1815–1944. International Interactions 28. — Sarkees, Meredith Reid & Frank Wayman (2010). Resort to War: 1816–2007.",
	}
	atopDisputes = dataSet{
		"Alliance Treaty Obligations and Provisions; COW Militarized Interstate Disputes; TSS Strategic Rivalries", "ATOP 5.1; MID 5; rivalries 2020",
		"Leeds, Brett Ashley, Jeffrey Ritter, Sara McLaughlin Mitchell & Andrew Long (2002). Alliance Treaty Obligations and Provisions, 1815–1944. International Interactions 28. — Palmer, Glenn, et al. (2021). The MID5 Dataset, 2011–2014. Conflict Management and Peace Science.",
	}
	ucdpSupport = dataSet{
		"UCDP External Support; UCDP Conflict Termination", "ESD 18.1; termination 3-2021",
		"Meier, Vanessa, Niklas Karlén, Therése Pettersson & Mihai Croicu (2023). External Support in Armed Conflicts. Journal of Peace Research 60. — Kreutz, Joakim (2010). How and When Armed Conflicts End. Journal of Peace Research 47.",
	}
	ucdpTermination = dataSet{
		"UCDP Conflict Termination", "3-2021",
		"Kreutz, Joakim (2010). How and When Armed Conflicts End. Journal of Peace Research 47.",
	}
	fortnaCeasefires = dataSet{
		"Fortna ceasefires in civil wars", "pk_pkept, as used in Regression and Other Stories",
		"Fortna, Virginia Page (2008). Does Peacekeeping Work? — Gelman, Andrew, Jennifer Hill & Aki Vehtari (2020). Regression and Other Stories.",
	}
	walterRelapse = dataSet{
		"Walter recurrence of civil war", "subset of 2015 shipped with BayesSPsurv",
		"Walter, Barbara F. (2015). Why Bad Governance Leads to Repeat Civil War. Journal of Conflict Resolution 59.",
	}
	kielTracker = dataSet{
		"Kiel Ukraine Support Tracker", "release 29 (data to April 2026)",
		"Trebesch, Christoph, et al. Ukraine Support Tracker. Kiel Institute for the World Economy.",
	}
	sipriRegister = dataSet{
		"SIPRI Arms Transfers, trade register", "as downloaded on 12 February 2026",
		"Stockholm International Peace Research Institute. SIPRI Arms Transfers Database.",
	}
	sipriDyads = dataSet{
		"SIPRI Arms Transfers, trend-indicator values by supplier and recipient", "1950–2021, as processed by 360info",
		"Stockholm International Peace Research Institute. SIPRI Arms Transfers Database.",
	}
	unIdealPoints = dataSet{
		"Ideal points of states in the UN General Assembly", "June 2024",
		"Bailey, Michael A., Anton Strezhnev & Erik Voeten (2017). Estimating Dynamic State Preferences from United Nations Voting Data. Journal of Conflict Resolution 61.",
	}
	icbWars = dataSet{
		"International Crisis Behavior, actor level; COW Inter-State Wars; COW Militarized Interstate Disputes", "ICB 15; wars 4.0; MID 5",
		"Brecher, Michael, Jonathan Wilkenfeld, Kyle Beardsley, Patrick James & David Quinn. International Crisis Behavior Data. — Sarkees, Meredith Reid & Frank Wayman (2010). Resort to War: 1816–2007.",
	}
	plaDaily = dataSet{
		"Daily compilation of PLA activity near Taiwan", "to 22 August 2026",
		"s0914712, pla-data-dashboard (GitHub), compiled from releases of the Taiwanese Ministry of National Defense and the Japanese Joint Staff Office.",
	}
	koreanTests = dataSet{
		"CNS North Korea Missile Test Database", "to April 2026, as kept in nagix/nk-missile-tests",
		"James Martin Center for Nonproliferation Studies / Nuclear Threat Initiative. The CNS North Korea Missile Test Database.",
	}
	ucdpDeaths = dataSet{
		"UCDP Battle-related Deaths", "24.1",
		"Davies, Shawn, Therése Pettersson & Magnus Öberg. Organized Violence. Journal of Peace Research.",
	}
	claimedLosses = dataSet{
		"Russian personnel losses as claimed by the Ukrainian Ministry of Defence", "to July 2026",
		"Ministry of Defence of Ukraine, daily claims of Russian losses.",
	}
	sanctionsBase = dataSet{
		"Global Sanctions Data Base", "4",
		"Felbermayr, Gabriel, Aleksandra Kirilakha, Constantinos Syropoulos, Erdal Yalcin & Yoto V. Yotov (2020). The Global Sanctions Data Base. European Economic Review 129.",
	}
	cowCapabilities = dataSet{
		"COW National Material Capabilities", "7.0",
		"Singer, J. David, Stuart Bremer & John Stuckey (1972). Capability Distribution, Uncertainty, and Major Power War, 1820–1965. — Singer, J. David (1987). Reconstructing the Correlates of War Dataset on Material Capabilities of States, 1816–1985. International Interactions 14.",
	}
	forecastBench = dataSet{
		"ForecastBench, resolved market questions on the four theatres", "question sets of the stored snapshot",
		"Karger, Ezra, et al. ForecastBench: a dynamic benchmark of forecasting questions, with crowd probabilities from INFER, Manifold, Metaculus and Polymarket.",
	}
)
