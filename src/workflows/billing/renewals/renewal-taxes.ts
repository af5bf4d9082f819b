import type {
  ItemTaxLineDTO,
  ITaxModuleService,
  MedusaContainer,
  ShippingTaxLineDTO,
  TaxableItemDTO,
  TaxableShippingDTO,
  TaxCalculationContext,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { BilledSubscription } from "../../../modules/billing"
import type { RenewalShippingMethod, RenewalTaxLine, TaxAddress } from "../../../rules/billing"
import { loadTaxFacts, type TaxFacts } from "./load-tax-facts"

/** The tax lines of subscription items and of shipping methods, by the id of item or subscription. */
export type TaxLinesById = Map<string, RenewalTaxLine[]>

export interface RenewalToTax {
  subscription: BilledSubscription
  shipping: RenewalShippingMethod | null
}

/**
 * Looks up the taxes of many renewals as of now, asked as Medusa asks for a cart: with the product's type of today, the
 * customer with their groups, and the address. Medusa's own provider reads products, types, shipping options, countries
 * and provinces only, so that equal ones share one look-up; any other is asked for each subscription.
 */
export async function taxLinesForRenewals(container: MedusaContainer, renewals: RenewalToTax[]): Promise<TaxLinesById> {
  const known = await loadTaxFacts(
    container,
    renewals.map(({ subscription }) => subscription),
  )
  const tax = container.resolve(Modules.TAX)
  const lines: TaxLinesById = new Map()
  for (const group of groupByQuestion(renewals, known)) {
    await addTaxLines(tax, group, lines)
  }
  return lines
}

interface TaxGroup {
  context: TaxCalculationContext
  /** Items and methods that share one look-up, which is made for the first. */
  asked: Map<string, { line: TaxableItemDTO | TaxableShippingDTO; ids: string[] }>
}

function groupByQuestion(renewals: RenewalToTax[], facts: TaxFacts): TaxGroup[] {
  const groups = new Map<string, TaxGroup>()
  for (const { subscription, shipping } of renewals) {
    const address = facts.addresses.get(subscription.id)
    if (!address) {
      continue
    }
    const { country_code, province_code } = address
    const key = facts.isShared ? `${country_code}/${province_code ?? ""}` : subscription.id
    const group = groups.get(key) ?? { context: taxContext(subscription, address, facts), asked: new Map() }
    groups.set(key, group)
    for (const { sameAnswer, line } of questions({ subscription, shipping }, facts)) {
      const entry = group.asked.get(sameAnswer)
      if (entry) {
        entry.ids.push(line.id)
      } else {
        group.asked.set(sameAnswer, { line, ids: [line.id] })
      }
    }
  }
  return [...groups.values()]
}

interface Question {
  /** Lines of one group with the same text get one answer. */
  sameAnswer: string
  line: TaxableItemDTO | TaxableShippingDTO
}

function questions({ subscription, shipping }: RenewalToTax, facts: TaxFacts): Question[] {
  const { isShared } = facts
  const items = subscription.items.map((item) => {
    const line = taxableItem(subscription, item, facts)
    return { line, sameAnswer: isShared ? `${item.product_id}/${line.product_type_id ?? ""}` : item.id }
  })
  if (!shipping?.shipping_option_id) {
    return items
  }
  const { shipping_option_id, amount } = shipping
  const line = {
    id: subscription.id,
    shipping_option_id,
    unit_price: amount,
    currency_code: subscription.currency_code,
  }
  return [...items, { line, sameAnswer: isShared ? shipping_option_id : subscription.id }]
}

async function addTaxLines(tax: ITaxModuleService, { asked, context }: TaxGroup, lines: TaxLinesById): Promise<void> {
  const entries = [...asked.values()]
  const idsOfAsked = new Map(entries.map((entry) => [entry.line.id, entry.ids]))
  const answer = await tax.getTaxLines(
    entries.map((entry) => entry.line),
    context,
  )
  for (const line of answer) {
    for (const id of idsOfAsked.get(idOf(line)) ?? []) {
      lines.set(id, [...(lines.get(id) ?? []), toRenewalTaxLine(line)])
    }
  }
}

const idOf = (line: ItemTaxLineDTO | ShippingTaxLineDTO): string =>
  "line_item_id" in line ? line.line_item_id : line.shipping_line_id

const toRenewalTaxLine = (line: ItemTaxLineDTO | ShippingTaxLineDTO): RenewalTaxLine => ({
  code: line.code ?? "",
  rate: line.rate ?? 0,
  description: line.name,
  tax_rate_id: line.rate_id,
  provider_id: line.provider_id,
})

const taxableItem = (
  subscription: BilledSubscription,
  item: BilledSubscription["items"][number],
  { productTypes }: TaxFacts,
): TaxableItemDTO => ({
  id: item.id,
  product_id: item.product_id,
  product_type_id: productTypes.get(item.product_id) ?? undefined,
  quantity: item.quantity,
  unit_price: item.unit_price,
  currency_code: subscription.currency_code,
})

const taxContext = (
  { customer_id, email }: BilledSubscription,
  address: TaxAddress,
  { customers }: TaxFacts,
): TaxCalculationContext => {
  const customer = customers.get(customer_id ?? "")
  return {
    address,
    customer: {
      id: customer_id ?? "",
      email: customer?.email ?? email ?? "",
      customer_groups: customer?.groups ?? [],
    },
    is_return: false,
  }
}
