import { Checkbox, Label } from "@medusajs/ui"
import { useId } from "react"
import type { BreakdownBody, BreakdownOptionAnswer } from "../../../../contracts/packages/breakdown"
import { groupOptions, withAlternative, withChoice, type OptionGroup } from "../../../lib/packages/breakdown-state"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { NumberInput } from "../../ui/forms/number-input"

type Choices = NonNullable<BreakdownBody["choices"]>

interface BreakdownOptionsProps {
  options: BreakdownOptionAnswer[]
  choices: Choices
  onChange: (choices: Choices) => void
}

/** The select takes no empty value. */
const NONE = "none"

/** What can be chosen of a package: alternatives, optional contents, accessories and their quantities. */
export function BreakdownOptions({ options, choices, onChange }: BreakdownOptionsProps) {
  const { t } = useTexts("packages")
  return (
    <div role="group" aria-label={t("breakdown.choices")} className="flex flex-col gap-y-3 px-6 py-4">
      {groupOptions(options).map((group) =>
        group.group === null ? (
          group.options.map((option) => (
            <OptionRow key={option.path} option={option} choices={choices} onChange={onChange} />
          ))
        ) : (
          <AlternativeRow key={group.key} group={group} choices={choices} onChange={onChange} />
        ),
      )}
    </div>
  )
}

function useOptionName(): (option: BreakdownOptionAnswer) => string {
  const { t } = useTexts("packages")
  return ({ title, variant_title }) => [title ?? t("product_gone"), variant_title].filter(Boolean).join(" · ")
}

interface AlternativeRowProps extends Omit<BreakdownOptionsProps, "options"> {
  group: OptionGroup
}

function AlternativeRow({ group, choices, onChange }: AlternativeRowProps) {
  const { t } = useTexts("packages")
  const nameOf = useOptionName()
  const id = useId()
  const chosen = group.options.find((option) => option.is_chosen)?.path ?? NONE
  const mayBeNone = group.options.every((option) => option.is_optional)
  return (
    <Field label={group.group ?? ""} htmlFor={id}>
      <Choice
        id={id}
        size="small"
        label={group.group ?? ""}
        value={chosen}
        options={[
          ...(mayBeNone ? [{ value: NONE, label: t("breakdown.none_of") }] : []),
          ...group.options.map((option) => ({ value: option.path, label: nameOf(option) })),
        ]}
        onChange={(path) => onChange(withAlternative(choices, group, path === NONE ? null : path))}
      />
    </Field>
  )
}

interface OptionRowProps extends Omit<BreakdownOptionsProps, "options"> {
  option: BreakdownOptionAnswer
}

function OptionRow({ option, choices, onChange }: OptionRowProps) {
  const { t } = useTexts("packages")
  const name = useOptionName()(option)
  const id = useId()
  const { path } = option
  const said = choices.find((choice) => choice.path === path)
  return (
    <div className="flex items-center gap-x-2">
      <Checkbox
        id={id}
        checked={option.is_chosen}
        disabled={!option.is_optional}
        onCheckedChange={(checked) => onChange(withChoice(choices, { path, is_chosen: checked === true }))}
      />
      <Label size="small" htmlFor={id} className="min-w-0 flex-1 break-words">
        {name}
      </Label>
      {option.is_free_quantity && option.is_chosen && (
        <div className="w-20">
          <NumberInput
            value={String(said?.quantity ?? option.quantity)}
            onChange={(value) =>
              /^[1-9]\d{0,5}$/.test(value) && onChange(withChoice(choices, { path, quantity: Number(value) }))
            }
            aria-label={t("entry.quantity_of", { title: name })}
            isWhole
          />
        </div>
      )}
    </div>
  )
}
