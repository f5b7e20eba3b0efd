# What is disputed. Each rival sets the numbers in which it differs; weights are
# judgements (J), taken from THEORY section 4 where it gives them.

quantity "difference" {
  value  = 0 # set by the theory `contest`
  domain = "probability"
  note   = "weight of the difference form of the contest"
}

quantity "fungible" {
  value  = 0 # set by the theory `stocks`
  domain = "real"
  note   = "how far munitions sent to one theatre are missing in another"
}

quantity "offset" {
  value  = 0 # set by the theory `burden`
  domain = "real"
  note   = "how much of what one supporter cuts the others make up"
}

quantity "hardening" {
  value  = 0 # set by the theory `bargaining`
  domain = "positive"
  note   = "optimism that aid gives both sides"
}

quantity "commitment" {
  value  = 0 # set by the theory `bargaining`
  domain = "positive"
  note   = "how far a prospective shift of power blocks agreement"
}

quantity "window" {
  value  = 0 # set by the theory `guarantee`
  domain = "real"
  note   = "how much a promised guarantee raises the hazards until it takes hold"
}

quantity "pledge" {
  value  = 0.5 # set by the theory `guarantee`
  domain = "positive"
  note   = "what a full guarantee adds to the cost of standing aside"
}

quantity "imposed" {
  value  = 0 # set by the theory `imposed-peace`
  domain = "real"
  note   = "how much terms imposed from outside raise the hazards at first"
}

quantity "monitoring" {
  value  = 0 # set by the theory `imposed-peace`
  domain = "probability"
  note   = "how much a monitored line lowers the hazards"
}

quantity "settles" {
  value  = 0.5 # set by the theory `aims`
  domain = "probability"
  note   = "how far what terms grant Russia counts as held"
}

theory "contest" {
  says     = "how strength turns into success; weights J"
  evidence = [evidence.hwang-2009-contest-form]
  rival "ratio" {
    weight = 0.6 # J
    says   = "the ratio of strengths decides (Tullock 1980)"
    set    = { "quantity.difference" = 0 } # J
  }
  rival "difference" {
    weight = 0.4 # J
    says   = "the difference of strengths decides (Hirshleifer 1989)"
    set    = { "quantity.difference" = 1 } # J
  }
}

theory "reputation" {
  says     = "whether Beijing, Pyongyang and Tehran learn about Washington from Ukraine"
  note     = "disputes since 1816: whoever gave way was challenged by others no more often than after a stalemate (log-odds -.05, s.e. .13), though more often than whoever prevailed (+.30, s.e. .23)"
  evidence = [evidence.judged-reputation-theories, evidence.reputation-other-gave-way-log-odds-all, evidence.reputation-other-prevailed-log-odds-all, evidence.weisiger-2015-past-action, evidence.huth-russett-1984-extended-deterrence, evidence.kim-2023-kabul-experiments]
  rival "current-calculus" {
    weight = 0.35 # J; THEORY sw_rep
    says   = "only present power and interests count (Press 2005; Hopf 1994)"
    set    = { "quantity.lesson" = 0 } # J; THEORY tau
  }
  rival "reputation" {
    weight = 0.50 # J; THEORY sw_rep
    says   = "past action is read elsewhere (Schelling 1966; Crescenzi 2007; Weisiger and Yarhi-Milo 2015)"
    set    = { "quantity.lesson" = uniform(0.2, 1) } # J; THEORY tau
  }
  rival "contrarian" {
    weight = 0.15 # J; THEORY sw_rep
    says   = "who gave way once stands next time, with means set free (Jervis 1991; Kim, Byun and Ko 2023)"
    set    = { "quantity.lesson" = uniform(-0.5, -0.1) } # J; THEORY tau
  }
}

theory "precedent" {
  says     = "whether others learn from Ukraine that conquest pays"
  evidence = [evidence.judged-norm-absent, evidence.altman-2020-integrity-norm, evidence.zacher-2001-integrity-norm, evidence.fazal-2007-state-death]
  rival "none" {
    weight = 0.5 # J; THEORY sw_norm
    says   = "no norm of territorial integrity is at work that one case could weaken (Altman 2020)"
    set    = { "quantity.norm" = 0 } # J; THEORY tau_e
  }
  rival "learned" {
    weight = 0.5 # J; THEORY sw_norm
    says   = "what becomes of a conqueror is learned by others (Leng 1983; Zacher 2001; Fazal 2007)"
    set    = { "quantity.norm" = uniform(0.2, 1.2) } # J; THEORY tau_e
  }
}

