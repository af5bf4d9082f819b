import { Button, Input, RadioGroup } from "@medusajs/ui"
import { useState } from "react"
import { Controller, FormProvider, useForm, useFormContext } from "react-hook-form"
import type { BillingSettingsAnswer } from "../../../../contracts/billing/settings"
import { LAST_ACTIONS, LATE_PAYMENTS } from "../../../../rules/billing/dunning/dunning-settings"
import { problemOf, toFields, toSettings, type BillingSettingsFields } from "../../../lib/billing/settings-form"
import { changedBody } from "../../../lib/changed-body"
import { useTexts } from "../../../lib/use-texts"
import { useUnsavedGuard } from "../../../lib/use-unsaved-guard"
import { useVersionedSave } from "../../../lib/use-versioned-save"
import { Field } from "../../ui/forms/field"
import { MeanwhileNote } from "../../ui/forms/meanwhile-note"
import { Section } from "../../ui/section"

const DAYS = ["retry_after_days", "suspend_after_days", "terminate_after_days"] as const

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
      <form noValidate onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}>
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
          {DAYS.map((name) => (
            <DaysField key={name} name={name} />
          ))}
          <ChoiceField name="after_last_try" values={LAST_ACTIONS} />
          <ChoiceField name="late_payment" values={LATE_PAYMENTS} />
        </Section>
      </form>
    </FormProvider>
  )
}

function DaysField({ name }: { name: (typeof DAYS)[number] }) {
  const { t } = useTexts("billing")
  const { register, getValues, formState } = useFormContext<BillingSettingsFields>()
  const id = `setting-${name}`
  const error = formState.errors[name]?.message
  const check = (typed: string): true | string => {
    const problem = problemOf({ ...getValues(), [name]: typed }, name)
    return problem === null || t(`dunning.settings.problems.${problem}`)
  }
  return (
    <div className="px-6 py-4">
      <Field
        label={t(`dunning.settings.${name}`)}
        htmlFor={id}
        hint={t(`dunning.settings.${name}_hint`)}
        {...(error === undefined ? {} : { error })}
      >
        <div className="max-w-xs">
          <Input
            id={id}
            size="small"
            autoComplete="off"
            inputMode="numeric"
            aria-invalid={error !== undefined}
            placeholder={t("dunning.settings.never")}
            {...register(name, { validate: check })}
          />
        </div>
      </Field>
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
