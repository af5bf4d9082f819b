import type {
  ItemTaxLineDTO,
  ITaxModuleService,
  MedusaContainer,
  ShippingTaxLineDTO,
  TaxableItemDTO,
  TaxCalculationContext,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { BilledSubscription } from "../../../modules/billing"
import type { RenewalTaxLine } from "../../../rules/billing"

/** The tax lines of every subscription item, by item id. */
export type TaxLinesByItem = Map<string, RenewalTaxLine[]>

const SYSTEM_PROVIDER = "tp_system"

/**
 * Looks up the tax lines of many subscriptions, once per distinct tax address. Medusa's own tax provider uses products,
 * countries and provinces only, so equal ones share one look-up. Another provider may also use the customer, the street
 * and the amounts, and is called per subscription.
 */
export async function taxLinesForRenewals(
  container: MedusaContainer,
  subscriptions: BilledSubscription[],
): Promise<TaxLinesByItem> {
  const taxed = await onlyAutomaticallyTaxed(container, subscriptions)
  const shared = await everyRegionUsesSystemProvider(container)
  const tax = container.resolve(Modules.TAX)
  const lines: TaxLinesByItem = new Map()
  for (const group of groupByAddress(taxed, shared)) {
    await addTaxLines(tax, group, lines)
  }
  return lines
}

interface TaxGroup {
  context: TaxCalculationContext
  /** Items that share one look-up, which is made for the first. */
  items: Map<string, { item: TaxableItemDTO; ids: string[] }>
}

function groupByAddress(subscriptions: BilledSubscription[], shared: boolean): TaxGroup[] {
  const groups = new Map<string, TaxGroup>()
  for (const subscription of subscriptions) {
    const context = taxContext(subscription)
    if (!context) {
      continue
    }
    const { country_code, province_code } = context.address
    const key = shared ? `${country_code}/${province_code ?? ""}` : subscription.id
    const group = groups.get(key) ?? { context, items: new Map() }
    groups.set(key, group)
    for (const item of subscription.items) {
      const sameAnswer = shared ? item.product_id : item.id
      const entry = group.items.get(sameAnswer)
      if (entry) {
        entry.ids.push(item.id)
      } else {
        group.items.set(sameAnswer, { item: taxableItem(subscription, item), ids: [item.id] })
      }
    }
  }
  return [...groups.values()]
}

async function addTaxLines(tax: ITaxModuleService, group: TaxGroup, lines: TaxLinesByItem): Promise<void> {
  const entries = [...group.items.values()]
  const idsOfAsked = new Map(entries.map((entry) => [entry.item.id, entry.ids]))
  const answer = await tax.getTaxLines(
    entries.map((entry) => entry.item),
    group.context,
  )
  for (const line of answer) {
    if (!isItemLine(line)) {
      continue
    }
    for (const id of idsOfAsked.get(line.line_item_id) ?? []) {
      lines.set(id, [...(lines.get(id) ?? []), toRenewalTaxLine(line)])
    }
  }
}

const isItemLine = (line: ItemTaxLineDTO | ShippingTaxLineDTO): line is ItemTaxLineDTO => "line_item_id" in line

function toRenewalTaxLine(line: ItemTaxLineDTO): RenewalTaxLine {
  return {
    code: line.code ?? "",
    rate: line.rate ?? 0,
    description: line.name,
    tax_rate_id: line.rate_id,
    provider_id: line.provider_id,
  }
}

function taxableItem(subscription: BilledSubscription, item: BilledSubscription["items"][number]): TaxableItemDTO {
  return {
    id: item.id,
    product_id: item.product_id,
    product_type_id: text(item.snapshot.product_type_id),
    quantity: item.quantity,
    unit_price: item.unit_price,
    currency_code: subscription.currency_code,
  }
}

function taxContext(subscription: BilledSubscription): TaxCalculationContext | null {
  // Medusa taxes an order by its shipping address alone, so renewals do the same as the first order.
  const address = subscription.shipping_address
  const country = text(address?.country_code)
  if (!address || !country) {
    return null
  }
  return {
    address: {
      country_code: country,
      province_code: text(address.province) ?? null,
      address_1: text(address.address_1),
      address_2: text(address.address_2) ?? null,
      city: text(address.city),
      postal_code: text(address.postal_code),
    },
    customer: {
      id: subscription.customer_id ?? "",
      email: subscription.email ?? "",
      customer_groups: [],
    },
    is_return: false,
  }
}

/** As Medusa does for carts: a region without automatic taxes gets none. */
async function onlyAutomaticallyTaxed(
  container: MedusaContainer,
  subscriptions: BilledSubscription[],
): Promise<BilledSubscription[]> {
  const ids = [...new Set(subscriptions.flatMap((subscription) => subscription.region_id ?? []))]
  if (!ids.length) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: regions } = await query.graph({
    entity: "region",
    fields: ["id", "automatic_taxes"],
    filters: { id: ids },
  })
  const automatic = new Set(regions.filter((region) => region.automatic_taxes).map((region) => region.id))
  return subscriptions.filter(({ region_id }) => region_id !== null && automatic.has(region_id))
}

async function everyRegionUsesSystemProvider(container: MedusaContainer): Promise<boolean> {
  const regions = await container
    .resolve(Modules.TAX)
    .listTaxRegions({}, { select: ["id", "provider_id", "parent_id"] })
  return regions.every(
    (region) => region.parent_id !== null || (region.provider_id ?? SYSTEM_PROVIDER) === SYSTEM_PROVIDER,
  )
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined)
