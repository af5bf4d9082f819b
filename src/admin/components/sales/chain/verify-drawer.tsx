import { Button, Drawer, Text } from "@medusajs/ui"
import { useRef, useState } from "react"
import { Link } from "react-router-dom"
import type { VerificationAnswer } from "../../../../contracts/sales/chain"
import { STORE_CHAIN } from "../../../../rules/sales"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"

/** Verifies all sales, with an exported checkpoint where one is chosen, and names what is broken. */
export function VerifyDrawer() {
  const { t } = useTexts("sales")
  const [open, setOpen] = useState(false)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("verify.action")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content className="sm:max-w-[760px]">
        <Drawer.Header>
          <Drawer.Title>{t("verify.title")}</Drawer.Title>
          <Drawer.Description>{t("verify.hint")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto">{open && <Verify />}</Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

function Verify() {
  const { t } = useTexts("sales")
  const input = useRef<HTMLInputElement>(null)
  const [found, setFound] = useState<VerificationAnswer | null>(null)
  const verify = useChange({
    change: async (file: File | null) => {
      const body = file ? { checkpoint: await file.text() } : {}
      const path = "/admin/sales/verifications"
      return sdk.client.fetch<{ verification: VerificationAnswer }>(path, { method: "POST", body })
    },
    onDone: ({ verification }) => setFound(verification),
  })
  return (
    <div className="flex flex-col gap-y-4">
      <input
        ref={input}
        type="file"
        accept="text/plain"
        className="sr-only"
        tabIndex={-1}
        aria-label={t("verify.file")}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) {
            verify.mutate(file)
          }
          event.target.value = ""
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="small" isLoading={verify.isPending} onClick={() => verify.mutate(null)}>
          {t("verify.now")}
        </Button>
        <Button size="small" variant="secondary" disabled={verify.isPending} onClick={() => input.current?.click()}>
          {t("verify.with_file")}
        </Button>
      </div>
      {found && <Found found={found} />}
    </div>
  )
}

/** The sale of a problem; the chain of the store's own acts has no page. */
function ProblemPlace({ saleId }: { saleId: string | null }) {
  const { t } = useTexts("sales")
  if (saleId === STORE_CHAIN) {
    return <>{t("verify.store_chain")}</>
  }
  return (
    saleId && (
      <Link className="text-ui-fg-interactive" to={`/sales/${saleId}`}>
        {saleId}
      </Link>
    )
  )
}

function Found({ found }: { found: VerificationAnswer }) {
  const { t } = useTexts("sales")
  return (
    <div role="status" className="flex flex-col gap-y-2">
      <Text weight="plus" className={found.ok ? undefined : "text-ui-fg-error"}>
        {t(found.ok ? "chain.whole" : "chain.broken", { count: found.problem_count })}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t("verify.read", { events: found.events, chains: found.chains, checkpoints: found.checkpoints })}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {found.file ? t("verify.compared", { number: found.file.number }) : t("verify.itself")}{" "}
        {t("verify.uncovered", { count: found.uncovered_events })}
      </Text>
      {found.problems.length > 0 && (
        <ul className="divide-y rounded border">
          {found.problems.map(({ kind, sale_id, number }) => (
            <CardRow key={`${sale_id}-${number}`} hint={<ProblemPlace saleId={sale_id} />}>
              {t(`problems.${kind}`, { number: number ?? "" })}
            </CardRow>
          ))}
        </ul>
      )}
    </div>
  )
}
