import { Input } from "@medusajs/ui"
import { Controller, useFormContext } from "react-hook-form"
import { useTexts } from "../../../lib/use-texts"
import type { OfferForm } from "../../../lib/billing/offer-form"
import { Field } from "../../ui/forms/field"
import { FormPart } from "../../ui/forms/form-part"
import { SwitchRow } from "../../ui/forms/switch-row"

const SWITCHES = ["hidden", "on_request"] as const

/** Who may see and order it, and where it stands in its group. */
export function VisibilityFields() {
  const { t } = useTexts("billing")
  const { control, register, formState } = useFormContext<OfferForm>()
  return (
    <FormPart title={t("offer.showing")}>
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        {SWITCHES.map((name) => (
          <Controller
            key={name}
            control={control}
            name={name}
            render={({ field }) => (
              <SwitchRow
                label={t(`offer.${name}`)}
                hint={t(`offer.${name}_hint`)}
                checked={field.value}
                onChange={field.onChange}
              />
            )}
          />
        ))}
        <Field
          label={t("fields.rank")}
          htmlFor="offer-rank"
          hint={t("offer.rank_hint")}
          error={formState.errors.rank?.message}
        >
          <Input
            id="offer-rank"
            inputMode="numeric"
            className="max-w-32"
            {...register("rank", { validate: (rank) => /^-?\d*$/.test(rank.trim()) || t("validation.whole_number") })}
          />
        </Field>
      </div>
    </FormPart>
  )
}
