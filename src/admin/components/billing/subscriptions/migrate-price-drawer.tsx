import { Button, Drawer, InlineTip, Text } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { PriceMigrationAnswer } from "../../../../contracts/billing/subscription-answers"
import {
  EMPTY_PRICE_CHANGE,
  priceChangeBody,
  type ChosenSubscriptions,
} from "../../../lib/billing/price-changes/price-change-form"
import { usePriceChangeWords } from "../../../lib/billing/price-changes/use-price-change-words"
import { useErrorWords } from "../../../lib/errors/use-error-words"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { LoadingRows } from "../../ui/loading-rows"
import { PriceChangeFields } from "../price-changes/price-change-fields"
import { PriceChanges } from "./price-changes"

interface MigratePriceDrawerProps {
  chosen: ChosenSubscriptions
  /** In which a price can be named; left out: there may be several. */
  currency?: string | null
  open: boolean
  onClose: () => void
}

const migrate = (body: Record<string, unknown>, dry_run: boolean) =>
  sdk.client.fetch<PriceMigrationAnswer>("/admin/billing/subscriptions/migrate-price", {
    method: "POST",
    body: { ...body, dry_run },
  })

/** Moves subscriptions to a new price: at once, told ahead, or asked; after a look at who pays what from when (B22). */
export function MigratePriceDrawer({ chosen, currency = null, open, onClose }: MigratePriceDrawerProps) {
  const { t } = useTexts("billing")
  const inWords = useErrorWords()
  const ofProblem = usePriceChangeWords()
  const [form, setForm] = useState(EMPTY_PRICE_CHANGE)
  const body = priceChangeBody(chosen, form, currency)
  const preview = useQuery({
    queryKey: [...queryKeys.subscriptions, "migrate-price", body],
    queryFn: () => migrate(body ?? {}, true),
    enabled: open && body !== null,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })
  const close = () => {
    setForm(EMPTY_PRICE_CHANGE)
    onClose()
  }
  const change = useChange({
    change: (asked: Record<string, unknown>) => migrate(asked, false),
    done: form.mode === "at_once" ? t("migrate.done") : t(`price_changes.done.${form.mode}`),
    onDone: close,
    inWords: ofProblem,
  })
  const seen = preview.data
  const isSeen = body !== null && seen !== undefined && !preview.isFetching && !preview.isError
  const count = isSeen ? seen.changes.length : 0

  return (
    <Drawer open={open} onOpenChange={(next) => !next && close()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("migrate.title")}</Drawer.Title>
          <Drawer.Description>{t("migrate.hint")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="divide-y overflow-y-auto p-0">
          <PriceChangeFields form={form} onChange={setForm} currency={currency} />
          {preview.isError ? (
            <Text role="alert" size="small" className="text-ui-fg-error px-6 py-4">
              {inWords(preview.error, ofProblem)}
            </Text>
          ) : seen ? (
            <>
              {form.mode !== "at_once" && !seen.is_mailed && (
                <div className="px-6 py-4">
                  <InlineTip label={t("price_changes.no_mail")} variant="warning">
                    {t("price_changes.no_mail_hint")}
                  </InlineTip>
                </div>
              )}
              <PriceChanges answer={seen} />
            </>
          ) : (
            <div className="px-6 py-4">
              <LoadingRows rows={2} />
            </div>
          )}
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button
            size="small"
            disabled={count === 0}
            isLoading={change.isPending}
            onClick={() => body && change.mutate(body)}
          >
            {t(form.mode === "at_once" ? "migrate.confirm" : `price_changes.confirm.${form.mode}`, { count })}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
