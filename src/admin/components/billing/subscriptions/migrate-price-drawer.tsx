import { Button, Drawer } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTexts } from "../../../lib/use-texts"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import type { PriceMigrationAnswer } from "../../../../contracts/billing/subscription-answers"
import { useChange } from "../../../lib/use-change"
import { Loaded } from "../../ui/loaded"
import { PriceChanges } from "./price-changes"

interface MigratePriceDrawerProps {
  ids: string[]
  open: boolean
  onClose: () => void
}

const migrate = (ids: string[], dry_run: boolean) =>
  sdk.client.fetch<PriceMigrationAnswer>("/admin/billing/subscriptions/migrate-price", {
    method: "POST",
    body: { ids, dry_run },
  })

/** Moves subscriptions to their offers' current prices, after a preview of the changes (B22). */
export function MigratePriceDrawer({ ids, open, onClose }: MigratePriceDrawerProps) {
  const { t } = useTexts("billing")
  const preview = useQuery({
    queryKey: [...queryKeys.subscriptions, "migrate-price", ids],
    queryFn: () => migrate(ids, true),
    enabled: open,
    staleTime: 0,
    gcTime: 0,
  })
  const change = useChange({ change: () => migrate(ids, false), done: t("migrate.done"), onDone: onClose })

  return (
    <Drawer open={open} onOpenChange={(next) => !next && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("migrate.title")}</Drawer.Title>
          <Drawer.Description>{t("migrate.hint")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          <Loaded query={preview}>{(answer) => <PriceChanges answer={answer} />}</Loaded>
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button
            size="small"
            disabled={!preview.data?.changes.length}
            isLoading={change.isPending}
            onClick={() => change.mutate(undefined)}
          >
            {t("migrate.confirm", { count: preview.data?.changes.length ?? 0 })}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
