import { Plus, ReceiptPercent } from "@medusajs/icons"
import { Button, Hint, Tabs } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useFieldArray, useFormContext, useWatch } from "react-hook-form"
import { PRESET_NAMES } from "../../../../lib/billing/interval-presets"
import { errorFields } from "../../../../lib/field-problems"
import { useTexts } from "../../../../lib/use-texts"
import { emptyCycle, type OfferForm } from "../../../../lib/billing/offer-form"
import type { SoldProduct } from "../../../../lib/billing/use-sold-product"
import { CycleCalculator } from "./cycle-calculator"
import { CycleFields } from "./cycle-fields"
import { ProblemNotes } from "../../../ui/forms/problem-notes"
import { TaxNote } from "../tax-note"
import { RemovedCycles } from "./removed-cycles"
import { FormPart } from "../../../ui/forms/form-part"

interface CycleListFieldsProps {
  currencies: string[]
  variants: SoldProduct["variants"]
}

/** The cycles that are usual, in their order; a weekly one is added by hand. */
const USUAL = PRESET_NAMES.filter((preset) => preset !== "weekly")

/** The cycles of a recurring offer, the figures of one currency at a time. */
export function CycleListFields({ currencies, variants }: CycleListFieldsProps) {
  const { t } = useTexts("billing")
  const { control, formState } = useFormContext<OfferForm>()
  const { errors, submitCount } = formState
  const typed = useWatch({ control, name: "cycles" })
  const cycles = useFieldArray({ control, name: "cycles", keyName: "row" })
  const [currency, setCurrency] = useState(currencies[0] ?? "")
  const [calculating, setCalculating] = useState(false)

  const missing = USUAL.filter((preset) => !typed.some((cycle) => cycle.preset === preset))
  const addCycle = () => cycles.append(emptyCycle(missing[0] ?? "weekly"))
  // What is wrong in a currency that is out of sight is brought into sight.
  useEffect(() => {
    const wrong = errorFields(errors).flatMap(
      (field) => /^cycles\.\d+\.(?:prices|setup_fees)\.(\w+)$/.exec(field)?.[1] ?? [],
    )
    setCurrency((shown) => (wrong.includes(shown) ? shown : (wrong[0] ?? shown)))
  }, [errors, submitCount])

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
      <TaxNote currency={currency} />
      {calculating && (
        <CycleCalculator
          key={currency}
          currency={currency}
          onAddUsual={missing.length > 0 ? () => cycles.append(missing.map((preset) => emptyCycle(preset))) : undefined}
          onClose={() => setCalculating(false)}
        />
      )}
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
      <RemovedCycles variants={variants} />
      <ProblemNotes
        reasons={[errors.cycles?.message, errors.cycles?.root?.message].flatMap((reason) => reason ?? [])}
      />
      <Hint>{t("cycles.disabled_hint")}</Hint>
    </FormPart>
  )
}
