import type { EntryAnswer, PackageAnswer, SavePackageBody } from "../../../contracts/packages/packages"
import { isTimed, type EntryRole, type PackagePricing } from "../../../rules/packages"

/** Whether an entry is always there, may be chosen, or is one of several. */
export const PRESENCES = ["always", "optional", "alternative"] as const
export type Presence = (typeof PRESENCES)[number]

export interface EntryForm {
  /** Empty while it is new. */
  entry_id: string
  product_id: string
  variant_id: string
  title: string
  variant_title: string
  /** The product's. */
  status: string
  is_package: boolean
  quantity: string
  presence: Presence
  /** Of an alternative. */
  group: string
  /** Of an alternative: whether none of its group may be chosen. */
  may_be_left_out: boolean
  is_default: boolean
  is_hidden: boolean
  /** Accessories. */
  is_nested: boolean
  is_free_quantity: boolean
}

export interface RateForm {
  currency_code: string
  /** Empty: each further day or hour. */
  duration: string
  is_further: boolean
  price: string
}

export interface PackageForm {
  pricing: PackagePricing
  default_hours: string
  minimum_duration: string
  contract_description: string
  shows_contract_description: boolean
  internal_notes: string
  lists_contents: boolean
  contents: EntryForm[]
  accessories: EntryForm[]
  rates: RateForm[]
  /** By currency; empty: none. */
  prices: Record<string, string>
}

const toText = (number: number | null | undefined): string => (number == null ? "" : String(number))

/** A whole number of a form; empty is null. What is no number is refused by the rule. */
export const toWhole = (value: string): number | null => (value === "" ? null : Number(value))

export const isByContents = (pricing: PackagePricing): boolean =>
  pricing === "contents_all" || pricing === "contents_visible"

export function toPackageForm(answer: PackageAnswer, currencies: readonly string[]): PackageForm {
  const prices = answer.variants[0]?.prices ?? []
  const isOwn = !isByContents(answer.pricing)
  return {
    pricing: answer.pricing,
    default_hours: toText(answer.default_hours),
    minimum_duration: toText(answer.minimum_duration),
    contract_description: answer.contract_description ?? "",
    shows_contract_description: answer.shows_contract_description,
    internal_notes: answer.internal_notes ?? "",
    lists_contents: answer.lists_contents,
    contents: answer.entries.filter(({ role }) => role === "content").map(toEntryForm),
    accessories: answer.entries.filter(({ role }) => role === "accessory").map(toEntryForm),
    rates: answer.rates.map(toRateForm),
    prices: Object.fromEntries(
      currencies.map((code) => [
        code,
        (isOwn && prices.find(({ currency_code }) => currency_code === code)?.amount) || "",
      ]),
    ),
  }
}

export const toRateForm = (rate: { currency_code: string; duration: number | null; price: string }): RateForm => ({
  currency_code: rate.currency_code,
  duration: toText(rate.duration),
  is_further: rate.duration === null,
  price: rate.price,
})

function toEntryForm(entry: EntryAnswer): EntryForm {
  const isAlternative = entry.alternative_group !== null
  return {
    entry_id: entry.id,
    product_id: entry.product_id,
    variant_id: entry.variant_id,
    title: entry.title ?? "",
    variant_title: entry.variant_title ?? "",
    status: entry.status ?? "",
    is_package: entry.is_package,
    quantity: String(entry.quantity),
    presence: isAlternative ? "alternative" : entry.is_optional ? "optional" : "always",
    group: entry.alternative_group ?? "",
    may_be_left_out: isAlternative && entry.is_optional,
    is_default: entry.is_default,
    is_hidden: entry.is_hidden,
    is_nested: entry.is_nested,
    is_free_quantity: entry.is_free_quantity,
  }
}

export type FoundContent = Pick<
  EntryForm,
  "product_id" | "variant_id" | "title" | "variant_title" | "status" | "is_package"
>

/** A new entry: one piece, always there; an accessory is chosen. */
export const newEntry = (role: EntryRole, found: FoundContent): EntryForm => ({
  ...found,
  entry_id: "",
  quantity: "1",
  presence: role === "content" ? "always" : "optional",
  group: "",
  may_be_left_out: false,
  is_default: false,
  is_hidden: false,
  is_nested: true,
  is_free_quantity: false,
})

function toEntry(role: EntryRole, entry: EntryForm) {
  const isAlternative = entry.presence === "alternative"
  return {
    ...(entry.entry_id && { id: entry.entry_id }),
    role,
    product_id: entry.product_id,
    variant_id: entry.variant_id,
    quantity: Number(entry.quantity),
    is_optional: isAlternative ? entry.may_be_left_out : entry.presence === "optional",
    alternative_group: isAlternative ? entry.group.trim() || null : null,
    is_default: entry.presence !== "always" && entry.is_default,
    is_hidden: entry.is_hidden,
    is_nested: role === "content" || entry.is_nested,
    is_free_quantity: role === "accessory" && entry.is_free_quantity,
  }
}

export const toRate = (rate: RateForm) => ({
  currency_code: rate.currency_code,
  duration: rate.is_further ? null : Number(rate.duration),
  price: rate.price,
})

/** What is sent: lists whole. A currency that has rates has no price of its own. */
export function toSavePackage(form: PackageForm): SavePackageBody & Record<string, unknown> {
  const isByTime = isTimed(form.pricing)
  const rates = isByTime ? form.rates.map(toRate) : []
  const priced = Object.entries(form.prices).filter(([code]) => !rates.some((rate) => rate.currency_code === code))
  return {
    pricing: form.pricing,
    default_hours: toWhole(form.default_hours),
    minimum_duration: isByTime ? toWhole(form.minimum_duration) : null,
    contract_description: form.contract_description.trim() || null,
    shows_contract_description: form.shows_contract_description,
    internal_notes: form.internal_notes.trim() || null,
    lists_contents: form.lists_contents,
    entries: [
      ...form.contents.map((entry) => toEntry("content", entry)),
      ...form.accessories.map((entry) => toEntry("accessory", entry)),
    ],
    rates,
    prices: isByContents(form.pricing)
      ? []
      : priced.map(([currency_code, amount]) => ({ currency_code, amount: amount || null })),
  }
}

/** The form's field for one that rule and server name: entries are contents, then accessories. */
export function toPackageField(field: string, { contents }: Pick<PackageForm, "contents">): string {
  const [, place, rest = ""] = /^entries\.(\d+)(.*)$/.exec(field) ?? []
  if (place === undefined) {
    return field
  }
  const index = Number(place)
  const name = rest.replace(/^\.alternative_group$/, ".group").replace(/^\.id$/, "")
  return index < contents.length ? `contents.${index}${name}` : `accessories.${index - contents.length}${name}`
}
