# What ties the theatres to each other. Each link has a channel, a label by which
# `parley explain` cuts it to see what it carries.

support "union-bree" {
  from    = actor.union
  theatre = theatre.amber
  side    = "defender"
  lead    = true
  aid     = { land = between(4, 7) }
  sustains {
    cut = between(0.1, 0.4) # how often such aid is cut, a year
    gap = between(2, 4)     # how far apart a firm and a soft supporter behave
  }
}

support "union-delm" {
  from    = actor.union
  theatre = theatre.birch
  side    = "defender"
  lead    = true
  fights {
    baseline = between(0.3, 0.7) # probability that it fights if Delm is attacked
    gap      = between(2, 4)
  }
}

# Corin sells shells to Arden while the war lasts, and learns to build missiles.
flow "shells" {
  from    = actor.corin
  to      = actor.arden
  gives   = kind.land
  rate    = between(0.5, 2)
  while   = theatre.amber.war
  channel = "shells"
}

flow "missile-know-how" {
  from          = actor.arden
  to            = actor.corin
  gives         = technology(kind.strike)
  rate          = between(0.02, 0.15) # growth of production a year
  in_return_for = flow.shells
  channel       = "know-how"
}

# Corin watches what the Union does about the Amber. How much it learns from that
# is disputed: see the theory below.
watch "corin-watches" {
  theatre = theatre.birch
  about   = actor.union
  in      = theatre.amber
  weight  = quantity.carries-over
  channel = "lesson"
}

quantity "carries-over" {
  value = 0 # set by the theory
  note  = "share of the lesson that carries over from one theatre to another"
}

# A disputed mechanism: every world draws one of the rivals, by its weight.
theory "reputation" {
  says = "does giving way in one place teach anything about another?"
  rival "reputation" {
    weight = 1
    says   = "it does: who gives way once is expected to give way again"
    set    = { "quantity.carries-over" = between(0.4, 1) }
  }
  rival "current-calculus" {
    weight = 1
    says   = "it does not: interests and strength at the place decide"
    set    = { "quantity.carries-over" = 0 }
  }
}
