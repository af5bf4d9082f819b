import { Button, Input } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"
import { Field } from "../../ui/forms/field"

type Choices = { key: string; label: string }[]

interface OptionChoicesProps {
  id: string
  choices: Choices
  /** Why the server has refused a field, by its path below the option. */
  problemOf: (path: string) => string | undefined
  onChange: (choices: Choices) => void
}

/** What can be chosen of an option: the key is the provider's, the label the buyer's. */
export function OptionChoices({ id, choices, problemOf, onChange }: OptionChoicesProps) {
  const { t } = useTexts("provisioning")
  const change = (at: number, change: Partial<Choices[number]>) =>
    onChange(choices.map((choice, index) => (index === at ? { ...choice, ...change } : choice)))
  return (
    <div className="flex flex-col gap-y-3">
      {choices.map((choice, index) => (
        <div key={index} className="grid grid-cols-1 items-end gap-3 md:grid-cols-[1fr_2fr_auto]">
          <Field
            label={t("options.choice_key")}
            htmlFor={`${id}-key-${index}`}
            error={problemOf(`choices.${index}.key`) ?? (index === 0 ? problemOf("choices") : undefined)}
          >
            <Input
              id={`${id}-key-${index}`}
              size="small"
              value={choice.key}
              onChange={(event) => change(index, { key: event.target.value })}
            />
          </Field>
          <Field
            label={t("options.choice_label")}
            htmlFor={`${id}-label-${index}`}
            error={problemOf(`choices.${index}.label`)}
          >
            <Input
              id={`${id}-label-${index}`}
              size="small"
              value={choice.label}
              onChange={(event) => change(index, { label: event.target.value })}
            />
          </Field>
          <Button
            size="small"
            type="button"
            variant="transparent"
            aria-label={t("options.remove_named", { name: choice.label || choice.key })}
            onClick={() => onChange(choices.filter((_, at) => at !== index))}
          >
            {t("options.remove")}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          type="button"
          variant="secondary"
          onClick={() => onChange([...choices, { key: "", label: "" }])}
        >
          {t("options.add_choice")}
        </Button>
      </div>
    </div>
  )
}
