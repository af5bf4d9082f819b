import { Table } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"
import { NumberInput } from "../../ui/forms/number-input"
import { SimpleTable } from "../../ui/simple-table"
import {
  NO_PRICE,
  priceKey,
  pricedChoices,
  type OptionValues,
  type PricedCycle,
  type PriceValues,
} from "./option-values"

interface OptionPricesProps {
  option: OptionValues
  cycles: readonly PricedCycle[]
  onChange: (prices: OptionValues["prices"]) => void
}

/** What an option, or each of its choices, costs in each cycle. */
export function OptionPrices({ option, cycles, onChange }: OptionPricesProps) {
  const { t } = useTexts("provisioning")
  const { prices, choices } = option
  const set = (key: string, price: PriceValues) => onChange({ ...prices, [key]: price })
  return (
    <SimpleTable heads={[t("options.price_of"), t("options.cycle"), t("options.amount"), t("options.setup_fee")]}>
      {pricedChoices(option).flatMap((choice) =>
        cycles.map((cycle) => {
          const key = priceKey(choice, cycle)
          const price = prices[key] ?? NO_PRICE
          const name = choices.find((one) => one.key === choice)?.label ?? option.label
          const what = [name, cycle.name, cycle.currency.toUpperCase()].join(", ")
          return (
            <Table.Row key={key}>
              <Table.Cell>{name || "–"}</Table.Cell>
              <Table.Cell className="whitespace-nowrap">{cycle.name}</Table.Cell>
              <Table.Cell className="min-w-32">
                <NumberInput
                  aria-label={`${t("options.amount")}: ${what}`}
                  currency={cycle.currency}
                  value={price.amount}
                  onChange={(amount) => set(key, { ...price, amount })}
                />
              </Table.Cell>
              <Table.Cell className="min-w-32">
                <NumberInput
                  aria-label={`${t("options.setup_fee")}: ${what}`}
                  currency={cycle.currency}
                  value={price.setup_fee}
                  onChange={(setup_fee) => set(key, { ...price, setup_fee })}
                />
              </Table.Cell>
            </Table.Row>
          )
        }),
      )}
    </SimpleTable>
  )
}
