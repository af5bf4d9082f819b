import { knownProblem, type KnownMessages, type KnownProblem } from "../known-problem"

/** Messages of rules and server, with the key of our own text for each. */
const KNOWN: KnownMessages = [
  [/^must not be empty$/, "empty"],
  [/^is in the list already$/, "repeated"],
  [/^must say on how many billing cycles/, "cycles"],
  [/^must be a whole number from 1/, "count"],
  [/^(is not|must be) a date such as/, "date"],
  [/^must not be before the first day$/, "before_first_day"],
  [/^must be a decimal number such as/, "decimal"],
  [/^must not be negative$/, "negative"],
  [/^takes no decimals in (?<currency>\w+)$/, "no_decimals"],
  [/^takes at most (?<most>\d+) decimals/, "decimals"],
  [/^takes at most (?<most>\d+) digits before the point$/, "digits"],
  [/^must not be more than 100$/, "above_100"],
  [/^must be less than 100:/, "margin_100"],
  [/^must be a whole number of units/, "units"],
  [/^must not be below the minimum$/, "below_minimum"],
  [/^overlaps range \d+$/, "overlap"],
  [/^a discount needs at least one rule$/, "no_rule"],
  [/^an order discount needs at least one range$/, "no_range"],
  [/^(a fixed value|an amount as trigger) needs a currency$/, "no_currency"],
  [/^".*" is not a customer group$/, "no_such_group"],
  [/^"(?<currency>.*)" is not a known currency$/, "unknown_currency"],
  [/^"(?<currency>.*)" is not a currency of this store$/, "other_currency"],
  [/^its price is made by its contents: /, "fixed_on_contents"],
]

/** The text key for a reason, with its values; null where there is none. */
export function problemKey(reason: string): KnownProblem | null {
  const known = knownProblem(KNOWN, reason)
  return known && { ...known, key: `problems.${known.key}` }
}
