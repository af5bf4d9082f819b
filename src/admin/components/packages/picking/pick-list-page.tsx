import { ArrowDownTray, DocumentText } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import type { PickListAnswer } from "../../../../contracts/packages/pick-list"
import { download } from "../../../lib/download"
import { pickListPath } from "../../../lib/packages/use-pick-list"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { LinkButton } from "../../ui/link-button"
import { PrintSheet } from "../../ui/print-sheet"
import { PickListTables } from "./pick-list-tables"

/** An order's pick list to be printed, or kept as a file. */
export function PickListPage({ list }: { list: PickListAnswer }) {
  const { t } = useTexts("packages")
  const { order } = list
  const keep = useChange({
    change: () => download(`${pickListPath(order.id)}/csv`, {}, `${t("picking.file")}-${order.display_id ?? ""}.csv`),
  })
  return (
    <>
      <div className="flex flex-wrap justify-end gap-2 pb-3">
        <LinkButton to={`/orders/${order.id}`}>{t("picking.to_order")}</LinkButton>
        <Button size="small" variant="secondary" isLoading={keep.isPending} onClick={() => keep.mutate(undefined)}>
          <ArrowDownTray />
          {t("picking.csv")}
        </Button>
        <Button size="small" onClick={() => window.print()}>
          <DocumentText />
          {t("picking.print")}
        </Button>
      </div>
      <PrintSheet>
        <Sheet list={list} />
      </PrintSheet>
    </>
  )
}

function Sheet({ list }: { list: PickListAnswer }) {
  const { t } = useTexts("packages")
  const format = useFormat()
  const { order } = list
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap justify-between gap-x-8 gap-y-2 px-6 py-4">
        <div>
          <Heading level="h1">{t("picking.of", { number: order.display_id ?? "" })}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {[format.instant(order.created_at), order.email, order.is_canceled && t("picking.canceled")]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        </div>
        <address className="txt-small not-italic">
          {order.address.map((line, index) => (
            <span key={index} className="block">
              {line}
            </span>
          ))}
        </address>
      </div>
      <PickListTables list={list} />
    </Container>
  )
}
