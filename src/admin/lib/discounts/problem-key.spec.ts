import { fixedOnContents, validateDiscount, validateOrderDiscount, validateSettings } from "../../../rules/discounts"
import { checkCurrencies } from "../../../rules/money"
import resources from "../../i18n"
import { problemKey } from "./problem-key"

const terms = {
  name: " ",
  groups: ["gone", "gone"],
  knownGroups: [],
  renewals: "cycles",
  renewalCycles: null,
  usageLimit: 0,
  usageLimitPerCustomer: 1.5,
}
const period = (startsOn: string, endsOn: string) => ({ isLimited: true, startsOn, endsOn })
const rule = (changes: object) => ({
  trigger: "quantity",
  min: "1",
  max: null,
  mode: "percent",
  value: "10",
  per: "unit",
  currencyCode: null,
  ...changes,
})
const assigned = (startsOn: string, endsOn: string) => ({
  level: "product",
  targetId: "prod_1",
  period: period(startsOn, endsOn),
})
const range = (changes: object) => ({ currencyCode: "eur", min: "0", max: "10", percent: "5", ...changes })
const settings = { isAdvanced: true, onSpecialPrices: false, orderDiscountBase: "price", personalScope: "store" }

const REASONS = [
  ...validateDiscount({
    ...terms,
    type: "cumulative",
    rules: [
      rule({ min: "5", max: "4" }),
      rule({ min: "1.5" }),
      rule({ value: "" }),
      rule({ value: "101" }),
      rule({ value: "-1" }),
      rule({ value: "1.23456" }),
      rule({ mode: "fixed", value: "1", currencyCode: null }),
      rule({ mode: "fixed", value: "1", currencyCode: "xyz" }),
      rule({ mode: "fixed", value: "1.5", currencyCode: "jpy" }),
      rule({ mode: "fixed", value: "1.555", currencyCode: "eur" }),
      rule({ mode: "fixed", value: "1234567890123", currencyCode: "eur" }),
      rule({ trigger: "amount" }),
    ],
    assignments: [assigned("2027-02-30", "2027-03-01"), assigned("2027-03-02", "2027-03-01")],
  }),
  ...validateDiscount({ ...terms, type: "cumulative", rules: [], assignments: [] }),
  ...validateOrderDiscount({ ...terms, period: period("2027-03-02", "2027-03-01"), ranges: [] }),
  ...validateOrderDiscount({ ...terms, period: period("", ""), ranges: [range({}), range({ min: "10", max: null })] }),
  ...checkCurrencies([{ field: "rules.0.currency_code", currencyCode: "usd" }], ["eur"]),
  fixedOnContents(0),
  ...validateSettings({ ...settings, maxDiscountPercent: "101", minMarginPercent: "100" }),
].map(({ reason }) => reason)

describe("texts for problems", () => {
  it("D2, D14, D24: every reason that an editor can show has texts in both languages", () => {
    const unknown = REASONS.filter((reason) => problemKey(reason) === null)
    expect(unknown).toEqual([])
    const keys = new Set(REASONS.map((reason) => problemKey(reason)?.key.replace("problems.", "")))
    for (const { serviceDiscounts: texts } of [resources.en, resources.fr]) {
      expect(Object.keys(texts.problems).sort()).toEqual([...keys].sort())
    }
  })

  it("keeps values, and leaves a message without a text as it is", () => {
    expect(problemKey("takes at most 2 decimals in EUR")).toEqual({
      key: "problems.decimals",
      values: { most: "2" },
    })
    expect(problemKey("something else")).toBeNull()
  })
})
