import { useId } from "react"
import { useController, useFormContext, type FieldPathByValue, type FieldValues } from "react-hook-form"
import { useNumberWords } from "../../../lib/numbers/use-number-words"
import { Field } from "./field"
import { NumberInput, type NumberInputProps } from "./number-input"

export interface NumberFieldProps<T extends FieldValues> extends Pick<
  NumberInputProps,
  "id" | "currency" | "unit" | "isWhole" | "size" | "placeholder" | "aria-label" | "error"
> {
  name: FieldPathByValue<T, string | undefined>
  /** Without one, `aria-label` names the field. */
  label?: string
  hint?: string
  /** Whether the plain decimal is right, or what is wrong with it. Not asked where none was read. */
  check?: (value: string, form: T) => true | string
}

/** A number of a form, with its label. It is checked before the form is sent. */
export function NumberField<T extends FieldValues>(props: NumberFieldProps<T>) {
  const { name, label, hint, check, error, id: given, ...input } = props
  const made = useId()
  const id = given ?? made
  const words = useNumberWords()
  const { control } = useFormContext<T>()
  const { field, fieldState } = useController<T, typeof name>({
    control,
    name,
    rules: {
      validate: (value: unknown, form) => {
        const plain = textOf(value)
        return words.ofProblem(plain, input.isWhole) ?? check?.(plain, form) ?? true
      },
    },
  })
  const shown = (
    <NumberInput
      {...input}
      id={id}
      ref={field.ref}
      name={field.name}
      value={textOf(field.value)}
      onChange={field.onChange}
      onBlur={field.onBlur}
      error={error ?? fieldState.error?.message}
    />
  )
  return label === undefined ? (
    shown
  ) : (
    <Field label={label} htmlFor={id} hint={hint}>
      {shown}
    </Field>
  )
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "")
