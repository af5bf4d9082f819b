import { Button } from "@medusajs/ui"
import type { ReactNode } from "react"
import { toOrderBreakdownBody, type OrderPackageState } from "../../../lib/packages/order-package-state"
import { useBreakdown } from "../../../lib/packages/use-breakdown"
import type { SoldOrder } from "../../../lib/packages/use-order-packages"
import { useTexts } from "../../../lib/use-texts"
import { NumberInput } from "../../ui/forms/number-input"
import { Field } from "../../ui/forms/field"
import { SwitchRow } from "../../ui/forms/switch-row"
import { BreakdownOptions } from "../breakdown/breakdown-options"
import { BreakdownPrice } from "./breakdown-price"
import { ContentVisibility } from "./content-visibility"
import { PeriodFields } from "./period-fields"

interface OrderPackageFormProps {
  order: SoldOrder
  /** `lineId`: it is on the order. */
  goods: { productId: string; variantId: string; lineId?: string }
  state: OrderPackageState
  onChange: (state: OrderPackageState) => void
  submit: { label: string; isPending: boolean; run: () => void }
  /** Fields above the others. */
  children?: ReactNode
}

/** Period, hours, options, accessories and visibility of a package on an order, with what it costs beside them (P21, P23). */
export function OrderPackageForm({ order, goods, state, onChange, submit, children }: OrderPackageFormProps) {
  const { t } = useTexts("packages")
  const place = { order_id: order.id, line_id: goods.lineId, variant_id: goods.variantId }
  const query = useBreakdown(goods.productId, toOrderBreakdownBody(state, place))
  const change = (part: Partial<OrderPackageState>) => onChange({ ...state, ...part })
  return (
    <form
      noValidate
      className="grid gap-x-2 md:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault()
        submit.run()
      }}
    >
      <div className="divide-y">
        <div className="flex flex-col gap-y-4 px-6 py-4">
          {children}
          <div className="grid grid-cols-3 gap-3">
            {(["quantity", "days", "hours"] as const).map((name) => (
              <Field key={name} label={t(`breakdown.${name}`)} htmlFor={`order-package-${name}`}>
                <NumberInput
                  id={`order-package-${name}`}
                  value={state[name]}
                  onChange={(value) => change({ [name]: value })}
                  placeholder={name === "quantity" ? undefined : t("breakdown.unsaid")}
                  isWhole
                />
              </Field>
            ))}
          </div>
          <PeriodFields state={state} onChange={change} />
          <SwitchRow
            label={t("orders.lists_contents")}
            hint={t("orders.lists_contents_hint")}
            checked={state.listsContents}
            onChange={(listsContents) => change({ listsContents })}
          />
        </div>
        {query.data && query.data.options.length > 0 && (
          <BreakdownOptions
            options={query.data.options}
            choices={state.choices}
            onChange={(choices) => change({ choices })}
          />
        )}
        {query.data && (
          <ContentVisibility
            nodes={query.data.nodes}
            choices={state.choices}
            onChange={(choices) => change({ choices })}
          />
        )}
      </div>
      <div>
        <BreakdownPrice query={query} />
        <div className="flex justify-end px-6 py-4">
          <Button size="small" type="submit" isLoading={submit.isPending}>
            {submit.label}
          </Button>
        </div>
      </div>
    </form>
  )
}
