import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules, PriceListType } from "@medusajs/framework/utils"
import type { Decimal } from "../../../rules/money"
import { calculatedPrices } from "../cart/calculated-prices"
import { decimalOf, type DiscountItem, type DiscountProduct, type EvaluationContext } from "../cart/evaluation-context"

export interface VariantToSell {
  id: string
  variantId: string
  quantity: number
  /** Instead of the calculated price. */
  unitPrice?: Decimal
}

export interface VariantsToEvaluate {
  currencyCode: string
  regionId: string | null
  /** Whose tax rates count; null: none do. */
  countryCode: string | null
  customer: CustomerDTO | null
  lines: VariantToSell[]
  /** A variant without a price is refused or left out. */
  unpriced?: "refuse" | "leave_out"
}

interface VariantRow {
  id: string
  title: string | null
  product: (DiscountProduct & { id: string; title: string; discountable: boolean; type_id: string | null }) | null
}

const FIELDS = [
  "id",
  "title",
  "product.id",
  "product.title",
  "product.type_id",
  "product.discountable",
  "product.collection_id",
  "product.categories.id",
]

/** The evaluation context of a cart with these variants; no cart is made. Throws where a variant does not exist. */
export async function contextOfVariants(
  container: MedusaContainer,
  asked: VariantsToEvaluate,
): Promise<EvaluationContext> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: FIELDS,
    filters: { id: [...new Set(asked.lines.map(({ variantId }) => variantId))] },
  })
  const variants = new Map((data as VariantRow[]).map((variant) => [variant.id, variant]))
  const context = contextOf(asked)
  const items = await priced(
    container,
    context,
    asked.lines.map((line, index) => itemOf(line, index, variants)),
    asked.unpriced ?? "refuse",
  )
  return { ...context, items: await taxed(container, asked, items) }
}

function contextOf({ currencyCode, regionId, customer }: VariantsToEvaluate): EvaluationContext {
  return {
    id: null,
    currency_code: currencyCode,
    region_id: regionId,
    email: customer?.email ?? null,
    customer: customer && {
      id: customer.id,
      has_account: customer.has_account,
      groups: (customer.groups ?? []).flatMap(({ id }) => (id ? [{ id }] : [])),
    },
  }
}

const refused = (index: number, reason: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `lines[${index}].variant_id: ${reason}`)

interface PlannedItem extends DiscountItem {
  product: DiscountProduct | null
  product_type_id: string | null
}

function itemOf(line: VariantToSell, index: number, variants: ReadonlyMap<string, VariantRow>): PlannedItem {
  const variant = variants.get(line.variantId)
  if (!variant) {
    throw refused(index, `there is no variant ${line.variantId}`)
  }
  return {
    id: line.id,
    title: [variant.product?.title, variant.title].filter(Boolean).join(" – "),
    variant_id: variant.id,
    product_id: variant.product?.id ?? null,
    product_type_id: variant.product?.type_id ?? null,
    product: variant.product,
    is_discountable: variant.product?.discountable ?? true,
    quantity: line.quantity,
    unit_price: line.unitPrice,
  }
}

/**
 * Adds the calculated prices where none was given; a price list of type sale sets `compare_at_unit_price`, as on a
 * cart's line.
 */
async function priced(
  container: MedusaContainer,
  context: EvaluationContext,
  items: PlannedItem[],
  unpriced: "refuse" | "leave_out",
): Promise<PlannedItem[]> {
  const prices = await calculatedPrices(container, context, items)
  return items.flatMap((item, index) => {
    const price = prices.get(item.id)
    const is_tax_inclusive = price?.is_calculated_price_tax_inclusive ?? false
    if (item.unit_price !== undefined) {
      return { ...item, is_tax_inclusive }
    }
    if (price?.calculated_amount === null || price?.calculated_amount === undefined) {
      if (unpriced === "leave_out") {
        return []
      }
      throw refused(index, `it has no price in ${context.currency_code.toUpperCase()}`)
    }
    const isSpecial = price.calculated_price?.price_list_type === PriceListType.SALE
    return {
      ...item,
      is_tax_inclusive,
      unit_price: price.calculated_amount,
      compare_at_unit_price: isSpecial ? (price.original_amount ?? price.calculated_amount) : null,
    }
  })
}

async function taxed(
  container: MedusaContainer,
  { currencyCode, countryCode }: VariantsToEvaluate,
  items: PlannedItem[],
): Promise<PlannedItem[]> {
  if (countryCode === null) {
    return items
  }
  const rates = await container.resolve(Modules.TAX).getTaxLines(
    items.map((item) => ({
      id: item.id,
      product_id: item.product_id ?? "",
      product_type_id: item.product_type_id ?? undefined,
      quantity: Number(decimalOf(item.quantity)),
      unit_price: decimalOf(item.unit_price),
      currency_code: currencyCode,
    })),
    { address: { country_code: countryCode } },
  )
  return items.map((item) => ({
    ...item,
    tax_lines: rates.filter((rate) => "line_item_id" in rate && rate.line_item_id === item.id),
  }))
}
