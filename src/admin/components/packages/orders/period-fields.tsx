import { Input } from "@medusajs/ui"
import type { OrderPackageState, TypedInstant } from "../../../lib/packages/order-package-state"
import { useTexts } from "../../../lib/use-texts"
import { DateInput } from "../../ui/forms/date-input"
import { Field } from "../../ui/forms/field"

interface PeriodFieldsProps {
  state: Pick<OrderPackageState, "from" | "to">
  onChange: (part: Partial<Pick<OrderPackageState, "from" | "to">>) => void
}

/** From when until when a package is out; both empty: it is not rented. */
export function PeriodFields({ state, onChange }: PeriodFieldsProps) {
  const { t } = useTexts("packages")
  return (["from", "to"] as const).map((name) => (
    <Field key={name} label={t(`orders.${name}`)}>
      <div className="grid grid-cols-[1fr_7rem] gap-3">
        <DateInput
          modal
          label={t(`orders.${name}`)}
          value={state[name].date}
          onChange={(date) => onChange({ [name]: { ...state[name], date } satisfies TypedInstant })}
        />
        <Input
          type="time"
          size="small"
          aria-label={t(`orders.${name}_time`)}
          value={state[name].time}
          onChange={({ target }) => onChange({ [name]: { ...state[name], time: target.value } satisfies TypedInstant })}
        />
      </div>
    </Field>
  ))
}
