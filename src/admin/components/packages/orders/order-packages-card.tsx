import { Badge, Text } from "@medusajs/ui"
import { useState } from "react"
import type { OrderPackageAnswer } from "../../../../contracts/packages/orders"
import { searchPackages } from "../../../lib/packages/search-packages"
import {
  changeInEdit,
  dashboardOrderKeys,
  orderPackagePath,
  useOrderPackages,
  type SoldOrder,
} from "../../../lib/packages/use-order-packages"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { DeleteMenu } from "../../ui/delete-menu"
import { DetailDrawer } from "../../ui/detail-drawer"
import { EmptyNote } from "../../ui/empty-note"
import { Picker, type Option } from "../../ui/forms/picker"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { OrderPickList } from "../picking/order-pick-list"
import { ChangeOrderPackage } from "./change-order-package"
import { NewOrderPackage } from "./new-order-package"
import { RefreshOrderPackage } from "./refresh-order-package"

/** The packages of a draft or an order, how an admin adds and changes them (P23), and what an order's are picked from (P14). */
export function OrderPackagesCard({ order }: { order: SoldOrder }) {
  const { t } = useTexts("packages")
  const query = useOrderPackages(order)
  const [chosen, setChosen] = useState<Option | null>(null)
  return (
    <Section
      title={t("orders.title")}
      hint={t(order.kind === "order-edits" ? "orders.hint_of_order" : "orders.hint_of_draft")}
      actions={
        <Picker label={t("orders.add")} kind="packages" search={searchPackages} chosen={[]} onPick={setChosen} />
      }
    >
      <Loaded query={query} rows={2}>
        {(packages) =>
          packages.length ? (
            <ul className="divide-y">
              {packages.map((sold) => (
                <OrderPackageRow key={sold.line_id} order={order} sold={sold} />
              ))}
            </ul>
          ) : (
            order.kind === "draft-orders" && <EmptyNote title={t("orders.none")} />
          )
        }
      </Loaded>
      {order.kind === "order-edits" && <OrderPickList orderId={order.id} />}
      {chosen && <NewOrderPackage order={order} product={chosen} onClose={() => setChosen(null)} />}
    </Section>
  )
}

function OrderPackageRow({ order, sold }: { order: SoldOrder; sold: OrderPackageAnswer }) {
  const { t } = useTexts("packages")
  const format = useFormat()
  const remove = useChange<void, unknown>({
    change: () =>
      changeInEdit(order, () => sdk.client.fetch(orderPackagePath(order, sold.line_id), { method: "DELETE" })),
    done: t("orders.removed"),
    alsoStale: dashboardOrderKeys,
  })
  const names = sold.contents.map(({ quantity, title }) => `${format.number(quantity)} × ${title}`).join(", ")
  return (
    <CardRow
      hint={names}
      end={
        <>
          {!sold.lists_contents && <Badge size="2xsmall">{t("orders.title_alone")}</Badge>}
          <DetailDrawer label={t("orders.refresh")} title={t("orders.refresh_title")} hint={t("orders.refresh_hint")}>
            <RefreshOrderPackage order={order} sold={sold} />
          </DetailDrawer>
          <ChangeOrderPackage order={order} sold={sold} />
          <DeleteMenu
            label={t("orders.remove")}
            title={t("orders.remove_title", { title: sold.title })}
            warning={t("orders.remove_warning")}
            onDelete={() => remove.mutate()}
          />
        </>
      }
    >
      <Text size="small" weight="plus">
        {format.number(sold.quantity)} × {sold.title}
      </Text>
    </CardRow>
  )
}
