# Korea: quiet under an armistice.

theatre "korea" {
  name              = "Korea"
  challenger        = actor.north-korea
  defender          = actor.south-korea
  status            = "quiet"
  place             = [127.0, 38.3]
  share             = 0 # the north wants the south; it holds nothing of it
  weights           = { land = 1, strike = 0.8, air-defence = 0.5, naval = 0.3 }
  commits           = { north-korea = 0.9, south-korea = 0.9 } # J
  defence_advantage = between(1.2, 2.5)                        # a fortified line, J
  decisiveness      = quantity.decisiveness
  difference        = quantity.difference
  note              = "weights of kinds are J"

  crisis {
    challenge        = lognormal(0.18, 1.49)                                            # crises a year: THEORY LN(.18, .4); 13 in 72 years
    concede          = beta(2, 20)                                                      # THEORY p_conc
    attack           = min(beta(1, 20), 1 - theatre.korea.crisis.concede)               # THEORY K: one war in 13 crises, none since 1953
    concession       = 0.05                                                             # J
    backing_down     = uniform(0, 0.1)                                                  # THEORY aC, J
    giving_way       = uniform(0, 0.15)                                                 # J
    war_cost         = { challenger = between(0.4, 1.2), defender = between(0.4, 1.2) } # J
    facing_supporter = between(0.2, 0.8)                                                # the end of the regime, J
    punishment       = between(0.02, 0.2)                                               # little is left to sanction, J
    probe            = quantity.probe
    sensitivity      = quantity.sensitivity
    evidence         = [evidence.icb-north-south-korea-crisis-rate, evidence.icb-crisis-to-war-east-asia, evidence.mid-cow-post1945-outcomes]
  }

  war {
    note     = "should it come to one; J throughout"
    pace     = uniform(0.2, 1)
    losses   = { challenger = uniform(0.3, 0.7), defender = uniform(0.2, 0.5) }
    end      = uniform(0.3, 1.5)
    evidence = [evidence.war-duration-median]
    issue "line" {
      note       = "who holds what, J"
      challenger = 0.8
      defender   = 0.8
    }
    issue "relief" {
      note       = "relief of sanctions, J"
      challenger = 0.2
      defender   = 0.2
    }
  }
}

support "usa-korea" {
  from    = actor.usa
  theatre = theatre.korea
  side    = "defender"
  lead    = true
  channel = "deterrence"
  fights {
    baseline    = beta(6, 2) # THEORY p_fight K: a treaty and 28,500 soldiers in the country (M)
    stake       = { resolute = quantity.resolute-stake, irresolute = quantity.irresolute-stake }
    gap         = quantity.gap
    cost        = uniform(0.2, 0.9)  # J
    abandonment = uniform(0, 0.5)    # THEORY oP, J
    commits     = uniform(0.08, 0.2) # J
    evidence    = [evidence.leeds-2000-alliances-reliable, evidence.alliance-honoured-defence-post1945]
  }
}
