import type { MedusaContainer, OrderShippingMethodDTO } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import type { RenewalOrder, RenewalShippingMethod, RenewalTaxLine } from "../../../rules/billing"

type StoredTaxLine = Pick<
  NonNullable<OrderShippingMethodDTO["tax_lines"]>[number],
  "code" | "rate" | "description" | "tax_rate_id" | "provider_id"
>

/**
 * Uses the stored taxes, shipping and e-mail address of orders that a crashed worker created, instead of today's: they
 * may have changed since, and the invoice must match its order. Nothing else can have changed, as a subscription with an
 * unfinished renewal cannot be changed.
 */
export async function withStoredCharges(
  container: MedusaContainer,
  orders: RenewalOrder[],
  stored: string[],
): Promise<RenewalOrder[]> {
  if (!stored.length) {
    return orders
  }
  const found = await container.resolve(Modules.ORDER).listOrders(
    { id: stored },
    {
      select: ["id", "email"],
      relations: ["items", "items.tax_lines", "shipping_methods", "shipping_methods.tax_lines"],
      take: stored.length,
    },
  )
  const lines = new Map(found.flatMap(({ items }) => (items ?? []).map((item) => [item.id, item.tax_lines ?? []])))
  const emails = new Map(found.map(({ id, email }) => [id, email]))
  const methods = new Map(found.map(({ id, shipping_methods }) => [id, shipping_methods ?? []]))
  return orders.map((order) => ({
    ...order,
    email: emails.get(order.id) ?? order.email,
    items: order.items.map((item) => ({
      ...item,
      tax_lines: lines.get(item.id)?.map(toRenewalTaxLine) ?? item.tax_lines,
    })),
    shipping_methods: methods.get(order.id)?.map(toShippingMethod) ?? order.shipping_methods,
  }))
}

const toRenewalTaxLine = ({ code, rate, description, tax_rate_id, provider_id }: StoredTaxLine): RenewalTaxLine => ({
  code,
  rate: Number(rate),
  description,
  tax_rate_id,
  provider_id,
})

const toShippingMethod = (method: OrderShippingMethodDTO): RenewalShippingMethod => ({
  shipping_option_id: method.shipping_option_id,
  name: method.name,
  amount: MathBN.convert(method.raw_amount ?? method.amount).toFixed(),
  is_tax_inclusive: method.is_tax_inclusive ?? false,
  data: method.data,
  tax_lines: (method.tax_lines ?? []).map(toRenewalTaxLine),
})
