import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { addressesToBill, BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { documentGaps, type RecordFacts, type RecordField } from "../../../rules/billing"
import { loadBuyers, UNKNOWN_BUYER } from "../invoices/load-buyers"

export interface RecordCheck {
  /** The subscription whose next invoice it is about; null: an order that is still to come. */
  subscription_id: string | null
  display_id: number | null
  lacks: RecordField[]
}

type Address = RecordFacts["address"]

/**
 * What the next documents of a customer, or of one subscription, would lack: of each that renews, and of the customer's
 * own addresses where none does.
 */
export async function checkRecord(
  container: MedusaContainer,
  of: { customer_id: string } | { subscription_id: string },
): Promise<RecordCheck[]> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const found = await addressesToBill(
    knex,
    "customer_id" in of ? { customerId: of.customer_id } : { subscriptionId: of.subscription_id },
  )
  const customerId = "customer_id" in of ? of.customer_id : (found[0]?.customer_id ?? null)
  if ("subscription_id" in of && !found.length) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Subscription with id: ${of.subscription_id} was not found`)
  }
  const buyer = (await loadBuyers(container, [customerId])).get(customerId ?? "")
  if ("customer_id" in of && !buyer) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Customer with id: ${of.customer_id} was not found`)
  }
  const facts = buyer ?? UNKNOWN_BUYER
  if (!found.length && customerId !== null) {
    return [{ subscription_id: null, display_id: null, lacks: gapsOf(facts, await ownAddress(container, customerId)) }]
  }
  return found.map(({ id, display_id, billing_address, shipping_address }) => ({
    subscription_id: id,
    display_id,
    lacks: gapsOf(facts, billing_address ?? shipping_address),
  }))
}

/** A name or company that the customer's record lacks is taken from the address, as the document does. */
function gapsOf(buyer: Omit<RecordFacts, "address">, address: Record<string, unknown> | null): RecordField[] {
  const named = [address?.first_name, address?.last_name].filter((name) => typeof name === "string" && name).join(" ")
  const company = typeof address?.company === "string" ? address.company : null
  return documentGaps({
    name: buyer.name || named || null,
    company: buyer.company || company || null,
    vatNumber: buyer.vatNumber,
    address: address,
  })
}

async function ownAddress(container: MedusaContainer, customerId: string): Promise<Record<string, unknown> | null> {
  const addresses = await container.resolve(Modules.CUSTOMER).listCustomerAddresses({ customer_id: customerId })
  const chosen = addresses.find((one) => one.is_default_billing) ?? addresses[0]
  return chosen ? { ...chosen } : null
}
