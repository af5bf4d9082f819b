import { changedFields } from "../../versions"
import { isTimed } from "./articles"
import type { EntryColumns, PackageColumns, RateColumns, StoredPackage } from "./package-columns"
import { orderedRates } from "./rates"
import type { EntryRole, PackagePricing } from "./recipe"

export interface EntryBody {
  /** One of this package's; without it, a new one. */
  id?: string | undefined
  role?: EntryRole | undefined
  /** Left out: the variant's. */
  product_id?: string | undefined
  variant_id: string
  quantity?: number | undefined
  is_optional?: boolean | undefined
  alternative_group?: string | null | undefined
  is_default?: boolean | undefined
  is_hidden?: boolean | undefined
  is_nested?: boolean | undefined
  is_free_quantity?: boolean | undefined
}

/** A request to save a package; fields left out stay as they are. */
export interface PackageBody {
  pricing?: PackagePricing | undefined
  default_hours?: number | null | undefined
  minimum_duration?: number | null | undefined
  contract_description?: string | null | undefined
  shows_contract_description?: boolean | undefined
  internal_notes?: string | null | undefined
  lists_contents?: boolean | undefined
  /** The whole list, in its order. */
  entries?: EntryBody[] | undefined
  /** The whole list. */
  rates?: RateColumns[] | undefined
}

export interface PackageFacts {
  productId: string
  /** Product ids by variant id, of all entries' variants. */
  productOf: ReadonlyMap<string, string>
  /** Gives a new id with this prefix; `place` is that of an entry in the list. */
  newId: (prefix: "ppkg" | "pent", place?: number) => string
}

/** A given value, even null, replaces the stored one. */
const given = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value)

/** The package after the request: its own entries keep their ids. */
export function mergePackage(before: StoredPackage | null, body: PackageBody, facts: PackageFacts): StoredPackage {
  const old = before?.package ?? null
  const pricing = given(body.pricing, old?.pricing ?? "flat")
  const stays = <T>(value: T, none: T): T => (isTimed(pricing) ? value : none)
  const columns: PackageColumns = {
    id: old?.id ?? facts.newId("ppkg"),
    product_id: facts.productId,
    pricing,
    default_hours: given(body.default_hours, old?.default_hours ?? null),
    minimum_duration: given(body.minimum_duration, stays(old?.minimum_duration ?? null, null)),
    contract_description: given(body.contract_description, old?.contract_description ?? null) || null,
    shows_contract_description: given(body.shows_contract_description, old?.shows_contract_description ?? false),
    internal_notes: given(body.internal_notes, old?.internal_notes ?? null) || null,
    lists_contents: given(body.lists_contents, old?.lists_contents ?? true),
  }
  return {
    package: { ...columns, version: old?.version ?? 1, changed_in: old?.changed_in ?? {} },
    entries: body.entries ? mergeEntries(body.entries, before?.entries ?? [], facts) : (before?.entries ?? []),
    rates: orderedRates(given(body.rates, stays(before?.rates ?? [], []))),
  }
}

/** An entry keeps its id if it is the package's; of two with the same id, the first keeps it. */
function mergeEntries(wanted: readonly EntryBody[], before: readonly EntryColumns[], facts: PackageFacts) {
  const free = new Set(before.map(({ id }) => id))
  return wanted.map((entry, place): EntryColumns => {
    const role = entry.role ?? "content"
    const isOwn = entry.id !== undefined && free.delete(entry.id)
    return {
      id: isOwn && entry.id ? entry.id : facts.newId("pent", place),
      role,
      product_id: entry.product_id ?? facts.productOf.get(entry.variant_id) ?? "",
      variant_id: entry.variant_id,
      quantity: entry.quantity ?? 1,
      is_optional: entry.is_optional ?? false,
      alternative_group: entry.alternative_group?.trim() || null,
      is_default: entry.is_default ?? false,
      is_hidden: entry.is_hidden ?? false,
      is_nested: entry.is_nested ?? role === "content",
      is_free_quantity: entry.is_free_quantity ?? false,
    }
  })
}

const UNEDITED = { version: null, changed_in: null }

/** The fields of a package that a change touches; its version is none. */
export const changedPackageFields = (before: StoredPackage, after: StoredPackage): string[] =>
  changedFields(
    { ...before.package, ...UNEDITED, entries: before.entries, rates: before.rates },
    { ...after.package, ...UNEDITED, entries: after.entries, rates: after.rates },
  )
