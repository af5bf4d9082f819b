import { Button, Input, Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { Controller, useForm } from "react-hook-form"
import { changedBody } from "../../../lib/changed-body"
import { useTexts } from "../../../lib/use-texts"
import { useUnsavedGuard } from "../../../lib/use-unsaved-guard"
import { useVersionedSave } from "../../../lib/use-versioned-save"
import type { DocumentLookAnswer } from "../../../../contracts/billing/documents"
import { Field } from "../../ui/forms/field"
import { MeanwhileNote } from "../../ui/forms/meanwhile-note"
import { Section } from "../../ui/section"
import { LogoField, type Logo } from "./logo-field"

interface LookForm {
  accent_color: string
  footer: string
  logo_file_id: string
}

const toForm = (look: DocumentLookAnswer): LookForm => ({
  accent_color: look.accent_color,
  footer: look.footer ?? "",
  logo_file_id: look.logo_file_id ?? "",
})

const toBody = ({ footer, logo_file_id, ...values }: LookForm) => ({
  ...values,
  footer: footer || null,
  logo_file_id: logo_file_id || null,
})

const toLogo = ({ logo_file_id, logo_url }: DocumentLookAnswer): Logo | null =>
  logo_file_id === null ? null : { id: logo_file_id, url: logo_url }

const COLOR = /^#[0-9a-fA-F]{6}$/
const MOST_LINES = 3

/** How documents look that are made from now on: logo, colour, footer. */
export function DocumentSettings({ look }: { look: DocumentLookAnswer }) {
  const { t } = useTexts("billing")
  const [opened] = useState(() => ({ form: toForm(look), version: look.version }))
  const [logo, setLogo] = useState(() => toLogo(look))
  const form = useForm<LookForm>({ defaultValues: opened.form })
  const { errors, isDirty } = form.formState
  useUnsavedGuard(isDirty)
  const { save, meanwhile, discardMine } = useVersionedSave<LookForm, { look: DocumentLookAnswer }>({
    form,
    path: "/admin/billing/documents/look",
    opened,
    toBody: (values, base) => (base ? changedBody(toBody(values), toBody(base)) : toBody(values)),
    read: (answer) => ({ form: toForm(answer.look), version: answer.look.version }),
    done: t("documents.look.saved"),
    onDone: (answer) => {
      form.reset(toForm(answer.look))
      setLogo(toLogo(answer.look))
    },
    inWords: (reason) => (/PNG|1 MB|pixels/.test(reason) ? t("documents.look.logo_refused") : reason),
  })
  const changeLogo = (chosen: Logo | null) => {
    setLogo(chosen)
    form.clearErrors("logo_file_id")
    form.setValue("logo_file_id", chosen?.id ?? "", { shouldDirty: true })
  }

  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}>
      <Section
        level="h1"
        title={t("documents.look.title")}
        hint={t("documents.look.hint")}
        actions={
          <Button size="small" type="submit" isLoading={save.isPending} disabled={!isDirty}>
            {t("documents.look.save")}
          </Button>
        }
      >
        {meanwhile && (
          <div className="px-6 py-4">
            <MeanwhileNote
              meanwhile={meanwhile}
              nameOf={(field) => t(`documents.look.fields.${field}`)}
              onDiscard={discardMine}
            />
          </div>
        )}
        <div className="px-6 py-4">
          <Field label={t("documents.look.fields.logo_file_id")} hint={t("documents.look.logo_hint")}>
            <LogoField logo={logo} onChange={changeLogo} error={errors.logo_file_id?.message} />
          </Field>
        </div>
        <div className="px-6 py-4">
          <Field
            label={t("documents.look.fields.accent_color")}
            htmlFor="document-color"
            hint={t("documents.look.color_hint")}
            {...(errors.accent_color?.message ? { error: errors.accent_color.message } : {})}
          >
            <div className="flex items-center gap-2">
              <Controller
                control={form.control}
                name="accent_color"
                render={({ field }) => (
                  <input
                    type="color"
                    aria-label={t("documents.look.color_picker")}
                    className="h-8 w-10 rounded border"
                    value={COLOR.test(field.value) ? field.value : "#000000"}
                    onChange={(event) => field.onChange(event.target.value)}
                  />
                )}
              />
              <div className="w-32">
                <Input
                  id="document-color"
                  size="small"
                  {...form.register("accent_color", {
                    validate: (value) => COLOR.test(value) || t("documents.look.color_wrong"),
                  })}
                />
              </div>
            </div>
          </Field>
        </div>
        <div className="px-6 py-4">
          <Field
            label={t("documents.look.fields.footer")}
            htmlFor="document-footer"
            hint={t("documents.look.footer_hint")}
            {...(errors.footer?.message ? { error: errors.footer.message } : {})}
          >
            <Textarea
              id="document-footer"
              rows={3}
              maxLength={400}
              {...form.register("footer", {
                validate: (value) => value.split("\n").length <= MOST_LINES || t("documents.look.footer_wrong"),
              })}
            />
          </Field>
        </div>
        <div className="px-6 py-4">
          <Text size="small" className="text-ui-fg-subtle">
            {look.e_invoice === "none"
              ? t("documents.look.no_e_invoice")
              : t("documents.look.e_invoice", { name: look.e_invoice })}
          </Text>
        </div>
      </Section>
    </form>
  )
}
