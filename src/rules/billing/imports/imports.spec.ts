import fc from "fast-check"
import { LAW, dates, intervals } from "../../__tests__/arbitraries"
import { compareDates, cycleDate } from "../../calendar"
import type { ImportFormatName } from "./formats/import-formats"
import { importedDates } from "./imported-dates"
import { planSubscriptionsImport, type ImportFacts, type SubscriptionsPlan } from "./plan-import"
import { readSubscriptions, type ReadSubscriptions } from "./read-subscriptions"

const CONTEXT = { asOf: "2026-11-30", timeZone: "Europe/Zurich", currencyCode: "eur" }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, format: ImportFormatName = "template") => readSubscriptions(bytes(text), format, CONTEXT)
const rows = (text: string, format: ImportFormatName = "template") => {
  const answer = read(text, format)
  if (!answer.ok) {
    throw new Error(JSON.stringify(answer.problems))
  }
  return answer.subscriptions
}
const problems = (answer: ReadSubscriptions | SubscriptionsPlan): string[] =>
  answer.ok ? [] : answer.problems.map(({ row, field, reason }) => `${row} ${field}: ${reason}`)

const HEAD = "key,email,product,quantity,unit_price,currency_code,interval,next_on,started_on,country_code"
const file = (...lines: string[]): string => [HEAD, ...lines].join("\n")
const ROW = "s1,a@x.ch,BASIC,2,10.50,eur,month,2026-12-31,2026-01-31,ch"

const cycle = (unit: "month" | "year", count = 1) => ({
  offerId: "boff_1",
  cycleId: `bcyc_${unit}${count}`,
  productId: "prod_1",
  variantId: `variant_${unit}`,
  title: "Hosting",
  interval: { unit, count },
  snapshot: {},
})
const FACTS: ImportFacts = {
  productsCalled: (name) => (name === "BASIC" ? [cycle("month"), cycle("month", 3), cycle("year")] : []),
  customerOf: ({ customerId, email }) => (customerId === "nobody" ? null : { id: null, email, address: null }),
  regionOf: (currency) => (currency === "eur" ? "reg_1" : null),
  providers: new Map([
    ["pp_stripe_stripe", true],
    ["pp_system_default", false],
  ]),
  salesChannelId: "sc_1",
  movedKeys: new Set(),
  idOf: (key) => `bsub_${key}`,
  invoiceDaysBefore: 7,
}
const plan = (text: string, facts: Partial<ImportFacts> = {}, format: ImportFormatName = "template") =>
  planSubscriptionsImport(rows(text, format), { ...FACTS, ...facts })
const planned = (text: string, facts: Partial<ImportFacts> = {}, format: ImportFormatName = "template") => {
  const answer = plan(text, facts, format)
  if (!answer.ok) {
    throw new Error(JSON.stringify(answer.problems))
  }
  return answer
}

