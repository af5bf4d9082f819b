import { readFileSync } from "fs"
import { join } from "path"
import type { PackagePricing } from "../../src/rules/packages"

/** One case of `vectors/packages.json`: a package with plain contents, for a time. Prices in euro. */
export interface PackageVector {
  source: string
  pricing: PackagePricing
  price?: string
  rates?: { days: number; price: string }[]
  contents?: { name: string; price: string; quantity: number; hidden: boolean }[]
  from?: string
  to?: string
  days?: number
  quantity?: number
  total: string
}

export const packageVectors = (): PackageVector[] =>
  JSON.parse(readFileSync(join(__dirname, "../vectors/packages.json"), "utf8")) as PackageVector[]
