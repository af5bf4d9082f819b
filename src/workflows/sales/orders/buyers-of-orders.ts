import type { MedusaContainer } from "@medusajs/framework/types"
import { readBuyers, SALES_MODULE, type SalesModuleService } from "../../../modules/sales"
import type { OrderFacts } from "../../orders/order-facts"
import { buyerVatNumbers } from "../../ports/buyer-vat-numbers"
import type { BuyerWords } from "./snapshot-of"

/**
 * What customers say of themselves, by their ids. As on invoices, a VAT number that Medusa's customer has not is the profile's: it
 * is asked for where it is to be kept.
 */
export async function buyersOf(
  container: MedusaContainer,
  customerIds: readonly string[],
  kept: readonly string[] = customerIds,
): Promise<Map<string, BuyerWords>> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const rows = await readBuyers(knex, customerIds)
  const without = rows.filter(({ id, vat_number }) => vat_number === null && kept.includes(id)).map(({ id }) => id)
  const known = without.length ? await buyerVatNumbers.get().ofCustomers(container, without) : new Map<string, string>()
  return new Map(
    rows.map(({ id, name, company, vat_number, email }) => [
      id,
      { name, company, vatNumber: vat_number ?? known.get(id) ?? null, email },
    ]),
  )
}

export const NO_BUYER: BuyerWords = { name: null, company: null, vatNumber: null, email: null }

/** Who has bought by a link is known by its profile, also while the guest's row is not. */
export async function buyerOfOrder(
  container: MedusaContainer,
  { id, cartId, customerId, customer }: OrderFacts,
  { buyers, isSold }: { buyers: ReadonlyMap<string, BuyerWords>; isSold: boolean },
): Promise<BuyerWords> {
  const buyer = buyers.get(customerId ?? "") ?? NO_BUYER
  return isSold || cartId === null || customer?.hasAccount || buyer.vatNumber !== null
    ? buyer
    : { ...buyer, vatNumber: await buyerVatNumbers.get().ofOrder(container, id) }
}
