import type { ProfileAnswer } from "../../../contracts/customers/profiles"

type Address = Pick<ProfileAnswer, "address_1" | "address_2" | "postal_code" | "city" | "province" | "country_code">

/** An address as lines: street, place, country. */
export function addressOf(profile: Address): string[] {
  const place = [profile.postal_code, profile.city].filter(Boolean).join(" ")
  const country = profile.country_code?.toUpperCase() ?? ""
  return [profile.address_1, profile.address_2, [place, profile.province].filter(Boolean).join(", "), country].flatMap(
    (line) => line || [],
  )
}