theory "partners" {
  says     = "what becomes of Russia's trade in arms and technology with its partners after the war"
  evidence = [evidence.judged-axis-theories, evidence.arms-delivery-continues, evidence.un-distance-russia-north-korea, evidence.un-distance-russia-iran, evidence.un-distance-russia-china]
  rival "transactional" {
    weight = 0.35 # J; THEORY sw_axis
    says   = "trade born of need ends with it (Morrow 1991)"
    set    = { "quantity.after-level" = uniform(0, 0.4), "quantity.after-slope" = uniform(-0.1, 0.1) } # J; THEORY eta0, eta1
  }
  rival "structural" {
    weight = 0.30 # J; THEORY sw_axis
    says   = "the common enemy remains (Walt 1987)"
    set    = { "quantity.after-level" = uniform(0.5, 1.2), "quantity.after-slope" = uniform(-0.1, 0.1) } # J; THEORY eta0, eta1
  }
  rival "victory-consolidates" {
    weight = 0.20 # J; THEORY sw_axis
    says   = "partners who have won together stay together: the view of the brief"
    set    = { "quantity.after-level" = uniform(0.5, 1), "quantity.after-slope" = uniform(0.2, 0.6) } # J; THEORY eta0, eta1
  }
  rival "wedge" {
    weight = 0.15 # J; THEORY sw_axis
    says   = "accommodation splits partners (Crawford 2011, 2021; Izumikawa 2013)"
    set    = { "quantity.after-level" = uniform(0.3, 0.8), "quantity.after-slope" = uniform(-0.6, -0.2) } # J; THEORY eta0, eta1
  }
}

theory "stocks" {
  says     = "whether what is sent to Ukraine is missing in Asia and the Middle East; weights J"
  evidence = [evidence.cancian-2022-javelins-sent, evidence.cato-separate-channels, evidence.fdd-no-material-delay, evidence.colby-same-weapons]
  rival "separate" {
    weight = 0.40 # J
    says   = "different stocks and channels; demand even builds capacity (Gomez; FDD)"
    set    = { "quantity.fungible" = uniform(-0.15, 0.05) } # J; THEORY chi in [-.15, 1]
  }
  rival "partly-fungible" {
    weight = 0.35 # J
    says   = "some weapons are wanted in both (Cancian 2022)"
    set    = { "quantity.fungible" = uniform(0.1, 0.5) } # J; THEORY chi in [-.15, 1]
  }
  rival "fungible" {
    weight = 0.25 # J
    says   = "many of the same weapons (Colby); conceding in one place can preserve deterrence in another (Treisman 2004)"
    set    = { "quantity.fungible" = uniform(0.5, 1) } # J; THEORY chi in [-.15, 1]
  }
}

theory "burden" {
  says     = "what the other supporters do when one gives less or threatens to"
  note     = "what happened in 2025 (American allocations fell by 19.7 bn EUR, those of others rose by 15.3) was not known in December 2024 and is not used"
  evidence = [evidence.judged-burden-theories, evidence.kim-sandler-free-riding, evidence.kiel-us-others-next-quarter-correlation]
  rival "substitutes" {
    weight = 0.45 # J; THEORY sw_bs
    says   = "they make up for part of it (Olson and Zeckhauser 1966; Kim and Sandler)"
    set    = { "quantity.offset" = uniform(0.3, 1) } # J; THEORY beta_bs
  }
  rival "inert" {
    weight = 0.35 # J; THEORY sw_bs
    says   = "they do as they would anyway"
    set    = { "quantity.offset" = 0 } # J; THEORY beta_bs
  }
  rival "cascade" {
    weight = 0.20 # J; THEORY sw_bs
    says   = "they follow: abandonment breaks the coalition"
    set    = { "quantity.offset" = uniform(-0.8, -0.2) } # J; THEORY beta_bs
  }
}

