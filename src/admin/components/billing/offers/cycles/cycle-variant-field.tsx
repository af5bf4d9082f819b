import { Controller, useFormContext, useWatch } from "react-hook-form"
import { useTexts } from "../../../../lib/use-texts"
import type { OfferForm } from "../../../../lib/billing/offer-form"
import type { SoldProduct } from "../../../../lib/billing/use-sold-product"
import { ProblemNotes } from "../../../ui/forms/problem-notes"
import { Choice } from "../../../ui/forms/choice"

const NEW = "new"

/** A new cycle makes a variant of its own, or takes one that the product has and no other cycle is. */
export function CycleVariantField({ index, variants }: { index: number; variants: SoldProduct["variants"] }) {
  const { t } = useTexts("billing")
  const { control, formState } = useFormContext<OfferForm>()
  const cycles = useWatch({ control, name: "cycles" })
  const error = formState.errors.cycles?.[index]?.variant_id?.message
  const taken = cycles.filter((_cycle, other) => other !== index).map((cycle) => cycle.variant_id)
  const free = variants.filter((variant) => !taken.includes(variant.id))
  if (free.length === 0) {
    return null
  }
  return (
    <div className="w-full sm:w-64">
      <Controller
        control={control}
        name={`cycles.${index}.variant_id`}
        render={({ field }) => (
          <Choice
            size="small"
            label={t("cycles.variant")}
            value={field.value || NEW}
            onChange={(value) => field.onChange(value === NEW ? "" : value)}
            options={[
              { value: NEW, label: t("cycles.new_variant") },
              ...free.map((variant) => ({
                value: variant.id,
                label: t("cycles.existing_variant", { title: variant.title }),
              })),
            ]}
          />
        )}
      />
      <ProblemNotes reasons={error ? [error] : []} />
    </div>
  )
}
