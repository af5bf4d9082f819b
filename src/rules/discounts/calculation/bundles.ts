import type { PricedLine } from "./priced-line"

/** The lines whose prices make the price of a line of kind `bundle`, by that line's id. */
export type BundleMembers = ReadonlyMap<string, readonly PricedLine[]>

/** A part is a member of its bundle, and of each bundle that this one is in. */
export function bundleMembers(lines: readonly PricedLine[]): BundleMembers {
  const around = bundlesAround(lines)
  const members = new Map<string, PricedLine[]>([...around.keys()].map((id) => [id, []]))
  if (members.size) {
    for (const priced of lines.filter(({ line }) => line.kind !== "bundle")) {
      for (const id of around.get(priced.line.bundleId ?? "") ?? []) {
        members.get(id)?.push(priced)
      }
    }
  }
  return members
}

/** Each bundle with those that it is in, itself first; by its id. */
export function bundlesAround(lines: readonly PricedLine[]): Map<string, string[]> {
  const bundles = lines.map(({ line }) => line).filter(({ kind }) => kind === "bundle")
  const outer = new Map(bundles.map(({ id, bundleId }) => [id, bundleId ?? null]))
  const chain = (id: string): string[] => {
    const next = outer.get(id) ?? null
    return [id, ...(next !== null && outer.has(next) ? chain(next) : [])]
  }
  return new Map(bundles.map(({ id }) => [id, chain(id)]))
}

/** The lines with the prices of bundles: the sum of their parts. */
export function withBundlePrices(lines: readonly PricedLine[]): readonly PricedLine[] {
  const members = bundleMembers(lines)
  if (!members.size) {
    return lines
  }
  return lines.map((priced) => {
    const own = members.get(priced.line.id)
    return own ? { ...priced, ...sumOf(own), isCounted: true } : priced
  })
}

const sumOf = (lines: readonly PricedLine[]) => ({
  price: lines.reduce((all, { price }) => all + price, 0n),
  left: lines.reduce((all, { left }) => all + left, 0n),
})
