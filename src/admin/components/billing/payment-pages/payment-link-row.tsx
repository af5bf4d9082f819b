import { Badge, Button, Text, usePrompt } from "@medusajs/ui"
import type { PaymentLinkAnswer } from "../../../../contracts/billing/payment-links"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

/** One link: until when it is good, what it was used for, and how it is ended. */
export function PaymentLinkRow({ link, onRevoked }: { link: PaymentLinkAnswer; onRevoked: () => void }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const prompt = usePrompt()
  const revoke = useChange({
    change: () => sdk.client.fetch(`/admin/billing/payment-links/${link.id}/revoke`, { method: "POST", body: {} }),
    done: t("payment_links.revoked_done"),
    onDone: onRevoked,
  })
  const ask = async () => {
    const agreed = await prompt({
      title: t("payment_links.revoke_title"),
      description: t("payment_links.revoke_warning"),
      confirmText: t("payment_links.revoke"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      revoke.mutate(undefined)
    }
  }
  const state = link.is_good ? "good" : link.revoked_on ? "revoked" : "expired"
  return (
    <li className="flex flex-wrap items-center justify-between gap-2">
      <div className="min-w-0">
        <Text size="small">
          {t(`payment_links.for_${link.made_for}`)}, {format.instant(link.created_at)}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {state === "revoked" && link.revoked_on
            ? t("payment_links.revoked_on", { date: format.date(link.revoked_on) })
            : t("payment_links.good_until", { date: format.date(link.expires_on) })}
          {link.uses > 0 && ` · ${t("payment_links.uses", { count: link.uses })}`}
        </Text>
      </div>
      <div className="flex items-center gap-x-2">
        <Badge size="2xsmall" color={link.is_good ? "green" : "grey"}>
          {t(`payment_links.${state}`)}
        </Badge>
        {link.is_good && (
          <Button size="small" variant="transparent" isLoading={revoke.isPending} onClick={() => void ask()}>
            {t("payment_links.revoke")}
          </Button>
        )}
      </div>
    </li>
  )
}
