import { Input } from "@medusajs/ui"
import { useId } from "react"
import { Controller, useFormContext } from "react-hook-form"
import { CUSTOMER_LANGUAGES, PROFILE_STATUSES, TEMPERATURES } from "../../../../rules/customers/states"
import type { ProfileForm } from "../../../lib/customers/profile-form"
import { useCurrencies } from "../../../lib/store/use-currencies"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { FormPart } from "../../ui/forms/form-part"
import { NumberField } from "../../ui/forms/number-field"

type TextName = Exclude<keyof ProfileForm, "status" | "temperature" | "discount_percent" | "notes">

const PAIR = "grid grid-cols-1 gap-4 sm:grid-cols-2"

/** A customer's fields (C3): only the name is required. */
export function ProfileFields() {
  const { t } = useTexts("customers")
  return (
    <div className="flex flex-col gap-y-8">
      <div className="flex flex-col gap-y-4">
        <TextField name="name" hint={t("name_hint")} />
        <div className={PAIR}>
          <StatusField />
          <TemperatureField />
        </div>
      </div>
      <FormPart title={t("parts.contact")}>
        <TextField name="contact_person" />
        <div className={PAIR}>
          <TextField name="email" type="email" />
          <TextField name="phone" type="tel" />
        </div>
      </FormPart>
      <FormPart title={t("parts.address")}>
        <TextField name="address_1" />
        <TextField name="address_2" />
        <div className={PAIR}>
          <TextField name="postal_code" />
          <TextField name="city" />
          <TextField name="province" />
          <TextField name="country_code" hint={t("country_hint")} />
        </div>
      </FormPart>
      <FormPart title={t("parts.terms")}>
        <div className={PAIR}>
          <TextField name="vat_number" hint={t("vat_hint")} />
          <NumberField<ProfileForm>
            name="discount_percent"
            label={t("profile_fields.discount_percent")}
            hint={t("discount_hint")}
            unit="%"
          />
          <CurrencyField />
          <LanguageField />
        </div>
      </FormPart>
    </div>
  )
}

function TextField({ name, type = "text", hint }: { name: TextName; type?: string; hint?: string }) {
  const { t } = useTexts("customers")
  const id = useId()
  const { register, formState } = useFormContext<ProfileForm>()
  const error = formState.errors[name]?.message
  const rules = name === "name" ? { validate: (value: string) => value.trim() !== "" || t("problems.required") } : {}
  return (
    <Field
      label={t(`profile_fields.${name}`)}
      htmlFor={id}
      {...(hint === undefined ? {} : { hint })}
      {...(error === undefined ? {} : { error })}
    >
      <Input
        id={id}
        size="small"
        type={type}
        autoComplete="off"
        aria-invalid={error !== undefined}
        {...register(name, rules)}
      />
    </Field>
  )
}

function StatusField() {
  const { t } = useTexts("customers")
  const { control } = useFormContext<ProfileForm>()
  return (
    <Field label={t("profile_fields.status")}>
      <Controller
        control={control}
        name="status"
        render={({ field }) => (
          <Choice
            label={t("profile_fields.status")}
            value={field.value}
            onChange={field.onChange}
            size="small"
            options={PROFILE_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          />
        )}
      />
    </Field>
  )
}

function TemperatureField() {
  const { t } = useTexts("customers")
  const { control } = useFormContext<ProfileForm>()
  return (
    <Field label={t("profile_fields.temperature")}>
      <Controller
        control={control}
        name="temperature"
        render={({ field }) => (
          <Choice
            label={t("profile_fields.temperature")}
            value={field.value}
            onChange={field.onChange}
            size="small"
            options={TEMPERATURES.map((value) => ({ value, label: t(`temperatures.${value}`) }))}
          />
        )}
      />
    </Field>
  )
}

/** A select cannot have an empty value. */
const NONE = "none"

function CurrencyField() {
  const { t } = useTexts("customers")
  const { control } = useFormContext<ProfileForm>()
  const currencies = useCurrencies()
  return (
    <Field label={t("profile_fields.currency_code")}>
      <Controller
        control={control}
        name="currency_code"
        render={({ field }) => {
          const codes = [...new Set([...(currencies.data ?? []), ...(field.value ? [field.value] : [])])]
          return (
            <Choice
              label={t("profile_fields.currency_code")}
              value={field.value || NONE}
              onChange={(value) => field.onChange(value === NONE ? "" : value)}
              size="small"
              options={[NONE, ...codes].map((value) => ({
                value,
                label: value === NONE ? t("no_preference") : value.toUpperCase(),
              }))}
            />
          )
        }}
      />
    </Field>
  )
}

function LanguageField() {
  const { t } = useTexts("customers")
  const { control } = useFormContext<ProfileForm>()
  return (
    <Field label={t("profile_fields.language")}>
      <Controller
        control={control}
        name="language"
        render={({ field }) => (
          <Choice
            label={t("profile_fields.language")}
            value={field.value || NONE}
            onChange={(value) => field.onChange(value === NONE ? "" : value)}
            size="small"
            options={[NONE, ...CUSTOMER_LANGUAGES].map((value) => ({
              value,
              label: value === NONE ? t("no_preference") : t(`languages.${value}`),
            }))}
          />
        )}
      />
    </Field>
  )
}
