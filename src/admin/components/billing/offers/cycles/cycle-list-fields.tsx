import { Plus, ReceiptPercent } from "@medusajs/icons"
import { Button, Hint, Tabs } from "@medusajs/ui"
import { useState } from "react"
import { useFieldArray, useFormContext } from "react-hook-form"
import { PRESET_NAMES } from "../../../../lib/billing/interval-presets"
import { useTexts } from "../../../../lib/use-texts"
import { emptyCycle, type OfferForm } from "../../../../lib/billing/offer-form"
import type { SoldProduct } from "../../../../lib/billing/use-sold-product"
import { CycleCalculator } from "./cycle-calculator"
import { CycleFields } from "./cycle-fields"
import { FormPart } from "../../../ui/forms/form-part"

interface CycleListFieldsProps {
  currencies: string[]
  variants: SoldProduct["variants"]
}

/** The cycles of a recurring offer, the figures of one currency at a time. */
export function CycleListFields({ currencies, variants }: CycleListFieldsProps) {
  const { t } = useTexts("billing")
  const { control, getValues } = useFormContext<OfferForm>()
  const cycles = useFieldArray({ control, name: "cycles", keyName: "row" })
  const [currency, setCurrency] = useState(currencies[0] ?? "")
  const [calculating, setCalculating] = useState(false)

  const addCycle = () => {
    const used = getValues("cycles").map((cycle) => cycle.preset)
    cycles.append(emptyCycle(PRESET_NAMES.find((preset) => preset !== "weekly" && !used.includes(preset)) ?? "weekly"))
  }

  return (
    <FormPart
      title={t("cycles.title")}
      hint={t("cycles.hint")}
      actions={
        <>
          <Button
            type="button"
            size="small"
            variant="secondary"
            aria-expanded={calculating}
            onClick={() => setCalculating(!calculating)}
          >
            <ReceiptPercent />
            {t("calculator.action")}
          </Button>
          <Button type="button" size="small" variant="secondary" onClick={addCycle}>
            <Plus />
            {t("cycles.add")}
          </Button>
        </>
      }
    >
      <Tabs value={currency} onValueChange={setCurrency}>
        <Tabs.List aria-label={t("fields.currency")} className="max-w-full overflow-x-auto">
          {currencies.map((code) => (
            <Tabs.Trigger key={code} value={code}>
              {code.toUpperCase()}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Tabs>
      {calculating && <CycleCalculator key={currency} currency={currency} onClose={() => setCalculating(false)} />}
      <ul className="flex flex-col gap-y-3">
        {cycles.fields.map((cycle, index) => (
          <CycleFields
            key={cycle.row}
            index={index}
            currency={currency}
            variants={variants}
            onRemove={cycles.fields.length > 1 ? () => cycles.remove(index) : undefined}
          />
        ))}
      </ul>
      <Hint>{t("cycles.disabled_hint")}</Hint>
    </FormPart>
  )
}
