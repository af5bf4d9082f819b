import { Button, Table, Text } from "@medusajs/ui"
import type { OrderPackageAnswer, RefreshedLineAnswer } from "../../../../contracts/packages/orders"
import {
  changeInEdit,
  dashboardOrderKeys,
  orderPackagePath,
  useRefreshPreview,
  type SoldOrder,
} from "../../../lib/packages/use-order-packages"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { Loaded } from "../../ui/loaded"
import { SimpleTable } from "../../ui/simple-table"

interface RefreshOrderPackageProps {
  order: SoldOrder
  sold: OrderPackageAnswer
}

/** What the recipe of now would change of a sold package, before it is taken (P20). */
export function RefreshOrderPackage({ order, sold }: RefreshOrderPackageProps) {
  const { t } = useTexts("packages")
  const query = useRefreshPreview(order, sold.line_id)
  const refresh = useChange<void, unknown>({
    change: () =>
      changeInEdit(order, () =>
        sdk.client.fetch(orderPackagePath(order, sold.line_id), { method: "POST", body: { refresh_recipe: true } }),
      ),
    done: t("orders.refreshed"),
    alsoStale: dashboardOrderKeys,
  })
  return (
    <Loaded query={query}>
      {({ lines }) =>
        lines.length ? (
          <>
            <RefreshedLines lines={lines} currency={order.currency_code} />
            <div className="flex justify-end px-6 py-4">
              <Button size="small" type="button" isLoading={refresh.isPending} onClick={() => refresh.mutate()}>
                {t("orders.take_recipe")}
              </Button>
            </div>
          </>
        ) : (
          <Text size="small" className="text-ui-fg-subtle px-6 py-4">
            {t("orders.recipe_same")}
          </Text>
        )
      }
    </Loaded>
  )
}

function RefreshedLines({ lines, currency }: { lines: RefreshedLineAnswer[]; currency: string }) {
  const { t } = useTexts("packages")
  const format = useFormat()
  const price = (amount: string | null) => (amount === null ? "–" : format.money(amount, currency))
  return (
    <SimpleTable heads={[t("orders.what"), t("orders.line"), t("orders.quantity"), t("orders.price")]}>
      {lines.map(({ kind, line_id, title, quantity, unit_price }, place) => (
        <Table.Row key={line_id ?? place}>
          <Table.Cell>{t(`orders.${kind}`)}</Table.Cell>
          <Table.Cell>{title}</Table.Cell>
          <Table.Cell className="whitespace-nowrap tabular-nums">
            {format.number(quantity.from)} → {format.number(quantity.to)}
          </Table.Cell>
          <Table.Cell className="whitespace-nowrap tabular-nums">
            {price(unit_price.from)} → {price(unit_price.to)}
          </Table.Cell>
        </Table.Row>
      ))}
    </SimpleTable>
  )
}
