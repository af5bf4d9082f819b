import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { AvailabilityAnswer } from "../../../contracts/packages/availability"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import {
  PACKAGES_MODULE,
  type PackagesModuleService,
  readLiveBookings,
  readStockLevels,
  readVariantStocks,
} from "../../../modules/packages"
import { addDays, startOfDay } from "../../../rules/calendar"
import {
  availabilityByDay,
  availableIn,
  checkSelection,
  expandPackage,
  nodesOf,
  pieceOfPackage,
  pieceOfVariant,
  type AvailabilityFacts,
  type PackageNode,
  type RecipeBook,
} from "../../../rules/packages"
import { refuse } from "../../errors/refuse"
import { hiddenProductIds } from "../../ports/store-visibility"
import { loadRecipeBook } from "../catalog/load-recipe-book"

export interface AvailabilityToRead {
  product_id: string
  variant_id?: string | undefined
  /** Civil dates, both included. */
  from: string
  to: string
  quantity: number
  /** Paths that are chosen in a package. */
  chosen?: string[] | undefined
  left_out?: string[] | undefined
  /** Whether a package that has no time in it is wanted for a period; left out: where others have booked of it for one. */
  rented?: "true" | "false" | undefined
  /** Their stock locations are counted; null: all. */
  salesChannelIds: string[] | null
  /** Whether a visitor of the shop asks: what he cannot see is not found. */
  isVisitor: boolean
}

/** How many of a package or an article are free on each day (P18). The number of statements does not depend on the days. */
export async function readAvailability(
  container: MedusaContainer,
  asked: AvailabilityToRead,
): Promise<AvailabilityAnswer> {
  const variantId = await variantOf(container, asked)
  const book = await loadRecipeBook(container, [asked.product_id])
  const facts = await loadFacts(container, asked, packageOf(book, asked, variantId) ?? variantId)
  const { from, to, quantity, product_id } = asked
  const isEnough = (available: number | null): boolean => available === null || available >= quantity
  const whole = { from: startOfDay(from, facts.timeZone), to: startOfDay(addDays(to, 1), facts.timeZone) }
  return {
    ...{ product_id, variant_id: variantId, quantity },
    is_rented: facts.piece.some(({ isRented }) => isRented),
    is_available: isEnough(availableIn(facts, whole)),
    days: availabilityByDay(facts, { from, to }).map(({ date, available }) => ({
      ...{ date, available },
      is_available: isEnough(available),
    })),
  }
}

interface ProductRow {
  status: string
  sales_channels?: ({ id: string } | null)[] | null
  variants?: ({ id: string } | null)[] | null
}

async function variantOf(container: MedusaContainer, asked: AvailabilityToRead): Promise<string> {
  const { product_id: id, variant_id } = asked
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id", "status", "sales_channels.id", "variants.id"],
    filters: { id },
  })
  const [product] = data as ProductRow[]
  if (!product || (asked.isVisitor && !(await isVisible(container, asked, product)))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Product with id: ${id} was not found`)
  }
  const ids = (product.variants ?? []).flatMap((variant) => variant?.id ?? [])
  const variantId = variant_id ?? ids[0]
  if (variantId === undefined || !ids.includes(variantId)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "variant_id: the product has no such variant")
  }
  return variantId
}

async function isVisible(
  container: MedusaContainer,
  { product_id, salesChannelIds }: AvailabilityToRead,
  { status, sales_channels }: ProductRow,
): Promise<boolean> {
  const isSoldThere = (sales_channels ?? []).some((one) => one && (salesChannelIds ?? []).includes(one.id))
  return (
    status === "published" && isSoldThere && !(await hiddenProductIds(container, [product_id])).includes(product_id)
  )
}

/** Null: the product is no package. */
function packageOf(book: RecipeBook, asked: AvailabilityToRead, variantId: string): PackageNode | null {
  const { product_id: productId, chosen = [], left_out = [] } = asked
  if (!book[productId]) {
    return null
  }
  const choices = [
    ...chosen.map((path) => ({ path, isChosen: true })),
    ...left_out.map((path) => ({ path, isChosen: false })),
  ]
  const refusal = checkSelection(book, { productId, selection: { choices }, mayHide: !asked.isVisitor })
  if (refusal) {
    const index = Number(refusal.field.split(".")[1])
    refuse(index < chosen.length ? "chosen" : "left_out", `"${choices[index]?.path ?? ""}": ${refusal.reason}`)
  }
  return expandPackage(book, { productId, variantId, choices })
}

async function loadFacts(
  container: MedusaContainer,
  { salesChannelIds, rented }: AvailabilityToRead,
  of: PackageNode | string,
): Promise<AvailabilityFacts> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const { timeZone } = container.resolve<CoreModuleService>(CORE_MODULE).options
  const variantIds = typeof of === "string" ? [of] : nodesOf(of).map(({ variantId }) => variantId)
  const stocks = await readVariantStocks(knex, variantIds)
  const inventoryItemIds = [...stocks.values()].flatMap(({ items }) =>
    items.map(({ inventoryItemId }) => inventoryItemId),
  )
  const levels = await readStockLevels(knex, { inventoryItemIds, salesChannelIds })
  const bookings = await readLiveBookings(knex, { inventoryItemIds, within: null, cartId: null })
  const isForPeriod = rented === undefined ? bookings.some(({ period }) => period !== null) : rented === "true"
  const piece = typeof of === "string" ? pieceOfVariant(of, stocks) : pieceOfPackage(of, stocks, isForPeriod)
  return { piece, stocks, levels, bookings, timeZone }
}
