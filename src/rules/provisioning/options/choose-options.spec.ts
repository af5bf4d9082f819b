import fc from "fast-check"
import { chooseOptions, optionTitle, valuesOf } from "./choose-options"
import { checkDefinitions, type OptionDefinition } from "./option-definition"

const price = (amount: string, setup_fee = "0", choice: string | null = null) => ({
  ...{ choice, variant_id: "monthly", currency_code: "eur", amount, setup_fee },
})
const option = (given: Partial<OptionDefinition>): OptionDefinition => ({
  ...{ key: "ram", kind: "choice", label: "Memory", is_required: false, min: null, max: null, step: null },
  ...{ choices: [], prices: [] },
  ...given,
})
const RAM = option({
  choices: [
    { key: "8", label: "8 GB" },
    { key: "16", label: "16 GB" },
  ],
  prices: [price("2", "0", "8"), price("4.50", "1", "16")],
})
const IPS = option({ key: "ips", kind: "quantity", label: "Addresses", max: 8, prices: [price("1.10", "0.50")] })
const SIZE = option({ key: "size", kind: "number", label: "Size", min: 0.5, max: 3, step: 0.1 })
const HOST = option({ key: "host", kind: "text", label: "Host name", is_required: true, max: 12 })
const BACKUP = option({ key: "backup", kind: "yes_no", label: "Backup", prices: [price("3")] })
const of = { variantId: "monthly", currencyCode: "eur" }
const choose = (definitions: OptionDefinition[], values: unknown, where = of) =>
  chooseOptions(definitions, values, where)

describe("what a buyer chooses (S3)", () => {
  it("is priced in the cycle and the currency: a choice by itself, a quantity by each", () => {
    const chosen = choose([RAM, IPS, SIZE, HOST, BACKUP], { ram: "16", ips: 3, size: 0.7, host: " a1 ", backup: true })
    expect(chosen).toEqual({
      ok: true,
      options: [
        { key: "ram", label: "Memory", value: "16", shown: "16 GB", amount: "4.5", setupFee: "1" },
        { key: "ips", label: "Addresses", value: 3, shown: "3", amount: "3.3", setupFee: "1.5" },
        { key: "size", label: "Size", value: 0.7, shown: "0.7", amount: "0", setupFee: "0" },
        { key: "host", label: "Host name", value: "a1", shown: "a1", amount: "0", setupFee: "0" },
        { key: "backup", label: "Backup", value: true, shown: "", amount: "3", setupFee: "0" },
      ],
    })
    const { options } = chosen as Extract<typeof chosen, { ok: true }>
    expect(options.map(optionTitle)).toEqual(["Memory: 16 GB", "Addresses: 3", "Size: 0.7", "Host name: a1", "Backup"])
    expect(valuesOf(options)).toEqual({ ram: "16", ips: 3, size: 0.7, host: "a1", backup: true })
  })

  it("costs nothing in a cycle or a currency that has no price of it", () => {
    const chosen = choose([RAM], { ram: "16" }, { variantId: "monthly", currencyCode: "chf" })
    expect(chosen).toMatchObject({ options: [{ amount: "0", setupFee: "0" }] })
  })

  it.each<[string, OptionDefinition[], unknown, string, RegExp]>([
    ["no object", [RAM], "ram", "options", /object/],
    ["a list", [RAM], ["8"], "options", /object/],
    ["an unknown option", [RAM], { gpu: 1 }, "options.gpu", /no such option/],
    ["what every object has", [RAM], JSON.parse('{"__proto__":1}'), "options.__proto__", /no such option/],
    ["an unknown choice", [RAM], { ram: "512" }, "options.ram", /one of 8, 16/],
    ["a choice as a number", [RAM], { ram: 8 }, "options.ram", /one of/],
    ["too many", [IPS], { ips: 9 }, "options.ips", /from 0 to 8/],
    ["less than none", [IPS], { ips: -1 }, "options.ips", /from 0 to 8/],
    ["half of one", [IPS], { ips: 1.5 }, "options.ips", /steps of 1/],
    ["a quantity in words", [IPS], { ips: "3" }, "options.ips", /number/],
    ["no number", [SIZE], { size: NaN }, "options.size", /number/],
    ["between two steps", [SIZE], { size: 0.55 }, "options.size", /steps of 0.1 from 0.5/],
    ["beyond the most", [SIZE], { size: 1e300 }, "options.size", /from 0.5 to 3/],
    ["a required one left out", [HOST], {}, "options.host", /has to be chosen/],
    ["a required one of spaces", [HOST], { host: "  " }, "options.host", /has to be chosen/],
    ["too long a text", [HOST], { host: "a".repeat(13) }, "options.host", /1 to 12 characters/],
    ["two lines", [HOST], { host: "a\nb" }, "options.host", /line of text/],
    ["yes as a text", [BACKUP], { backup: "yes" }, "options.backup", /true or false/],
  ])("%s is refused by field and reason", (_name, definitions, values, field, reason) => {
    expect(choose(definitions, values)).toMatchObject({
      ok: false,
      problem: { field, reason: expect.stringMatching(reason) },
    })
  })

  it("law: whatever is sent, it is refused by a field, or priced without a negative amount", () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.integer({ min: -5, max: 20 }))
    const values = fc.oneof(
      fc.anything(),
      fc.dictionary(fc.constantFrom("ram", "ips", "size", "host", "backup", "x"), value),
    )
    fc.assert(
      fc.property(values, (given) => {
        const chosen = choose([RAM, IPS, SIZE, HOST, BACKUP], given)
        if (chosen.ok) {
          expect(chosen.options.every(({ amount, setupFee }) => Number(amount) >= 0 && Number(setupFee) >= 0)).toBe(
            true,
          )
          // What was read once is read again as the same.
          expect(choose([RAM, IPS, SIZE, HOST, BACKUP], valuesOf(chosen.options))).toEqual(chosen)
        } else {
          expect(chosen.problem.field.startsWith("options")).toBe(true)
        }
      }),
    )
  })
})

