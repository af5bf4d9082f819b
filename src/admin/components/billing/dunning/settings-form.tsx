import { Button, Input, RadioGroup } from "@medusajs/ui"
import { useState } from "react"
import { Controller, FormProvider, useForm, useFormContext } from "react-hook-form"
import type { BillingSettingsAnswer } from "../../../../contracts/billing/settings"
import { LAST_ACTIONS, LATE_PAYMENTS } from "../../../../rules/billing/dunning/dunning-settings"
import { problemOf, toFields, toSettings, type BillingSettingsFields } from "../../../lib/billing/dunning/settings-form"
import { changedBody } from "../../../lib/changed-body"
import { useTexts } from "../../../lib/use-texts"
import { useUnsavedGuard } from "../../../lib/use-unsaved-guard"
import { useVersionedSave } from "../../../lib/use-versioned-save"
import { Field } from "../../ui/forms/field"
import { NumberField } from "../../ui/forms/number-field"
import { SwitchRow } from "../../ui/forms/switch-row"
import { MeanwhileNote } from "../../ui/forms/meanwhile-note"
import { Section } from "../../ui/section"
import { RetentionFields } from "./retention-fields"

const DAYS = ["suspend_after_days", "terminate_after_days"] as const

/** How what is overdue is dealt with, each setting with what it does (B32 to B34). */
export function BillingSettingsForm({ settings }: { settings: BillingSettingsAnswer }) {
  const { t } = useTexts("billing")
  const [opened] = useState(() => ({ form: toFields(settings), version: settings.version }))
  const form = useForm<BillingSettingsFields>({ defaultValues: opened.form })
  const { isDirty } = form.formState
  useUnsavedGuard(isDirty)
  const { save, meanwhile, discardMine } = useVersionedSave<BillingSettingsFields, { settings: BillingSettingsAnswer }>(
    {
      form,
      path: "/admin/billing/settings",
      opened,
      toBody: (values, base) => (base ? changedBody(toSettings(values), toSettings(base)) : toSettings(values)),
      read: (answer) => ({ form: toFields(answer.settings), version: answer.settings.version }),
      done: t("dunning.settings.saved"),
      onDone: (answer) => form.reset(toFields(answer.settings)),
      inWords: (reason) => reason,
    },
  )
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="flex flex-col gap-y-3"
        onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}
      >
        <Section
          level="h1"
          title={t("dunning.settings.title")}
          hint={t("dunning.settings.hint")}
          actions={
            <Button size="small" type="submit" isLoading={save.isPending} disabled={!isDirty}>
              {t("common.save")}
            </Button>
          }
        >
          {meanwhile && (
            <div className="px-6 py-4">
              <MeanwhileNote
                meanwhile={meanwhile}
                nameOf={(field) => t(`dunning.settings.${field}`)}
                onDiscard={discardMine}
              />
            </div>
          )}
          <RetryField />
          {DAYS.map((name) => (
            <DaysField key={name} name={name} />
          ))}
          <ChoiceField name="after_last_try" values={LAST_ACTIONS} />
          <ChoiceField name="late_payment" values={LATE_PAYMENTS} />
        </Section>
        <Section title={t("dunning.settings.invoices")}>
          <OneInvoiceField />
        </Section>
        <Section title={t("retention.settings.title")} hint={t("retention.settings.hint")}>
          <RetentionFields />
        </Section>
      </form>
    </FormProvider>
  )
}

function useCheck(name: (typeof DAYS)[number] | "retry_after_days") {
  const { t } = useTexts("billing")
  const { getValues } = useFormContext<BillingSettingsFields>()
  return (typed: string): true | string => {
    const problem = problemOf({ ...getValues(), [name]: typed }, name)
    return problem === null || t(`dunning.settings.problems.${problem}`)
  }
}

/** Several days, with commas between them. */
function RetryField() {
  const { t } = useTexts("billing")
  const { register, formState } = useFormContext<BillingSettingsFields>()
  const validate = useCheck("retry_after_days")
  const error = formState.errors.retry_after_days?.message
  return (
    <div className="px-6 py-4">
      <Field
        label={t("dunning.settings.retry_after_days")}
        htmlFor="setting-retry_after_days"
        hint={t("dunning.settings.retry_after_days_hint")}
        {...(error === undefined ? {} : { error })}
      >
        <div className="max-w-xs">
          <Input
            id="setting-retry_after_days"
            size="small"
            autoComplete="off"
            aria-invalid={error !== undefined}
            placeholder={t("dunning.settings.never")}
            {...register("retry_after_days", { validate })}
          />
        </div>
      </Field>
    </div>
  )
}

function DaysField({ name }: { name: (typeof DAYS)[number] }) {
  const { t } = useTexts("billing")
  const check = useCheck(name)
  return (
    <div className="px-6 py-4">
      <Field
        label={t(`dunning.settings.${name}`)}
        htmlFor={`setting-${name}`}
        hint={t(`dunning.settings.${name}_hint`)}
      >
        <div className="w-40">
          <NumberField<BillingSettingsFields>
            id={`setting-${name}`}
            name={name}
            isWhole
            placeholder={t("dunning.settings.never")}
            check={check}
          />
        </div>
      </Field>
    </div>
  )
}

function OneInvoiceField() {
  const { t } = useTexts("billing")
  const { control } = useFormContext<BillingSettingsFields>()
  return (
    <div className="px-6 py-4">
      <Controller
        control={control}
        name="one_invoice_a_day"
        render={({ field }) => (
          <SwitchRow
            label={t("dunning.settings.one_invoice_a_day")}
            hint={t("dunning.settings.one_invoice_a_day_hint")}
            checked={field.value}
            onChange={field.onChange}
          />
        )}
      />
    </div>
  )
}

interface ChoiceFieldProps {
  name: "after_last_try" | "late_payment"
  values: readonly string[]
}

function ChoiceField({ name, values }: ChoiceFieldProps) {
  const { t } = useTexts("billing")
  const { control } = useFormContext<BillingSettingsFields>()
  return (
    <div className="px-6 py-4">
      <Field label={t(`dunning.settings.${name}`)}>
        <Controller
          control={control}
          name={name}
          render={({ field }) => (
            <RadioGroup
              value={field.value}
              onValueChange={field.onChange}
              aria-label={t(`dunning.settings.${name}`)}
              className="grid grid-cols-1 gap-3 md:grid-cols-3"
            >
              {values.map((value) => (
                <RadioGroup.ChoiceBox
                  key={value}
                  value={value}
                  label={t(`dunning.settings.${name}s.${value}`)}
                  description={t(`dunning.settings.${name}s.${value}_hint`)}
                />
              ))}
            </RadioGroup>
          )}
        />
      </Field>
    </div>
  )
}
