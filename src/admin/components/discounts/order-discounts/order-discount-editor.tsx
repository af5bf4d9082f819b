import { useState } from "react"
import { useForm } from "react-hook-form"
import { checkOrderDiscount } from "../../../lib/discounts/check-discount"
import {
  toOrderDiscountForm,
  toSaveOrderDiscount,
  type OrderDiscountForm,
} from "../../../lib/discounts/order-discount-form"
import type { OrderDiscountAnswer } from "../../../../contracts/discounts/order-discounts"
import { copyOfOrderDiscount } from "../../../lib/discounts/copy-of"
import { ORDER_DISCOUNTS } from "../../../lib/discounts/discount-kinds"
import { useDiscountEditor } from "../../../lib/discounts/use-discount-editor"
import { useLiveProblems } from "../../../lib/discounts/use-live-problems"
import { useTexts } from "../../../lib/use-texts"
import { DuplicateButton } from "../editor/duplicate-button"
import { EditorFrame } from "../editor/editor-frame"
import { PeriodFields } from "../editor/period-fields"
import { RangeListFields } from "./range-list-fields"

interface OrderDiscountEditorProps {
  /** Null: a new one. */
  discount: OrderDiscountAnswer | null
  currencies: string[]
}

/** Creates or edits an order discount (D1, D4). */
export function OrderDiscountEditor({ discount, currencies }: OrderDiscountEditorProps) {
  const { t } = useTexts("discounts")
  const toForm = (from: OrderDiscountAnswer | null) => toOrderDiscountForm(from, currencies[0] ?? "")
  // What the form was opened with, whatever is fetched again meanwhile.
  const [opened] = useState(() => ({
    id: discount?.id ?? null,
    form: toForm(discount),
    version: discount?.version ?? null,
  }))
  const form = useForm<OrderDiscountForm>({ defaultValues: opened.form })
  const editor = useDiscountEditor<OrderDiscountForm, { order_discount: OrderDiscountAnswer }>({
    form,
    opened,
    api: "/admin/discounts/order-discounts",
    list: "/discounts/orders",
    check: checkOrderDiscount,
    toBody: toSaveOrderDiscount,
    read: ({ order_discount }) => ({
      id: order_discount.id,
      form: toForm(order_discount),
      version: order_discount.version,
    }),
  })

  return (
    <EditorFrame
      form={form}
      editor={editor}
      discount={discount}
      title={t("orders.new")}
      hint={t("orders.one_hint")}
      actions={
        discount && (
          <DuplicateButton
            kind={ORDER_DISCOUNTS}
            list="/discounts/orders"
            name={discount.name}
            copy={(name) => copyOfOrderDiscount(discount, name)}
          />
        )
      }
      general={<PeriodFields />}
    >
      <CheckedRanges currencies={currencies} />
    </EditorFrame>
  )
}

function CheckedRanges({ currencies }: { currencies: string[] }) {
  return <RangeListFields currencies={currencies} problems={useLiveProblems(checkOrderDiscount)} />
}
