import { RadioGroup } from "@medusajs/ui"
import { PRICE_CHANGE_MODES, WITHOUT_CONSENT } from "../../../../rules/billing/states"
import {
  isPriceDays,
  MOST_PRICE_DAYS,
  type PriceChangeForm,
} from "../../../lib/billing/price-changes/price-change-form"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { DateInput } from "../../ui/forms/date-input"
import { Field } from "../../ui/forms/field"
import { NumberInput } from "../../ui/forms/number-input"

interface Props {
  form: PriceChangeForm
  onChange: (form: PriceChangeForm) => void
  /** In which a price can be named; null: the subscriptions may have several. */
  currency: string | null
}

/** How customers learn of the new price, from when it holds, and what comes of no consent. */
export function PriceChangeFields({ form, onChange, currency }: Props) {
  const { t } = useTexts("billing")
  const set = (part: Partial<PriceChangeForm>) => onChange({ ...form, ...part })
  const isAsked = form.mode === "ask"
  return (
    <div className="flex flex-col gap-y-6 px-6 py-4">
      <RadioGroup
        value={form.mode}
        onValueChange={(value) => set({ mode: PRICE_CHANGE_MODES.find((mode) => mode === value) ?? form.mode })}
        aria-label={t("price_changes.mode")}
      >
        {PRICE_CHANGE_MODES.map((mode) => (
          <RadioGroup.ChoiceBox
            key={mode}
            value={mode}
            label={t(`price_changes.modes.${mode}`)}
            description={t(`price_changes.mode_hints.${mode}`)}
          />
        ))}
      </RadioGroup>
      {currency && (
        <Field label={t("price_changes.price")} htmlFor="price-change-price" hint={t("price_changes.price_hint")}>
          <NumberInput
            id="price-change-price"
            size="base"
            currency={currency}
            value={form.price}
            onChange={(price) => set({ price })}
          />
        </Field>
      )}
      {form.mode !== "at_once" && (
        <>
          <Field
            label={t(isAsked ? "price_changes.days_to_answer" : "price_changes.days_ahead")}
            htmlFor="price-change-days"
          >
            <NumberInput
              id="price-change-days"
              size="base"
              isWhole
              value={form.days}
              onChange={(days) => set({ days })}
              error={isPriceDays(form.days) ? undefined : t("price_changes.days_range", { most: MOST_PRICE_DAYS })}
            />
          </Field>
          <Field label={t("price_changes.from_on")} hint={t("price_changes.from_on_hint")}>
            <DateInput
              modal
              size="base"
              label={t("price_changes.from_on")}
              value={form.fromOn}
              onChange={(fromOn) => set({ fromOn })}
            />
          </Field>
        </>
      )}
      {isAsked && (
        <Field
          label={t("price_changes.without_consent")}
          htmlFor="price-change-without"
          hint={t("price_changes.without_consent_hint")}
        >
          <Choice
            id="price-change-without"
            label={t("price_changes.without_consent")}
            value={form.withoutConsent}
            options={WITHOUT_CONSENT.map((value) => ({ value, label: t(`price_changes.without.${value}`) }))}
            onChange={(withoutConsent) => set({ withoutConsent })}
          />
        </Field>
      )}
    </div>
  )
}
