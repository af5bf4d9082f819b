import { Trash } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import { useFieldArray, useFormContext } from "react-hook-form"
import { checkAmount } from "../../../../rules/money"
import { searchVariants } from "../../../lib/discounts/search-targets"
import type { SimulationForm } from "../../../lib/discounts/simulation-form"
import { useTexts } from "../../../lib/use-texts"
import { isWholeNumber } from "../../../lib/numbers/typed-number"
import { EmptyNote } from "../../ui/empty-note"
import { NumberField } from "../../ui/forms/number-field"
import { Picker } from "../../ui/forms/picker"

const QUANTITIES = { min: 1, max: 999_999 }

/** The articles of the simulated cart. */
export function SimulationLines({ currency }: { currency: string }) {
  const { t } = useTexts("discounts")
  const { control } = useFormContext<SimulationForm>()
  const lines = useFieldArray({
    control,
    name: "lines",
    keyName: "row",
    rules: { validate: (list) => list.length > 0 || t("simulator.no_articles_hint") },
  })
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
                <NumberField<SimulationForm>
                  name={`lines.${index}.quantity`}
                  label={t("fields.quantity")}
                  isWhole
                  check={(count) => isWholeNumber(count, QUANTITIES) || t("validation.positive_whole")}
                />
                <NumberField<SimulationForm>
                  name={`lines.${index}.unit_price`}
                  label={t("fields.unit_price")}
                  currency={currency}
                  placeholder={t("simulator.calculated")}
                  check={(amount) =>
                    amount === "" ||
                    checkAmount(amount, currency).ok ||
                    t("validation.amount", { currency: currency.toUpperCase() })
                  }
                />
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
