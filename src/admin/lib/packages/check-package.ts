import { ownPriceProblems, validatePackage, type StoredPackage } from "../../../rules/packages"
import type { FieldProblem } from "../field-problems"
import { toPackageField, toSavePackage, type PackageForm } from "./package-form"

/** The problems of a package while one types: the same rule as the server's. Whether it contains itself is asked of the server. */
export function checkPackage(form: PackageForm): FieldProblem[] {
  const sent = toSavePackage(form)
  const entries = (sent.entries ?? []).map((entry) => ({ ...entry, id: "" }))
  const stored = {
    package: {
      id: "",
      product_id: "",
      pricing: form.pricing,
      default_hours: sent.default_hours ?? null,
      minimum_duration: sent.minimum_duration ?? null,
      contract_description: null,
      shows_contract_description: false,
      internal_notes: null,
      lists_contents: true,
      version: 0,
      changed_in: {},
    },
    entries,
    rates: sent.rates ?? [],
  } as StoredPackage
  const productOf = new Map(entries.map((entry) => [entry.variant_id, entry.product_id ?? ""]))
  const prices = (sent.prices ?? []).map(({ currency_code, amount }) => ({
    currency_code,
    amount: amount === null ? null : String(amount),
  }))
  const named = prices.filter(({ amount }) => amount !== null)
  return [
    ...validatePackage(stored, productOf).map(({ field, reason }) => ({ field: toPackageField(field, form), reason })),
    ...ownPriceProblems(named, stored, 1).map(({ field, reason }) => ({ field: priceField(field, named), reason })),
    ...missingGroups(form),
  ]
}

const priceField = (field: string, prices: readonly { currency_code: string }[]): string => {
  const [, place] = /^prices\.(\d+)\./.exec(field) ?? []
  return place === undefined ? field : `prices.${prices[Number(place)]?.currency_code ?? ""}`
}

/** An alternative without a group's name would be sent as an entry that stands alone. */
const missingGroups = ({ contents }: PackageForm): FieldProblem[] =>
  contents.flatMap(({ presence, group }, index) =>
    presence === "alternative" && group.trim() === ""
      ? [{ field: `contents.${index}.group`, reason: "must not be empty" }]
      : [],
  )
