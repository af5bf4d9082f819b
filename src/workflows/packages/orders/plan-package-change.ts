import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { isDependent, isSameJson, type CartLine, type PlannedLine } from "../../../rules/cart"
import {
  expandPackage,
  followQuantities,
  NO_CHANGES,
  NOTHING_SELECTED,
  ordered,
  packageLineOf,
  packagePayload,
  recipesUnder,
  resizedPackage,
  type PackageLine,
} from "../../../rules/packages"
import { refuse } from "../../errors/refuse"
import { recipeOfNow, stillChosen } from "../cart/steps/write-selection"
import { toSelection, type SelectionInput } from "../cart/to-selection"
import { loadRecipeBook } from "../catalog/load-recipe-book"
import { withAccessories, type PlannedPackageChange } from "./accessories-of-sale"
import type { PackageSale } from "./load-package-sale"
import { newPackageLine } from "./new-package-line"
import { pricePackagesOfSale, type PricedPackageLine } from "./price-packages-of-sale"

/** What an admin does with packages of an order. */
export type PackageChange =
  | ({ kind: "add"; variant_id: string; quantity: number; lists_contents?: boolean | undefined } & SelectionInput)
  | ({
      kind: "change"
      line_id: string
      quantity?: number | undefined
      lists_contents?: boolean | undefined
      /** Takes the recipe as it is now (P20). */
      refresh_recipe?: boolean | undefined
    } & SelectionInput)
  | { kind: "remove"; line_id: string }
  /** Medusa's own routes have changed lines: contents follow their packages. */
  | { kind: "follow" }

interface Planning {
  sale: PackageSale
  /** An instant, by which a period may be past. */
  now: string
}

/** What a change of packages comes to on an order's open edit. It only reads. Refuses with field and reason. */
export async function planPackageChange(
  container: MedusaContainer,
  change: PackageChange,
  planning: Planning,
): Promise<PlannedPackageChange> {
  const { sale } = planning
  switch (change.kind) {
    case "add":
      return addition(container, change, planning)
    case "change":
      return checked(sale, await changed(container, change, planning))
    case "remove": {
      const { line } = packageAt(sale, change.line_id)
      const others = sale.lines.filter((planned) => planned.line.id !== line.id)
      const { remove } = followQuantities(others)
      return checked(sale, { ...NO_CHANGES, separate: [], remove: [line, ...partsAmong(remove, sale, line.id)] })
    }
    case "follow":
      return checked(sale, await followed(container, sale))
  }
}

/** Of these lines, those in the package of this line. */
function partsAmong(lines: CartLine[], { lines: all }: PackageSale, packageLineId: string): CartLine[] {
  const recordId = all.find(({ line }) => line.id === packageLineId)?.record?.id
  const ids = new Set(all.filter(({ record }) => record?.parentId === recordId).map(({ line }) => line.id))
  return lines.filter(({ id }) => ids.has(id))
}

