import { Input, RadioGroup } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Controller, useFormContext } from "react-hook-form"
import { DISCOUNT_TYPES } from "../../../../rules/discounts/states"
import type { ArticleDiscountForm } from "../../../lib/discounts/article-discount-form"
import type { TermsForm } from "../../../lib/discounts/terms-form"
import { useTexts } from "../../../lib/use-texts"
import { Field } from "../../ui/forms/field"
import { Section } from "../../ui/section"
import { SwitchRow } from "../../ui/forms/switch-row"
import { GroupFields } from "./group-fields"

interface GeneralFieldsProps {
  title: string
  hint: string
  actions?: ReactNode
  children?: ReactNode
}

/** Name, groups, and whether it is on. */
export function GeneralFields({ title, hint, actions, children }: GeneralFieldsProps) {
  const { t } = useTexts("discounts")
  const { control, register, formState } = useFormContext<TermsForm>()
  return (
    <Section level="h1" title={title} hint={hint} actions={actions}>
      <div className="flex flex-col gap-y-5 px-6 py-4">
        <Field
          label={t("fields.name")}
          htmlFor="discount-name"
          hint={t("name_hint")}
          error={formState.errors.name?.message}
        >
          <Input
            id="discount-name"
            autoComplete="off"
            {...register("name", { validate: (name) => name.trim() !== "" || t("name_missing") })}
          />
        </Field>
        <Controller
          control={control}
          name="is_active"
          render={({ field }) => (
            <SwitchRow
              label={t("fields.active")}
              hint={t("active_hint")}
              checked={field.value}
              onChange={field.onChange}
            />
          )}
        />
        {children}
        <GroupFields />
      </div>
    </Section>
  )
}

/** How it combines with other article discounts, each type explained (D17). */
export function TypeField() {
  const { t } = useTexts("discounts")
  const { control } = useFormContext<ArticleDiscountForm>()
  return (
    <Field label={t("fields.type")}>
      <Controller
        control={control}
        name="type"
        render={({ field }) => (
          <RadioGroup
            value={field.value}
            onValueChange={field.onChange}
            aria-label={t("fields.type")}
            className="grid grid-cols-1 gap-3 md:grid-cols-3"
          >
            {DISCOUNT_TYPES.map((type) => (
              <RadioGroup.ChoiceBox
                key={type}
                value={type}
                label={t(`types.${type}`)}
                description={t(`types.${type}_hint`)}
              />
            ))}
          </RadioGroup>
        )}
      />
    </Field>
  )
}
