import { Controller, useFormContext } from "react-hook-form"
import { useTexts } from "../../../lib/use-texts"
import type { OfferForm } from "../../../lib/billing/offer-form"
import { isWholeNumber } from "../../../lib/numbers/typed-number"
import { NumberField } from "../../ui/forms/number-field"
import { FormPart } from "../../ui/forms/form-part"
import { SwitchRow } from "../../ui/forms/switch-row"

/** As the server takes them. */
const RANKS = { min: -1_000_000_000, max: 1_000_000_000 }
const SWITCHES = ["hidden", "on_request"] as const

/** Who may see and order it, and where it stands in its group. */
export function VisibilityFields() {
  const { t } = useTexts("billing")
  const { control } = useFormContext<OfferForm>()
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
        <NumberField<OfferForm>
          name="rank"
          label={t("fields.rank")}
          hint={t("offer.rank_hint")}
          isWhole
          check={(rank) => rank === "" || isWholeNumber(rank, RANKS) || t("validation.whole_number")}
        />
      </div>
    </FormPart>
  )
}
