import type { CustomerAddressDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  CUSTOMERS_MODULE,
  type CustomersModuleService,
  mainCustomerOf,
  type ProfileRow,
  readProfiles,
} from "../../../modules/customers"
import { personalPercent, type CustomerLanguage, type QuickOrderAddress } from "../../../rules/customers"
import type { Decimal } from "../../../rules/money"

/** An address of the profile's, which has more than is asked for. */
export interface ProfileAddress extends QuickOrderAddress {
  address_2?: string | null
  province?: string | null
  phone?: string | null
}

/** Whose link it is, as far as an order needs it. */
export interface OrderingCustomer {
  profileId: string
  name: string
  email: string | null
  language: CustomerLanguage | null
  currencyCode: string | null
  countryCode: string | null
  /** Null: it is asked for. */
  address: ProfileAddress | null
  company: string | null
  percent: Decimal | null
  /** The Medusa customer that orders are made for; null: a lead without one. */
  customer: { id: string; email: string | null; hasAccount: boolean; groups: string[] } | null
}

/** Null: the profile is gone. */
export async function loadOrderingCustomer(
  container: MedusaContainer,
  profileId: string,
): Promise<OrderingCustomer | null> {
  const { knex } = container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
  const [[profile], customerId] = await Promise.all([readProfiles(knex, [profileId]), mainCustomerOf(knex, profileId)])
  if (!profile) {
    return null
  }
  const { customer, address: saved } =
    customerId === null ? { customer: null, address: null } : await customerOf(container, customerId)
  const address = addressOf(profile) ?? saved
  return {
    profileId,
    name: profile.name,
    email: profile.email,
    language: profile.language,
    currencyCode: profile.currency_code,
    countryCode: profile.country_code ?? address?.country_code ?? null,
    address,
    company: profile.contact_person === null ? null : profile.name,
    percent: personalPercent({ discountPercent: profile.discount_percent }),
    customer,
  }
}

function addressOf(profile: ProfileRow): ProfileAddress | null {
  const { address_1, address_2, city, postal_code, province, country_code, phone } = profile
  const name = profile.contact_person ?? profile.name
  return address_1 && city && country_code
    ? { name, address_1, address_2, city, postal_code: postal_code ?? "", province, country_code, phone }
    : null
}

async function customerOf(
  container: MedusaContainer,
  id: string,
): Promise<Pick<OrderingCustomer, "customer" | "address">> {
  const relations = ["groups", "addresses"]
  const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers({ id }, { relations })
  if (!customer) {
    return { customer: null, address: null }
  }
  const { email, has_account: hasAccount, groups, addresses } = customer
  return {
    customer: { id, email, hasAccount, groups: (groups ?? []).flatMap((group) => group.id ?? []) },
    address: savedAddress(addresses),
  }
}

/** The address that a customer has saved with Medusa: the one that they mean by default, else their only one. */
function savedAddress(addresses: readonly CustomerAddressDTO[]): ProfileAddress | null {
  const saved = addresses.find((one) => one.is_default_shipping) ?? (addresses.length === 1 ? addresses[0] : undefined)
  const { first_name, last_name, company, address_1, address_2, city, postal_code } = saved ?? {}
  const { province, country_code, phone } = saved ?? {}
  const name = [first_name, last_name].filter(Boolean).join(" ") || company
  return name && address_1 && city && country_code
    ? { name, address_1, address_2, city, postal_code: postal_code ?? "", province, country_code, phone }
    : null
}
