import type { PricedLine } from "./priced-line"

/** The lines whose prices make the price of a line of kind `bundle`, by that line's id. */
export type BundleMembers = ReadonlyMap<string, readonly PricedLine[]>

export function bundleMembers(lines: readonly PricedLine[]): BundleMembers {
  const members = new Map<string, PricedLine[]>()
  for (const { line } of lines) {
    if (line.kind === "bundle") {
      members.set(line.id, [])
    }
  }
  if (members.size) {
    for (const priced of lines) {
      members.get(priced.line.bundleId ?? "")?.push(priced)
    }
  }
  return members
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
