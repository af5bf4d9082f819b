import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min"

/** A phone as it was typed, and in E.164 where it is a number that can be (C3). */
export interface PhoneNumber {
  typed: string
  e164: string | null
  /** The digits as they are dialled within the country, with the trunk prefix; null where `e164` is. */
  national: string | null
}

/** `country` is where a number without a country code is dialled; null: not known. */
export function phoneNumber(typed: string, country: string | null): PhoneNumber {
  const home = country?.toUpperCase()
  // 0041 and (0) are how people write +41 and a trunk prefix.
  const dialled = typed.replace(/\(0\)/g, "").replace(/^\s*00(?=[1-9])/, "+")
  const parsed = parsePhoneNumberFromString(dialled, home && isSupportedCountry(home) ? home : undefined)
  return parsed?.isPossible()
    ? { typed, e164: parsed.number, national: parsed.formatNational().replace(/\D/g, "") }
    : { typed, e164: null, national: null }
}
