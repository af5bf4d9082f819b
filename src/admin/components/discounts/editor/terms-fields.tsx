import { Text, Textarea } from "@medusajs/ui"
import { Controller, useFormContext, useWatch } from "react-hook-form"
import { RENEWAL_TERMS } from "../../../../rules/discounts/states"
import type { TermsForm } from "../../../lib/discounts/terms-form"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { isWholeNumber } from "../../../lib/numbers/typed-number"
import { NumberField } from "../../ui/forms/number-field"
import { Section } from "../../ui/section"

/** As the server takes them. */
const COUNTS = { min: 1, max: 999_999_999 }

interface TermsFieldsProps {
  /** How often it has been used so far; null while it is new. */
  used: number | null
}

/** Usage limits, renewal terms, and a note for colleagues (D24, B28). */
export function TermsFields({ used }: TermsFieldsProps) {
  const { t } = useTexts("discounts")
  return (
    <>
      <Section title={t("usage.title")} hint={t("usage.hint")}>
        <div className="flex flex-col gap-y-4 px-6 py-4">
          {used !== null && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("usage.so_far", { count: used })}
            </Text>
          )}
          <WholeNumber name="usage_limit" />
          <WholeNumber name="usage_limit_per_customer" />
        </div>
      </Section>
      <Section title={t("renewals.title")} hint={t("renewals.hint")}>
        <RenewalFields />
      </Section>
      <Section title={t("fields.note")} hint={t("note_hint")}>
        <Note />
      </Section>
    </>
  )
}

function WholeNumber({ name }: { name: "usage_limit" | "usage_limit_per_customer" | "renewal_cycles" }) {
  const { t } = useTexts("discounts")
  return (
    <NumberField<TermsForm>
      name={name}
      label={t(`fields.${name}`)}
      hint={t(`terms.${name}_hint`)}
      isWhole
      check={(count) => count === "" || isWholeNumber(count, COUNTS) || t("validation.positive_whole")}
    />
  )
}

function RenewalFields() {
  const { t } = useTexts("discounts")
  const { control } = useFormContext<TermsForm>()
  const terms = useWatch({ control, name: "renewals" })
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <Controller
        control={control}
        name="renewals"
        render={({ field }) => (
          <Choice
            label={t("renewals.title")}
            value={field.value}
            onChange={field.onChange}
            options={RENEWAL_TERMS.map((value) => ({ value, label: t(`renewals.${value}`) }))}
          />
        )}
      />
      <Text size="small" className="text-ui-fg-subtle">
        {t(`renewals.${terms}_hint`)}
      </Text>
      {terms === "cycles" && <WholeNumber name="renewal_cycles" />}
    </div>
  )
}

function Note() {
  const { t } = useTexts("discounts")
  const { register, formState } = useFormContext<TermsForm>()
  return (
    <div className="px-6 py-4">
      <Textarea rows={3} aria-label={t("fields.note")} {...register("note")} />
      {formState.errors.note && (
        <Text size="small" role="alert" className="text-ui-fg-error">
          {formState.errors.note.message}
        </Text>
      )}
    </div>
  )
}
