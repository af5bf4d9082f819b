import { Button, Hint, RadioGroup } from "@medusajs/ui"
import { Controller, FormProvider, useForm, useFormContext } from "react-hook-form"
import { ORDER_DISCOUNT_BASES, PERSONAL_SCOPES } from "../../../../rules/discounts/states"
import type { SettingsAnswer } from "../../../../contracts/discounts/settings"
import { useProblemWords } from "../../../lib/discounts/use-problem-words"
import { fieldProblems, showProblems } from "../../../lib/field-problems"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useUnsavedGuard } from "../../../lib/use-unsaved-guard"
import { Field } from "../../ui/forms/field"
import { Section } from "../../ui/section"
import { SwitchRow } from "../../ui/forms/switch-row"
import { NumberField } from "../../ui/forms/number-field"

type SettingsForm = Omit<SettingsAnswer, "max_discount_percent" | "min_margin_percent"> & {
  max_discount_percent: string
  min_margin_percent: string
}

const SWITCHES = ["is_advanced", "on_special_prices"] as const
const PERCENTAGES = ["max_discount_percent", "min_margin_percent"] as const

/** The settings of the whole store, each with what it does (D10, D11, D18, D24, D25). */
export function DiscountSettingsForm({ settings }: { settings: SettingsAnswer }) {
  const { t } = useTexts("discounts")
  const ofReason = useProblemWords()
  const toForm = (from: SettingsAnswer): SettingsForm => ({
    ...from,
    max_discount_percent: String(from.max_discount_percent ?? ""),
    min_margin_percent: String(from.min_margin_percent ?? ""),
  })
  const form = useForm<SettingsForm>({ defaultValues: toForm(settings) })
  const { isDirty } = form.formState
  useUnsavedGuard(isDirty)
  const save = useChange({
    change: (values: SettingsForm) =>
      sdk.client.fetch<{ settings: SettingsAnswer }>("/admin/discounts/settings", {
        method: "POST",
        body: {
          is_advanced: values.is_advanced,
          on_special_prices: values.on_special_prices,
          order_discount_base: values.order_discount_base,
          personal_scope: values.personal_scope,
          max_discount_percent: values.max_discount_percent || null,
          min_margin_percent: values.min_margin_percent || null,
        },
      }),
    done: t("settings.saved"),
    onDone: (answer) => form.reset(toForm(answer.settings)),
    onRefused: (message) => showProblems(fieldProblems(message), form.setError, ofReason),
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
