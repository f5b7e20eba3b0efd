# Ukraine: at war at the opening, and what would follow.

theatre "ukraine" {
  name              = "Ukraine"
  challenger        = actor.russia
  defender          = actor.ukraine
  status            = "war"
  place             = [31.2, 48.8]
  share             = uniform(0.2, 0.4) # of the stake, not of the territory: Russia held about 18 % of that. THEORY x0, J
  weights           = { land = 1, strike = 0.8, air-defence = 0.7 }
  commits           = { russia = 0.8, ukraine = 1 } # Russia keeps something for its other borders, J
  defence_advantage = between(1.0, 2.2)             # attacking is dearer than holding, J
  decisiveness      = quantity.decisiveness
  difference        = quantity.difference
  note              = "weights of kinds are J: what a bn of each is worth on this front"
  evidence          = [evidence.russia-holds-of-ukraine]

  crisis {
    note             = "baselines of a quiet theatre after the war stand in `peace`; these shape the pay-offs"
    challenge        = lognormal(0.18, 1.49)                                             # THEORY U LN(.18, .4), D
    concede          = beta(2, 20)                                                       # THEORY p_conc: targets yield in 2 to 4 % of disputes, compromise in 6 %
    attack           = min(beta(3, 10), 1 - theatre.ukraine.crisis.concede)              # THEORY U, D
    concession       = 0.1                                                               # J
    backing_down     = uniform(0, 0.1)                                                   # THEORY aC: audience costs exist; their size is J
    giving_way       = uniform(0, 0.1)                                                   # J
    war_cost         = { challenger = between(0.15, 0.6), defender = between(0.2, 0.7) } # J
    facing_supporter = between(0.2, 0.8)                                                 # a war with NATO states, J
    punishment       = between(0.05, 0.4)                                                # J
    probe            = quantity.probe
    sensitivity      = quantity.sensitivity
    evidence         = [evidence.icb-russia-ukraine-crisis-rate, evidence.icb-crisis-to-war-protracted, evidence.tomz-2007-audience-costs, evidence.mid-cow-post1945-outcomes]
  }

  war {
    note       = "talks about four issues; who values what is J and drives the terms"
    drift      = uniform(0.008, 0.036) # stakes a year: .002 to .009 a quarter; in 2024 Russia took 0.69 % of the territory, 1 to 5 times that in stakes
    tipping    = uniform(0, 2)         # THEORY E3 xi: fronts break rather than bend, J
    luck       = 0.012                 # .006 a quarter, THEORY E2
    losses     = { challenger = quantity.russia-loss, defender = quantity.ukraine-loss }
    horizon    = 2                                                                    # years that the sides look ahead, THEORY H, J
    end        = beta(4, 14)                                                          # long wars end at .2 to .28 a year, THEORY end_yr, D
    cost       = { challenger = uniform(0.03, 0.12), defender = uniform(0.03, 0.14) } # of fighting on for the horizon; THEORY E18 c·H/10
    optimism   = { challenger = uniform(0, 0.2), defender = uniform(0, 0.2) }         # J
    hardening  = quantity.hardening
    commitment = quantity.commitment
    leverage   = uniform(0, 1.2) # THEORY lev: four fifths of wars see talks, two thirds end by settlement
    membership = uniform(0, 1)   # THEORY pm, J
    settles    = quantity.settles
    evidence   = [evidence.isw-2024-russian-gain-share, evidence.war-4y-given-2y, evidence.ucdp-interstate-survival, evidence.min-2020-wars-with-talks, evidence.min-2020-wars-settled]

    # Weights add to 1 on each side (J). Moscow puts land and relief before the rest in
    # proportion to Kyiv, Kyiv its army and its choice of allies: so terms go from
    # returning land, over keeping the line, to relief, neutrality and limits.
    issue "line" {
      note       = "1: the line stays where it is"
      challenger = 0.40
      defender   = 0.30
    }
    issue "relief" {
      note       = "relief of sanctions"
      challenger = 0.20
      defender   = 0.15
    }
    issue "neutrality" {
      note       = "Ukraine joins no alliance"
      challenger = 0.25
      defender   = 0.25
    }
    issue "limits" {
      note       = "limits on Ukraine's forces"
      challenger = 0.15
      defender   = 0.30
    }
  }

  peace {
    note        = "after the war"
    keeps       = { challenger = quantity.russia-keeps, defender = quantity.ukraine-keeps }
    relief_arms = uniform(0, 0.6)                                     # Iran's military spending fell by a third under sanctions and rose by 30 % after relief (V); J for Russia
    limits_arms = uniform(0.5, 1)                                     # what is not evaded, J
    revanche    = uniform(0, 0.6)                                     # THEORY E26: .3
    challenge   = lognormal(0.18, 1.49)                               # crises a year: THEORY anchor LN(.18, .4), D; another crisis within five years after 34 of 55 crises with full-scale war
    concede     = beta(2, 20)                                         # THEORY p_conc, D
    attack      = min(beta(3, 10), 1 - theatre.ukraine.peace.concede) # THEORY anchor, D
    reopen      = uniform(0.002, 0.014)                               # Ukraine begins again: a fifth of the renewed wars (THEORY), so about .008 a year, J
    imposed     = quantity.imposed
    monitoring  = quantity.monitoring
    window      = quantity.window
    evidence    = [evidence.icb-recurrence-after-war, evidence.icb-crisis-to-war-protracted, evidence.fortna-2004-renewed-fighting, evidence.ucdp-relapse-interstate, evidence.war-relapse-war-stalemate-post1945, evidence.dizaji-iran-spending-fall, evidence.dizaji-iran-spending-rise]
    terms {
      note      = "what an agreement of the parties adds to the issues they bargained over"
      guarantee = 0.1 # assurances of the Budapest kind, J
      monitored = 0.3 # J
    }
  }
}

