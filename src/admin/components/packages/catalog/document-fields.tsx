import { Textarea } from "@medusajs/ui"
import { Controller, useFormContext } from "react-hook-form"
import type { PackageForm } from "../../../lib/packages/package-form"
import { useTexts } from "../../../lib/use-texts"
import { Field } from "../../ui/forms/field"
import { SwitchRow } from "../../ui/forms/switch-row"
import { Section } from "../../ui/section"

/** What documents and the storefront say of it, and what colleagues say to one another (P3). */
export function DocumentFields() {
  const { t } = useTexts("packages")
  const { control, register } = useFormContext<PackageForm>()
  return (
    <Section title={t("documents.title")}>
      <div className="flex flex-col gap-y-5 px-6 py-4">
        <Controller
          control={control}
          name="lists_contents"
          render={({ field }) => (
            <SwitchRow
              label={t("fields.lists_contents")}
              hint={t("documents.lists_contents_hint")}
              checked={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <Field label={t("fields.contract_description")} htmlFor="package-contract">
          <Textarea id="package-contract" rows={4} {...register("contract_description")} />
        </Field>
        <Controller
          control={control}
          name="shows_contract_description"
          render={({ field }) => (
            <SwitchRow label={t("fields.shows_contract_description")} checked={field.value} onChange={field.onChange} />
          )}
        />
        <Field label={t("fields.internal_notes")} htmlFor="package-notes" hint={t("documents.internal_notes_hint")}>
          <Textarea id="package-notes" rows={3} {...register("internal_notes")} />
        </Field>
      </div>
    </Section>
  )
}
