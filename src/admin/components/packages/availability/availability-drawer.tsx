import { useState } from "react"
import { useTexts } from "../../../lib/use-texts"
import { DetailDrawer } from "../../ui/detail-drawer"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { NumberInput } from "../../ui/forms/number-input"
import { AvailabilityCalendar } from "./availability-calendar"

interface AvailabilityDrawerProps {
  product: { id: string; title: string }
  /** One of them is asked for; of a package, none has to be named. */
  variants?: { id: string; title: string }[]
}

/** How many of a package or an article are free, day by day (P18). */
export function AvailabilityDrawer({ product, variants = [] }: AvailabilityDrawerProps) {
  const { t } = useTexts("packages")
  return (
    <DetailDrawer
      label={t("availability.title")}
      title={t("availability.of", { title: product.title })}
      hint={t("availability.hint")}
    >
      <Detail product={product} variants={variants} />
    </DetailDrawer>
  )
}

function Detail({ product, variants }: Required<AvailabilityDrawerProps>) {
  const { t } = useTexts("packages")
  const [quantity, setQuantity] = useState("1")
  const [variantId, setVariantId] = useState(variants[0]?.id)
  const asked = /^[1-9]\d{0,5}$/.test(quantity) ? Number(quantity) : 1
  return (
    <>
      <div className="grid grid-cols-1 gap-3 px-6 py-4 sm:grid-cols-2">
        {variants.length > 1 && (
          <Field label={t("card.variant")}>
            <Choice
              size="small"
              label={t("card.variant")}
              value={variantId ?? ""}
              options={variants.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={setVariantId}
            />
          </Field>
        )}
        <Field label={t("availability.quantity")} htmlFor="availability-quantity">
          <NumberInput id="availability-quantity" isWhole value={quantity} onChange={setQuantity} />
        </Field>
      </div>
      <AvailabilityCalendar productId={product.id} variantId={variantId} quantity={asked} />
    </>
  )
}
