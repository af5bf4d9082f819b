import type { BigNumberInput, MedusaContainer, OrderShippingMethodDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules, QueryContext } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  readParcelSiblings,
} from "../../../modules/billing"
import {
  carriesParcel,
  renewalIds,
  renewalShipping,
  taxAddress,
  toSubscriptionFacts,
  type BillDecision,
  type OfferedShipping,
  type RenewalShipping,
  type SoldShipping,
} from "../../../rules/billing"

export interface RenewalToShip {
  subscription: BilledSubscription
  decision: BillDecision
}

/** How each renewal of goods is shipped, by renewal; services are left out. A batch without goods costs nothing. */
export async function loadRenewalShipping(
  container: MedusaContainer,
  renewals: RenewalToShip[],
): Promise<Map<string, RenewalShipping>> {
  const goods = renewals.filter(({ subscription }) => subscription.items.some(isGoods))
  if (!goods.length) {
    return new Map()
  }
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const siblings = await readParcelSiblings(db.knex, {
    customerIds: [...new Set(goods.flatMap(({ subscription }) => subscription.customer_id ?? []))],
    dates: [...new Set(goods.map(({ decision }) => decision.dueOn))],
  })
  const orderIds = [...goods.map(({ subscription }) => subscription), ...siblings].flatMap((one) => one.order_id ?? [])
  const sold = await soldShipping(container, [...new Set(orderIds)])
  const offered = await offeredShipping(container, goods, sold)
  const optionOf = (orderId: string | null): string | null => sold.get(orderId ?? "")?.optionId ?? null
  const family = siblings.map((one) => ({
    ...one,
    shipping_option_id: optionOf(one.order_id),
    to_come: toSubscriptionFacts(one),
  }))
  return new Map(
    goods.map(({ subscription, decision }): [string, RenewalShipping] => {
      const id = renewalIds(subscription.id, decision.cycle).renewal
      const own = { ...subscription, shipping_option_id: optionOf(subscription.order_id) }
      const carries = carriesParcel(own, decision.dueOn, family)
      const method = carries ? (sold.get(subscription.order_id ?? "") ?? null) : null
      return [id, renewalShipping(method, offered.get(subscription.id) ?? null, options.renewalShipping)]
    }),
  )
}

const isGoods = ({ snapshot }: BilledSubscription["items"][number]): boolean => snapshot.requires_shipping === true

/** The shipping method of each first order; of several the first, by its id. */
async function soldShipping(container: MedusaContainer, orderIds: string[]): Promise<Map<string, SoldShipping>> {
  const orders = await container
    .resolve(Modules.ORDER)
    .listOrders({ id: orderIds }, { select: ["id"], relations: ["shipping_methods"], take: orderIds.length })
  return new Map(
    orders.flatMap(({ id, shipping_methods }): [string, SoldShipping][] => {
      const [method] = [...(shipping_methods ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1))
      return method ? [[id, toSoldShipping(method)]] : []
    }),
  )
}

const toSoldShipping = (method: OrderShippingMethodDTO): SoldShipping => ({
  optionId: method.shipping_option_id ?? null,
  name: method.name,
  amount: MathBN.convert(method.raw_amount ?? method.amount).toFixed(),
  isTaxInclusive: method.is_tax_inclusive ?? false,
  data: method.data ?? null,
})

interface PricedOption {
  id: string
  name: string
  price_type: string
  calculated_price?: {
    calculated_amount: BigNumberInput | null
    is_calculated_price_tax_inclusive: boolean
  } | null
}

/** What the options offer today, by subscription; one that is not offered for its address has no entry. */
async function offeredShipping(
  container: MedusaContainer,
  goods: RenewalToShip[],
  sold: ReadonlyMap<string, SoldShipping>,
): Promise<Map<string, OfferedShipping>> {
  const offered = new Map<string, OfferedShipping>()
  const places = new Map<string, BilledSubscription[]>()
  for (const { subscription } of goods) {
    const address = taxAddress(subscription)
    const { currency_code, region_id } = subscription
    const place = [currency_code, region_id, address?.country_code, address?.province_code, address?.postal_code]
    const key = JSON.stringify(place)
    places.set(key, [...(places.get(key) ?? []), subscription])
  }
  for (const alike of places.values()) {
    const ids = [...new Set(alike.flatMap(({ order_id }) => sold.get(order_id ?? "")?.optionId ?? []))]
    const [first] = alike
    const options = first && ids.length ? await optionsFor(container, ids, first) : new Map<string, OfferedShipping>()
    for (const { id, order_id } of alike) {
      const option = options.get(sold.get(order_id ?? "")?.optionId ?? "")
      if (option) {
        offered.set(id, option)
      }
    }
  }
  return offered
}

/** The options that Medusa offers for a subscription's address and that have a price in its currency. */
async function optionsFor(
  container: MedusaContainer,
  ids: string[],
  subscription: BilledSubscription,
): Promise<Map<string, OfferedShipping>> {
  const address = taxAddress(subscription)
  const valid = await container.resolve(Modules.FULFILLMENT).listShippingOptionsForContext(
    {
      id: ids,
      ...(address
        ? {
            address: {
              country_code: address.country_code,
              province_code: address.province_code ?? undefined,
              city: address.city,
              postal_expression: address.postal_code,
            },
          }
        : {}),
      context: { is_return: "false", enabled_in_store: "true" },
    },
    { select: ["id"] },
  )
  const { currency_code, region_id } = subscription
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "shipping_option",
    fields: ["id", "name", "price_type", "calculated_price.*"],
    filters: { id: valid.map(({ id }) => id) },
    context: { calculated_price: QueryContext({ currency_code, ...(region_id ? { region_id } : {}) }) },
  })
  return new Map((data as PricedOption[]).flatMap(toOffered))
}

function toOffered({ id, name, price_type, calculated_price: price }: PricedOption): [string, OfferedShipping][] {
  if (price_type === "calculated") {
    return [[id, { name, price: null }]]
  }
  const amount = price?.calculated_amount
  return price && amount !== null && amount !== undefined
    ? [
        [
          id,
          {
            name,
            price: {
              amount: MathBN.convert(amount).toFixed(),
              isTaxInclusive: price.is_calculated_price_tax_inclusive,
            },
          },
        ],
      ]
    : []
}
