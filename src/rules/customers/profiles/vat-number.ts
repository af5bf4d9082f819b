import { euVat, stdnum, type Validator } from "stdnum"
import type { CivilDate } from "../../calendar"
import type { VatState } from "../states"

/** A VAT number as it is kept: compact, with its country in front, and what is known of it since when (C3). */
interface VatCheck {
  number: string
  /** ISO 3166; null: neither the number nor the address says it. */
  country: string | null
  state: VatState
  checkedOn: CivilDate | null
}

export type CheckedVat = { ok: true; check: VatCheck } | { ok: false; reason: string }

/** A VAT number has letters, digits and their separators, and at least two digits. */
const POSSIBLE = /^(?=(?:.*\d){2})[A-Za-z0-9 .\-/+*]{4,24}$/
const PREFIX = /^([A-Z]{2})(.+)$/

/** Prefixes that are no code of a country. */
const COUNTRY_OF: Record<string, string> = { EL: "GR", XI: "GB" }
const PREFIX_OF: Record<string, string> = { GR: "EL", CH: "CHE" }

const validatorsOf = (country: string): readonly Validator[] => {
  const others = [stdnum[country]?.["vat"], stdnum[country]?.["mva"]].flatMap((one) => one ?? [])
  return euVat[country] ?? others
}

/** Every CHE number is valid with one of its three suffixes; alone, its check digit says the same. */
const swiss = (number: string): boolean => stdnum["CH"]?.["uid"]?.validate(number.slice(0, 12)).isValid ?? false

/** With separators dropped, and the country in front where the address says it. */
function compactNumber(text: string, homeCountry: string | null): { number: string; country: string | null } {
  const number = text.toUpperCase().replace(/[^A-Z0-9+*]/g, "")
  if (/^CHE\d/.test(number)) {
    return { number, country: "CH" }
  }
  const [, prefix = ""] = PREFIX.exec(number) ?? []
  const named = COUNTRY_OF[prefix] ?? prefix
  if (prefix && validatorsOf(named).length && (prefix in COUNTRY_OF || named === prefix)) {
    return { number, country: named }
  }
  const country = homeCountry?.toUpperCase() ?? null
  const known = country !== null && validatorsOf(country).length > 0
  return { number: known ? `${PREFIX_OF[country] ?? country}${number}` : number, country }
}

/**
 * A VAT number by its country's format and check digit. One that cannot be a VAT number anywhere is refused; one that is
 * only wrong is kept as `invalid`, and one of a country without a known format as `unchecked`. No register is asked: one that is
 * down blocks nothing.
 */
export function checkVatNumber(
  text: string,
  { country, asOf }: { country: string | null; asOf: CivilDate },
): CheckedVat {
  if (!POSSIBLE.test(text.trim())) {
    return { ok: false, reason: "must be a VAT number such as CHE-107.787.577 or DE136695976" }
  }
  const found = compactNumber(text, country)
  const validators = found.country ? validatorsOf(found.country) : []
  if (!validators.length) {
    return { ok: true, check: { ...found, state: "unchecked", checkedOn: null } }
  }
  const own = found.country === "CH" ? found.number : found.number.slice(2)
  const isValid =
    (found.country === "CH" && /^CHE\d{9}$/.test(own) && swiss(own)) ||
    validators.some((validator) => validator.validate(own).isValid || validator.validate(found.number).isValid)
  return { ok: true, check: { ...found, state: isValid ? "valid" : "invalid", checkedOn: asOf } }
}
