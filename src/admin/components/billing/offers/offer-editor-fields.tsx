import { useWatch } from "react-hook-form"
import type { OfferForm } from "../../../lib/billing/offer-form"
import type { SoldProduct } from "../../../lib/billing/use-sold-product"
import { AgreedFields } from "./agreed-fields"
import { CollectionField } from "./collection-field"
import { CrossSellFields } from "./cross-sell-fields"
import { CycleListFields } from "./cycles/cycle-list-fields"
import { DurationFields } from "./duration-fields"
import { OncePriceFields } from "./once-price-fields"
import { PaymentTypeField } from "./payment-type-field"
import { RecurringFields } from "./recurring-fields"
import { DeliveryFields } from "./delivery-fields"
import { VisibilityFields } from "./visibility-fields"

interface OfferEditorFieldsProps {
  productId: string
  product: SoldProduct
  currencies: string[]
}

/** The form's parts, in the order in which one decides; those of another payment type are not shown. */
export function OfferEditorFields({ productId, product, currencies }: OfferEditorFieldsProps) {
  const paymentType = useWatch<OfferForm, "payment_type">({ name: "payment_type" })
  return (
    <>
      <CollectionField />
      <PaymentTypeField />
      {paymentType === "recurring" && <CycleListFields currencies={currencies} variants={product.variants} />}
      {paymentType === "recurring" && <RecurringFields />}
      {paymentType === "recurring" && <AgreedFields />}
      {paymentType === "lifetime" && <OncePriceFields currencies={currencies} />}
      {paymentType === "free" && <DurationFields />}
      <DeliveryFields />
      <VisibilityFields />
      <CrossSellFields productId={productId} />
    </>
  )
}
