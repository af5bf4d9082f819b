import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton, Tabs } from "@medusajs/ui"
import { useState } from "react"
import { useFieldArray, useFormContext, useWatch } from "react-hook-form"
import { emptyRange, type OrderDiscountForm } from "../../../lib/discounts/order-discount-form"
import { problemAt, type FieldProblem } from "../../../lib/field-problems"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { Section } from "../../ui/section"
import { NumberField } from "../../ui/forms/number-field"
import { ProblemNotes } from "../../ui/forms/problem-notes"
import { RangePictureOf } from "./range-picture-of"

interface RangeListFieldsProps {
  currencies: string[]
  problems: FieldProblem[]
}

/** The ranges of a set, one currency at a time, with a picture of what they cover (D1, D2). */
export function RangeListFields({ currencies, problems }: RangeListFieldsProps) {
  const { t } = useTexts("discounts")
  const { control } = useFormContext<OrderDiscountForm>()
  const [currency, setCurrency] = useState(currencies[0] ?? "")
  const ranges = useFieldArray({ control, name: "ranges", keyName: "row" })
  const typed = useWatch({ control, name: "ranges" })
  const ofCurrency = ranges.fields.flatMap((range, index) =>
    range.currency_code === currency ? [{ row: range.row, index }] : [],
  )
  const countOf = (code: string) => typed.filter((range) => range.currency_code === code).length

  return (
    <Section
      title={t("ranges.title")}
      hint={t("ranges.hint")}
      actions={
        <Button type="button" size="small" variant="secondary" onClick={() => ranges.append(emptyRange(currency))}>
          <Plus />
          {t("ranges.add")}
        </Button>
      }
    >
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <Tabs value={currency} onValueChange={setCurrency}>
          <Tabs.List aria-label={t("fields.currency")} className="max-w-full overflow-x-auto">
            {currencies.map((code) => (
              <Tabs.Trigger key={code} value={code}>
                {code.toUpperCase()} ({countOf(code)})
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </Tabs>
        {ofCurrency.length === 0 ? (
          <EmptyNote title={t("ranges.none", { currency: currency.toUpperCase() })} hint={t("ranges.none_hint")} />
        ) : (
          <>
            <RangePictureOf currency={currency} ranges={typed.filter((range) => range.currency_code === currency)} />
            <ul className="flex flex-col gap-y-3">
              {ofCurrency.map(({ row, index }, place) => (
                <RangeRow
                  key={row}
                  index={index}
                  number={place + 1}
                  currency={currency}
                  problems={problems.filter(({ field }) => field.startsWith(`ranges.${index}.`))}
                  onRemove={() => ranges.remove(index)}
                />
              ))}
            </ul>
          </>
        )}
        <ProblemNotes
          reasons={problems.flatMap(({ field, reason }) => (/^ranges(\.\d+)?$/.test(field) ? [reason] : []))}
        />
      </div>
    </Section>
  )
}

/** What stands behind each number; the bounds are amounts. */
const UNITS = { min: undefined, max: undefined, percent: "%" } as const
const LABELS = { min: "rules.min", max: "rules.max", percent: "ranges.percent" } as const
const AT_FIELD = /\.(min|max|percent)$/

interface RangeRowProps {
  index: number
  number: number
  currency: string
  problems: FieldProblem[]
  onRemove: () => void
}

function RangeRow({ index, number, currency, problems, onRemove }: RangeRowProps) {
  const { t } = useTexts("discounts")
  const typed = (name: keyof typeof UNITS) => (
    <NumberField<OrderDiscountForm>
      name={`ranges.${index}.${name}`}
      label={t(LABELS[name])}
      currency={UNITS[name] ? undefined : currency}
      unit={UNITS[name]}
      placeholder={name === "percent" ? undefined : t("rules.open")}
      error={problemAt(problems, `ranges.${index}.${name}`)}
    />
  )
  return (
    <li aria-label={t("ranges.one", { number })} className="flex flex-col gap-y-1">
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-start gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)_auto]">
        {typed("min")}
        {typed("max")}
        {typed("percent")}
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("ranges.remove", { number })}
          className="sm:mt-6"
          onClick={onRemove}
        >
          <Trash />
        </IconButton>
      </div>
      <ProblemNotes reasons={problems.flatMap(({ field, reason }) => (AT_FIELD.test(field) ? [] : [reason]))} />
    </li>
  )
}
