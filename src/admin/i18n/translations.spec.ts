import { readdirSync, readFileSync } from "fs"
import { join, relative } from "path"
import * as billingStates from "../../rules/billing/states"
import { CART_STAGES } from "../../rules/cart"
import * as customerStates from "../../rules/customers/states"
import { CUSTOMER_COLUMNS } from "../../rules/customers/imports/customer-columns"
import * as discountStates from "../../rules/discounts/states"
import * as packageRules from "../../rules/packages"
import * as provisioningRules from "../../rules/provisioning"
import { NAMESPACES, type TextRoom } from "../lib/use-texts"
import resources from "./index"

type Texts = { [key: string]: string | Texts }
type Namespace = keyof typeof resources.en

const ADMIN = join(__dirname, "..")
const ROOMS = Object.keys(NAMESPACES) as TextRoom[]
const OWN = {
  billing: "serviceBilling",
  customers: "serviceCustomers",
  discounts: "serviceDiscounts",
  packages: "servicePackages",
  quickOrders: "serviceQuickOrders",
  provisioning: "serviceProvisioning",
  sales: "serviceSales",
  ui: "serviceUi",
} as const

const leaves = (texts: Texts, path = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  )

const sources = (folder: string): { path: string; text: string }[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      return sources(path)
    }
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".spec.ts")
      ? [{ path: relative(ADMIN, path), text: readFileSync(path, "utf8") }]
      : []
  })

/** The room whose texts a file uses: the one it names, or else the one of its folder. */
function roomOf({ path, text }: { path: string; text: string }): TextRoom {
  const [named, another] = new Set([...text.matchAll(/useTexts\("(\w+)"\)|room="(\w+)"/g)].map((m) => m[1] ?? m[2]))
  if (another) {
    throw new Error(`${path} speaks the texts of ${named} and of ${another}`)
  }
  const folder = /^(?:components|lib|routes)\/(\w+)\//.exec(path)?.[1]
  return ROOMS.find((room) => room === (named ?? folder)) ?? "ui"
}

const PLURAL = /_(zero|one|many|other)$/
const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

/**
 * Keys as a source names them: those in a call of `t` or in a page's configuration, and anything else that reads like
 * one.
 */