/** The line of a package, with what is sold by it. */
function packageAt({ lines }: PackageSale, lineId: string): PlannedLine & { own: PackageLine } {
  const planned = lines.find(({ line }) => line.id === lineId)
  if (!planned) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Line item with id: ${lineId} was not found`)
  }
  const own = isDependent(planned) ? null : packageLineOf(planned.record?.payload)
  return own ? { ...planned, own } : refuse("line_id", "The line is no package")
}

async function addition(
  container: MedusaContainer,
  change: Extract<PackageChange, { kind: "add" }>,
  { sale, now }: Planning,
): Promise<PlannedPackageChange> {
  const { variant_id, quantity, lists_contents } = change
  const line = await newPackageLine(container, { variantId: variant_id, quantity })
  const { productId } = line
  const all = await loadRecipeBook(container, [productId])
  if (!all[productId]) {
    refuse("variant_id", "It is no package: add it as an item")
  }
  const book = recipesUnder(all, productId)
  const selection = toSelection(change, { book, productId, before: NOTHING_SELECTED, now, mayHide: true })
  const own = withListing({ slot: "", book, selection }, lists_contents)
  const root = expandPackage(book, { productId, variantId: variant_id, choices: selection.choices })
  const priced = await pricePackagesOfSale(container, sale, [{ line, own, planned: null }])
  return withAccessories(container, priced, { sale, before: null, after: { root, selection } })
}

async function changed(
  container: MedusaContainer,
  change: Extract<PackageChange, { kind: "change" }>,
  planning: Planning,
): Promise<PlannedPackageChange> {
  const { sale, now } = planning
  const planned = packageAt(sale, change.line_id)
  const { line, own: before } = planned
  const { productId, variantId } = line
  if (productId === null || variantId === null) {
    refuse("line_id", "The line is no package")
  }
  const book = change.refresh_recipe ? await recipeOfNow(container, productId) : before.book
  const kept = change.refresh_recipe ? stillChosen(book, productId, before.selection) : before.selection
  const selection = toSelection(change, { book, productId, before: kept, now, mayHide: true })
  // How many there are, and how documents show them: no price hangs on it.
  if (!change.refresh_recipe && isSameJson(ordered(selection), ordered(before.selection))) {
    return resized(sale, planned, change)
  }
  const own = withListing({ ...before, book, selection }, change.lists_contents)
  const wanted = { ...line, quantity: change.quantity ?? line.quantity }
  const rootOf = ({ book: of, selection: { choices } }: PackageLine) =>
    expandPackage(of, { productId, variantId, choices })
  const isFlat = ({ book: of }: PackageLine) => of[productId]?.pricing === "flat"
  const hasNewPrice = isFlat(own) && !isFlat(before)
  const priced = await pricePackagesOfSale(container, sale, [
    { line: wanted, own, planned, hasNewPrice, ...(change.refresh_recipe ? {} : { soldAs: before }) },
  ])
  const outOf = (one: PackageLine) => ({ root: rootOf(one), selection: one.selection })
  return withAccessories(container, priced, { sale, before: outOf(before), after: outOf(own) })
}

function resized(
  { lines }: PackageSale,
  planned: PlannedLine & { own: PackageLine },
  { quantity, lists_contents }: { quantity?: number | undefined; lists_contents?: boolean | undefined },
): PlannedPackageChange {
  const { line, record, own } = planned
  const payload = { ...record?.payload, ...packagePayload(withListing(own, lists_contents)) }
  return {
    ...NO_CHANGES,
    ...resizedPackage(lines, planned, quantity ?? line.quantity),
    records: record && lists_contents !== undefined ? [{ ...record, payload }] : [],
    separate: [],
  }
}

/** Contents follow their packages' lines, and a package that Medusa's own route has added gets its defaults. */
async function followed(container: MedusaContainer, sale: PackageSale): Promise<PlannedPackageChange> {
  const fresh = sale.lines.filter(({ line, record }) => !record && (sale.order.isDraft || sale.added.has(line.id)))
  const book = await loadRecipeBook(container, [...new Set(fresh.flatMap(({ line }) => line.productId ?? []))])
  const packages = fresh.flatMap((planned): PricedPackageLine[] => {
    const { line } = planned
    const { productId, isCustomPrice } = line
    if (productId === null || line.variantId === null || !book[productId]) {
      return []
    }
    const own: PackageLine = { slot: "", book: recipesUnder(book, productId), selection: NOTHING_SELECTED }
    // A price that an admin gave it stays.
    return [{ line, own, planned, ...(isCustomPrice ? { soldAs: own } : {}) }]
  })
  const made = packages.length ? await pricePackagesOfSale(container, sale, packages) : NO_CHANGES
  const { change, remove } = followQuantities(sale.lines)
  let planned: PlannedPackageChange = {
    ...made,
    ...{ change: [...made.change, ...change], remove: [...made.remove, ...remove], separate: [] },
  }
  for (const { line, own } of packages) {
    const { productId, variantId } = line
    if (productId !== null && variantId !== null) {
      const root = expandPackage(own.book, { productId, variantId, choices: [] })
      planned = await withAccessories(container, planned, {
        sale,
        before: null,
        after: { root, selection: own.selection },
      })
    }
  }
  return planned
}

/** An admin's word on whether documents list the contents; left out: it stays as it was. */
const withListing = (own: PackageLine, isListed: boolean | undefined): PackageLine =>
  isListed === undefined ? own : { ...own, lists_contents: isListed }

/** What is fulfilled stays: neither removed nor lowered below it. */
function checked(sale: PackageSale, changes: PlannedPackageChange): PlannedPackageChange {
  const wanted = [
    ...changes.change.map(({ lineId, title, quantity }) => ({ id: lineId, title, quantity: quantity.to })),
    ...changes.remove.map(({ id, title }) => ({ id, title, quantity: 0 })),
  ]
  for (const { id, title, quantity } of wanted) {
    const fulfilled = sale.fulfilled.get(id) ?? 0
    if (quantity < fulfilled) {
      refuse("quantity", `${fulfilled} of "${title}" are fulfilled already: no fewer can be left of it`)
    }
  }
  return changes
}
