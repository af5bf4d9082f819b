import { Button, Hint, RadioGroup } from "@medusajs/ui"
import { useState } from "react"
import { Controller, FormProvider, useForm, useFormContext } from "react-hook-form"
import { ORDER_DISCOUNT_BASES, PERSONAL_SCOPES } from "../../../../rules/discounts/states"
import type { SettingsAnswer } from "../../../../contracts/discounts/settings"
import { useProblemWords } from "../../../lib/discounts/use-problem-words"
import { changedBody } from "../../../lib/changed-body"
import { useTexts } from "../../../lib/use-texts"
import { useVersionedSave } from "../../../lib/use-versioned-save"
import { useUnsavedGuard } from "../../../lib/use-unsaved-guard"
import { Field } from "../../ui/forms/field"
import { Section } from "../../ui/section"
import { SwitchRow } from "../../ui/forms/switch-row"
import { MeanwhileNote } from "../../ui/forms/meanwhile-note"
import { NumberField } from "../../ui/forms/number-field"

type SettingsForm = Omit<SettingsAnswer, "version" | "max_discount_percent" | "min_margin_percent"> & {
  max_discount_percent: string
  min_margin_percent: string
}

const SWITCHES = ["is_advanced", "on_special_prices"] as const
const PERCENTAGES = ["max_discount_percent", "min_margin_percent"] as const

const toForm = ({ version: _version, ...from }: SettingsAnswer): SettingsForm => ({
  ...from,
  max_discount_percent: from.max_discount_percent ?? "",
  min_margin_percent: from.min_margin_percent ?? "",
})

const toBody = (values: SettingsForm) => ({
  ...values,
  max_discount_percent: values.max_discount_percent || null,
  min_margin_percent: values.min_margin_percent || null,
})

/** The settings of the whole store, each with what it does (D10, D11, D18, D24, D25). */
export function DiscountSettingsForm({ settings }: { settings: SettingsAnswer }) {
  const { t } = useTexts("discounts")
  const ofReason = useProblemWords()
  const [opened] = useState(() => ({ form: toForm(settings), version: settings.version }))
  const form = useForm<SettingsForm>({ defaultValues: opened.form })
  const { isDirty } = form.formState
  useUnsavedGuard(isDirty)
  const { save, meanwhile, discardMine } = useVersionedSave<SettingsForm, { settings: SettingsAnswer }>({
    form,
    path: "/admin/discounts/settings",
    opened,
    toBody: (values, base) => (base ? changedBody(toBody(values), toBody(base)) : toBody(values)),
    read: (answer) => ({ form: toForm(answer.settings), version: answer.settings.version }),
    done: t("settings.saved"),
    onDone: (answer) => form.reset(toForm(answer.settings)),
    inWords: ofReason,
  })

  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}>
        <Section
          level="h1"
          title={t("settings.title")}
          hint={t("settings.hint")}
          actions={
            <Button size="small" type="submit" isLoading={save.isPending} disabled={!isDirty}>
              {t("common.save")}
            </Button>
          }
        >
          {meanwhile && (
            <div className="px-6 py-4">
              <MeanwhileNote meanwhile={meanwhile} nameOf={(field) => t(`changed.${field}`)} onDiscard={discardMine} />
            </div>
          )}
          {SWITCHES.map((name) => (
            <div key={name} className="px-6 py-4">
              <Controller
                control={form.control}
                name={name}
                render={({ field }) => (
                  <SwitchRow
                    label={t(`settings.${name}`)}
                    hint={t(`settings.${name}_hint`)}
                    checked={field.value}
                    onChange={field.onChange}
                  />
                )}
              />
            </div>
          ))}
          <SettingChoice name="order_discount_base" values={ORDER_DISCOUNT_BASES} />
          <SettingChoice name="personal_scope" values={PERSONAL_SCOPES} />
          {PERCENTAGES.map((name) => (
            <SettingPercentage key={name} name={name} />
          ))}
        </Section>
      </form>
    </FormProvider>
  )
}

interface SettingChoiceProps {
  name: "order_discount_base" | "personal_scope"
  values: readonly string[]
}

function SettingChoice({ name, values }: SettingChoiceProps) {
  const { t } = useTexts("discounts")
  const { control } = useFormContext<SettingsForm>()
  return (
    <div className="px-6 py-4">
      <Field label={t(`settings.${name}`)}>
        <Controller
          control={control}
          name={name}
          render={({ field }) => (
            <RadioGroup
              value={field.value}
              onValueChange={field.onChange}
              aria-label={t(`settings.${name}`)}
              className="grid grid-cols-1 gap-3 md:grid-cols-2"
            >
              {values.map((value) => (
                <RadioGroup.ChoiceBox
                  key={value}
                  value={value}
                  label={t(`settings.${name}s.${value}`)}
                  description={t(`settings.${name}s.${value}_hint`)}
                />
              ))}
            </RadioGroup>
          )}
        />
      </Field>
    </div>
  )
}

function SettingPercentage({ name }: { name: (typeof PERCENTAGES)[number] }) {
  const { t } = useTexts("discounts")
  const isPercentage = (percent: string) =>
    percent === "" || (/^\d{1,3}(\.\d{1,6})?$/.test(percent) && Number(percent) <= 100) || t("validation.percentage")
  return (
    <div className="px-6 py-4">
      <Field label={t(`settings.${name}`)} htmlFor={`setting-${name}`}>
        <div className="w-40">
          <NumberField<SettingsForm>
            id={`setting-${name}`}
            name={name}
            unit="%"
            placeholder={t("settings.none")}
            check={isPercentage}
          />
        </div>
        <Hint>{t(`settings.${name}_hint`)}</Hint>
      </Field>
    </div>
  )
}
