import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { BilledSubscription } from "../../../modules/billing"
import { taxAddress, type TaxAddress } from "../../../rules/billing"

/** What taxes of renewals depend on, as of now. */
export interface TaxFacts {
  /** By subscription; one that is not there has no taxes. */
  addresses: ReadonlyMap<string, TaxAddress>
  /** The type of each product today; of a deleted one, the type that was ordered. Null: none. */
  productTypes: ReadonlyMap<string, string | null>
  /** Loaded only for providers that may read them. */
  customers: ReadonlyMap<string, { email: string; groups: string[] }>
  /** Whether equal lines get equal taxes: all regions use Medusa's own provider. */
  isShared: boolean
}

const SYSTEM_PROVIDER = "tp_system"

/** A few statements, however many subscriptions there are. */
export async function loadTaxFacts(container: MedusaContainer, subscriptions: BilledSubscription[]): Promise<TaxFacts> {
  const isShared = await everyRegionUsesSystemProvider(container)
  const addresses = subscriptions.flatMap((subscription): [string, TaxAddress][] => {
    const address = taxAddress(subscription)
    return address ? [[subscription.id, address]] : []
  })
  return {
    addresses: new Map(addresses),
    productTypes: await typesOfProducts(container, subscriptions),
    customers: isShared ? new Map() : await customersOf(container, subscriptions),
    isShared,
  }
}

async function everyRegionUsesSystemProvider(container: MedusaContainer): Promise<boolean> {
  const regions = await container
    .resolve(Modules.TAX)
    .listTaxRegions({}, { select: ["id", "provider_id", "parent_id"] })
  return regions.every(
    (region) => region.parent_id !== null || (region.provider_id ?? SYSTEM_PROVIDER) === SYSTEM_PROVIDER,
  )
}

async function typesOfProducts(
  container: MedusaContainer,
  subscriptions: BilledSubscription[],
): Promise<Map<string, string | null>> {
  const items = subscriptions.flatMap((subscription) => subscription.items)
  const types = new Map(items.map(({ product_id, snapshot }) => [product_id, textOrNull(snapshot.product_type_id)]))
  const ids = [...types.keys()]
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id", "type_id"],
    filters: { id: ids },
  })
  for (const { id, type_id } of data) {
    types.set(id, textOrNull(type_id))
  }
  return types
}

async function customersOf(
  container: MedusaContainer,
  subscriptions: BilledSubscription[],
): Promise<Map<string, { email: string; groups: string[] }>> {
  const ids = [...new Set(subscriptions.flatMap(({ customer_id }) => customer_id ?? []))]
  const customers = ids.length
    ? await container.resolve(Modules.CUSTOMER).listCustomers({ id: ids }, { relations: ["groups"], take: ids.length })
    : []
  return new Map(
    customers.map(({ id, email, groups }) => [
      id,
      { email, groups: (groups ?? []).flatMap((group) => group.id ?? []) },
    ]),
  )
}

const textOrNull = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)
