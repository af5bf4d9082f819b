import { Controller, useFormContext } from "react-hook-form"
import type { NewPackageForm } from "../../../lib/packages/new-package-form"
import { searchCategories } from "../../../lib/packages/use-product-places"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { ChosenChip } from "../../ui/forms/chosen-chip"
import { Field } from "../../ui/forms/field"
import { Picker } from "../../ui/forms/picker"

/** The select takes no empty value. */
const NONE = "none"

/** Categories and sub-categories of the new product. */
export function CategoryField() {
  const { t } = useTexts("packages")
  const { control } = useFormContext<NewPackageForm>()
  return (
    <Field label={t("fields.category")} hint={t("new.category_hint")}>
      <Controller
        control={control}
        name="categories"
        render={({ field }) => (
          <div className="flex flex-wrap items-center gap-2">
            {field.value.map((one) => (
              <ChosenChip
                key={one.id}
                title={one.title}
                onRemove={() => field.onChange(field.value.filter(({ id }) => id !== one.id))}
              />
            ))}
            <Picker
              label={t("new.add_category")}
              kind="categories"
              search={searchCategories}
              chosen={field.value.map(({ id }) => id)}
              onPick={(option) => field.onChange([...field.value, option])}
            />
          </div>
        )}
      />
    </Field>
  )
}

interface PlaceFieldProps {
  name: "type_id" | "shipping_profile_id"
  label: string
  hint: string
  options: { value: string; label: string }[] | undefined
}

/** One of what the store has, or none. */
export function PlaceField({ name, label, hint, options = [] }: PlaceFieldProps) {
  const { t } = useTexts("packages")
  const { control } = useFormContext<NewPackageForm>()
  const id = `package-${name}`
  return (
    <Field label={label} htmlFor={id} hint={hint}>
      <Controller
        control={control}
        name={name}
        render={({ field }) => (
          <Choice
            id={id}
            size="small"
            label={label}
            value={field.value || NONE}
            options={[{ value: NONE, label: t("new.none") }, ...options]}
            onChange={(value) => field.onChange(value === NONE ? "" : value)}
          />
        )}
      />
    </Field>
  )
}
