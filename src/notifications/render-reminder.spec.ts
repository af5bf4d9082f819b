import fc from "fast-check"
import { readFileSync } from "fs"
import { join } from "path"
import {
  DATA_OF_EVERY_REMINDER,
  REMINDER_LANGUAGES,
  REMINDER_TEMPLATE_NAMES,
  REMINDER_TEMPLATES,
  type Reminder,
} from "../rules/billing"
import { renderReminder } from "./render-reminder"
import { sampleReminder } from "./sample-reminder"

const STORE = { name: "Alpine Hosting AG", email: "billing@alpine-hosting.example" }
const AS_OF = "2027-02-21"
const sample = (template: (typeof REMINDER_TEMPLATE_NAMES)[number]): Reminder =>
  sampleReminder(template, { store: STORE, asOf: AS_OF })

/** As in a sentence, whatever kind of space a locale puts between a number and its sign. */
const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ")

describe("B37: the texts of reminders", () => {
  it.each(
    REMINDER_TEMPLATE_NAMES.flatMap((template) => REMINDER_LANGUAGES.map((language) => [template, language] as const)),
  )("%s has a subject, a text and HTML in %s", (template, language) => {
    const { subject, text, html } = renderReminder(sample(template), { language, locale: language })
    for (const part of [subject, text, html]) {
      expect(part).not.toMatch(/undefined|NaN|\[object|null/)
    }
    expect(subject.length).toBeGreaterThan(5)
    expect(text).toContain(language === "fr" ? "Bonjour Anna Keller," : "Hello Anna Keller,")
    expect(text).toContain("Alpine Hosting AG")
    expect(html).toContain(`<html lang="${language}">`)
  })

  it("have their data described, no more and no less", () => {
    for (const template of REMINDER_TEMPLATE_NAMES) {
      const described = [...Object.keys(DATA_OF_EVERY_REMINDER), ...Object.keys(REMINDER_TEMPLATES[template].data)]
      expect([template, Object.keys(sample(template).data).sort()]).toEqual([template, described.sort()])
    }
  })

  it("write amounts and dates as the reader's locale has them", () => {
    const reminder = sample("billing.renewal_upcoming")
    const of = (language: "en" | "fr", locale: string) => spaced(renderReminder(reminder, { language, locale }).text)
    expect(of("en", "en-GB")).toContain("renews on 28 February 2027. We will charge CHF 32.32")
    expect(of("en", "en-US")).toContain("renews on February 28, 2027")
    expect(of("fr", "fr-CH")).toContain("se renouvelle le 28 février 2027. Nous débiterons 32.32 CHF")
    expect(of("fr", "fr-FR")).toContain("Nous débiterons 32,32 CHF")
  })

  it("say what can be done only where it can be", () => {
    const failed = sample("billing.payment_failed")
    const without = { ...failed, data: { ...failed.data, payment_url: null, next_try_on: null } } as Reminder
    const render = (reminder: Reminder) => renderReminder(reminder, { language: "en", locale: "en" })
    expect(render(failed).html).toContain('href="https://shop.example/pages/pay/example"')
    expect(render(without).html).not.toContain("href=")
    expect(render(without).text).toContain("We will not try again by ourselves")
  })

  it("escape every value, and let no value begin a line of the subject or lead anywhere but to a web page", () => {
    const hostile = `<img src=x onerror="alert('1')">&\r\nBcc: everybody@example.com`
    const marked = (value: unknown): unknown =>
      typeof value === "string" && !/^\d{4}-\d\d-\d\d$|^\d+\.\d+$|^[a-z]{3}$/.test(value)
        ? hostile
        : Array.isArray(value)
          ? value.map(marked)
          : typeof value === "object" && value !== null
            ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, marked(part)]))
            : value
    for (const template of REMINDER_TEMPLATE_NAMES) {
      const { data } = sample(template)
      const reminder = { template, data: marked(data) } as Reminder
      const { subject, html } = renderReminder(reminder, { language: "en", locale: "en" })
      expect(subject).not.toMatch(/[\r\n]/)
      expect(html).not.toContain("<img")
      expect(html).not.toContain("alert('1')")
      expect(html).not.toContain("href=")
    }
  })

  it("law: whatever a customer or a service is called, the HTML has the elements of the letter alone", () => {
    const elements = (html: string): string[] => html.match(/<\/?[a-z!][^>]*>/gi) ?? []
    const plain = sample("billing.expiry_upcoming")
    const called = (name: string) =>
      ({ ...plain, data: { ...plain.data, customer_name: name, services: [{ title: name, quantity: 2 }] } }) as Reminder
    const render = (reminder: Reminder) => renderReminder(reminder, { language: "fr", locale: "fr" }).html
    const expected = elements(render(plain))
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(elements(render(called(name)))).toEqual(expected)
      }),
    )
  })

  it("B22: who is asked about a new price is led to the page of the answer; without one, to the account", () => {
    const asked = sample("billing.price_consent")
    const render = (answer_url: string | null, language: "en" | "fr") =>
      renderReminder({ ...asked, data: { ...asked.data, answer_url } } as Reminder, { language, locale: language }).html
    expect(render("https://shop.example/pages/price/x", "en")).toMatch(
      /refuse this until .*href="[^"]+\/pages\/price\/x"/s,
    )
    expect(render(null, "en")).toMatch(/in your account until .*href="https:\/\/shop.example"/s)
    expect(render("https://shop.example/pages/price/x", "fr")).toMatch(/de refuser jusqu.*\/pages\/price\/x"/s)
  })

  it("are in the guide as the code has them", () => {
    const guide = readFileSync(join(__dirname, "../../docs/guides/notifications.md"), "utf8")
    for (const template of REMINDER_TEMPLATE_NAMES) {
      const { when, data } = REMINDER_TEMPLATES[template]
      const [, described] = guide.split(`### \`${template}\`\n`)
      const section = described?.split("\n### ")[0] ?? ""
      expect(section).toContain(when)
      const fields = [...section.matchAll(/^\| `([a-z_]+)` +\|/gm)].map(([, field]) => field)
      expect([template, fields]).toEqual([template, Object.keys(data)])
    }
  })
})
