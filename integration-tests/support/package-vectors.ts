import { readFileSync } from "fs"
import { join } from "path"
import type { PackagePricing } from "../../src/rules/packages"

/** One case of `vectors/packages.json`: a package with plain contents, for a time. Prices in euro. */
export interface PackageVector {
  source: string
  pricing: PackagePricing
  price?: string
  /** `null` days: each further one. */
  rates?: { days: number | null; price: string }[]
  contents?: { name: string; price: string; quantity: number; hidden: boolean }[]
  from?: string
  to?: string
  days?: number
  quantity?: number
  total: string
}

/** What goes wrong elsewhere, by its number in the specification's cases. */
const CASES: PackageVector[] = [
  {
    source: "PK1: a default quantity counts once",
    pricing: "contents_all",
    contents: [
      { name: "a", price: "10.00", quantity: 1, hidden: false },
      { name: "b", price: "5.00", quantity: 4, hidden: false },
    ],
    total: "30.00",
  },
  {
    source: "PK2: contents have their taxes",
    pricing: "contents_all",
    contents: [
      { name: "a", price: "61.00", quantity: 1, hidden: false },
      { name: "b", price: "23.00", quantity: 1, hidden: false },
      { name: "c", price: "5.00", quantity: 1, hidden: false },
    ],
    quantity: 3,
    total: "267.00",
  },
  {
    source: "PK3: quantities count",
    pricing: "contents_all",
    contents: [{ name: "a", price: "120.00", quantity: 24, hidden: false }],
    total: "2880.00",
  },
  {
    source: "PK9: the rate beyond the last step",
    pricing: "day",
    rates: [
      { days: 1, price: "50.00" },
      { days: 2, price: "75.00" },
      { days: null, price: "20.00" },
    ],
    days: 4,
    total: "115.00",
  },
]

export const packageVectors = (): PackageVector[] => [
  ...(JSON.parse(readFileSync(join(__dirname, "../vectors/packages.json"), "utf8")) as PackageVector[]),
  ...CASES,
]
