import { Controller, useFormContext, useWatch, type FieldPath } from "react-hook-form"
import { problemAt, type FieldProblem } from "../../../lib/field-problems"
import { useTexts } from "../../../lib/use-texts"
import { DateInput } from "../../ui/forms/date-input"
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

interface PeriodFieldsProps {
  prefix?: Prefix
  /** What is wrong with the days, in words. */
  problems?: FieldProblem[]
  isInModal?: boolean
}

/** The days on which it is in force, first and last included, where "limited duration" is on (D12). */
export function PeriodFields({ prefix = "", problems = [], isInModal }: PeriodFieldsProps) {
  const { t } = useTexts("discounts")
  const { control, getFieldState, formState } = useFormContext<WithPeriods>()
  const isLimited = useWatch({ control, name: `${prefix}limited_duration` })
  const day = (name: "starts_on" | "ends_on") => {
    const path: FieldPath<WithPeriods> = `${prefix}${name}`
    const error = problemAt(problems, path) ?? getFieldState(path, formState).error?.message
    return (
      <Field label={t(`fields.${name}`)} error={error}>
        <Controller
          control={control}
          name={path}
          render={({ field }) => (
            <DateInput
              label={t(`fields.${name}`)}
              value={typeof field.value === "string" ? field.value : ""}
              onChange={field.onChange}
              invalid={Boolean(error)}
              modal={isInModal}
            />
          )}
        />
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
