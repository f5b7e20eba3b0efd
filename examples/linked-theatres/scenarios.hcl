# Six courses. Everything in them is an action, an intervention: what follows from it the
# model works out. What armies shrink to after the war stands in the theatre's peace block
# and is the same in all of them.

scenario "moscow-terms" {
  title = "A deal now, on Moscow's terms"
  note  = "imposed by the United States in mid-2025: the line, full relief, neutrality, forces cut by 70 %. American aid is not cut by a further action: the settlement itself is what others learn from, once"
  at "2025-06" {
    settle "ukraine" {
      issues    = { line = 1, relief = 1, neutrality = 1, limits = 0.7 }
      guarantee = 0.1
      monitored = 0
      by        = actor.usa
    }
  }
}

scenario "freeze" {
  title = "Freeze the front and press both to talk"
  note  = "the envoy's plan: pressure on both from March 2025, then a ceasefire on the line with a token relief and monitors"
  at "2025-03" {
    talks "ukraine" { intensity = 1 }
    press "ukraine" { both = 1 }
  }
  at "2025-06" {
    settle "ukraine" {
      issues    = { line = 1, relief = 0.2, neutrality = 0, limits = 0 }
      guarantee = 0.3
      monitored = 0.6
      by        = actor.usa
    }
  }
}

scenario "current" {
  title = "Current course"
  note  = "nobody intervenes: Washington decides on aid from quarter to quarter, the others adjust, the war ends when the parties agree"
}

scenario "arm-first" {
  title = "Arm first, then talk"
  note  = "all donors give 60 % more for six quarters; then talks are opened, both sides are pressed, and all aid is free again: Washington chooses, the others share the burden"
  at "2025-01" {
    aid "usa-ukraine" { level = 1.6 }
    aid "europe-ukraine" { level = 1.6 }
    aid "germany-ukraine" { level = 1.6 }
  }
  at "2026-07" {
    aid "usa-ukraine" { free = true }
    aid "europe-ukraine" { free = true }
    aid "germany-ukraine" { free = true }
    talks "ukraine" { intensity = 1 }
    press "ukraine" { both = 1 }
  }
}

scenario "arm-first-invite" {
  title = "Arm first, with an invitation to NATO"
  note  = "as arm-first; the invitation is tabled in mid-2025 and, if refused, again after the war"
  at "2025-01" {
    aid "usa-ukraine" { level = 1.6 }
    aid "europe-ukraine" { level = 1.6 }
    aid "germany-ukraine" { level = 1.6 }
  }
  at "2025-06" {
    guarantee "ukraine" {
      strength = 0.8
      takes    = "2 years"
      needs    = body.nato
    }
  }
  at "2026-07" {
    aid "usa-ukraine" { free = true }
    aid "europe-ukraine" { free = true }
    aid "germany-ukraine" { free = true }
    talks "ukraine" { intensity = 1 }
    press "ukraine" { both = 1 }
  }
  when {
    ends = theatre.ukraine
    guarantee "ukraine" {
      strength = 0.8
      takes    = "2 years"
      needs    = body.nato
    }
  }
}

scenario "stop-support" {
  title = "Stop American support, without a deal"
  note  = "a threat in January 2025, as in 2018, and the end of aid in June"
  at "2025-01" {
    aid "usa-ukraine" {
      free   = true
      threat = 0.6
    }
  }
  at "2025-06" {
    aid "usa-ukraine" {
      level  = 0
      threat = 0
    }
  }
}
