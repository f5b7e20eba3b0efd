# A small world to begin with. All files of this directory are one world; their
# names and order do not matter. Change a number, then:
#
#   parley check .      what is wrong, and what the numbers rest on
#   parley run .        the outcomes, and the verdict on every claim
#   parley explain . a  what the first claim rests on
#   parley serve .      look at all of it in the browser
#
# The places are invented. Money is in bn USD, rates are yearly.

world {
  title   = "Two rivers"
  start   = "2025-01"
  period  = "quarter"
  horizon = "5 years"
}

# What is claimed, and the numbers' basis. The text itself is never changed.
source "column" {
  title     = "A column on the war at the Amber"
  file      = "column.txt"
  publisher = "an invented newspaper"
  published = "2025-01-10"
}

person "columnist" {
  name   = "The columnist"
  office = "of an invented newspaper"
}

# ---- who has what ------------------------------------------------------------

kind "land" { name = "ground forces" }

kind "strike" {
  name    = "missiles"
  reaches = true # can strike a homeland afar
}

actor "arden" {
  name = "Arden"
  type = "state"
  means "land" {
    stock    = between(40, 60) # 90 % sure that it lies between
    produces = between(8, 14)
    wear     = 0.1
  }
}

actor "bree" {
  name = "Bree"
  type = "state"
  means "land" {
    stock    = between(30, 45)
    produces = between(4, 8)
    wear     = 0.1
  }
}

actor "corin" {
  name = "Corin"
  type = "state"
  means "land" {
    stock    = between(40, 70)
    produces = between(5, 9)
    wear     = 0.1
  }
  means "strike" {
    stock    = 4
    produces = between(0.4, 1)
    wear     = 0.05
  }
}

actor "delm" {
  name = "Delm"
  type = "state"
  means "land" {
    stock    = between(30, 50)
    produces = between(3, 6)
    wear     = 0.1
  }
}

# The supporter of both defenders. Nobody knows how firmly it stands.
actor "union" {
  name    = "The Union"
  type    = "alliance"
  resolve = between(0.3, 0.7) # what others believe at the opening
  means "land" {
    stock    = 120
    produces = 20
    wear     = 0.1
  }
}
