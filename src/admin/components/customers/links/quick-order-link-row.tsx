import { Badge, Button, Text, usePrompt } from "@medusajs/ui"
import type { QuickOrderLinkAnswer } from "../../../../contracts/customers/links"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

/** One link: until when it is good, how often it was used, and how it is ended. */
export function QuickOrderLinkRow({ link, onRevoked }: { link: QuickOrderLinkAnswer; onRevoked: () => void }) {
  const { t } = useTexts("quickOrders")
  const format = useFormat()
  const prompt = usePrompt()
  const revoke = useChange({
    change: () => sdk.client.fetch(`/admin/quick-order-links/${link.id}/revoke`, { method: "POST", body: {} }),
    done: t("links.revoked_done"),
    onDone: onRevoked,
  })
  const ask = async () => {
    const agreed = await prompt({
      title: t("links.revoke_title"),
      description: t("links.revoke_warning"),
      confirmText: t("links.revoke"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      revoke.mutate(undefined)
    }
  }
  const isLive = link.state === "live"
  const used = link.last_used_at
    ? t("links.used", { count: link.uses, when: format.instant(link.last_used_at) })
    : t("links.unused")
  return (
    <li className="flex flex-wrap items-center justify-between gap-2">
      <div className="min-w-0">
        <Text size="small">{t("links.made", { when: format.instant(link.created_at) })}</Text>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {isLive && `${t("links.good_until", { when: format.instant(link.expires_at) })} · `}
          {used}
          {link.orders > 0 && ` · ${t("links.orders", { count: link.orders })}`}
        </Text>
      </div>
      <div className="flex items-center gap-x-2">
        <Badge size="2xsmall" color={isLive ? "green" : "grey"}>
          {t(`links.state.${link.state}`)}
        </Badge>
        {isLive && (
          <Button size="small" variant="transparent" isLoading={revoke.isPending} onClick={() => void ask()}>
            {t("links.revoke")}
          </Button>
        )}
      </div>
    </li>
  )
}
