import { knownProblem, type KnownMessages } from "../known-problem"
import { useTexts } from "../use-texts"

/** What the rules of customers say against a field, by the key of its text. */
export const CUSTOMER_PROBLEMS: KnownMessages = [
  [/^is required$/, "required"],
  [/^takes at most (?<count>\d+) signs$/, "too_long"],
  [/^must be an e-mail address$/, "email"],
  [/^must be a phone number$/, "phone"],
  [/^must be a country's code of two letters/, "country"],
  [/^must be a decimal number/, "percent"],
  [/^must not be negative$/, "negative"],
  [/^must not be more than 100$/, "over_100"],
  [/^takes at most 2 decimals$/, "two_decimals"],
  [/^must be a currency of the store$/, "currency"],
  [/^must be a VAT number/, "vat"],
  [/^must be a date/, "date"],
  [/^must be one of /, "one_of"],
  [/^has a profile already$/, "has_profile"],
  [/^has a log-in, and the profile has another one$/, "two_log_ins"],
  [/^has a log-in of its own, and so has the other/, "two_log_ins"],
  [/^is not the customer's name$/, "other_name"],
  [/^is the customer of row (?<row>\d+), too$/, "twice"],
  [/^is that of (?<count>\d+) customers/, "several"],
  [/^is no customer's$/, "no_customer"],
  [/^was changed while the file was imported/, "meanwhile"],
  [/^has more cells than the header$/, "too_many_cells"],
  [/^has a quote that is not closed/, "quote"],
  [/^is empty$/, "empty"],
  [/^has no column name$/, "no_name_column"],
  [/^"(?<name>.*)" is no column/, "no_column"],
  [/^(?<name>\w+) stands there twice$/, "column_twice"],
  [/^takes at most (?<count>\d+) customers$/, "too_many"],
]

/** Why a field is refused, in the user's language. */
export function useCustomerProblemWords(): (reason: string) => string {
  const { t } = useTexts("customers")
  return (reason) => {
    const bare = reason.replace(/^[a-z_0-9 ,]+: /, "")
    const known = knownProblem(CUSTOMER_PROBLEMS, bare)
    return known ? t(`problems.${known.key}`, known.values) : reason
  }
}
