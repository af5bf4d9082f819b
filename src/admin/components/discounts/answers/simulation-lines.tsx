import { Trash } from "@medusajs/icons"
import { IconButton, Input, Text } from "@medusajs/ui"
import { useFieldArray, useFormContext } from "react-hook-form"
import { checkAmount } from "../../../../rules/money"
import { searchVariants } from "../../../lib/discounts/search-targets"
import type { SimulationForm } from "../../../lib/discounts/simulation-form"
import { useTexts } from "../../../lib/use-texts"
import { typedAmount } from "../../../lib/typed-amount"
import { AmountInput } from "../../ui/forms/amount-input"
import { EmptyNote } from "../../ui/empty-note"
import { Field } from "../../ui/forms/field"
import { Picker } from "../../ui/forms/picker"

/** The articles of the simulated cart. */
export function SimulationLines({ currency }: { currency: string }) {
  const { t } = useTexts("discounts")
  const { control, register, formState } = useFormContext<SimulationForm>()
  const lines = useFieldArray({
    control,
    name: "lines",
    keyName: "row",
    rules: { validate: (list) => list.length > 0 || t("simulator.no_articles_hint") },
  })
  const errors = formState.errors.lines
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Text size="small" weight="plus">
          {t("simulator.articles")}
        </Text>
        <Picker
          label={t("simulator.add_article")}
          kind="variant"
          search={searchVariants}
          chosen={[]}
          onPick={({ id, title }) => lines.append({ variant_id: id, title, quantity: "1", unit_price: "" })}
        />
      </div>
      {lines.fields.length === 0 ? (
        <EmptyNote title={t("simulator.no_articles")} hint={t("simulator.no_articles_hint")} />
      ) : (
        <ul className="flex flex-col gap-y-4">
          {lines.fields.map((line, index) => (
            <li key={line.row} aria-label={line.title} className="flex flex-col gap-y-2">
              <Text size="small" className="break-words">
                {line.title}
              </Text>
              <div className="grid grid-cols-[5rem_minmax(0,1fr)_auto] items-end gap-3">
                <Field
                  label={t("fields.quantity")}
                  htmlFor={`line-${index}-quantity`}
                  error={errors?.[index]?.quantity?.message}
                >
                  <Input
                    id={`line-${index}-quantity`}
                    size="small"
                    inputMode="numeric"
                    className="text-right tabular-nums"
                    {...register(`lines.${index}.quantity`, {
                      validate: (text) => /^[1-9]\d{0,5}$/.test(text.trim()) || t("validation.positive_whole"),
                    })}
                  />
                </Field>
                <Field
                  label={t("fields.unit_price")}
                  htmlFor={`line-${index}-price`}
                  error={errors?.[index]?.unit_price?.message}
                >
                  <AmountInput
                    id={`line-${index}-price`}
                    currency={currency}
                    placeholder={t("simulator.calculated")}
                    {...register(`lines.${index}.unit_price`, {
                      validate: (text) =>
                        text.trim() === "" ||
                        checkAmount(typedAmount(text), currency).ok ||
                        t("validation.amount", { currency: currency.toUpperCase() }),
                    })}
                  />
                </Field>
                <IconButton
                  type="button"
                  size="small"
                  variant="transparent"
                  aria-label={t("simulator.remove_article", { name: line.title })}
                  onClick={() => lines.remove(index)}
                >
                  <Trash />
                </IconButton>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
