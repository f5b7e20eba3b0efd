# Two contests. In a theatre a challenger wants what a defender holds.

theatre "amber" {
  name       = "the Amber"
  challenger = actor.arden
  defender   = actor.bree
  status     = "war"
  share      = 0.2 # of what is contested, held by the challenger
  weights    = { land = 1 }

  crisis { # what happens once it is quiet
    challenge = between(0.1, 0.4)
    attack    = 0.3
  }
  war {
    drift = between(0.005, 0.03) # how the front moves now
    end   = between(0.1, 0.4)    # how often such wars end, a year
    issue "line" {
      challenger = 0.6
      defender   = 0.6
    }
    issue "neutrality" {
      challenger = 0.4
      defender   = 0.4
    }
  }
}

theatre "birch" {
  name       = "the Birch"
  challenger = actor.corin
  defender   = actor.delm
  status     = "quiet"
  share      = 0
  weights    = { land = 1, strike = 2 }

  crisis {
    challenge = observed_rate(5, 30) # five crises in thirty years
    attack    = observed(3, 21)      # three wars in twenty-one crises
    concede   = 0.1
    note      = "invented counts, to show how counts are written"
    evidence  = [source.column]

    facing_supporter = between(0.3, 0.6) # what it costs the challenger if the Union fights
    probe            = between(0.5, 2)   # a crisis is a cheap test where resolve is doubted
  }
  war {
    issue "line" {
      challenger = 1
      defender   = 1
    }
  }
}
