/** A line that is sold: of an article, with its product and how many. */
export interface SoldLine {
  productId: string | null
  /** null: a fee, which is no unit of its own. */
  variantId: string | null
  quantity: number
}

/** How many services of a product there may be, and how many there are: those that run, wait, or are held for an order. */
export interface ServiceStock {
  productId: string
  stock: number
  taken: number
}

/** A product of which more is asked than is left. */
export interface ServiceShortage {
  productId: string
  asked: number
  free: number
}

/** How many services each product of these lines asks for, all lines together. */
export function servicesAsked(lines: readonly SoldLine[]): Map<string, number> {
  const asked = new Map<string, number>()
  for (const { productId, variantId, quantity } of lines) {
    if (productId !== null && variantId !== null && quantity > 0) {
      asked.set(productId, (asked.get(productId) ?? 0) + quantity)
    }
  }
  return asked
}

/** How many are left; none where more were taken than there may be, as a stock can be lowered later. */
export const freeServices = ({ stock, taken }: Pick<ServiceStock, "stock" | "taken">): number =>
  Math.max(0, stock - taken)

/** What is short of what is asked (S9). A product without a stock is never short. */
export function checkServiceStock(
  asked: ReadonlyMap<string, number>,
  stocks: readonly ServiceStock[],
): ServiceShortage[] {
  return stocks.flatMap((stock): ServiceShortage[] => {
    const wanted = asked.get(stock.productId) ?? 0
    const free = freeServices(stock)
    return wanted > free ? [{ productId: stock.productId, asked: wanted, free }] : []
  })
}

/** Why an order is refused, in words for its customer. */
export const shortageReason = (title: string, { asked, free }: Pick<ServiceShortage, "asked" | "free">): string =>
  free === 0 ? `"${title}" is sold out` : `Of "${title}" ${asked} are asked, and ${free} are left`
