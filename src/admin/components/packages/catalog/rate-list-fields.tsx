import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton, Text } from "@medusajs/ui"
import { Controller, useFieldArray, useFormContext, useWatch } from "react-hook-form"
import { problemAt, type FieldProblem } from "../../../lib/field-problems"
import type { RateForm } from "../../../lib/packages/package-form"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { NumberField } from "../../ui/forms/number-field"
import { ProblemNotes } from "../../ui/forms/problem-notes"

interface RateListFieldsProps {
  unit: "day" | "hour"
  currencies: string[]
  problems: FieldProblem[]
}

interface WithRates {
  rates: RateForm[]
}

/** A rate table (P5): steps by currency, and a price for each further day or hour beyond the last. */
export function RateListFields({ unit, currencies, problems }: RateListFieldsProps) {
  const { t } = useTexts("packages")
  const { control } = useFormContext<WithRates>()
  const rates = useFieldArray({ control, name: "rates", keyName: "row" })
  const add = (is_further: boolean) => {
    const last = rates.fields.at(-1)
    rates.append({ currency_code: last?.currency_code ?? currencies[0] ?? "", duration: "", is_further, price: "" })
  }
  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <div className="min-w-0">
          <Text size="small" weight="plus">
            {t("rates.title")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {t("rates.hint")}
          </Text>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button type="button" size="small" variant="secondary" onClick={() => add(false)}>
            <Plus />
            {t("rates.add")}
          </Button>
          {rates.fields.length > 0 && (
            <Button type="button" size="small" variant="secondary" onClick={() => add(true)}>
              <Plus />
              {t(`rates.add_further.${unit}`)}
            </Button>
          )}
        </div>
      </div>
      {rates.fields.length > 0 && (
        <ul aria-label={t("rates.title")} className="flex flex-col gap-y-2">
          {rates.fields.map((rate, index) => (
            <li key={rate.row} className="flex items-start gap-2">
              <RateFields index={index} unit={unit} currencies={currencies} problems={problems} />
              <IconButton
                type="button"
                size="small"
                variant="transparent"
                onClick={() => rates.remove(index)}
                aria-label={t("rates.remove", { number: index + 1 })}
              >
                <Trash />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <ProblemNotes reasons={problems.flatMap(({ field, reason }) => (field === "rates" ? [reason] : []))} />
    </div>
  )
}

function RateFields({ index, unit, currencies, problems }: RateListFieldsProps & { index: number }) {
  const { t } = useTexts("packages")
  const { control } = useFormContext<WithRates>()
  const rate = useWatch({ control, name: `rates.${index}` })
  const durationProblem = problemAt(problems, `rates.${index}.duration`)
  return (
    <div className="grid min-w-0 flex-1 grid-cols-[5.5rem_minmax(0,1fr)_minmax(0,1fr)] items-start gap-2">
      <Controller
        control={control}
        name={`rates.${index}.currency_code`}
        render={({ field }) => (
          <Choice
            size="small"
            label={t("rates.currency_of", { number: index + 1 })}
            value={field.value}
            onChange={field.onChange}
            options={[...new Set([...currencies, field.value])].map((code) => ({
              value: code,
              label: code.toUpperCase(),
            }))}
          />
        )}
      />
      {rate?.is_further ? (
        <div className="flex min-w-0 flex-col gap-y-1 py-1.5">
          <Text size="small" className="text-ui-fg-subtle">
            {t(`rates.further.${unit}`)}
          </Text>
          <ProblemNotes reasons={durationProblem ? [durationProblem] : []} />
        </div>
      ) : (
        <NumberField<WithRates>
          name={`rates.${index}.duration`}
          aria-label={t("rates.duration_of", { number: index + 1 })}
          unit={t(`units_of.${unit}`)}
          isWhole
          error={durationProblem}
        />
      )}
      <NumberField<WithRates>
        name={`rates.${index}.price`}
        aria-label={t("rates.price_of", { number: index + 1 })}
        currency={rate?.currency_code}
        error={problemAt(problems, `rates.${index}.price`)}
      />
    </div>
  )
}
