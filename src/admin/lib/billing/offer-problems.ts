import type { KnownMessages } from "../known-problem"

/** What the rules of offers and their routes refuse by. Ids stand in none of our texts. */
export const OFFER_PROBLEMS: KnownMessages = [
  [/^must be a whole number from 0 to (?<most>\d+)$/, "whole_up_to"],
  [/^a trial is for recurring offers only$/, "trial_recurring"],
  [/^a duration is for free offers only$/, "duration_free"],
  [/^a product cannot be cross-sold with itself$/, "cross_sold_itself"],
  [/^is in the list already$/, "repeated"],
  [/^is not a product$/, "no_product"],
  [/^a (recurring|lifetime) offer needs at least one$/, "no_cycle"],
  [/^is the length of another cycle already$/, "same_length"],
  [/^is another cycle's variant already$/, "variant_taken"],
  [/^must be a decimal number such as/, "decimal"],
  [/^must not be negative$/, "negative"],
  [/^takes no decimals in (?<currency>\w+)$/, "no_decimals"],
  [/^takes at most (?<most>\d+) decimals/, "decimals"],
  [/^takes at most (?<most>\d+) digits before the point$/, "digits"],
  [/^"(?<currency>.*)" is not a known currency$/, "unknown_currency"],
  [/^"(?<currency>.*)" is not a currency of this store$/, "other_currency"],
  [/^cannot be changed: (?<count>\d+) subscriptions? runs? on it$/, "cycle_runs"],
  [/^must keep .+ \((?<name>.+)\): (?<count>\d+) subscriptions? runs? on it$/, "cycle_kept"],
  [/^must name a variant of the product: it has the option "(?<option>.+)" to choose from, too$/, "names_variant"],
  [/^must be given: the product has the variant "(?<title>.+)" \(.+\) already$/, "variant_exists"],
  [/^the product must be in a collection, its group$/, "no_group"],
  [/^is not a collection$/, "no_group"],
  [/^Cannot be deleted: (?<count>\d+) subscriptions? runs? on /, "runs"],
]
