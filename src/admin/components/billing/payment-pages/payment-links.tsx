import { Button, Copy, Input, Text, usePrompt } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { NewPaymentLinkAnswer, PaymentLinkListAnswer } from "../../../../contracts/billing/payment-links"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Loaded } from "../../ui/loaded"
import { PaymentLinkRow } from "./payment-link-row"

/** The links by which an invoice can be paid: made, copied this once, revoked. For an invoice's page or drawer. */
export function PaymentLinks({ invoiceId }: { invoiceId: string }) {
  const { t } = useTexts("billing")
  const [url, setUrl] = useState<string | null>(null)
  const path = `/admin/billing/invoices/${invoiceId}/payment-links`
  const query = useQuery({
    queryKey: [...queryKeys.invoices, "payment-links", invoiceId],
    queryFn: () => sdk.client.fetch<PaymentLinkListAnswer>(path),
  })
  return (
    <section aria-label={t("payment_links.title")} className="flex flex-col gap-y-3 px-6 py-4">
      <Loaded query={query} rows={1}>
        {({ payment_links, can_create }) => (
          <>
            <div className="flex flex-wrap items-center justify-between gap-2">
              <Text size="small" weight="plus">
                {t("payment_links.title")}
              </Text>
              {can_create && (
                <CreateLink
                  path={path}
                  replaces={payment_links.some((link) => link.is_good && link.made_for === "copy")}
                  onMade={setUrl}
                />
              )}
            </div>
            {url && <NewLink url={url} />}
            {!payment_links.length && (
              <Text size="small" className="text-ui-fg-subtle">
                {t(can_create ? "payment_links.none" : "payment_links.not_owed")}
              </Text>
            )}
            <ul className="flex flex-col gap-y-2">
              {payment_links.map((link) => (
                <PaymentLinkRow key={link.id} link={link} onRevoked={() => setUrl(null)} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  )
}

interface CreateLinkProps {
  path: string
  /** Whether one stands that the new one takes the place of. */
  replaces: boolean
  onMade: (url: string) => void
}

function CreateLink({ path, replaces, onMade }: CreateLinkProps) {
  const { t } = useTexts("billing")
  const prompt = usePrompt()
  const create = useChange({
    change: () => sdk.client.fetch<NewPaymentLinkAnswer>(path, { method: "POST", body: {} }),
    done: t("payment_links.created"),
    onDone: ({ payment_link }) => onMade(payment_link.url),
  })
  const ask = async () => {
    const agreed =
      !replaces ||
      (await prompt({
        title: t("payment_links.replace_title"),
        description: t("payment_links.replace_warning"),
        confirmText: t("payment_links.replace"),
        cancelText: t("common.back"),
      }))
    if (agreed) {
      create.mutate(undefined)
    }
  }
  return (
    <Button size="small" variant="secondary" isLoading={create.isPending} onClick={() => void ask()}>
      {t(replaces ? "payment_links.replace" : "payment_links.create")}
    </Button>
  )
}

/** The address of a link that was just made: it is shown this once. */
function NewLink({ url }: { url: string }) {
  const { t } = useTexts("billing")
  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex items-center gap-x-2">
        <Input readOnly value={url} aria-label={t("payment_links.address")} className="min-w-0 flex-1" />
        <Copy content={url} aria-label={t("payment_links.copy")} />
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("payment_links.once")}
      </Text>
    </div>
  )
}
