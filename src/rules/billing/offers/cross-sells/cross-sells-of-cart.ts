/** A line of a cart that has a product. */
export interface SoldLine {
  id: string
  productId: string
  quantity: number
}

/** A product that is sold with what is in a cart. */
export interface CrossSell {
  productId: string
  /** The product that it is sold with. */
  withProductId: string
  /** The line that it takes the place of (an up-sell), with its units; null: it comes beside. */
  replaces: { lineId: string; quantity: number } | null
}

export interface CrossSellFacts {
  lines: readonly SoldLine[]
  /** By product: what its offer names, in that order. */
  named: ReadonlyMap<string, readonly { productId: string; replaces: boolean }[]>
}

/** Each product once, in the order of the lines, less what is in the cart already (B15). */
export function crossSellsOfCart({ lines, named }: CrossSellFacts): CrossSell[] {
  const seen = new Set(lines.map(({ productId }) => productId))
  const found: CrossSell[] = []
  for (const line of lines) {
    for (const { productId, replaces } of named.get(line.productId) ?? []) {
      if (!seen.has(productId)) {
        seen.add(productId)
        const { id: lineId, quantity } = line
        found.push({ productId, withProductId: line.productId, replaces: replaces ? { lineId, quantity } : null })
      }
    }
  }
  return found
}
