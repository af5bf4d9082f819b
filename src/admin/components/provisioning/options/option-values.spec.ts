import { newOption, toOptionBody, toOptionValues } from "./option-values"

const cycles = [
  { variant_id: "monthly", name: "1 month", currency: "eur" },
  { variant_id: "yearly", name: "1 year", currency: "eur" },
]
const ram = {
  ...{ key: "ram", kind: "choice" as const, label: "Memory", is_required: true, min: null, max: null, step: null },
  choices: [{ key: "16", label: "16 GB" }],
  prices: [{ choice: "16", variant_id: "monthly", currency_code: "eur", amount: "4.00", setup_fee: "1.00" }],
}

describe("the options of a product in their form", () => {
  it("are sent as they were read", () => {
    expect(toOptionBody(toOptionValues([ram]), cycles)).toEqual([ram])
  })

  it("what a kind has not is left out, and so is a price that nobody has typed", () => {
    const [values = newOption(0)] = toOptionValues([ram])
    const text = { ...values, kind: "text" as const, max: "40", step: "3" }
    expect(toOptionBody([text], cycles)).toMatchObject([{ kind: "text", max: 40, step: null, choices: [], prices: [] }])
  })
})
