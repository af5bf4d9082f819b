import type { MedusaContainer } from "@medusajs/framework/types"
import {
  changeBasket,
  CUSTOMERS_MODULE,
  type CustomersModuleService,
  lastQuickOrder,
  type QuickOrderRow,
} from "../../../modules/customers"
import {
  type BasketChoice,
  type BasketItem,
  basketKey,
  changedBasket,
  type CustomerProblem,
  isOtherCurrency,
  MOST_LINES,
  MOST_PIECES,
  pieces,
  priceChanges,
  type PriceChange,
} from "../../../rules/customers"
import { sum, type Decimal } from "../../../rules/money"
import { sumsOfBasket } from "./basket-sums"
import { asChosen } from "./choose-package"
import type { QuickOrderContext } from "./quick-order-context"
import { readShownVariants, type ShownVariant } from "./read-catalogue"
import { settleStopped } from "./record-placed"

export interface BasketLine {
  item: BasketItem
  /** Null: it is not sold to this customer any more. */
  variant: ShownVariant | null
  /** What so many pieces come to; null: it is not sold. */
  sum: Decimal | null
}

/** What stands in the basket of a link, at the prices of now. */
export interface Basket {
  turn: number
  /** Null: nothing was put into it yet. */
  order: QuickOrderRow | null
  lines: BasketLine[]
  /** Pieces in all. */
  count: number
  /** Order discounts, set-up fees, taxes and shipping are in the order's own total. */
  estimate: Decimal
  /** Prices that are others than were shown when it was put in (C23). */
  changes: PriceChange[]
}

const knexOf = (container: MedusaContainer) => container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db.knex

/** The turn of a link, and what is in its basket: one order after the other, the same in each window. */
export async function currentOrder(
  container: MedusaContainer,
  linkId: string,
): Promise<{ turn: number; order: QuickOrderRow | null }> {
  const last = await lastQuickOrder(knexOf(container), linkId)
  return last?.state === "placed" ? { turn: last.turn + 1, order: null } : { turn: last?.turn ?? 0, order: last }
}

export async function readBasket(container: MedusaContainer, context: QuickOrderContext): Promise<Basket> {
  const { turn, order } = await currentOrder(container, context.link.id)
  const items = order?.items ?? []
  const shown = await showItems(container, context, items)
  const sold = items.map((item, place) => ({ item, variant: soldOf(shown[place]) }))
  const sums = await sumsOfBasket(container, context, sold)
  const lines = sold.map((line, place) => ({ ...line, sum: sums[place] ?? null }))
  return {
    turn,
    order,
    lines,
    count: items.reduce((all, { quantity }) => all + quantity, 0),
    estimate: sum(lines.map((line) => line.sum ?? "0")),
    changes: priceChanges(
      items.flatMap((item) =>
        isOtherCurrency(item, context.place.currencyCode) ? [] : [{ variantId: basketKey(item), price: item.shown }],
      ),
      lines.flatMap(({ item, variant }) => {
        const price = yourPrice(variant)
        return price === null ? [] : [{ variantId: basketKey(item), price }]
      }),
    ),
  }
}

type Asked = Pick<BasketItem, "variant_id" | "choices">

/** What the page shows of each of these, packages as they are chosen; null: it is not sold so. */
async function showItems(
  container: MedusaContainer,
  context: QuickOrderContext,
  items: readonly Asked[],
): Promise<(ShownVariant | null)[]> {
  const shown = await readShownVariants(container, context, [...new Set(items.map(({ variant_id }) => variant_id))])
  const chosen: (ShownVariant | null)[] = []
  for (const { variant_id, choices } of items) {
    chosen.push(await asChosen(container, context, { variant: shown.get(variant_id), choices }))
  }
  return chosen
}

const soldOf = (variant: ShownVariant | null | undefined): ShownVariant | null =>
  variant?.item.kind === "order" ? variant : null

export const yourPrice = (variant: ShownVariant | null | undefined): Decimal | null =>
  variant?.item.kind === "order" ? variant.item.yourPrice : null

export interface Wanted {
  variantId: string
  quantity: string | number
  /** Of a package. */
  choices?: BasketChoice[] | undefined
  /** An item that is in the basket; left out: it is found by variant and choices. */
  key?: string | undefined
}

export interface WantedInBasket {
  wanted: readonly Wanted[]
  adds: boolean
  accepted?: ReadonlyMap<string, Decimal>
  /** Of the basket that was shown; left out: whichever is filled now. */
  turn?: number | undefined
}

/**
 * Puts articles into the basket: `adds` more pieces, or sets how many there are. What is not sold, and what is no number, is named
 * by its place. The quantities of a basket that was ordered meanwhile are not put into the next one.
 */
export async function changeBasketOf(
  container: MedusaContainer,
  context: QuickOrderContext,
  { wanted, adds, accepted, turn: shownTurn }: WantedInBasket,
): Promise<CustomerProblem[]> {
  await settleStopped(container, context)
  const { turn } = await currentOrder(container, context.link.id)
  if (shownTurn !== undefined && shownTurn !== turn) {
    return [{ field: "turn", reason: "is that of an order that was sent meanwhile" }]
  }
  const asked = wanted.map(({ variantId, choices }): Asked => ({
    variant_id: variantId,
    ...(choices?.length ? { choices } : {}),
  }))
  const shown = await showItems(container, context, asked)
  const problems: CustomerProblem[] = []
  const items: BasketItem[] = []
  for (const [place, { quantity, key }] of wanted.entries()) {
    const count = pieces(quantity)
    const variant = shown[place]
    const price = yourPrice(variant)
    const item = asked[place]
    if (count === null || !item) {
      problems.push({ field: `items.${place}.quantity`, reason: `must be a whole number up to ${MOST_PIECES}` })
    } else if (count > 0 && price === null) {
      const reason = variant?.item.kind === "request" ? "is sold on request only" : "is not sold here"
      problems.push({ field: `items.${place}.variantId`, reason })
    } else {
      const priced = { shown: price ?? "0", currency_code: context.place.currencyCode }
      items.push({ ...item, ...(key === undefined ? {} : { key }), quantity: count, ...priced })
    }
  }
  if (problems.length) {
    return problems
  }
  const changed = await changeBasket(knexOf(container), { linkId: context.link.id, turn }, (stored) =>
    changedBasket(stored, { items, adds, accepted }),
  )
  return REFUSED[changed]
}

const REFUSED: Record<Awaited<ReturnType<typeof changeBasket>>, CustomerProblem[]> = {
  changed: [],
  refused: [{ field: "items", reason: `takes at most ${MOST_LINES} articles` }],
  closed: [{ field: "items", reason: "are being ordered in another window" }],
}
