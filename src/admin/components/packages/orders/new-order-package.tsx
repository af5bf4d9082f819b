import { Drawer } from "@medusajs/ui"
import { useState } from "react"
import type { AddOrderPackageBody } from "../../../../contracts/packages/orders"
import type { PackageAnswer } from "../../../../contracts/packages/packages"
import { newOrderPackage, toOrderPackageBody } from "../../../lib/packages/order-package-state"
import {
  changeInEdit,
  dashboardOrderKeys,
  orderPackagesPath,
  type SoldOrder,
} from "../../../lib/packages/use-order-packages"
import { usePackage } from "../../../lib/packages/use-package"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import type { Option } from "../../ui/forms/picker"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { Loaded } from "../../ui/loaded"
import { OrderPackageForm } from "./order-package-form"

interface NewOrderPackageProps {
  order: SoldOrder
  product: Option
  onClose: () => void
}

/** A package is added with what is chosen of it. */
export function NewOrderPackage({ order, product, onClose }: NewOrderPackageProps) {
  const query = usePackage(product.id)
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content className="sm:max-w-[920px]" aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{product.title}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="isolate overflow-y-auto p-0">
          <Loaded query={query}>{(one) => <NewForm order={order} one={one} onDone={onClose} />}</Loaded>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

function NewForm({ order, one, onDone }: { order: SoldOrder; one: PackageAnswer; onDone: () => void }) {
  const { t } = useTexts("packages")
  const [state, setState] = useState(() => newOrderPackage(one.lists_contents))
  const [variantId, setVariantId] = useState(one.variants[0]?.id ?? "")
  const add = useChange<void, unknown>({
    change: () => {
      const body = { ...toOrderPackageBody(state), variant_id: variantId } satisfies Partial<AddOrderPackageBody>
      return changeInEdit(order, () => sdk.client.fetch(orderPackagesPath(order), { method: "POST", body }))
    },
    done: t("orders.added"),
    onDone,
    alsoStale: dashboardOrderKeys,
  })
  return (
    <OrderPackageForm
      order={order}
      goods={{ productId: one.product_id, variantId }}
      state={state}
      onChange={setState}
      submit={{ label: t("orders.add"), isPending: add.isPending, run: () => add.mutate() }}
    >
      {one.variants.length > 1 && (
        <Field label={t("orders.variant")} htmlFor="order-package-variant">
          <Choice
            id="order-package-variant"
            size="small"
            label={t("orders.variant")}
            value={variantId}
            options={one.variants.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={setVariantId}
          />
        </Field>
      )}
    </OrderPackageForm>
  )
}
