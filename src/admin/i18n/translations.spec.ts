import { readdirSync, readFileSync } from "fs"
import { join } from "path"
import * as states from "../../rules/billing/states"
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
})
