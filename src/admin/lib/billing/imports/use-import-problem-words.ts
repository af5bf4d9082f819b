import { knownProblem, type KnownMessages } from "../../known-problem"
import { useTexts } from "../../use-texts"

/** What the rules of moving in say against a cell, by the key of its text. */
export const IMPORT_PROBLEMS: KnownMessages = [
  [/^is required where there is a payment method$/, "provider_required"],
  [/^is required: taxes depend on it$/, "country_required"],
  [/^is required$/, "required"],
  [/^takes at most (?<count>\d+) signs$/, "too_long"],
  [/^must be an e-mail address$/, "email"],
  [/^must be a currency's code/, "currency"],
  [/^must be a whole number of at least 1$/, "quantity"],
  [/^takes at most (?<count>\d+) decimals in (?<currency>\w+)$/, "decimals"],
  [/^takes no decimals in (?<currency>\w+)$/, "no_decimals"],
  [/^must be a decimal number/, "amount"],
  [/^takes at most (?<count>\d+) digits/, "amount"],
  [/^must not be negative$/, "negative"],
  [/^must not be zero$/, "zero"],
  [/^must be yes or no$/, "yes"],
  [/^must be a cycle such as/, "interval"],
  [/^must be a date such as/, "date"],
  [/^lies before (?<date>\d{4}-\d{2}-\d{2})/, "past"],
  [/^is neither running nor ended/, "status"],
  [/^must be a country's code of two letters$/, "country"],
  [/^is that of row (?<row>\d+), too$/, "twice"],
  [/^has more cells than the header$/, "too_many_cells"],
  [/^has a quote that is not closed/, "quote"],
  [/^must not hold a zero byte$/, "zero_byte"],
  [/^is empty$/, "empty"],
  [/^"(?<name>.*)" is no column/, "no_column"],
  [/^(?<name>\w+) stands there twice$/, "column_twice"],
  [/^has no column (?<name>\w+)$/, "column_missing"],
  [/^takes at most (?<count>\d+) subscriptions$/, "too_many"],
  [/^is no customer's$/, "no_customer"],
  [/^no region of the store sells in it$/, "no_region"],
  [/^names (?<count>\d+) products/, "several_products"],
  [/^the offer of (?<name>.*) has no cycle of/, "no_cycle"],
  [/^is no SKU, variant, handle, id or external id/, "no_product"],
  [/^cannot charge while the customer is away$/, "cannot_charge"],
  [/^is no payment provider of the store$/, "no_provider"],
  [/^has shipping or a fee beside it/, "shipping"],
  [/^is (?<theirs>\S+), and would be (?<ours>\S+) here$/, "differs"],
]

/** Why a cell is refused, in the user's language. */
export function useImportProblemWords(): (reason: string) => string {
  const { t } = useTexts("billing")
  return (reason) => {
    const known = knownProblem(IMPORT_PROBLEMS, reason)
    return known ? t(`move_in.problems.${known.key}`, known.values) : reason
  }
}
