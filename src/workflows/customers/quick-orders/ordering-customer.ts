import type { MedusaContainer } from "@medusajs/framework/types"
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
  customer: { id: string; email: string | null; groups: string[] } | null
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
  return {
    profileId,
    name: profile.name,
    email: profile.email,
    language: profile.language,
    currencyCode: profile.currency_code,
    countryCode: profile.country_code,
    address: addressOf(profile),
    company: profile.contact_person === null ? null : profile.name,
    percent: personalPercent({ discountPercent: profile.discount_percent }),
    customer: customerId === null ? null : await customerOf(container, customerId),
  }
}

function addressOf(profile: ProfileRow): ProfileAddress | null {
  const { address_1, address_2, city, postal_code, province, country_code, phone } = profile
  const name = profile.contact_person ?? profile.name
  return address_1 && city && country_code
    ? { name, address_1, address_2, city, postal_code: postal_code ?? "", province, country_code, phone }
    : null
}

async function customerOf(container: MedusaContainer, id: string): Promise<OrderingCustomer["customer"]> {
  const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers({ id }, { relations: ["groups"] })
  return customer
    ? { id, email: customer.email, groups: (customer.groups ?? []).flatMap((group) => group.id ?? []) }
    : null
}
