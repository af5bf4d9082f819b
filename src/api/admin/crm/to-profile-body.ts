import type { UpdateProfile } from "../../../contracts/customers/profiles"
import type { ProfileBody } from "../../../rules/customers"

/** A percentage may be sent as a number; the rule reads text. */
export const toProfileBody = ({ discount_percent, version: _version, ...fields }: UpdateProfile): ProfileBody => ({
  ...fields,
  ...(discount_percent === undefined
    ? {}
    : { discount_percent: discount_percent === null ? null : String(discount_percent) }),
})