theory "bargaining" {
  says     = "what more aid does to talks"
  note     = "THEORY gives hardening .4; the rest is split by judgement"
  evidence = [evidence.sawyer-2017-fungible-support, evidence.min-2020-talks-less-predictive]
  rival "power" {
    weight = 0.40 # J; THEORY sw_brg
    says   = "terms follow power (Fearon 1995; Slantchev 2003)"
    set    = { "quantity.hardening" = 0, "quantity.commitment" = 0 } # J; THEORY hard
  }
  rival "hardening" {
    weight = 0.40 # J; THEORY sw_brg
    says   = "aid makes both sides more hopeful (Blainey 1988; Sawyer, Cunningham and Reed 2017)"
    set    = { "quantity.hardening" = uniform(0.05, 0.30), "quantity.commitment" = 0 } # J; THEORY hard
  }
  rival "commitment" {
    weight = 0.20 # J; THEORY sw_brg
    says   = "a shift of power to come makes fighting on rational (Powell 2006)"
    set    = { "quantity.hardening" = 0, "quantity.commitment" = uniform(0.5, 3) } # J; THEORY hard
  }
}

theory "guarantee" {
  says     = "whether a promised guarantee deters or provokes; weights J"
  evidence = [evidence.johnson-2011-defence-pacts-deter, evidence.kenwick-2015-alliances-provoke, evidence.benson-2022-implementation-window, evidence.benson-2011-deterrent-alliances, evidence.deterrence-major-pact-log-odds-dispute]
  rival "deters" {
    weight = 0.5 # J; THEORY sw_alli
    says   = "defence pacts deter (Leeds 2003; Johnson and Leeds 2011)"
    set    = { "quantity.window" = 0, "quantity.pledge" = uniform(0.4, 1) } # J
  }
  rival "provokes" {
    weight = 0.5 # J; THEORY sw_alli
    says   = "the time before it takes hold is an invitation to strike first (Kenwick, Vasquez and Powers 2015; Benson and Smith 2022)"
    set    = { "quantity.window" = uniform(0.3, 1.5), "quantity.pledge" = uniform(0, 0.5) } # J
  }
}

theory "imposed-peace" {
  says     = "whether who makes the peace matters for how long it holds; weights J"
  evidence = [evidence.werner-yuen-2005-imposed-ceasefires, evidence.fortna-2003-strong-agreements, evidence.lo-2008-agreement-strength, evidence.icb-recurrence-imposed, evidence.icb-recurrence-formal]
  rival "fragile" {
    weight = 0.5 # J
    says   = "terms pressed from outside break more easily, monitored lines hold better (Werner and Yuen 2005; Fortna 2003)"
    set    = { "quantity.imposed" = uniform(0.3, 1.5), "quantity.monitoring" = uniform(0.1, 0.5) } # J; THEORY zimp, mon
  }
  rival "neutral" {
    weight = 0.5 # J
    says   = "who makes it and who watches it matters little (Lo, Hashimoto and Reiter 2008)"
    set    = { "quantity.imposed" = 0, "quantity.monitoring" = 0 } # J; THEORY zimp, mon
  }
}

theory "aims" {
  says = "whether terms can satisfy Moscow; weights J. Without this theory a satisfied or an insatiable Russia would be built into every deal"
  rival "limited" {
    weight = 0.5 # J
    says   = "what is granted is held, and a Russia that has it wants less"
    set    = { "quantity.settles" = uniform(0.6, 1) } # J
  }
  rival "unlimited" {
    weight = 0.5 # J
    says   = "what is granted is a step; the rest is wanted as before"
    set    = { "quantity.settles" = uniform(0, 0.2) } # J
  }
}

theory "safety" {
  says = "what it is to be less safe; a question of meaning rather than of fact, put here because the first claims hinge on it"
  note = "no signpost can settle it: read the verdict under the rival that you mean"
  rival "losses" {
    weight = 0.75 # J: the claims speak of safety, not of budgets
    says   = "safety is losing less to wars and clashes"
    set    = { "quantity.aid-counts" = 0 } # J
  }
  rival "balance" {
    weight = 0.25 # J
    says   = "what is given away is lost too: a dollar of aid weighs as a dollar of loss"
    set    = { "quantity.aid-counts" = 1 } # J
  }
}
