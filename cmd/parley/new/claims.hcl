# Who says what, in the exact words of the source, and what would make it true.

claim "encourages-corin" {
  title   = "A deal on Arden's terms encourages Corin"
  source  = source.column
  speaker = person.columnist
  quote   = "a deal on Arden's terms would encourage Corin to try its luck at the Birch"
  gloss   = "our reading: war at the Birch within five years is likelier after the deal, by more than one in a hundred"
  test {
    measure = war.birch
    under   = scenario.deal
    against = scenario.current
    expect  = "higher"
    margin  = 0.01
  }
}

claim "shells-for-missiles" {
  title   = "The trade in shells gives Corin missiles"
  source  = source.column
  speaker = person.columnist
  quote   = "every shell that Corin sells is paid for in missiles"
  gloss   = "our reading: after five years of the current course Corin has more missiles with the know-how than without it, by more than 0.1 bn USD"
  test {
    measure = stock.corin.strike
    under   = scenario.current
    against = scenario.current
    without = ["know-how"]
    expect  = "higher"
    margin  = 0.1
  }
}

# Said, but context: what stands in the source and is no claim to be tested.

statement "not-the-amber-alone" {
  source  = source.column
  speaker = person.columnist
  quote   = "The war at the Amber is not a war about the Amber alone"
  about   = [theatre.amber, theatre.birch]
}
