import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService, readLineRecords } from "../../../modules/core"
import type { LineRecord } from "../../../rules/cart"
import { packageLineOf, type PackageLine } from "../../../rules/packages"
import type { ArticleContext } from "../catalog/load-articles"

/** A line as Medusa's query gives it. */
export interface StoreCartItem {
  id: string
  title: string
  variant_title: string | null
  thumbnail: string | null
  quantity: number
  unit_price: number
  is_tax_inclusive: boolean
  tax_lines: { rate: number }[]
}

export interface StoreCart {
  items: StoreCartItem[]
  records: LineRecord[]
  context: ArticleContext
}

const FIELDS = [
  "id",
  "currency_code",
  "region_id",
  "customer_id",
  "customer.groups.id",
  ...["id", "title", "variant_title", "thumbnail", "quantity", "unit_price", "is_tax_inclusive", "tax_lines.rate"].map(
    (name) => `items.${name}`,
  ),
]

interface CartRow {
  currency_code: string
  region_id: string | null
  customer_id: string | null
  customer: { groups: { id: string }[] | null } | null
  items: StoreCartItem[]
}

/** A cart with what the server has recorded of its lines. Throws NOT_FOUND. */
export async function loadStoreCart(container: MedusaContainer, id: string): Promise<StoreCart> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const [{ data }, records] = await Promise.all([
    container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "cart", fields: FIELDS, filters: { id } }),
    readLineRecords(knex, id),
  ])
  const [cart] = data as CartRow[]
  if (!cart) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart with id: ${id} was not found`)
  }
  return {
    items: cart.items,
    records,
    context: {
      currencyCode: cart.currency_code,
      regionId: cart.region_id,
      customerId: cart.customer_id,
      customerGroupIds: (cart.customer?.groups ?? []).map((group) => group.id),
    },
  }
}

/** A package's line in a cart, with what is sold of it. */
export interface CartPackage {
  item: StoreCartItem
  record: LineRecord
  productId: string
  variantId: string
  own: PackageLine
}

/** The packages of a cart, in the order in which they came. */
export function packagesIn({ items, records }: StoreCart): CartPackage[] {
  return records.flatMap((record) => {
    const item = items.find(({ id }) => id === record.lineId)
    const own = packageLineOf(record.payload)
    const { productId, variantId } = record
    return item && own && productId !== null && variantId !== null ? [{ item, record, productId, variantId, own }] : []
  })
}
