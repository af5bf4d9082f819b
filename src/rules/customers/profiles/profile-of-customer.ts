import { isZero, type Decimal } from "../../money"
import { isEmail, tidyName } from "../../text"
import type { ProfileBody } from "./profile-columns"

/** A customer of Medusa's, as it is when it appears. */
export interface AppearedCustomer {
  company_name: string | null
  first_name: string | null
  last_name: string | null
  email: string | null
  phone: string | null
}

/** The fields of a customer's own profile. A company's contact is its person; who has no name is called by the e-mail. */
export function bodyOfCustomer(customer: AppearedCustomer): ProfileBody {
  const person = tidyName([customer.first_name, customer.last_name].filter(Boolean).join(" ")).slice(0, 200)
  const company = tidyName(customer.company_name ?? "").slice(0, 200)
  const email = customer.email !== null && isEmail(customer.email) ? customer.email : null
  const phone = /\d{2}/.test((customer.phone ?? "").replace(/\D/g, "")) ? (customer.phone ?? "").slice(0, 40) : null
  return {
    name: company || person || tidyName(customer.email ?? "").slice(0, 200) || "?",
    ...(company && person ? { contact_person: person } : {}),
    email,
    phone,
  }
}

/** A profile with the customer's e-mail. */
export interface LeadWithEmail {
  id: string
  discount_percent: Decimal | null
  /** Whether a quick-order link was ever made for it. */
  has_link: boolean
}

/**
 * The lead that a customer is, by the e-mail; null: none, and they get a profile of their own. Anybody can type an e-mail and
 * register with it, so a lead with a discount is linked by an admin alone, and an account, which would see what is ordered by a
 * link, to none who has had one; and of several, only an admin knows which.
 */
export function leadOfCustomer(
  withEmail: readonly LeadWithEmail[],
  { hasAccount }: { hasAccount: boolean },
): string | null {
  const [only, ...others] = withEmail
  const isTrusted =
    only !== undefined &&
    (only.discount_percent === null || isZero(only.discount_percent)) &&
    !(hasAccount && only.has_link)
  return isTrusted && !others.length ? only.id : null
}
