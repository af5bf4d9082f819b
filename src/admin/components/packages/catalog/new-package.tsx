import { Button, Input, Text } from "@medusajs/ui"
import { Controller, FormProvider, useForm } from "react-hook-form"
import { useNavigate } from "react-router-dom"
import type { PackageAnswer } from "../../../../contracts/packages/packages"
import { emptyPackage, toCreatePackage, type NewPackageForm } from "../../../lib/packages/new-package-form"
import { usePackageProblemWords } from "../../../lib/packages/use-package-problem-words"
import { useProductPlaces } from "../../../lib/packages/use-product-places"
import { dashboardProductKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { useUnsavedGuard } from "../../../lib/use-unsaved-guard"
import { CreationModal } from "../../ui/creation-modal"
import { Field } from "../../ui/forms/field"
import { Section } from "../../ui/section"
import { CategoryField, PlaceField } from "./new-package-fields"
import { PricingChoice } from "./pricing-choice"

/** What a package begins with (P2); its contents are put in on its own page, which opens then. */
export function NewPackage() {
  const { t } = useTexts("packages")
  const navigate = useNavigate()
  const form = useForm<NewPackageForm>({ defaultValues: emptyPackage })
  const letGo = useUnsavedGuard(form.formState.isDirty)
  const places = useProductPlaces()
  const create = useChange({
    change: (values: NewPackageForm) =>
      sdk.client.fetch<{ package: PackageAnswer }>("/admin/packages", {
        method: "POST",
        body: toCreatePackage(values, places.data?.salesChannelId ?? null),
      }),
    done: t("new.done"),
    alsoStale: dashboardProductKeys,
    inWords: usePackageProblemWords(),
    onDone: (answer) => {
      letGo()
      void navigate(`/packages/${answer.package.product_id}`, { replace: true })
    },
  })
  const leave = () => void navigate("/packages")
  const { errors } = form.formState

  return (
    <CreationModal title={t("new.title")} onLeave={leave}>
      <FormProvider {...form}>
        <form
          noValidate
          className="mx-auto flex max-w-[760px] flex-col gap-y-3"
          onSubmit={(event) => void form.handleSubmit((values) => create.mutate(values))(event)}
        >
          <Section level="h1" title={t("new.title")} hint={t("new.hint")}>
            <div className="flex flex-col gap-y-5 px-6 py-4">
              <Field label={t("fields.name")} htmlFor="package-name" error={errors.title?.message}>
                <Input
                  id="package-name"
                  autoComplete="off"
                  {...form.register("title", { validate: (title) => title.trim() !== "" || t("new.name_missing") })}
                />
              </Field>
              <CategoryField />
              <div className="grid grid-cols-1 gap-5 md:grid-cols-2">
                <PlaceField
                  name="type_id"
                  label={t("fields.tax_type")}
                  hint={t("new.tax_type_hint")}
                  options={places.data?.types}
                />
                <PlaceField
                  name="shipping_profile_id"
                  label={t("fields.shipping")}
                  hint={t("new.shipping_hint")}
                  options={places.data?.profiles}
                />
              </div>
              <Controller
                control={form.control}
                name="pricing"
                render={({ field }) => <PricingChoice value={field.value} onChange={field.onChange} />}
              />
            </div>
          </Section>
          <div className="flex items-center justify-end gap-2">
            <Text size="small" className="text-ui-fg-subtle flex-1">
              {t("new.next")}
            </Text>
            <Button size="small" variant="secondary" type="button" onClick={leave}>
              {t("common.cancel")}
            </Button>
            <Button size="small" type="submit" isLoading={create.isPending}>
              {t("new.create")}
            </Button>
          </div>
        </form>
      </FormProvider>
    </CreationModal>
  )
}
