import { FormProvider, useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { checkOrderDiscount } from "../../lib/discounts/check-discount"
import {
  toOrderDiscountForm,
  toSaveOrderDiscount,
  type OrderDiscountForm,
} from "../../lib/discounts/order-discount-form"
import type { OrderDiscountAnswer } from "../../../contracts/discounts-order-discounts"
import { useEditor } from "../../lib/discounts/use-editor"
import { useLiveProblems } from "../../lib/discounts/use-live-problems"
import { NAMESPACE } from "../../lib/namespace"
import { useFormat } from "../../lib/use-format"
import { DeleteMenu } from "../delete-menu"
import { GeneralFields } from "./general-fields"
import { PeriodFields } from "./period-fields"
import { RangeListFields } from "./range-list-fields"
import { SaveBar } from "./save-bar"
import { TermsFields } from "./terms-fields"

interface OrderDiscountEditorProps {
  /** Null: a new one is made. */
  discount: OrderDiscountAnswer | null
  currencies: string[]
}

/** Makes or changes a set of ranges for whole orders (D1, D4). */
export function OrderDiscountEditor({ discount, currencies }: OrderDiscountEditorProps) {
  const { t } = useTranslation(NAMESPACE)
  const format = useFormat()
  const toForm = (from: OrderDiscountAnswer | null) =>
    toOrderDiscountForm(from, { typed: format.typed, currency: currencies[0] ?? "" })
  const form = useForm<OrderDiscountForm>({ defaultValues: toForm(discount) })
  const editor = useEditor<OrderDiscountForm, { order_discount: OrderDiscountAnswer }>({
    form,
    id: discount?.id ?? null,
    api: "/admin/discounts/order-discounts",
    list: "/discounts/orders",
    check: checkOrderDiscount,
    toBody: toSaveOrderDiscount,
    read: ({ order_discount }) => ({ id: order_discount.id, form: toForm(order_discount) }),
  })

  return (
    <FormProvider {...form}>
      <form noValidate className="isolate flex flex-col gap-y-3" onSubmit={editor.submit}>
        <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
          <div className="flex min-w-0 flex-col gap-y-3 xl:flex-1">
            <GeneralFields
              title={discount?.name ?? t("discounts.orders.new")}
              hint={t("discounts.orders.one_hint")}
              actions={
                discount && (
                  <DeleteMenu
                    label={t("discounts.delete")}
                    title={t("discounts.delete_title", { name: discount.name })}
                    warning={t("discounts.delete_warning")}
                    onDelete={editor.remove}
                  />
                )
              }
            >
              <PeriodFields />
            </GeneralFields>
            <JudgedRanges currencies={currencies} />
          </div>
          <div className="flex min-w-0 flex-col gap-y-3 xl:w-[360px]">
            <TermsFields used={discount?.used ?? null} />
          </div>
        </div>
        <SaveBar {...editor.bar} />
      </form>
    </FormProvider>
  )
}

function JudgedRanges({ currencies }: { currencies: string[] }) {
  return <RangeListFields currencies={currencies} problems={useLiveProblems(checkOrderDiscount)} />
}
