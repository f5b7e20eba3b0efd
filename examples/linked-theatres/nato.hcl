# Who decides on an invitation: the Council, by unanimity of 32.
#
# Log-odds of assent to an invitation tabled now (THEORY votes, V for the names, J for the
# numbers): 4.5 for 25 members, -0.3 for three, -1 for two, -2.5 for the United States and
# Germany. Once the war has ended the reluctant may be moved (J).

body "nato" {
  name     = "North Atlantic Council"
  rule     = "unanimity"
  common   = uniform(0, 1) # what moves all together, J
  evidence = [evidence.politico-2024-reluctant-members]
  note     = "membership needs every ally (North Atlantic Treaty, Article 10)"

  member "usa" {
    note    = "ruled out for the near future; log-odds of -2.5 is .08"
    assents = between(0.03, 0.18)
    moved {
      note  = "J: the plan of the envoy defers membership, it does not bar it for ever"
      ends  = theatre.ukraine
      shift = uniform(0, 4)
    }
  }
  member "germany" {
    note    = "as the United States"
    assents = between(0.03, 0.18)
    moved {
      note  = "J"
      ends  = theatre.ukraine
      shift = uniform(0, 4)
    }
  }
  member "hungary-and-slovakia" {
    note    = "log-odds of -1 is .27"
    count   = 2
    assents = between(0.12, 0.45)
    moved {
      note  = "J"
      ends  = theatre.ukraine
      shift = uniform(0, 2)
    }
  }
  member "belgium-slovenia-and-spain" {
    note    = "log-odds of -0.3 is .43"
    count   = 3
    assents = between(0.25, 0.6)
    moved {
      note  = "J"
      ends  = theatre.ukraine
      shift = uniform(0, 4)
    }
  }
  member "the-other-allies" {
    note    = "log-odds of 4.5 is .989"
    count   = 25
    assents = 0.989
  }
}
