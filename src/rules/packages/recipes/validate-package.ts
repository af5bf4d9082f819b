import { isTimed } from "./articles"
import type { EntryBody } from "./merge-package"
import type { EntryColumns, StoredPackage } from "./package-columns"
import { validateRates } from "./rates"
import type { RecipeProblem } from "./recipe-problem"
import { HIGHEST_DURATION, HIGHEST_QUANTITY, wholeNumberProblem } from "./whole-number"

/** Everything that is wrong with a package by itself; whether it contains itself is said by `checkNesting`. */
export function validatePackage(
  { package: columns, entries, rates }: StoredPackage,
  productOf: ReadonlyMap<string, string>,
): RecipeProblem[] {
  return [
    ...durationProblems("default_hours", columns.default_hours),
    ...(isTimed(columns.pricing) || columns.minimum_duration === null
      ? durationProblems("minimum_duration", columns.minimum_duration)
      : [{ field: "minimum_duration", reason: "only a package priced by the hour or by the day has one" }]),
    ...validateRates(rates, isTimed(columns.pricing)),
    ...entries.flatMap((entry, index) => [
      ...articleProblems(entry, productOf, `entries.${index}`),
      ...entryProblems(entry, `entries.${index}`),
    ]),
    ...groupProblems(entries),
  ]
}

function durationProblems(field: string, value: number | null): RecipeProblem[] {
  const reason = value === null ? null : wholeNumberProblem(value, 1, HIGHEST_DURATION)
  return reason === null ? [] : [{ field, reason }]
}

function articleProblems(entry: EntryColumns, productOf: ReadonlyMap<string, string>, at: string): RecipeProblem[] {
  const productId = productOf.get(entry.variant_id)
  if (productId === undefined) {
    return [{ field: `${at}.variant_id`, reason: `there is no variant "${entry.variant_id}"` }]
  }
  return productId === entry.product_id
    ? []
    : [{ field: `${at}.variant_id`, reason: `is no variant of the product "${entry.product_id}"` }]
}

function entryProblems(entry: EntryColumns, at: string): RecipeProblem[] {
  const quantity = wholeNumberProblem(entry.quantity, 1, HIGHEST_QUANTITY)
  const isContent = entry.role === "content"
  return [
    ...(quantity === null ? [] : [{ field: `${at}.quantity`, reason: quantity }]),
    ...(!isContent && entry.alternative_group !== null
      ? [{ field: `${at}.alternative_group`, reason: "only contents are alternatives" }]
      : []),
    ...(isContent && !entry.is_nested
      ? [{ field: `${at}.is_nested`, reason: "a content always goes with its package" }]
      : []),
    ...(isContent && entry.is_free_quantity
      ? [{ field: `${at}.is_free_quantity`, reason: "only an accessory's quantity can be the customer's" }]
      : []),
  ]
}

/** Alternatives are two or more, and one of them at most is there where nothing is chosen (P12). */
function groupProblems(entries: readonly EntryColumns[]): RecipeProblem[] {
  return entries.flatMap(({ alternative_group: group, is_default }, index) => {
    if (group === null) {
      return []
    }
    const others = entries.filter((other, at) => other.alternative_group === group && at !== index)
    const isSecondDefault =
      is_default && entries.slice(0, index).some((other) => other.alternative_group === group && other.is_default)
    return [
      ...(others.length
        ? []
        : [{ field: `entries.${index}.alternative_group`, reason: `"${group}" has no other content to choose` }]),
      ...(isSecondDefault
        ? [{ field: `entries.${index}.is_default`, reason: `"${group}" has a default already` }]
        : []),
    ]
  })
}

/** An entry's id is one of this package's, and said once. */
export function entryIdProblems(wanted: readonly EntryBody[], before: readonly EntryColumns[]): RecipeProblem[] {
  const own = new Set(before.map(({ id }) => id))
  return wanted.flatMap(({ id }, index) => {
    if (id === undefined) {
      return []
    }
    const field = `entries.${index}.id`
    if (!own.has(id)) {
      return [{ field, reason: "is no content of this package" }]
    }
    return wanted.slice(0, index).some((other) => other.id === id) ? [{ field, reason: "is said twice" }] : []
  })
}
