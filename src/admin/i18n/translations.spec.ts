import { readdirSync, readFileSync } from "fs"
import { join } from "path"
import * as states from "../../rules/billing/states"
import * as discounts from "../../rules/discounts/states"
import { NAMESPACE } from "../lib/namespace"
import resources from "./index"

type Texts = { [key: string]: string | Texts }

const leaves = (texts: Texts, path = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  )

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      return sources(path)
    }
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".spec.ts") ? [readFileSync(path, "utf8")] : []
  })

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort()
const PLURAL = /_(zero|one|many|other)$/

describe("the admin's words", () => {
  const english = new Map(leaves(resources.en[NAMESPACE]))
  const french = new Map(leaves(resources.fr[NAMESPACE]))

  it("English and French have the same keys, with the same values filled in", () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort())
    for (const [key, text] of english) {
      expect([key, placeholders(french.get(key) ?? "")]).toEqual([key, placeholders(text)])
      expect(text.trim()).not.toBe("")
    }
  })

  it("every key that the admin names is there", () => {
    const known = new Set([...english.keys()].map((key) => key.replace(PLURAL, "")))
    const named = sources(join(__dirname, "..")).flatMap((source) => [
      ...[...source.matchAll(/\bt\(\s*"([\w.]+)"/g)].map((match) => match[1]),
      ...[...source.matchAll(/\b(?:done|label|name)[:=]\s*"([a-z_]+\.[\w.]+)"/g)].map((match) => match[1]),
    ])
    expect(named.length).toBeGreaterThan(150)
    expect(named.filter((key) => key && !known.has(key))).toEqual([])
  })

  it("every state, payment type and way to collect has a name", () => {
    const named = [
      ...states.SUBSCRIPTION_STATUSES.map((state) => `states.subscription.${state}`),
      ...states.RENEWAL_STATUSES.map((state) => `states.renewal.${state}`),
      ...states.CHARGE_STATUSES.map((state) => `states.charge.${state}`),
      ...states.INVOICE_PAYMENT_STATUSES.map((state) => `states.payment.${state}`),
      ...states.RUN_STATUSES.map((state) => `states.run.${state}`),
      ...states.PAYMENT_TYPES.map((type) => `payment_types.${type}`),
      ...states.COLLECTION_METHODS.map((method) => `collection_methods.${method}`),
      ...states.INTERVAL_UNITS.map((unit) => `intervals.units.${unit}`),
    ]
    expect(named.filter((key) => !english.has(key))).toEqual([])
  })

  it("D22: every type, level, source, channel, term and reason of the discounts has words", () => {
    const named = [
      ...discounts.DISCOUNT_TYPES.flatMap((type) => [`types.${type}`, `types.${type}_hint`]),
      ...discounts.TRIGGERS.flatMap((trigger) => [`rules.triggers.${trigger}`, `picture.${trigger}`]),
      ...discounts.MODES.map((mode) => `rules.modes.${mode}`),
      ...discounts.FIXED_PER.map((per) => `rules.pers.${per}`),
      ...discounts.ASSIGNMENT_LEVELS.flatMap((level) => [`levels.${level}`, `trace.levels.${level}`]),
      ...discounts.RENEWAL_TERMS.flatMap((terms) => [`renewals.${terms}`, `renewals.${terms}_hint`]),
      ...discounts.ORDER_DISCOUNT_BASES.flatMap((base) => [
        `settings.order_discount_bases.${base}`,
        `settings.order_discount_bases.${base}_hint`,
      ]),
      ...discounts.PERSONAL_SCOPES.flatMap((scope) => [
        `settings.personal_scopes.${scope}`,
        `settings.personal_scopes.${scope}_hint`,
      ]),
      ...discounts.DISCOUNT_SOURCES.map((source) => `sources.${source}`),
      ...discounts.DISCOUNT_CHANNELS.map((channel) => `channels.${channel}`),
      ...discounts.REFUSALS.map((refusal) => `refusals.${refusal}`),
    ].map((key) => `discounts.${key}`)
    expect(named.filter((key) => !english.has(key))).toEqual([])
  })
})