describe("the options of a product", () => {
  const check = (...options: OptionDefinition[]) => checkDefinitions(options, new Set(["monthly"]))

  it("are right as they are", () => {
    expect(check(RAM, IPS, SIZE, HOST, BACKUP)).toEqual([])
  })

  it.each<[string, OptionDefinition, string]>([
    ["a choice without choices", option({}), "options.0.choices"],
    ["choices of a text", { ...HOST, choices: RAM.choices }, "options.0.choices"],
    ["a choice twice", { ...RAM, choices: [...RAM.choices, ...RAM.choices] }, "options.0.choices.2.key"],
    ["a most below the least", { ...IPS, min: 3, max: 2 }, "options.0.max"],
    ["half a quantity", { ...IPS, step: 0.5 }, "options.0.step"],
    ["a step of nothing", { ...SIZE, step: 0 }, "options.0.step"],
    ["a text of no signs", { ...HOST, max: 0 }, "options.0.max"],
    ["a text that is longer than any may be", { ...HOST, min: 501, max: null }, "options.0.min"],
    ["a quantity of none", { ...IPS, max: 0 }, "options.0.max"],
    ["steps that lead beyond the most", { ...IPS, max: 3, step: 5 }, "options.0.step"],
    ["a range of a choice", { ...RAM, max: 3 }, "options.0.max"],
    [
      "a price of another product's cycle",
      { ...IPS, prices: [{ ...price("1"), variant_id: "x" }] },
      "options.0.prices.0.variant_id",
    ],
    ["a price of no choice", { ...RAM, prices: [price("1")] }, "options.0.prices.0.choice"],
    ["a negative price", { ...IPS, prices: [price("-1")] }, "options.0.prices.0.amount"],
    ["a fee finer than a cent", { ...IPS, prices: [price("1", "0.001")] }, "options.0.prices.0.setup_fee"],
    [
      "a currency that is none",
      { ...SIZE, prices: [{ ...price("1"), currency_code: "xyz" }] },
      "options.0.prices.0.amount",
    ],
    ["a price twice", { ...IPS, prices: [price("1"), price("2")] }, "options.0.prices.1"],
  ])("%s is refused", (_name, wrong, field) => {
    expect(check(wrong)[0]).toMatchObject({ field })
  })

  it("a key twice is refused", () => {
    expect(check(IPS, IPS)).toMatchObject([{ field: "options.1.key" }])
  })
})
