import { Textarea } from "@medusajs/ui"
import { useId } from "react"
import { useFormContext } from "react-hook-form"
import { useTexts } from "../../../lib/use-texts"
import { Field } from "../../ui/forms/field"

const MOST = 500

/** Why money is moved: a form's field `reason`, which has to be filled in. */
export function ReasonField() {
  const { t } = useTexts("billing")
  const id = useId()
  const { register, formState } = useFormContext<{ reason: string }>()
  const problem = formState.errors.reason?.message
  return (
    <Field label={t("accounts.reason")} htmlFor={id} error={problem}>
      <Textarea
        id={id}
        rows={3}
        maxLength={MOST}
        aria-invalid={problem !== undefined}
        {...register("reason", { validate: (reason) => reason.trim() !== "" || t("accounts.reason_missing") })}
      />
    </Field>
  )
}
