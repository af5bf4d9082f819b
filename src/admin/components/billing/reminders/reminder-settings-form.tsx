import { Button, Input, RadioGroup, Switch, Text } from "@medusajs/ui"
import { useState } from "react"
import { Controller, FormProvider, useForm, useFormContext } from "react-hook-form"
import type { ReminderSettingsAnswer } from "../../../../contracts/billing/reminders"
import { MOST_REMINDER_DAYS, REMINDER_LANGUAGES } from "../../../../rules/billing/reminders/reminder-settings"
import { REMINDER_TEMPLATE_NAMES, type ReminderTemplate } from "../../../../rules/billing/reminders/reminder-templates"
import {
  LISTS_OF_DAYS,
  readDays,
  SINGLE_DAYS,
  toReminderBody,
  toReminderForm,
  type ReminderSettingsForm as Form,
} from "../../../lib/billing/reminders/reminder-settings-form"
import { changedBody } from "../../../lib/changed-body"
import { useTexts } from "../../../lib/use-texts"
import { useUnsavedGuard } from "../../../lib/use-unsaved-guard"
import { useVersionedSave } from "../../../lib/use-versioned-save"
import { Field } from "../../ui/forms/field"
import { MeanwhileNote } from "../../ui/forms/meanwhile-note"
import { NumberField } from "../../ui/forms/number-field"
import { Section } from "../../ui/section"
import { PreviewDrawer } from "./preview-drawer"
import { ProviderNote } from "./provider-note"

/** When which messages are sent to customers, each with its preview (B37). */
export function ReminderSettingsForm({ settings }: { settings: ReminderSettingsAnswer }) {
  const { t } = useTexts("billing")
  const [opened] = useState(() => ({ form: toReminderForm(settings), version: settings.version }))
  const form = useForm<Form>({ defaultValues: opened.form })
  const { isDirty } = form.formState
  useUnsavedGuard(isDirty)
  const { save, meanwhile, discardMine } = useVersionedSave<Form, { settings: ReminderSettingsAnswer }>({
    form,
    path: "/admin/billing/reminders/settings",
    opened,
    toBody: (values, base) =>
      base ? changedBody(toReminderBody(values), toReminderBody(base)) : toReminderBody(values),
    read: (answer) => ({ form: toReminderForm(answer.settings), version: answer.settings.version }),
    done: t("reminders.saved"),
    onDone: (answer) => form.reset(toReminderForm(answer.settings)),
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
          title={t("reminders.settings_title")}
          hint={t("reminders.settings_hint")}
          actions={
            <Button size="small" type="submit" isLoading={save.isPending} disabled={!isDirty}>
              {t("reminders.save")}
            </Button>
          }
        >
          <div className="flex flex-col gap-y-3 px-6 py-4">
            <ProviderNote provider={settings.email_provider} />
            {meanwhile && (
              <MeanwhileNote
                meanwhile={meanwhile}
                nameOf={(field) => t(`reminders.fields.${field}`)}
                onDiscard={discardMine}
              />
            )}
          </div>
          <div className="grid grid-cols-1 gap-4 px-6 py-4 md:grid-cols-2">
            {LISTS_OF_DAYS.map((name) => (
              <DaysField key={name} name={name} />
            ))}
            {SINGLE_DAYS.map((name) => (
              <NumberField<Form>
                key={name}
                name={name}
                isWhole
                label={t(`reminders.fields.${name}`)}
                hint={t(`reminders.hints.${name}`)}
                unit={t("reminders.days")}
                check={(value) => isDays(value) || t("reminders.check_day", { most: MOST_REMINDER_DAYS })}
              />
            ))}
            <LanguageField />
          </div>
        </Section>
        <Templates />
      </form>
    </FormProvider>
  )
}

const isDays = (value: string): boolean => readDays(value)?.length === 1

function DaysField({ name }: { name: (typeof LISTS_OF_DAYS)[number] }) {
  const { t } = useTexts("billing")
  const { register, formState } = useFormContext<Form>()
  return (
    <Field
      label={t(`reminders.fields.${name}`)}
      htmlFor={`reminder-${name}`}
      hint={t(`reminders.hints.${name}`)}
      error={formState.errors[name]?.message}
    >
      <Input
        id={`reminder-${name}`}
        size="small"
        autoComplete="off"
        aria-invalid={formState.errors[name] !== undefined}
        {...register(name, {
          validate: (typed) => readDays(typed) !== null || t("reminders.check_days", { most: MOST_REMINDER_DAYS }),
        })}
      />
    </Field>
  )
}

function LanguageField() {
  const { t } = useTexts("billing")
  const { control } = useFormContext<Form>()
  return (
    <Field label={t("reminders.fields.language")} hint={t("reminders.hints.language")}>
      <Controller
        control={control}
        name="language"
        render={({ field }) => (
          <RadioGroup
            value={field.value}
            onValueChange={field.onChange}
            aria-label={t("reminders.fields.language")}
            className="flex gap-x-6"
          >
            {REMINDER_LANGUAGES.map((language) => (
              <label key={language} className="txt-small flex items-center gap-x-2">
                <RadioGroup.Item value={language} />
                {t(`reminders.languages.${language}`)}
              </label>
            ))}
          </RadioGroup>
        )}
      />
    </Field>
  )
}

/** Each message: whether it is sent, and what it says. */
function Templates() {
  const { t } = useTexts("billing")
  const { control } = useFormContext<Form>()
  return (
    <Section title={t("reminders.messages")} hint={t("reminders.messages_hint")}>
      <Controller
        control={control}
        name="off"
        render={({ field }) => (
          <ul className="divide-y">
            {REMINDER_TEMPLATE_NAMES.map((template) => (
              <TemplateRow
                key={template}
                template={template}
                isOn={!field.value.includes(template)}
                onChange={(isOn) =>
                  field.onChange(
                    isOn ? field.value.filter((one) => one !== template) : [...field.value, template].sort(),
                  )
                }
              />
            ))}
          </ul>
        )}
      />
    </Section>
  )
}

interface TemplateRowProps {
  template: ReminderTemplate
  isOn: boolean
  onChange: (isOn: boolean) => void
}

function TemplateRow({ template, isOn, onChange }: TemplateRowProps) {
  const { t } = useTexts("billing")
  const { watch } = useFormContext<Form>()
  const name = template.replace("billing.", "")
  const id = `template-${name}`
  return (
    <li className="flex items-start justify-between gap-x-4 px-6 py-3">
      <div className="flex min-w-0 items-start gap-x-3">
        <Switch id={id} checked={isOn} onCheckedChange={onChange} className="mt-0.5 shrink-0" />
        <div className="min-w-0">
          <label htmlFor={id} className="txt-small-plus">
            {t(`reminders.templates.${name}.name`)}
          </label>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`reminders.templates.${name}.when`)}
          </Text>
        </div>
      </div>
      <PreviewDrawer template={template} language={watch("language")} />
    </li>
  )
}
