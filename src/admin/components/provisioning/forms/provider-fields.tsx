import { Input, Textarea } from "@medusajs/ui"
import type { FormFieldAnswer } from "../../../../contracts/provisioning/products"
import { useServiceWords } from "../../../lib/provisioning/use-service-words"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { NumberInput } from "../../ui/forms/number-input"
import { SwitchRow } from "../../ui/forms/switch-row"
import type { FormValues } from "./form-values"

interface ProviderFieldsProps {
  fields: readonly FormFieldAnswer[]
  values: FormValues
  /** By field: why the server has refused it. */
  problems: Readonly<Record<string, string>>
  onChange: (values: FormValues) => void
  /** Begins the ids of the controls. */
  prefix: string
}

/** A provider's form, drawn from its schema (S1). */
export function ProviderFields({ fields, values, problems, onChange, prefix }: ProviderFieldsProps) {
  const set = (name: string, value: string | boolean) => onChange({ ...values, [name]: value })
  return (
    <>
      {fields.map((field) => (
        <ProviderField
          key={field.name}
          id={`${prefix}-${field.name}`}
          field={field}
          value={values[field.name] ?? ""}
          error={problems[field.name]}
          onChange={(value) => set(field.name, value)}
        />
      ))}
    </>
  )
}

interface ProviderFieldProps {
  id: string
  field: FormFieldAnswer
  value: string | boolean
  error: string | undefined
  onChange: (value: string | boolean) => void
}

const LONG = "instructions"

function ProviderField({ id, field, value, error, onChange }: ProviderFieldProps) {
  const words = useServiceWords()
  const label = words.own(field.label)
  const hint = field.hint ? { hint: words.own(field.hint) } : {}
  if (field.kind === "yes_no") {
    return <SwitchRow label={label} {...hint} checked={value === true} onChange={onChange} />
  }
  const text = typeof value === "string" ? value : ""
  return (
    <Field label={label} htmlFor={id} {...hint} {...(error ? { error } : {})}>
      {field.kind === "choice" ? (
        <Choice
          id={id}
          label={label}
          value={text}
          options={field.choices.map((choice) => ({ value: choice, label: choice }))}
          onChange={onChange}
        />
      ) : field.kind === "number" ? (
        <NumberInput id={id} value={text} onChange={onChange} isWhole={field.is_whole} />
      ) : field.name === LONG ? (
        <Textarea id={id} rows={4} value={text} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input
          id={id}
          size="small"
          type={field.kind === "secret" ? "password" : "text"}
          autoComplete="off"
          aria-invalid={error !== undefined}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
