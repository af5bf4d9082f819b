import { Alert } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useTexts } from "../../../lib/use-texts"
import type { RecordCheckAnswer } from "../../../../contracts/billing/documents"

/** What the next documents of a customer or a subscription would lack, before they are issued; nothing: nothing. */
export function DocumentCheck({ of, id }: { of: "customers" | "subscriptions"; id: string }) {
  const { t } = useTexts("billing")
  const { data } = useQuery({
    queryKey: [...queryKeys.subscriptions, "document-check", of, id],
    queryFn: () => sdk.client.fetch<{ checks: RecordCheckAnswer[] }>(`/admin/billing/${of}/${id}/document-check`),
  })
  const lacking = data?.checks.filter(({ lacks }) => lacks.length > 0) ?? []
  if (!lacking.length) {
    return null
  }
  const note = (
    <Alert variant="warning">
      <span className="flex flex-col gap-y-1">
        <span>{t("documents.check.title")}</span>
        {lacking.map(({ subscription_id, display_id, lacks }) => (
          <span key={subscription_id ?? "customer"} className="text-ui-fg-subtle">
            {of === "customers" &&
              display_id !== null &&
              `${t("documents.check.subscription", { number: display_id })} `}
            {lacks.map((field) => t(`documents.check.fields.${field}`)).join(", ")}
          </span>
        ))}
      </span>
    </Alert>
  )
  // The customer's stands inside a card, the subscription's above one.
  return of === "customers" ? <div className="px-6 py-4">{note}</div> : note
}
