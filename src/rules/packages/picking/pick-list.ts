import { add, compare, subtract, type Decimal } from "../../money"
import type { RentalPeriod } from "../time/rental-period"

/** A line of an order as who picks it sees it. */
export interface PickLine {
  lineId: string
  /** The line of the package at the top that it belongs to; null: it is one itself, or stands alone. */
  packageLineId: string | null
  /** Entries from that package down to this line, joined by "/"; "" at the top. */
  path: string
  variantId: string | null
  title: string
  sku: string | null
  role: PickRole
  /** Whether it is made of other lines: there is nothing to pick for it but those. */
  isPackage: boolean
  /** Whether the customer does not see it. */
  isHidden: boolean
  quantity: Decimal
  fulfilled: Decimal
  returned: Decimal
  /** Null: it is sold for good. */
  period: RentalPeriod | null
}

export const PICK_ROLES = ["package", "content", "accessory", "article"] as const
export type PickRole = (typeof PICK_ROLES)[number]

export interface PickEntry extends PickLine {
  /** Packages around it. */
  depth: number
  toFulfil: Decimal
}

/** One thing to pick, summed over all lines. */
export interface PickTotal {
  variantId: string | null
  title: string
  sku: string | null
  quantity: Decimal
  fulfilled: Decimal
  returned: Decimal
  toFulfil: Decimal
}

export interface PickList {
  packages: { package: PickEntry; /** To the last level, each below the package that it is in. */ lines: PickEntry[] }[]
  /** Outside packages. */
  articles: PickEntry[]
  /** By title; packages are not in it. */
  totals: PickTotal[]
}

/** What an order consists of to the last level: by package, and summed (P14). Lines come as documents show them. */
export function pickList(lines: readonly PickLine[]): PickList {
  const contents = new Map<string, PickLine[]>()
  for (const line of lines) {
    if (line.packageLineId !== null) {
      contents.set(line.packageLineId, [...(contents.get(line.packageLineId) ?? []), line])
    }
  }
  const top = lines.filter(({ packageLineId }) => packageLineId === null)
  return {
    packages: top
      .filter(({ isPackage }) => isPackage)
      .map((line) => ({ package: entryOf(line, 0), lines: inTree(contents.get(line.lineId) ?? []) })),
    articles: top.filter(({ isPackage }) => !isPackage).map((line) => entryOf(line, 0)),
    totals: totalsOf(lines.filter(({ isPackage }) => !isPackage)),
  }
}

const entryOf = (line: PickLine, depth: number): PickEntry => ({ ...line, depth, toFulfil: toFulfil(line) })

/** More than the quantity may have gone out, after an edit. */
function toFulfil({ quantity, fulfilled }: Pick<PickLine, "quantity" | "fulfilled">): Decimal {
  const left = subtract(quantity, fulfilled)
  return compare(left, "0") > 0 ? left : "0"
}

/** Each line below the one that it is in, in the given order. */
function inTree(lines: PickLine[]): PickEntry[] {
  const paths = new Set(lines.map(({ path }) => path))
  const children = new Map<string, PickLine[]>()
  for (const line of lines) {
    const around = pathAround(line.path, paths)
    children.set(around, [...(children.get(around) ?? []), line])
  }
  const below = (path: string, depth: number): PickEntry[] =>
    (children.get(path) ?? []).flatMap((line) => [entryOf(line, depth), ...below(line.path, depth + 1)])
  return below("", 1)
}

/** The path of the nearest line around; "": the package at the top. */
function pathAround(path: string, paths: ReadonlySet<string>): string {
  const ids = path.split("/")
  for (let length = ids.length - 1; length > 0; length--) {
    const around = ids.slice(0, length).join("/")
    if (paths.has(around)) {
      return around
    }
  }
  return ""
}

function totalsOf(lines: PickLine[]): PickTotal[] {
  const totals = new Map<string, PickTotal>()
  for (const line of lines) {
    const key = line.variantId ?? `${line.title} ${line.sku ?? ""}`
    const { variantId, title, sku } = line
    const known = totals.get(key) ?? { variantId, title, sku, ...NOTHING }
    totals.set(key, {
      ...known,
      quantity: add(known.quantity, line.quantity),
      fulfilled: add(known.fulfilled, line.fulfilled),
      returned: add(known.returned, line.returned),
      toFulfil: add(known.toFulfil, toFulfil(line)),
    })
  }
  return [...totals.values()].sort(byTitle)
}

const NOTHING = { quantity: "0", fulfilled: "0", returned: "0", toFulfil: "0" }

function byTitle(one: PickTotal, other: PickTotal): number {
  const [left, right] = [one, other].map(({ title, sku, variantId }) => `${title}\n${sku ?? ""}\n${variantId ?? ""}`)
  return left === right ? 0 : (left ?? "") < (right ?? "") ? -1 : 1
}