# ---- aid by donor and kind -----------------------------------------------------------
#
# Bn USD a year at the level of 2024: allocations in EUR (Kiel, D) at 1.08 USD (M). Kinds:
# shells and other consumables, a third of the value (J), count as ground forces; the rest
# is split as deliveries of 2022 to 2024 in the trade register (SIPRI, D).

quantity "us-aid" {
  value    = 20.14 * 1.08
  unit     = "bn USD a year"
  domain   = "positive"
  note     = "military allocations of the United States in 2024"
  evidence = [source.kiel, evidence.kiel-allocations-2024]
}

quantity "us-aid-land" {
  value    = quantity.us-aid * (0.333 + 0.667 * 1569 / 4943)
  domain   = "positive"
  unit     = "bn USD a year"
  note     = "armour, guns, shells, anti-tank weapons"
  evidence = [source.kiel, source.sipri-transfers]
}

quantity "us-aid-air-defence" {
  value    = quantity.us-aid * 0.667 * 1403 / 4943
  unit     = "bn USD a year"
  domain   = "positive"
  note     = "air defence: Patriot, NASAMS, Hawk, Stinger and their missiles"
  evidence = [source.kiel, source.sipri-transfers]
}

quantity "us-aid-strike" {
  value    = quantity.us-aid * 0.667 * 1971 / 4943
  unit     = "bn USD a year"
  domain   = "positive"
  note     = "offensive systems: guided rockets, ATACMS, drones, glide bombs"
  evidence = [source.kiel, source.sipri-transfers]
}

quantity "europe-aid" {
  value    = 16.67 * 1.08
  unit     = "bn USD a year"
  domain   = "positive"
  note     = "military allocations of European states and Union institutions without Germany in 2024"
  evidence = [source.kiel]
}

quantity "europe-aid-land" {
  value    = quantity.europe-aid * (0.333 + 0.667 * 2670 / 5552)
  unit     = "bn USD a year"
  domain   = "positive"
  note     = "armour, guns, shells"
  evidence = [source.kiel, source.sipri-transfers]
}

quantity "europe-aid-air-defence" {
  value    = quantity.europe-aid * 0.667 * 1772 / 5552
  unit     = "bn USD a year"
  domain   = "positive"
  note     = "air defence; the register's split is for all of Europe"
  evidence = [source.kiel, source.sipri-transfers]
}

quantity "europe-aid-strike" {
  value    = quantity.europe-aid * 0.667 * 1110 / 5552
  unit     = "bn USD a year"
  domain   = "positive"
  note     = "offensive systems: aircraft, cruise missiles, rockets"
  evidence = [source.kiel, source.sipri-transfers]
}

quantity "germany-aid" {
  value    = 3.96 * 1.08
  unit     = "bn USD a year"
  domain   = "positive"
  note     = "military allocations of Germany in 2024"
  evidence = [source.kiel]
}

quantity "germany-aid-land" {
  value    = quantity.germany-aid * (0.333 + 0.667 * 1.77 / 5.65)
  unit     = "bn USD a year"
  domain   = "positive"
  note     = "armour, guns, shells"
  evidence = [source.kiel]
}

quantity "germany-aid-air-defence" {
  value    = quantity.germany-aid * 0.667 * 3.88 / 5.65
  unit     = "bn USD a year"
  domain   = "positive"
  note     = "air defence: Iris-T, Patriot"
  evidence = [source.kiel]
}

quantity "germany-aid-strike" {
  value  = 0
  unit   = "bn USD a year"
  domain = "positive"
  note   = "no long-range weapons by December 2024 (M)"
}

