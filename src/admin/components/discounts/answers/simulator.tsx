import { Button } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { Controller, FormProvider, useForm, useWatch } from "react-hook-form"
import type { SimulateAnswer } from "../../../../contracts/discounts/answers"
import { emptySimulation, toSimulation, type SimulationForm } from "../../../lib/discounts/simulation-form"
import type { useRegions } from "../../../lib/store/use-regions"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import { Choice } from "../../ui/forms/choice"
import { EmptyNote } from "../../ui/empty-note"
import { ErrorPanel } from "../../ui/error-panel"
import { DateInput } from "../../ui/forms/date-input"
import { Field } from "../../ui/forms/field"
import { Section } from "../../ui/section"
import { NumberField } from "../../ui/forms/number-field"
import { SimulationCustomer } from "./simulation-customer"
import { SimulationLines } from "./simulation-lines"
import { SimulationResult } from "./simulation-result"

const CHANNELS = ["cart", "quick_order"] as const

interface SimulatorProps {
  regions: NonNullable<ReturnType<typeof useRegions>["data"]>
  /** The store's date. */
  today: string
}

/** Evaluates a cart without making one (D22). */
export function Simulator({ regions, today }: SimulatorProps) {
  const { t } = useTexts("discounts")
  const form = useForm<SimulationForm>({
    defaultValues: { ...emptySimulation, region_id: regions[0]?.id ?? "", as_of: today },
  })
  const regionId = useWatch({ control: form.control, name: "region_id" })
  const currency = regions.find(({ id }) => id === regionId)?.currency ?? ""
  const simulate = useMutation({
    mutationFn: (values: SimulationForm) =>
      sdk.client.fetch<SimulateAnswer>("/admin/discounts/simulate", { method: "POST", body: toSimulation(values) }),
  })
  const isPercentage = (text: string) => /^(\d{1,3}(\.\d{1,4})?)?$/.test(text) && Number(text) <= 100

  return (
    <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
      <FormProvider {...form}>
        <form
          noValidate
          className="min-w-0 xl:w-[420px]"
          onSubmit={(event) => void form.handleSubmit((values) => simulate.mutate(values))(event)}
        >
          <Section level="h1" title={t("simulator.title")} hint={t("simulator.hint")}>
            <SimulationLines currency={currency} />
            <div className="flex flex-col gap-y-4 px-6 py-4">
              <Field label={t("simulator.region")} htmlFor="simulation-region">
                <Controller
                  control={form.control}
                  name="region_id"
                  render={({ field }) => (
                    <Choice
                      id="simulation-region"
                      size="small"
                      label={t("simulator.region")}
                      value={field.value}
                      onChange={field.onChange}
                      options={regions.map((region) => ({
                        value: region.id,
                        label: `${region.name} (${region.currency.toUpperCase()})`,
                      }))}
                    />
                  )}
                />
              </Field>
              <SimulationCustomer />
              <div className="grid grid-cols-2 gap-3">
                <Field label={t("simulator.as_of")}>
                  <Controller
                    control={form.control}
                    name="as_of"
                    render={({ field }) => (
                      <DateInput label={t("simulator.as_of")} value={field.value} onChange={field.onChange} />
                    )}
                  />
                </Field>
                <NumberField<SimulationForm>
                  name="personal_percent"
                  label={t("simulator.personal")}
                  unit="%"
                  check={(percent) => isPercentage(percent) || t("validation.percentage")}
                />
              </div>
              <Field label={t("simulator.channel")} htmlFor="simulation-channel" hint={t("simulator.channel_hint")}>
                <Controller
                  control={form.control}
                  name="channel"
                  render={({ field }) => (
                    <Choice
                      id="simulation-channel"
                      size="small"
                      label={t("simulator.channel")}
                      value={field.value}
                      onChange={field.onChange}
                      options={CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
                    />
                  )}
                />
              </Field>
            </div>
            <div className="flex justify-end px-6 py-4">
              <Button size="small" type="submit" isLoading={simulate.isPending}>
                {t("simulator.run")}
              </Button>
            </div>
          </Section>
        </form>
      </FormProvider>
      <div className="min-w-0 flex-1">
        {simulate.isError ? (
          <Section title={t("simulator.result")}>
            <ErrorPanel error={simulate.error} title={t("common.refused")} />
          </Section>
        ) : simulate.data ? (
          <SimulationResult answer={simulate.data.answer} />
        ) : (
          <Section title={t("simulator.result")}>
            <EmptyNote title={t("simulator.nothing")} hint={t("simulator.nothing_hint")} />
          </Section>
        )}
      </div>
    </div>
  )
}
