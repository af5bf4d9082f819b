import type { OptionAnswer } from "../../../../contracts/provisioning/options"
import type { OptionKind } from "../../../../rules/provisioning/options/option-definition"

/** What an option costs in one cycle and currency, as it is typed. */
export interface PriceValues {
  amount: string
  setup_fee: string
}

/** An option as it is typed; prices by choice, cycle and currency. */
export interface OptionValues {
  /** Of the form alone: it stays while the key is typed. */
  row: number
  key: string
  kind: OptionKind
  label: string
  is_required: boolean
  min: string
  max: string
  step: string
  choices: { key: string; label: string }[]
  prices: Record<string, PriceValues>
}

/** A cycle and a currency that an option may have a price in. */
export interface PricedCycle {
  variant_id: string
  name: string
  currency: string
}

export const NO_PRICE: PriceValues = { amount: "", setup_fee: "" }

export const priceKey = (choice: string | null, { variant_id, currency }: Omit<PricedCycle, "name">): string =>
  [choice ?? "", variant_id, currency].join("\n")

const textOf = (value: number | null): string => (value === null ? "" : String(value))

export const toOptionValues = (options: readonly OptionAnswer[]): OptionValues[] =>
  options.map(({ min, max, step, prices, ...option }, row) => ({
    ...option,
    row,
    min: textOf(min),
    max: textOf(max),
    step: textOf(step),
    prices: Object.fromEntries(
      prices.map(({ choice, variant_id, currency_code, amount, setup_fee }) => [
        priceKey(choice, { variant_id, currency: currency_code }),
        { amount, setup_fee: Number(setup_fee) === 0 ? "" : setup_fee },
      ]),
    ),
  }))

export const newOption = (row: number): OptionValues => ({
  ...{ row, key: "", kind: "choice", label: "", is_required: false, min: "", max: "", step: "" },
  choices: [{ key: "", label: "" }],
  prices: {},
})

const numberOf = (text: string): number | null => (text.trim() === "" ? null : Number(text))
const hasRange = (kind: OptionKind): boolean => kind === "number" || kind === "quantity" || kind === "text"

/** The choices that prices are of; null stands for the option itself. */
export const pricedChoices = ({ kind, choices }: Pick<OptionValues, "kind" | "choices">): (string | null)[] =>
  kind === "choice" ? choices.map(({ key }) => key).filter(Boolean) : [null]

/** What is sent: of each option what its kind has. */
export const toOptionBody = (options: readonly OptionValues[], cycles: readonly PricedCycle[]) =>
  options.map((option) => {
    const { key, kind, label, is_required, choices } = option
    return {
      ...{ key: key.trim(), kind, label: label.trim(), is_required },
      min: hasRange(kind) ? numberOf(option.min) : null,
      max: hasRange(kind) ? numberOf(option.max) : null,
      step: kind === "number" || kind === "quantity" ? numberOf(option.step) : null,
      choices: kind === "choice" ? choices.map((one) => ({ key: one.key.trim(), label: one.label.trim() })) : [],
      prices: pricedChoices(option).flatMap((choice) =>
        cycles.flatMap((cycle) => {
          const { amount, setup_fee } = option.prices[priceKey(choice, cycle)] ?? NO_PRICE
          return amount || setup_fee
            ? [
                {
                  ...{ choice, variant_id: cycle.variant_id, currency_code: cycle.currency },
                  ...{ amount: amount || "0", setup_fee: setup_fee || "0" },
                },
              ]
            : []
        }),
      ),
    }
  })
