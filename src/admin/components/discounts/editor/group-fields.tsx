import { Hint } from "@medusajs/ui"
import { useController, useFormContext } from "react-hook-form"
import { EVERYONE } from "../../../../rules/discounts/states"
import { searchGroups } from "../../../lib/store/list-groups"
import type { TermsForm } from "../../../lib/discounts/terms-form"
import { useGroupNames } from "../../../lib/discounts/use-group-names"
import { useTexts } from "../../../lib/use-texts"
import { ChosenChip } from "../../ui/forms/chosen-chip"
import { Field } from "../../ui/forms/field"
import { Picker } from "../../ui/forms/picker"

/** The customer groups that a discount is for; with none it is for no one (D16). */
export function GroupFields() {
  const { t } = useTexts("discounts")
  const { control } = useFormContext<TermsForm>()
  const { field, fieldState } = useController({ control, name: "groups" })
  const nameOf = useGroupNames()
  const everyone = { id: EVERYONE, title: t("everyone") }

  const search = async (q: string, offset: number) => {
    const first = everyone.title.toLowerCase().includes(q.trim().toLowerCase()) ? [everyone] : []
    const { options, count } = await searchGroups(q, Math.max(0, offset - first.length))
    return { options: offset === 0 ? [...first, ...options] : options, count: count + first.length }
  }

  return (
    <Field label={t("fields.groups")} hint={t("groups_hint")} error={fieldState.error?.message}>
      <div className="flex flex-wrap items-center gap-2">
        {field.value.map((id) => (
          <ChosenChip
            key={id}
            title={nameOf(id)}
            onRemove={() => field.onChange(field.value.filter((group) => group !== id))}
          />
        ))}
        <Picker
          label={t("add_group")}
          kind="groups"
          search={search}
          chosen={field.value}
          onPick={({ id }) => field.onChange([...field.value, id])}
        />
      </div>
      {field.value.length === 0 && <Hint variant="error">{t("no_group")}</Hint>}
    </Field>
  )
}