const named = (text: string): string[] =>
  [
    ...[...text.matchAll(/\bt\(\s*(?:[\w.()? ]+ \? )?"([\w.]+)"(?: : "([\w.]+)")?/g)].flatMap((m) => [m[1], m[2]]),
    ...[...text.matchAll(/\b(?:label|name|newName)[:=]\s*"([a-z_]+\.[\w.]+)"/g)].map((m) => m[1]),
  ].flatMap((key) => key ?? [])
const quoted = (text: string): string[] => [...text.matchAll(/"([a-z]\w*(?:\.\w+)*)"/g)].flatMap((m) => m[1] ?? [])

/** Keys that a source makes up as it goes: `states.${kind}.${state}`. */
const patterns = (text: string): RegExp[] =>
  [...text.matchAll(/`([a-z_][\w.]*\$\{[^`]*)`/g)].map(([, template = ""]) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(".", "\\."))
    return new RegExp(`^${parts.join("\\w+")}$`)
  })

describe("the admin's words", () => {
  const files = sources(ADMIN).map((file) => ({ ...file, room: roomOf(file) }))
  const english = new Map(ROOMS.map((room) => [room, new Map(leaves(resources.en[OWN[room]]))]))
  const keysOf = (room: TextRoom): string[] => [...(english.get(room)?.keys() ?? [])]
  const base = (key: string): string => key.replace(PLURAL, "")
  const understood = (room: TextRoom) => new Set([...keysOf(room), ...keysOf("ui")].flatMap((key) => [key, base(key)]))

  it("each room speaks its own namespace and the shared one", () => {
    for (const room of ROOMS) {
      expect([...NAMESPACES[room]]).toEqual([...new Set<Namespace>([OWN[room], "serviceUi"])])
    }
    expect(Object.keys(resources.en).sort()).toEqual(Object.values(OWN).sort())
    for (const { path, text, room } of files) {
      expect([path, /translationNs: "(\w+)"/.exec(text)?.[1] ?? OWN[room]]).toEqual([path, OWN[room]])
    }
  })

  it("English and French have the same keys, with the same values filled in", () => {
    for (const room of ROOMS) {
      const french = new Map(leaves(resources.fr[OWN[room]]))
      expect([...french.keys()].sort()).toEqual(keysOf(room).sort())
      for (const [key, text] of english.get(room) ?? []) {
        expect([key, placeholders(french.get(key) ?? "")]).toEqual([key, placeholders(text)])
        expect(text.trim()).not.toBe("")
      }
    }
  })

  it("no key of a room is a shared one, too: the room's would hide it", () => {
    const shared = new Set(keysOf("ui"))
    expect(
      ROOMS.filter((room) => room !== "ui").flatMap((room) => keysOf(room).filter((key) => shared.has(key))),
    ).toEqual([])
  })

  it("every key that the admin names is there", () => {
    const all = files.flatMap(({ path, text, room }) => named(text).map((key) => ({ path, key, room })))
    expect(all.length).toBeGreaterThan(300)
    expect(all.filter(({ key, room }) => !understood(room).has(key))).toEqual([])
  })

  it("every key is named by a file of its room, or by any file where it is shared", () => {
    for (const room of ROOMS) {
      const texts = files.filter((file) => room === "ui" || file.room === room).map(({ text }) => text)
      const literal = new Set(texts.flatMap(quoted))
      const made = texts.flatMap(patterns)
      const isNamed = (key: string) => literal.has(key) || made.some((shape) => shape.test(key))
      const unused = keysOf(room).filter((key) => !isNamed(key) && !isNamed(base(key)))
      expect([room, unused]).toEqual([room, []])
    }
  })

  it("every state, payment type and way to collect has a name", () => {
    const states = billingStates
    const expected = [
      ...states.SUBSCRIPTION_STATUSES.map((state) => `states.subscription.${state}`),
      ...states.RENEWAL_STATUSES.map((state) => `states.renewal.${state}`),
      ...states.CHARGE_STATUSES.map((state) => `states.charge.${state}`),
      ...states.INVOICE_PAYMENT_STATUSES.map((state) => `states.payment.${state}`),
      ...states.RUN_STATUSES.map((state) => `states.run.${state}`),
      ...states.PAYMENT_TYPES.map((type) => `payment_types.${type}`),
      ...states.COLLECTION_METHODS.map((method) => `collection_methods.${method}`),
      ...states.INTERVAL_UNITS.map((unit) => `intervals.units.${unit}`),
    ]
    expect(expected.filter((key) => !english.get("billing")?.has(key))).toEqual([])
  })

  it("every state, event and field of customers has a name", () => {
    const customers = customerStates
    const expected = [
      ...customers.PROFILE_STATUSES.flatMap((status) => [`statuses.${status}`, `sections.${status}`]),
      ...customers.TEMPERATURES.map((temperature) => `temperatures.${temperature}`),
      ...customers.NOTE_PRIORITIES.map((priority) => `priorities.${priority}`),
      ...customers.VAT_STATES.map((state) => `vat_states.${state}`),
      ...customers.CUSTOMER_LANGUAGES.map((language) => `languages.${language}`),
      ...customers.PROFILE_EVENTS.map((event) => `events.${event}`),
      ...CUSTOMER_COLUMNS.map((column) => `profile_fields.${column}`),
    ]
    expect(expected.filter((key) => !english.get("customers")?.has(key))).toEqual([])
  })

  it("every state, action, reason and outcome of services has words", () => {
    const rules = provisioningRules
    const expected = [
      ...rules.SERVICE_STATUSES.map((status) => `statuses.${status}`),
      ...rules.STANDINGS.map((standing) => `standings.${standing}`),
      ...rules.CALL_STATUSES.map((status) => `call_statuses.${status}`),
      ...rules.SERVICE_ACTIONS.map((action) => `actions.${action}`),
      ...rules.SERVICE_SUSPENSION_REASONS.map((reason) => `reasons.${reason}`),
      ...rules.ATTEMPT_OUTCOMES.map((outcome) => `outcomes.${outcome}`),
      ...rules.FILL_RULES.map((rule) => `fill_rules.${rule}`),
    ]
    expect(expected.filter((key) => !english.get("provisioning")?.has(key))).toEqual([])
  })

  it("every pricing, unit and reason of the packages has words", () => {
    const expected = [
      ...packageRules.PACKAGE_PRICINGS.flatMap((pricing) => [`pricings.${pricing}`, `pricings.${pricing}_hint`]),
      ...packageRules.ARTICLE_UNITS.flatMap((unit) => [`article_units.${unit}`, `unit_hints.${unit}`]),
      ...packageRules.PRICE_REASONS.map((reason) =>
        reason === "by_time" ? "reasons.by_day_other" : `reasons.${reason}`,
      ),
    ]
    expect(expected.filter((key) => !english.get("packages")?.has(key))).toEqual([])
  })

  it("D22: every type, level, source, channel, term and reason of the discounts has words", () => {
    const discounts = discountStates
    const expected = [
      ...discounts.DISCOUNT_TYPES.flatMap((type) => [`types.${type}`, `types.${type}_hint`]),
      ...discounts.TRIGGERS.flatMap((trigger) => [`rules.triggers.${trigger}`, `picture.${trigger}`]),
      ...discounts.MODES.map((mode) => `rules.modes.${mode}`),
      ...discounts.FIXED_PER.map((per) => `rules.pers.${per}`),
      ...discounts.ASSIGNMENT_LEVELS.flatMap((level) => [`levels.${level}`, `trace.levels.${level}`]),
      ...discounts.RENEWAL_TERMS.flatMap((terms) => [`renewals.${terms}`, `renewals.${terms}_hint`]),
      ...discounts.ORDER_DISCOUNT_BASES.flatMap((from) => [
        `settings.order_discount_bases.${from}`,
        `settings.order_discount_bases.${from}_hint`,
      ]),
      ...discounts.PERSONAL_SCOPES.flatMap((scope) => [
        `settings.personal_scopes.${scope}`,
        `settings.personal_scopes.${scope}_hint`,
      ]),
      ...discounts.DISCOUNT_SOURCES.map((source) => `sources.${source}`),
      ...discounts.DISCOUNT_CHANNELS.map((channel) => `channels.${channel}`),
      ...CART_STAGES.map((stage) => `stages.${stage}`),
      ...discounts.CAPS.map((cap) => `capped_by.${cap}`),
      ...discounts.REFUSALS.map((refusal) => `refusals.${refusal}`),
      ...discounts.DISCOUNT_STATES.map((state) => `discount_states.${state}`),
    ]
    expect(expected.filter((key) => !english.get("discounts")?.has(key))).toEqual([])
  })
})
