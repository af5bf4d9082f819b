import { Text } from "@medusajs/ui"
import { Controller, useFormContext } from "react-hook-form"
import { Link } from "react-router-dom"
import type { OfferForm } from "../../../lib/billing/offer-form"
import { useDeliveryProviders } from "../../../lib/store/use-delivery-providers"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { FormPart } from "../../ui/forms/form-part"
import { SwitchRow } from "../../ui/forms/switch-row"

const NOBODY = "none"

/** By whom the product is delivered, of the providers that are active (B1). */
export function DeliveryFields() {
  const { t, i18n } = useTexts("billing")
  const { control, watch } = useFormContext<OfferForm>()
  const { data } = useDeliveryProviders()
  const language = i18n.language.startsWith("fr") ? "fr" : "en"
  const chosen = watch("provisioning_type")
  const active = (data?.providers ?? []).map(({ id, name }) => ({ value: id, label: name[language] }))
  const options = [
    { value: NOBODY, label: t("offer.delivered_by_nobody") },
    ...active,
    // Switched off since: it is shown as it is stored.
    ...(chosen && !active.some(({ value }) => value === chosen) ? [{ value: chosen, label: chosen }] : []),
  ]
  return (
    <FormPart title={t("offer.delivery")}>
      {data && active.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("offer.no_delivery")}{" "}
          <Link to="/services/servers" target="_blank" className="text-ui-fg-interactive">
            {t("offer.no_delivery_link")}
          </Link>
        </Text>
      )}
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <Controller
          control={control}
          name="provisioning_type"
          render={({ field, fieldState }) => (
            <Field
              label={t("offer.delivered_by")}
              htmlFor="offer-delivery"
              hint={t("offer.delivery_hint")}
              {...(fieldState.error?.message ? { error: fieldState.error.message } : {})}
            >
              <Choice
                id="offer-delivery"
                label={t("offer.delivered_by")}
                value={field.value || NOBODY}
                options={options}
                onChange={(next) => field.onChange(next === NOBODY ? "" : next)}
              />
            </Field>
          )}
        />
        {chosen !== "" && (
          <Controller
            control={control}
            name="auto_create_service"
            render={({ field }) => (
              <SwitchRow
                label={t("offer.auto_create_service")}
                hint={t("offer.auto_create_service_hint")}
                checked={field.value}
                onChange={field.onChange}
              />
            )}
          />
        )}
      </div>
    </FormPart>
  )
}
