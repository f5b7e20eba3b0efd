# What might be done. Everything else follows from the model.

scenario "current" {
  title = "Nobody intervenes"
}

scenario "deal" {
  title = "A deal on Arden's terms, imposed by the Union"
  at "2025-07" {
    settle "amber" {
      issues = { line = 1, neutrality = 1 }
      by     = actor.union
    }
  }
}
