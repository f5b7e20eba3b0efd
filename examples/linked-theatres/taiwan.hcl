# The Taiwan Strait: quiet.

theatre "taiwan" {
  name              = "Taiwan Strait"
  challenger        = actor.china
  defender          = actor.taiwan
  status            = "quiet"
  place             = [119.9, 24.5]
  share             = 0 # China holds nothing of what is contested
  weights           = { naval = 1, strike = 0.8, air-defence = 0.5 }
  commits           = { china = 0.5, taiwan = 1 } # J
  defence_advantage = between(2, 5)               # an army must cross the sea, J
  decisiveness      = quantity.decisiveness
  difference        = quantity.difference
  note              = "weights of kinds are J"

  crisis {
    challenge        = lognormal(0.10, 1.65)                                            # crises a year: THEORY LN(.10, .5); five in 71 years, but more are expected: two thirds of American experts expected one in 2024
    concede          = beta(2, 20)                                                      # THEORY p_conc
    attack           = min(beta(1.5, 10), 1 - theatre.taiwan.crisis.concede)            # THEORY T; 3 of 21 crises in East Asia became full-scale wars, 8 of 90 everywhere since 1990
    concession       = 0.15                                                             # J
    backing_down     = uniform(0, 0.1)                                                  # THEORY aC, J
    giving_way       = uniform(0, 0.15)                                                 # J
    war_cost         = { challenger = between(0.3, 0.9), defender = between(0.4, 1.2) } # J
    facing_supporter = between(0.1, 0.5)                                                # J
    punishment       = between(0.05, 0.4)                                               # sanctions if the conquest is not forgiven, J
    probe            = quantity.probe
    sensitivity      = quantity.sensitivity
    evidence         = [evidence.icb-china-taiwan-crisis-rate, evidence.icb-crisis-to-war-east-asia, evidence.icb-crisis-to-war-post1989, evidence.csis-2024-taiwan-crisis, evidence.superforecasters-taiwan-weapon-use, evidence.mid-cow-post1945-outcomes]
  }

  war {
    note     = "should it come to one; J throughout, as little turns on it"
    pace     = uniform(0.2, 1)
    losses   = { challenger = uniform(0.2, 0.6), defender = uniform(0.2, 0.6) }
    end      = uniform(0.3, 1.5) # most inter-state wars are short: median 0.4 years
    evidence = [evidence.war-duration-median, evidence.war-duration-quantiles]
    issue "line" {
      note       = "who holds what, J"
      challenger = 0.8
      defender   = 0.7
    }
    issue "relief" {
      note       = "relief of sanctions, J"
      challenger = 0.2
      defender   = 0.3
    }
  }
}

support "usa-taiwan" {
  from    = actor.usa
  theatre = theatre.taiwan
  side    = "defender"
  lead    = true
  channel = "deterrence"
  fights {
    baseline    = beta(4, 3) # THEORY p_fight T: experts nearly all expect it, the record of alliances is far lower
    stake       = { resolute = quantity.resolute-stake, irresolute = quantity.irresolute-stake }
    gap         = quantity.gap
    cost        = uniform(0.3, 1)    # J
    abandonment = uniform(0, 0.5)    # THEORY oP, J
    commits     = uniform(0.25, 0.5) # of its means that reach the strait in time, J
    evidence    = [evidence.csis-2024-us-would-intervene-taiwan, evidence.alliance-honoured-any-post1945, evidence.leeds-2000-alliances-reliable]
  }
}

support "japan-taiwan" {
  from    = actor.japan
  theatre = theatre.taiwan
  side    = "defender"
  joins   = uniform(0.2, 0.7) # an America that fights, J
  channel = "deterrence"
  fights {
    baseline = uniform(0.1, 0.5) # it follows the lead, J
    commits  = uniform(0.1, 0.4) # J
  }
}
