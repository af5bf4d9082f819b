import { Button, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { HistoryStateAnswer } from "../../../../contracts/sales/chain"
import { download } from "../../../lib/download"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { FieldRow } from "../../ui/field-row"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { BackfillButton } from "./backfill-button"
import { PackButton } from "./pack-button"
import { VerifyDrawer } from "./verify-drawer"

/** Whether nothing was rewritten: the last verification and checkpoint, and what makes new ones. */
export function HistoryState() {
  const { t } = useTexts("sales")
  const format = useFormat()
  const query = useQuery({
    queryKey: [...queryKeys.sales, "state"],
    queryFn: () => sdk.client.fetch<{ state: HistoryStateAnswer }>("/admin/sales/state"),
    staleTime: 0,
  })
  return (
    <Section
      title={t("chain.title")}
      hint={t("chain.hint")}
      actions={
        <>
          <VerifyDrawer />
          <PackButton />
          <BackfillButton />
        </>
      }
    >
      <Loaded query={query} rows={2}>
        {({ state: { verified, last_checkpoint, has_person_secret } }) => (
          <>
            <FieldRow label={t("chain.verified")}>
              {verified ? (
                <span className={verified.ok ? undefined : "text-ui-fg-error"}>
                  {t(verified.ok ? "chain.whole" : "chain.broken", { count: verified.problem_count })} ·{" "}
                  {format.instant(verified.at)} · {t("chain.events", { count: verified.events })}
                </span>
              ) : (
                t("chain.never")
              )}
            </FieldRow>
            <FieldRow label={t("chain.checkpoint")}>
              <div className="flex flex-wrap items-center gap-2">
                {last_checkpoint
                  ? `${t("chain.number", { number: last_checkpoint.number })} · ${format.instant(last_checkpoint.taken_at)}`
                  : t("chain.no_checkpoint")}
                <CheckpointButtons number={last_checkpoint?.number ?? null} />
              </div>
            </FieldRow>
            {!has_person_secret && (
              <Text size="small" className="text-ui-fg-subtle px-6 py-3">
                {t("chain.no_secret")}
              </Text>
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}

function CheckpointButtons({ number }: { number: number | null }) {
  const { t } = useTexts("sales")
  const take = useChange({
    change: () => sdk.client.fetch("/admin/sales/checkpoints", { method: "POST", body: { keep: true } }),
    done: t("chain.taken"),
  })
  const keep = useChange({
    change: (of: number) => download(`/admin/sales/checkpoints/${of}/file`, {}, `sales-checkpoint-${of}.txt`),
  })
  return (
    <>
      <Button size="small" variant="secondary" isLoading={take.isPending} onClick={() => take.mutate(undefined)}>
        {t("chain.take")}
      </Button>
      {number !== null && (
        <Button size="small" variant="transparent" isLoading={keep.isPending} onClick={() => keep.mutate(number)}>
          {t("chain.export")}
        </Button>
      )}
    </>
  )
}
