import { Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useFormContext, useWatch } from "react-hook-form"
import { calculate } from "../../../../lib/billing/calculate"
import { monthlyPriceOf } from "../../../../lib/billing/cycle-figures"
import { intervalName } from "../../../../lib/billing/interval-name"
import { useTexts } from "../../../../lib/use-texts"
import { intervalOf, type OfferForm } from "../../../../lib/billing/offer-form"
import { typedAmount } from "../../../../lib/typed-amount"
import { useFormat } from "../../../../lib/use-format"
import { AmountInput } from "../../../ui/forms/amount-input"
import { Field } from "../../../ui/forms/field"

interface CycleCalculatorProps {
  currency: string
  onClose: () => void
}

/** Fills every cycle's price from the monthly one, less a percentage, by the rule that the server has (B9). */
export function CycleCalculator({ currency, onClose }: CycleCalculatorProps) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { control, register, setValue } = useFormContext<OfferForm>()
  const cycles = useWatch({ control, name: "cycles" })
  const [monthly, setMonthly] = useState(format.typed(monthlyPriceOf(cycles, currency) ?? ""))
  const prices = calculate(typedAmount(monthly), cycles, currency)

  const fill = () => {
    prices?.forEach((price, index) =>
      setValue(`cycles.${index}.prices.${currency}`, format.typed(price), { shouldDirty: true, shouldValidate: true }),
    )
    onClose()
  }

  return (
    <div
      role="group"
      aria-label={t("calculator.title", { currency: currency.toUpperCase() })}
      className="bg-ui-bg-subtle border-ui-border-base flex flex-col gap-y-4 rounded-lg border p-4"
    >
      <Field
        label={t("calculator.monthly", { currency: currency.toUpperCase() })}
        htmlFor="calculator-monthly"
        hint={t("calculator.hint")}
      >
        <div className="max-w-60">
          <AmountInput
            id="calculator-monthly"
            currency={currency}
            value={monthly}
            onChange={(event) => setMonthly(event.target.value)}
          />
        </div>
      </Field>
      <ul className="flex flex-col gap-y-2">
        {cycles.map((cycle, index) => (
          <li key={index} className="grid grid-cols-[minmax(0,1fr)_5.5rem_minmax(5rem,auto)] items-center gap-3">
            <Text size="small" className="truncate">
              {intervalName(intervalOf(cycle), t)}
            </Text>
            <div className="relative">
              <Input
                size="small"
                inputMode="decimal"
                placeholder="0"
                className="pr-6 text-right"
                aria-label={t("calculator.percent_off", { name: intervalName(intervalOf(cycle), t) })}
                {...register(`cycles.${index}.percent_off`)}
              />
              <span
                aria-hidden
                className="txt-compact-small text-ui-fg-muted absolute inset-y-0 right-2 flex items-center"
              >
                %
              </span>
            </div>
            <Text size="small" className="text-right tabular-nums">
              {prices?.[index] ? format.money(prices[index], currency) : "–"}
            </Text>
          </li>
        ))}
      </ul>
      <div className="flex justify-end gap-2">
        <Button type="button" size="small" variant="secondary" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button type="button" size="small" disabled={!prices} onClick={fill}>
          {t("calculator.fill")}
        </Button>
      </div>
    </div>
  )
}
