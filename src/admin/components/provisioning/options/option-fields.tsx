import { Button, Input } from "@medusajs/ui"
import { useId } from "react"
import { OPTION_KINDS, type OptionKind } from "../../../../rules/provisioning/options/option-definition"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { NumberInput } from "../../ui/forms/number-input"
import { SwitchRow } from "../../ui/forms/switch-row"
import { OptionChoices } from "./option-choices"
import { OptionPrices } from "./option-prices"
import type { OptionValues, PricedCycle } from "./option-values"

interface OptionFieldsProps {
  option: OptionValues
  cycles: readonly PricedCycle[]
  problemOf: (path: string) => string | undefined
  onChange: (option: OptionValues) => void
  onRemove: () => void
}

/** One option: what it is called, what may be chosen, and what that costs (S3). */
export function OptionFields({ option, cycles, problemOf, onChange, onRemove }: OptionFieldsProps) {
  const { t } = useTexts("provisioning")
  const id = useId()
  const set = (change: Partial<OptionValues>) => onChange({ ...option, ...change })
  const { kind } = option
  const limits = kind === "text" ? LENGTHS : kind === "number" || kind === "quantity" ? RANGES : []
  return (
    <fieldset className="flex flex-col gap-y-4 px-6 py-4">
      <legend className="sr-only">{option.label || t("options.new")}</legend>
      <div className="grid grid-cols-1 gap-4 md:grid-cols-3">
        <Field label={t("options.label")} htmlFor={`${id}-label`} error={problemOf("label")}>
          <Input
            id={`${id}-label`}
            size="small"
            value={option.label}
            onChange={(event) => set({ label: event.target.value })}
          />
        </Field>
        <Field label={t("options.key")} htmlFor={`${id}-key`} hint={t("options.key_hint")} error={problemOf("key")}>
          <Input
            id={`${id}-key`}
            size="small"
            value={option.key}
            onChange={(event) => set({ key: event.target.value })}
          />
        </Field>
        <Field label={t("options.kind")} htmlFor={`${id}-kind`}>
          <Choice<OptionKind>
            id={`${id}-kind`}
            label={t("options.kind")}
            size="small"
            value={kind}
            options={OPTION_KINDS.map((one) => ({ value: one, label: t(`options.kinds.${one}`) }))}
            onChange={(next) => set({ kind: next })}
          />
        </Field>
        {limits.map((name) => (
          <Field
            key={name}
            label={t(kind === "text" ? `options.length.${name}` : `options.range.${name}`)}
            htmlFor={`${id}-${name}`}
          >
            <NumberInput
              id={`${id}-${name}`}
              isWhole={kind !== "number"}
              value={option[name]}
              onChange={(value) => set({ [name]: value })}
              error={problemOf(name)}
            />
          </Field>
        ))}
      </div>
      {kind === "choice" && (
        <OptionChoices
          id={id}
          choices={option.choices}
          problemOf={problemOf}
          onChange={(choices) => set({ choices })}
        />
      )}
      <OptionPrices option={option} cycles={cycles} onChange={(prices) => set({ prices })} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SwitchRow
          label={t("options.is_required")}
          checked={option.is_required}
          onChange={(is_required) => set({ is_required })}
        />
        <Button
          size="small"
          type="button"
          variant="secondary"
          aria-label={t("options.remove_named", { name: option.label || option.key })}
          onClick={onRemove}
        >
          {t("options.remove")}
        </Button>
      </div>
    </fieldset>
  )
}

const LENGTHS = ["min", "max"] as const
const RANGES = ["min", "max", "step"] as const
