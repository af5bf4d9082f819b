import { Input } from "@medusajs/ui"
import { useId } from "react"
import { Controller, useFormContext, useWatch, type FieldPath } from "react-hook-form"
import { problemAt, type FieldProblem } from "../../../lib/field-problems"
import { useTexts } from "../../../lib/use-texts"
import { Field } from "../../ui/forms/field"
import { SwitchRow } from "../../ui/forms/switch-row"

/** The forms that have a period: an order discount itself, and each assignment of an article discount. */
interface WithPeriods {
  limited_duration: boolean
  starts_on: string
  ends_on: string
  assignments: { limited_duration: boolean; starts_on: string; ends_on: string }[]
}

type Prefix = "" | `assignments.${number}.`

/** The days on which it is in force, first and last included, where "limited duration" is on (D12). */
export function PeriodFields({ prefix = "", problems = [] }: { prefix?: Prefix; problems?: FieldProblem[] }) {
  const { t } = useTexts("discounts")
  const { control, register, getFieldState, formState } = useFormContext<WithPeriods>()
  const id = useId()
  const isLimited = useWatch({ control, name: `${prefix}limited_duration` })
  const day = (name: "starts_on" | "ends_on") => {
    const path: FieldPath<WithPeriods> = `${prefix}${name}`
    return (
      <Field
        label={t(`fields.${name}`)}
        htmlFor={`${id}-${name}`}
        error={problemAt(problems, path) ?? getFieldState(path, formState).error?.message}
      >
        <Input id={`${id}-${name}`} type="date" size="small" {...register(path)} />
      </Field>
    )
  }
  return (
    <div className="flex flex-col gap-y-3">
      <Controller
        control={control}
        name={`${prefix}limited_duration`}
        render={({ field }) => (
          <SwitchRow
            label={t("fields.limited_duration")}
            hint={prefix ? undefined : t("limited_hint")}
            checked={field.value}
            onChange={field.onChange}
          />
        )}
      />
      {isLimited && (
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          {day("starts_on")}
          {day("ends_on")}
        </div>
      )}
    </div>
  )
}
