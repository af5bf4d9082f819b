import { Plus } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { Controller, useFormContext, useWatch } from "react-hook-form"
import { calculate } from "../../../../lib/billing/calculate"
import { monthlyPriceOf } from "../../../../lib/billing/cycle-figures"
import { intervalName } from "../../../../lib/billing/interval-name"
import { useTexts } from "../../../../lib/use-texts"
import { intervalOf, type OfferForm } from "../../../../lib/billing/offer-form"
import { useFormat } from "../../../../lib/use-format"
import { Field } from "../../../ui/forms/field"
import { NumberInput } from "../../../ui/forms/number-input"

interface CycleCalculatorProps {
  currency: string
  /** Adds the usual cycles that are not there yet; left out: all are. */
  onAddUsual?: () => void
  onClose: () => void
}

/** Fills every cycle's price from the monthly one, less a percentage, by the rule that the server has (B9). */
export function CycleCalculator({ currency, onAddUsual, onClose }: CycleCalculatorProps) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { control, setValue } = useFormContext<OfferForm>()
  const cycles = useWatch({ control, name: "cycles" })
  const [monthly, setMonthly] = useState(monthlyPriceOf(cycles, currency) ?? "")
  const prices = calculate(monthly, cycles, currency)

  const fill = () => {
    prices?.forEach((price, index) =>
      setValue(`cycles.${index}.prices.${currency}`, price, { shouldDirty: true, shouldValidate: true }),
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
          <NumberInput id="calculator-monthly" currency={currency} value={monthly} onChange={setMonthly} />
        </div>
      </Field>
      <ul className="flex flex-col gap-y-2">
        {cycles.map((cycle, index) => (
          <li key={index} className="grid grid-cols-[minmax(0,1fr)_5.5rem_minmax(5rem,auto)] items-center gap-3">
            <Text size="small" className="truncate">
              {intervalName(intervalOf(cycle), t)}
            </Text>
            <Controller
              control={control}
              name={`cycles.${index}.percent_off`}
              render={({ field }) => (
                <NumberInput
                  unit="%"
                  placeholder="0"
                  aria-label={t("calculator.percent_off", { name: intervalName(intervalOf(cycle), t) })}
                  {...field}
                />
              )}
            />
            <Text size="small" className="text-right tabular-nums">
              {prices?.[index] ? format.money(prices[index], currency) : "–"}
            </Text>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        {onAddUsual && (
          <Button type="button" size="small" variant="secondary" className="mr-auto" onClick={onAddUsual}>
            <Plus />
            {t("calculator.add_usual")}
          </Button>
        )}
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
