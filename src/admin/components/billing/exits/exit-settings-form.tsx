import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { FormProvider, useForm } from "react-hook-form"
import type { ExitSettingsAnswer } from "../../../../contracts/billing/exits/exits"
import { toExitBody, toExitForm, type ExitSettingsForm as Form } from "../../../lib/billing/exits/settings-form"
import { useTexts } from "../../../lib/use-texts"
import { useUnsavedGuard } from "../../../lib/use-unsaved-guard"
import { useVersionedSave } from "../../../lib/use-versioned-save"
import { MeanwhileNote } from "../../ui/forms/meanwhile-note"
import { Section } from "../../ui/section"
import { ProviderNote } from "../reminders/provider-note"
import { ExitRegionFields } from "./exit-region-fields"

/** Which exit pages each region serves, and what becomes of what is declared there (B61). */
export function ExitSettingsForm({ settings }: { settings: ExitSettingsAnswer }) {
  const { t } = useTexts("billing")
  const [opened] = useState(() => ({ form: toExitForm(settings), version: settings.version }))
  const form = useForm<Form>({ defaultValues: opened.form })
  const { isDirty } = form.formState
  useUnsavedGuard(isDirty)
  const { save, meanwhile, discardMine } = useVersionedSave<Form, { settings: ExitSettingsAnswer }>({
    form,
    path: "/admin/billing/exits/settings",
    opened,
    toBody: toExitBody,
    read: (answer) => ({ form: toExitForm(answer.settings), version: answer.settings.version }),
    done: t("exits.saved"),
    onDone: (answer) => form.reset(toExitForm(answer.settings)),
    inWords: (reason) => reason,
  })

  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="flex flex-col gap-y-3"
        onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}
      >
        <Section
          level="h1"
          title={t("exits.settings_title")}
          hint={t("exits.settings_hint")}
          actions={
            <Button size="small" type="submit" isLoading={save.isPending} disabled={!isDirty}>
              {t("exits.save")}
            </Button>
          }
        >
          <div className="flex flex-col gap-y-3 px-6 py-4">
            <ProviderNote provider={settings.email_provider} />
            {meanwhile && (
              <MeanwhileNote meanwhile={meanwhile} nameOf={() => t("exits.fields.regions")} onDiscard={discardMine} />
            )}
            {!settings.regions.length && (
              <Text size="small" className="text-ui-fg-subtle">
                {t("exits.no_region")}
              </Text>
            )}
          </div>
        </Section>
        {settings.regions.map((region, index) => (
          <ExitRegionFields key={region.region_id} index={index} region={region} />
        ))}
      </form>
    </FormProvider>
  )
}