describe("a file of subscriptions (B62)", () => {
  it("the own template, a row", () => {
    expect(rows(file(ROW))).toEqual([
      expect.objectContaining({
        row: 2,
        key: "s1",
        status: "active",
        email: "a@x.ch",
        quantity: 2,
        unitPrice: "10.50",
        interval: { unit: "month", count: 1 },
        nextOn: "2026-12-31",
        startedOn: "2026-01-31",
        methodId: null,
        address: expect.objectContaining({ country_code: "ch", city: null }),
      }),
    ])
  })

  it("Stripe's export: what has ended is left out, UTC is the store's day", () => {
    const text = [
      "id,Customer ID,Customer Email,Plan,Quantity,Currency,Interval,Amount,Status,Start (UTC),Current Period End (UTC),Cancel At Period End,default_payment_method,country_code",
      "sub_1,cus_1,A@x.ch,BASIC,1,EUR,month,12.00,active,2026-01-30 23:30,2026-12-30 23:30,false,pm_1,ch",
      "sub_2,cus_2,b@x.ch,BASIC,1,EUR,year,120.00,active,2025-12-05 10:00,2026-12-05 10:00,true,,ch",
      "sub_3,cus_3,c@x.ch,OLD,1,EUR,month,1.00,canceled,,,,,",
    ].join("\n")
    expect(read(text, "stripe")).toMatchObject({ ok: true, leftOut: 1 })
    const answer = planned(text, {}, "stripe")
    expect(answer.rows.map(({ subscription }) => subscription.row)).toMatchObject([
      {
        ...{ anchor_on: "2026-01-31", next_due_on: "2026-12-31", collection_method: "charge_automatically" },
        payment_provider_id: "pp_stripe_stripe",
        payment_method: { id: "pm_1", account_holder_id: "cus_1" },
      },
      { next_due_on: "2026-12-05", cancel_on: "2026-12-05", collection_method: "send_invoice", payment_method: null },
    ])
    expect(answer.sums).toEqual({
      currencies: [{ currencyCode: "eur", fileCount: 2, count: 2, fileMrr: "22", mrr: "22" }],
      months: [{ month: "2026-12", currencyCode: "eur", fileCount: 2, count: 2, fileAmount: "12", amount: "12" }],
    })
  })

  it("WHMCS: its words for cycles and states; what is paid once is left out", () => {
    const text = [
      "ID;User ID;Product ID;Recurring Amount;Billing Cycle;Next Due Date;Reg Date;Status;Domain Name;email;currency_code;country_code",
      "7;1;BASIC;€30,00;Quarterly;2027-01-15;2024-01-15;Active;x.ch;a@x.ch;eur;ch",
      "8;1;BASIC;9.00;One Time;0000-00-00;2024-01-15;Active;;a@x.ch;eur;ch",
      "9;1;BASIC;9.00;Monthly;2026-12-01;2024-01-15;Terminated;;a@x.ch;eur;ch",
    ].join("\n")
    expect(rows(text, "whmcs")).toEqual([
      expect.objectContaining({ key: "7", unitPrice: "30.00", interval: { unit: "month", count: 3 } }),
    ])
    const suspended = text.replace("Active;x.ch", "Suspended;x.ch")
    expect(problems(read(suspended, "whmcs"))).toEqual([
      "2 status: is neither running nor ended: settle it first, or leave the row out",
    ])
  })

  it("WooCommerce Subscriptions: the item's total is of all units; the method that it kept", () => {
    const head =
      "subscription_id,subscription_status,billing_email,order_currency,billing_period,billing_interval,next_payment_date,start_date,end_date,order_shipping,fee_total,order_items,payment_method_post_meta,billing_country,billing_city"
    const line = (status: string, items: string, shipping = "0") =>
      `12,${status},a@x.ch,EUR,month,3,2026-12-10 09:00:00,2026-03-10 09:00:00,0,${shipping},0,${items},_stripe_customer_id:cus_1|_stripe_source_id:pm_9,CH,Bern`
    const good = `${head}\n${line("wc-active", "product_id:BASIC|name:X|quantity:2|total:21.00|meta:|tax:0")}`
    expect(rows(good, "woocommerce")).toEqual([
      expect.objectContaining({
        ...{ key: "12", product: "BASIC", quantity: 2, unitPrice: "10.50", interval: { unit: "month", count: 3 } },
        ...{ nextOn: "2026-12-10", endsOn: null, providerId: "pp_stripe_stripe", methodId: "pm_9", accountId: "cus_1" },
        address: expect.objectContaining({ country_code: "ch", city: "Bern" }),
      }),
    ])
    const bad = (items: string, shipping?: string) =>
      problems(read(`${head}\n${line("active", items, shipping)}`, "woocommerce"))
    expect(bad("product_id:1|quantity:1|total:1.00;product_id:2|quantity:1|total:2.00")).toEqual([
      "2 product: names 2 products: a subscription is for one",
    ])
    expect(bad("product_id:1|quantity:1|total:1.00", "4.90")).toEqual([
      "2 unit_price: has shipping or a fee beside it, which is not moved",
    ])
    expect(bad("product_id:1|quantity:3|total:10.00")).toEqual(["2 unit_price: takes at most 2 decimals in EUR"])
  })

  it("says what is wrong with a row among many, by its number", () => {
    const many = Array.from({ length: 10_000 }, (_one, place) => ROW.replace("s1", `k${place}`))
    many[6_999] = "k6999,a@x.ch,BASIC,0,10.505,eur,fortnight,31/12/2026,2026-01-31,switzerland"
    expect(problems(read(file(...many)))).toEqual([
      "7001 next_on: must be a date such as 2026-12-31",
      "7001 quantity: must be a whole number of at least 1",
      "7001 unit_price: takes at most 2 decimals in EUR",
      '7001 interval: must be a cycle such as "month", "3 months" or "Annually"',
      "7001 country_code: must be a country's code of two letters",
    ])
  })

  it("says what is wrong with the file", () => {
    expect(problems(read(""))).toEqual(["1 file: is empty"])
    expect(problems(read("key,shoe\nA,B"))).toEqual([
      expect.stringMatching(/^1 header: "shoe" is no column: take key, /),
      ...["product", "unit_price", "interval", "next_on", "email"].map((column) => `1 header: has no column ${column}`),
    ])
    expect(problems(read(file(ROW.replace("BASIC", "BA\u0000SIC"))))).toEqual(["2 product: must not hold a zero byte"])
    expect(problems(read(file(ROW, ROW)))).toEqual(["3 key: is that of row 2, too"])
    expect(problems(read(file(ROW.replace("2026-12-31", "2026-11-29"))))).toEqual([
      "2 next_on: lies before 2026-11-30: what is due until then is billed where it was",
    ])
    expect(problems(read(file(ROW.replace("a@x.ch", "")).replace("email", "customer_id")))).toEqual([
      "2 email: is required",
    ])
  })
})

