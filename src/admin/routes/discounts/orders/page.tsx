import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Plus } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { Link, Outlet } from "react-router-dom"
import { Crumb } from "../../../components/ui/crumb"
import { EligibleArticles } from "../../../components/discounts/order-discounts/eligible-articles"
import { OrderDiscountRow } from "../../../components/discounts/order-discounts/order-discount-row"
import { EmptyNote } from "../../../components/ui/empty-note"
import { Loaded } from "../../../components/ui/loaded"
import { Section } from "../../../components/ui/section"
import { SortableList } from "../../../components/ui/sortable-list"
import type { OrderDiscountListAnswer } from "../../../../contracts/discounts/order-discounts"
import { moved } from "../../../lib/moved"
import { useTexts } from "../../../lib/use-texts"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useList } from "../../../lib/use-list"

/** A store has a handful of sets: they are shown at once, since their order is what matters (D4). */
const MOST = 100

const OrderDiscountsPage = () => {
  const { t } = useTexts("discounts")
  const list = useList<OrderDiscountListAnswer>(queryKeys.orderDiscounts, "discounts/order-discounts", { limit: MOST })
  const order = useChange({
    change: (ids: string[]) =>
      sdk.client.fetch("/admin/discounts/order-discounts/positions", { method: "POST", body: { ids } }),
    done: t("positions_saved"),
  })
  const make = (
    <Button size="small" asChild>
      <Link to="/discounts/orders/new">
        <Plus />
        {t("orders.make")}
      </Link>
    </Button>
  )

  return (
    <div className="flex flex-col gap-y-3">
      <Section level="h1" title={t("orders.title")} hint={t("orders.hint")} actions={make}>
        <Loaded query={list} rows={4}>
          {({ order_discounts: sets }) =>
            sets.length === 0 ? (
              <EmptyNote title={t("orders.empty")} hint={t("orders.empty_hint")}>
                {make}
              </EmptyNote>
            ) : (
              <SortableList
                label={t("orders.title")}
                items={sets}
                keyOf={(set) => set.id}
                nameOf={(set) => set.name}
                onMove={(from, to) =>
                  order.mutateAsync(moved(sets, from, to).map(({ id }) => id)).catch(() => undefined)
                }
                className="flex flex-col divide-y"
                rowClassName="px-4 py-3 sm:px-6"
              >
                {(set) => <OrderDiscountRow discount={set} />}
              </SortableList>
            )
          }
        </Loaded>
      </Section>
      <EligibleArticles />
      <Outlet />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.orders",
  nested: "/promotions",
  translationNs: "serviceDiscounts",
  rank: 2,
})

export const handle = { breadcrumb: () => <Crumb room="discounts" name="menu.orders" /> }

export default OrderDiscountsPage
