import { Trash } from "@medusajs/icons"
import { IconButton, Text, clx } from "@medusajs/ui"
import { useFormContext, useWatch } from "react-hook-form"
import { intervalName } from "../../../../lib/billing/interval-name"
import { useTexts } from "../../../../lib/use-texts"
import { intervalOf, type OfferForm } from "../../../../lib/billing/offer-form"
import type { SoldProduct } from "../../../../lib/billing/use-sold-product"
import { CycleFigures } from "./cycle-figures"
import { CycleIntervalFields } from "./cycle-interval-fields"
import { CycleVariantField } from "./cycle-variant-field"
import { FormAmount } from "../form-amount"

interface CycleFieldsProps {
  index: number
  currency: string
  variants: SoldProduct["variants"]
  onRemove?: () => void
}

/** One cycle: its interval, its price and its set-up fee in the chosen currency. */
export function CycleFields({ index, currency, variants, onRemove }: CycleFieldsProps) {
  const { t } = useTexts("billing")
  const { control } = useFormContext<OfferForm>()
  const cycle = useWatch({ control, name: `cycles.${index}` })
  if (!cycle) {
    return null
  }
  const name = intervalName(intervalOf(cycle), t)
  const priced = Boolean(cycle.prices[currency])

  return (
    <li
      aria-label={name}
      className={clx(
        "shadow-elevation-card-rest flex flex-col gap-y-3 rounded-lg p-4",
        priced ? "bg-ui-bg-component" : "bg-ui-bg-disabled",
      )}
    >
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2 md:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,1fr)]">
        <div className="sm:col-span-2 md:col-span-1">
          <CycleIntervalFields index={index} />
        </div>
        <FormAmount
          key={`price-${currency}`}
          label={t("fields.price")}
          name={`cycles.${index}.prices.${currency}`}
          currency={currency}
        />
        <FormAmount
          key={`fee-${currency}`}
          label={t("fields.setup_fee")}
          name={`cycles.${index}.setup_fees.${currency}`}
          currency={currency}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <CycleFigures index={index} currency={currency} />
        <div className="flex w-full items-center justify-end gap-x-2 sm:w-auto">
          {cycle.cycle_id ? (
            <Text size="xsmall" className="text-ui-fg-muted">
              {variants.find((variant) => variant.id === cycle.variant_id)?.title}
            </Text>
          ) : (
            <CycleVariantField index={index} variants={variants} />
          )}
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            disabled={!onRemove}
            onClick={onRemove}
            aria-label={t("cycles.remove_named", { name })}
          >
            <Trash />
          </IconButton>
        </div>
      </div>
    </li>
  )
}
