import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import type { OrderPackageAnswer } from "../../../../contracts/packages/orders"
import { toOrderPackageBody, toOrderPackageState } from "../../../lib/packages/order-package-state"
import {
  changeInEdit,
  dashboardOrderKeys,
  orderPackagePath,
  type SoldOrder,
} from "../../../lib/packages/use-order-packages"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { OrderPackageForm } from "./order-package-form"

interface ChangeOrderPackageProps {
  order: SoldOrder
  sold: OrderPackageAnswer
}

/** What is chosen of a package on an order is changed. */
export function ChangeOrderPackage({ order, sold }: ChangeOrderPackageProps) {
  const { t } = useTexts("packages")
  const [open, setOpen] = useState(false)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary" type="button">
          {t("orders.change")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content className="sm:max-w-[920px]" aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{sold.title}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="isolate overflow-y-auto p-0">
          {open && <ChangeForm order={order} sold={sold} onDone={() => setOpen(false)} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

function ChangeForm({ order, sold, onDone }: ChangeOrderPackageProps & { onDone: () => void }) {
  const { t } = useTexts("packages")
  const [state, setState] = useState(() => toOrderPackageState(sold))
  const save = useChange<void, unknown>({
    change: () => {
      const body = toOrderPackageBody(state)
      return changeInEdit(order, () =>
        sdk.client.fetch(orderPackagePath(order, sold.line_id), { method: "POST", body }),
      )
    },
    done: t("orders.changed"),
    onDone,
    alsoStale: dashboardOrderKeys,
  })
  return (
    <OrderPackageForm
      order={order}
      goods={{ productId: sold.product_id, variantId: sold.variant_id, lineId: sold.line_id }}
      state={state}
      onChange={setState}
      submit={{ label: t("common.save"), isPending: save.isPending, run: () => save.mutate() }}
    />
  )
}