quantity "usable" {
  value  = uniform(0.4, 0.8) # J
  domain = "probability"
  note   = "share of what is allocated that becomes usable means in time: with it American and European aid are each some .2 to .4 of Ukraine's inflow, as in THEORY fUS, fEU"
}

quantity "clash" {
  value    = lognormal(0.006, 2.23) # THEORY esc0 LN(.0015, .8) a quarter
  unit     = "per year"
  domain   = "positive"
  note     = "direct clash of Russia with NATO states while the war is on"
  evidence = [evidence.metaculus-2022-nuclear-war]
}

quantity "clash-surge" {
  value  = uniform(0, 3) # J
  domain = "positive"
  note   = "how much each unit of aid above the opening level raises it; THEORY esc1"
}

support "usa-ukraine" {
  from      = actor.usa
  theatre   = theatre.ukraine
  side      = "defender"
  lead      = true
  channel   = "aid"
  aid       = { land = quantity.us-aid-land, air-defence = quantity.us-aid-air-defence, strike = quantity.us-aid-strike }
  usable    = quantity.usable
  continues = uniform(0, 0.3) # share that goes on after the war, J
  evidence  = [source.kiel]

  fights {
    note        = "should Russia attack again after a settlement"
    baseline    = beta(1, 30) # THEORY p_fight U
    stake       = { resolute = quantity.resolute-stake, irresolute = quantity.irresolute-stake }
    gap         = quantity.gap
    cost        = uniform(0.6, 1.5) # war with a nuclear power, J
    abandonment = uniform(0, 0.3)   # J
    pledge      = quantity.pledge
    commits     = uniform(0.05, 0.2) # J
    evidence    = [evidence.alliance-honoured-any-post1945]
  }
  sustains {
    cut        = 1 - evidence.support-continues # state support goes on from year to year in 1,466 of 1,601 cases
    surge      = uniform(0.05, 0.25)            # J
    restart    = evidence.support-starts        # it begins in 116 of 1,209
    size       = 0.6                            # THEORY surge
    escalation = uniform(0, 0.2)                # J
    cost       = uniform(0.03, 0.2)             # J
    stake      = { resolute = quantity.resolute-stake, irresolute = quantity.irresolute-stake }
    gap        = quantity.gap
    evidence   = [evidence.support-continues, evidence.support-starts]
  }
  clash {
    note  = "half of the hazard: a clash of American forces with Russia"
    rate  = 0.5 * quantity.clash
    surge = quantity.clash-surge
  }
}

support "europe-ukraine" {
  from      = actor.europe
  theatre   = theatre.ukraine
  side      = "defender"
  channel   = "aid"
  joins     = uniform(0.2, 0.7) # a United States that fights, J
  aid       = { land = quantity.europe-aid-land, air-defence = quantity.europe-aid-air-defence, strike = quantity.europe-aid-strike }
  usable    = quantity.usable
  continues = uniform(0.2, 0.6) # J: the Union lends and pledges beyond the war
  offset    = quantity.offset
  evidence  = [source.kiel, evidence.kim-sandler-free-riding, evidence.kiel-us-others-next-quarter-correlation]
  fights {
    baseline = beta(1, 30)         # it follows the lead; THEORY p_fight U
    commits  = uniform(0.05, 0.25) # J
    evidence = [evidence.alliance-honoured-any-post1945]
  }
  clash {
    note  = "the other half: a clash of European forces with Russia"
    rate  = 0.5 * quantity.clash
    surge = quantity.clash-surge
  }
}

support "germany-ukraine" {
  from      = actor.germany
  theatre   = theatre.ukraine
  side      = "defender"
  channel   = "aid"
  aid       = { land = quantity.germany-aid-land, air-defence = quantity.germany-aid-air-defence, strike = quantity.germany-aid-strike }
  usable    = quantity.usable
  continues = uniform(0.2, 0.6) # J
  offset    = quantity.offset
  evidence  = [source.kiel, evidence.kim-sandler-free-riding]
}

# After the war armies shrink to what peace pays for: the shares of war production that
# keep up `russia-rearms` and `ukraine-rearms` times the forces of the opening.

quantity "russia-keeps" {
  value  = quantity.wear * quantity.russia-rearms * (quantity.russia-land + quantity.russia-strike) / (quantity.russia-land-makes + quantity.russia-strike-makes)
  domain = "positive"
  note   = "production that keeps up `russia-rearms` times the opening stock against wear, over that of the war"
}

quantity "ukraine-keeps" {
  value  = quantity.wear * quantity.ukraine-rearms * (quantity.ukraine-land + quantity.ukraine-air-defence + quantity.ukraine-strike) / (quantity.ukraine-land-makes + quantity.ukraine-air-defence-makes + quantity.ukraine-strike-makes)
  domain = "positive"
  note   = "the same for Ukraine; aid that continues comes on top"
}
