# The Middle East: Iran and its partners against Israel. Quiet here means that the two
# states are not at full-scale war; the fighting in Gaza and Lebanon of 2024 is not a war
# in this sense, and the exchanges of April and October 2024 are crises.

theatre "middle-east" {
  name              = "Middle East"
  challenger        = actor.iran
  defender          = actor.israel
  status            = "quiet"
  place             = [35.5, 32.5]
  share             = uniform(0.1, 0.3) # of the say over the region, after the losses of 2024, J
  weights           = { strike = 1, air-defence = 0.7, naval = 0.8, land = 0.2 }
  commits           = { iran = 0.6, israel = 0.7 } # they do not border on each other, J
  defence_advantage = between(0.8, 1.5)            # J
  decisiveness      = quantity.decisiveness
  difference        = quantity.difference
  note              = "weights of kinds are J"

  crisis {
    challenge        = lognormal(0.35, 1.49)                                            # crises a year: THEORY M LN(.35, .4); Israel and Iran had 2 in 72 years to 2019 but several in 2024, Israel and Syria 15
    concede          = beta(2, 20)                                                      # THEORY p_conc
    attack           = min(beta(6, 14), 1 - theatre.middle-east.crisis.concede)         # THEORY M: 20 of 69 crises in the region became full-scale wars
    concession       = 0.1                                                              # J
    backing_down     = uniform(0, 0.1)                                                  # THEORY aC, J
    giving_way       = uniform(0, 0.15)                                                 # J
    war_cost         = { challenger = between(0.2, 0.7), defender = between(0.2, 0.7) } # J
    facing_supporter = between(0.1, 0.5)                                                # J
    punishment       = between(0.02, 0.2)                                               # J
    probe            = quantity.probe
    sensitivity      = quantity.sensitivity
    proxies          = { hezbollah = quantity.proxy-elasticity, hamas = 0.3 * quantity.proxy-elasticity } # J
    evidence         = [evidence.icb-israel-iran-crisis-rate, evidence.icb-israel-syria-crisis-rate, evidence.icb-us-iran-crisis-rate, evidence.icb-crisis-to-war-middle-east, evidence.mid-cow-post1945-outcomes]
  }

  war {
    note     = "should it come to one; J throughout"
    pace     = uniform(0.1, 0.5)
    losses   = { challenger = uniform(0.3, 1), defender = uniform(0.1, 0.4) }
    end      = uniform(0.5, 2)
    evidence = [evidence.war-duration-median-post1945]
    issue "line" {
      note       = "who holds what, J"
      challenger = 0.7
      defender   = 0.7
    }
    issue "relief" {
      note       = "relief of sanctions, J"
      challenger = 0.3
      defender   = 0.3
    }
  }
}

quantity "proxy-elasticity" {
  value  = uniform(0, 1) # THEORY epsilon_M, J
  domain = "probability"
  note   = "how much more trouble a richer partner makes; 0: autonomous agents do as they would anyway"
}

support "usa-israel" {
  from    = actor.usa
  theatre = theatre.middle-east
  side    = "defender"
  lead    = true
  channel = "deterrence"
  fights {
    baseline    = beta(4, 4) # THEORY p_fight M
    stake       = { resolute = quantity.resolute-stake, irresolute = quantity.irresolute-stake }
    gap         = quantity.gap
    cost        = uniform(0.2, 0.8)   # J
    abandonment = uniform(0, 0.5)     # THEORY oP, J
    commits     = uniform(0.05, 0.15) # J
    evidence    = [evidence.alliance-honoured-any-post1945, evidence.leeds-2000-alliances-reliable]
  }
}

support "hezbollah-beside-iran" {
  from    = actor.hezbollah
  theatre = theatre.middle-east
  side    = "challenger"
  beside  = uniform(0.3, 0.8) # share of its means that counts against Israel, J
  channel = "money"
}

support "hamas-beside-iran" {
  from    = actor.hamas
  theatre = theatre.middle-east
  side    = "challenger"
  beside  = uniform(0.3, 0.8) # J
  channel = "money"
}
