import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules, QueryContext } from "@medusajs/framework/utils"
import type { LockedSubscription } from "../../../modules/billing"
import { contentsIn, isRoot, type ItemPrice } from "../../../rules/billing"
import { renewedPackages, type RunningPackage } from "../../ports/packages/renewed-packages"

/** The current price of each subscription item, by item id; an item that has none is not in the map. */
export type CurrentPrices = Map<string, ItemPrice>

interface PricedVariant {
  id: string
  calculated_price?: {
    calculated_amount: BigNumberInput | null
    is_calculated_price_tax_inclusive: boolean
    original_amount: BigNumberInput | null
    is_original_price_tax_inclusive: boolean
    calculated_price?: { price_list_id: string | null; price_list_type: string | null } | null
  } | null
}

type Item = LockedSubscription["items"][number]

/** Items whose price is asked for alike. */
interface Question {
  row: LockedSubscription["row"]
  quantity: number
  items: Item[]
}

/**
 * The price for a new order like this one: the same region, customer and groups, quantity (B22). A sale for everybody
 * does not count, because it ends and a renewal's price stays; a price list of the customer's groups does.
 */
export async function loadCurrentPrices(
  container: MedusaContainer,
  subscriptions: LockedSubscription[],
): Promise<CurrentPrices> {
  const groups = await groupsOfCustomers(container, subscriptions)
  const groupsOf = ({ customer_id }: LockedSubscription["row"]) => groups.get(customer_id ?? "") ?? []
  const prices: CurrentPrices = new Map()
  for (const { row, quantity, items } of questionsOf(subscriptions, groupsOf)) {
    const variants = await pricedVariants(container, { row, quantity, items }, groupsOf(row))
    const lists = await listsForGroups(container, variants)
    for (const variant of variants) {
      const current = currentPrice(variant, lists)
      if (current) {
        items.filter((item) => item.variant_id === variant.id).forEach((item) => prices.set(item.id, current))
      }
    }
  }
  return withPackages(container, subscriptions, prices)
}

/** What is sold as a package has the price that its room counts, from those of its contents where they make it. */
async function withPackages(
  container: MedusaContainer,
  subscriptions: LockedSubscription[],
  prices: CurrentPrices,
): Promise<CurrentPrices> {
  const packages = subscriptions.flatMap(({ row, items }) =>
    items.flatMap((root) => runningPackage(root, { row, items, prices })),
  )
  if (!packages.length) {
    return prices
  }
  const parts = new Set(packages.flatMap((one) => one.parts.map(({ id }) => id)))
  const others = [...prices].filter(([id]) => !parts.has(id))
  return new Map([...others, ...(await renewedPackages.get().currentPrices(container, packages))])
}

function runningPackage(
  root: Item,
  { row, items, prices }: LockedSubscription & { prices: CurrentPrices },
): RunningPackage[] {
  if (root.line_record_id === null || !isRoot(root)) {
    return []
  }
  const all = [root, ...contentsIn(items, root)]
  return [
    {
      parts: all.flatMap(({ id, line_record_id: recordId }) => (recordId === null ? [] : [{ id, recordId }])),
      currencyCode: row.currency_code,
      prices: new Map(
        all.flatMap(({ id, variant_id }): [string, ItemPrice][] => {
          const price = prices.get(id)
          return price ? [[variant_id, price]] : []
        }),
      ),
    },
  ]
}

function questionsOf(
  subscriptions: LockedSubscription[],
  groupsOf: (row: LockedSubscription["row"]) => string[],
): Question[] {
  const questions = new Map<string, Question>()
  for (const { row, items } of subscriptions) {
    for (const item of items) {
      const { currency_code, region_id } = row
      // A content has the price of one piece, however many are in its package.
      const quantity = isRoot(item) ? item.quantity : 1
      const key = JSON.stringify([currency_code, region_id, groupsOf(row), quantity])
      const question = questions.get(key) ?? { row, quantity, items: [] }
      question.items.push(item)
      questions.set(key, question)
    }
  }
  return [...questions.values()]
}

async function groupsOfCustomers(
  container: MedusaContainer,
  subscriptions: LockedSubscription[],
): Promise<Map<string, string[]>> {
  const ids = [...new Set(subscriptions.flatMap(({ row }) => row.customer_id ?? []))]
  const customers = ids.length
    ? await container.resolve(Modules.CUSTOMER).listCustomers({ id: ids }, { relations: ["groups"], take: ids.length })
    : []
  return new Map(
    customers.map(({ id, has_account, groups }) => [
      id,
      has_account ? (groups ?? []).flatMap((group) => group.id ?? []).sort() : [],
    ]),
  )
}

async function pricedVariants(
  container: MedusaContainer,
  { row, quantity, items }: Question,
  groups: string[],
): Promise<PricedVariant[]> {
  const { currency_code, region_id, customer_id, sales_channel_id } = row
  const customer = { id: customer_id, groups: groups.map((id) => ({ id })) }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["id", "calculated_price.*"],
    filters: { id: [...new Set(items.map((item) => item.variant_id))] },
    context: {
      calculated_price: QueryContext({
        currency_code,
        quantity,
        ...(region_id ? { region_id } : {}),
        ...(sales_channel_id ? { sales_channel_id } : {}),
        ...(customer_id ? { customer } : {}),
      }),
    },
  })
  return data
}

/** The sales among these prices' lists that hold for certain groups only. */
async function listsForGroups(container: MedusaContainer, variants: PricedVariant[]): Promise<Set<string>> {
  const ids = variants.flatMap(({ calculated_price: price }) => price?.calculated_price?.price_list_id ?? [])
  if (!ids.length) {
    return new Set()
  }
  const lists = await container
    .resolve(Modules.PRICING)
    .listPriceLists({ id: [...new Set(ids)] }, { relations: ["price_list_rules"], take: ids.length })
  return new Set(
    lists
      .filter(({ price_list_rules: rules }) => (rules ?? []).some(({ attribute }) => attribute === GROUP_ATTRIBUTE))
      .map(({ id }) => id),
  )
}

const GROUP_ATTRIBUTE = "customer.groups.id"

function currentPrice(
  { calculated_price: price }: PricedVariant,
  listsForGroups: ReadonlySet<string>,
): ItemPrice | null {
  if (!price) {
    return null
  }
  const list = price.calculated_price
  const isSaleForAll = list?.price_list_type === "sale" && !listsForGroups.has(list.price_list_id ?? "")
  const amount = isSaleForAll ? price.original_amount : price.calculated_amount
  return amount === null || amount === undefined
    ? null
    : {
        amount: MathBN.convert(amount).toFixed(),
        isTaxInclusive: isSaleForAll ? price.is_original_price_tax_inclusive : price.is_calculated_price_tax_inclusive,
      }
}