describe("planSubscriptionsImport", () => {
  it("B62: bills on the file's date by the ordinary run, and an invoice goes out days before", () => {
    const [one] = planned(file(ROW)).rows
    expect(one).toMatchObject({
      ...{ key: "s1", newCustomerEmail: "a@x.ch" },
      subscription: {
        row: {
          ...{ id: "bsub_s1", order_id: null, status: "active", collection_method: "send_invoice" },
          ...{ anchor_on: "2026-01-31", period_start: "2026-11-30", period_end: "2026-12-31" },
          ...{ next_cycle: 1, next_due_on: "2026-12-24" },
        },
        items: [{ id: "bsi_s1", subscription_id: "bsub_s1", unit_price: "10.50", quantity: 2, order_line_id: null }],
      },
    })
  })

  it("B62: what was moved before is left alone", () => {
    const again = planned(file(ROW, ROW.replace("s1", "s2")), { movedKeys: new Set(["s1"]) })
    expect(again.rows.map(({ key }) => key)).toEqual(["s2"])
    expect(again.unchanged).toBe(1)
  })

  it.each([
    ["a product that nobody knows", ROW.replace("BASIC", "OTHER"), "product: is no SKU, variant, handle, id"],
    ["a cycle that its offer has not", ROW.replace("month", "2 months"), "interval: the offer of BASIC has no cycle"],
    ["a currency that no region sells in", ROW.replace(",eur,", ",usd,"), "currency_code: no region of the store"],
    ["no country", ROW.replace(/,ch$/, ","), "country_code: is required: taxes depend on it"],
  ])("B62: refuses %s", (_name, row, problem) => {
    expect(problems(plan(file(row)))).toEqual([expect.stringMatching(new RegExp(`^2 ${problem}`))])
  })

  it("B62: a provider that the store does not have, or that cannot charge later", () => {
    const withMethod = (provider: string) =>
      problems(plan(`${HEAD},payment_provider_id,payment_method\n${ROW},${provider},pm_1`))
    expect(withMethod("pp_stripe_stripe")).toEqual([])
    expect(withMethod("pp_other")).toEqual(["2 payment_provider_id: is no payment provider of the store"])
    expect(withMethod("pp_system_default")).toEqual(["2 payment_provider_id: cannot charge while the customer is away"])
  })

  it("B62: refuses a row whose MRR the file counts otherwise", () => {
    expect(problems(plan(`${HEAD},mrr\n${ROW},20.00`))).toEqual(["2 mrr: is 20.00, and would be 21 here"])
    expect(planned(`${HEAD},mrr\n${ROW},21.00`).sums.currencies).toEqual([
      { currencyCode: "eur", fileCount: 1, count: 1, fileMrr: "21", mrr: "21" },
    ])
  })
})

describe("importedDates", () => {
  const start = fc.record({ interval: intervals, from: dates, cycles: fc.integer({ min: 1, max: 40 }) })

  it("law: the next cycle starts on the file's date, whatever the anchor", () => {
    fc.assert(
      fc.property(start, fc.option(dates, { nil: null }), ({ interval, from: nextOn }, startedOn) => {
        for (const status of ["active", "ending", "trialing"] as const) {
          const { anchorOn, anchorCycle, nextCycle, periodEnd } = importedDates({ status, interval, nextOn, startedOn })
          expect(cycleDate(anchorOn, interval, nextCycle - anchorCycle)).toBe(nextOn)
          expect(periodEnd).toBe(status === "trialing" ? null : nextOn)
        }
      }),
      LAW,
    )
  })

  it("law: what has run in whole cycles keeps its first day as the anchor", () => {
    fc.assert(
      fc.property(start, ({ interval, from, cycles }) => {
        const nextOn = cycleDate(from, interval, cycles)
        const { anchorOn, periodStart } = importedDates({ status: "active", interval, nextOn, startedOn: from })
        expect(anchorOn).toBe(from)
        expect(periodStart).toBe(cycleDate(from, interval, cycles - 1))
        expect(compareDates(periodStart ?? "", nextOn)).toBeLessThan(0)
      }),
      LAW,
    )
  })
})
