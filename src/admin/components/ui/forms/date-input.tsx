import { DatePicker } from "@medusajs/ui"
import { useMemo } from "react"
import { toCivilDate, toLocalDate } from "../../../lib/civil-date"

interface DateInputProps {
  label: string
  /** A civil date, `YYYY-MM-DD`; empty: none. */
  value: string
  onChange: (civilDate: string) => void
  min?: string
  max?: string
  invalid?: boolean
  size?: "base" | "small"
  /** Within a drawer or a modal. */
  modal?: boolean
}

/** A day, by the dashboard's own date picker: in the language of the admin, whatever the browser's is. */
export function DateInput({
  label,
  value,
  onChange,
  min = "",
  max = "",
  invalid,
  size = "small",
  modal,
}: DateInputProps) {
  // The picker takes a date that is another object for another date.
  const [date, first, last] = useMemo(() => [value, min, max].map(toLocalDate), [value, min, max])
  return (
    <DatePicker
      aria-label={label}
      granularity="day"
      size={size}
      modal={modal}
      isInvalid={invalid}
      value={date ?? null}
      minValue={first ?? undefined}
      maxValue={last ?? undefined}
      onChange={(next) => onChange(toCivilDate(next))}
    />
  )
}
