import { Input } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { OptionAnswer, OptionsAnswer } from "../../../../contracts/provisioning/options"
import { shownValue, withValue, type ChosenValues } from "../../../lib/billing/changes/option-changes"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { NumberInput } from "../../ui/forms/number-input"
import { SwitchRow } from "../../ui/forms/switch-row"

interface OptionChangesProps {
  productId: string
  values: ChosenValues
  onChange: (values: ChosenValues) => void
}

/** What is chosen of a product's options (S3); a product without any has no fields. */
export function OptionChanges({ productId, values, onChange }: OptionChangesProps) {
  const { data } = useQuery({
    queryKey: [...queryKeys.services, "options", productId],
    queryFn: () => sdk.client.fetch<{ options: OptionsAnswer }>(`/admin/provisioning/products/${productId}/options`),
    staleTime: 0,
  })
  return (data?.options.options ?? []).map((option) => (
    <OptionChange
      key={option.key}
      option={option}
      value={shownValue(values[option.key])}
      onChange={(text) => onChange(withValue(values, option, text))}
    />
  ))
}

interface OptionChangeProps {
  option: OptionAnswer
  value: string
  onChange: (text: string) => void
}

function OptionChange({ option: { key, kind, label, choices, is_required }, value, onChange }: OptionChangeProps) {
  const { t } = useTexts("billing")
  const id = `change-option-${key}`
  if (kind === "yes_no") {
    return <SwitchRow label={label} checked={value === "true"} onChange={(checked) => onChange(String(checked))} />
  }
  const nothing = { value: NOTHING, label: t("changes.nothing") }
  return (
    <Field label={label} htmlFor={id}>
      {kind === "choice" ? (
        <Choice
          id={id}
          label={label}
          value={value || NOTHING}
          options={[
            ...(is_required ? [] : [nothing]),
            ...choices.map((choice) => ({ value: choice.key, label: choice.label })),
          ]}
          onChange={(next) => onChange(next === NOTHING ? "" : next)}
        />
      ) : kind === "text" ? (
        <Input id={id} value={value} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <NumberInput id={id} size="base" isWhole={kind === "quantity"} value={value} onChange={onChange} />
      )}
    </Field>
  )
}

/** A key of no choice: a select has no empty value. */
const NOTHING = "-"
