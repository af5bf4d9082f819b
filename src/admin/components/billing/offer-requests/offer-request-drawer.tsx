import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { OfferRequestAnswer } from "../../../../contracts/billing/offer-requests/offer-requests"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { FieldRow } from "../../ui/field-row"
import { StateBadge } from "../state-badge"
import { CloseForm } from "./close-form"
import { QuoteForm } from "./quote-form"

type Step = "shown" | "quote" | "close"

/** Opens a request: what was asked for, by whom, and what can be answered. */
export function OfferRequestDrawer({ request }: { request: OfferRequestAnswer }) {
  const { t } = useTexts("billing")
  const [step, setStep] = useState<Step | null>(null)
  const close = () => setStep(null)
  const back = () => setStep("shown")
  const titles = {
    shown: request.title,
    quote: t("requests.quote_title", { title: request.title }),
    close: t("requests.close_title"),
  }
  return (
    <Drawer open={step !== null} onOpenChange={(open) => setStep(open ? "shown" : null)}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="transparent" aria-label={t("requests.show_named", { name: request.name })}>
          {t("requests.show")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{titles[step ?? "shown"]}</Drawer.Title>
        </Drawer.Header>
        {step === "quote" && <QuoteForm request={request} onDone={back} onBack={back} />}
        {step === "close" && <CloseForm request={request} onDone={close} onBack={back} />}
        {step === "shown" && (
          <>
            <Drawer.Body className="overflow-y-auto p-0">
              <Asked request={request} />
            </Drawer.Body>
            {request.status === "open" && (
              <Drawer.Footer>
                <Button size="small" variant="secondary" onClick={() => setStep("close")}>
                  {t("requests.close")}
                </Button>
                <Button size="small" onClick={() => setStep("quote")}>
                  {t("requests.quote")}
                </Button>
              </Drawer.Footer>
            )}
          </>
        )}
      </Drawer.Content>
    </Drawer>
  )
}

const LINK = "text-ui-fg-interactive hover:text-ui-fg-interactive-hover"

function Asked({ request }: { request: OfferRequestAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { order_id, unit_price, currency_code } = request
  return (
    <div className="divide-y">
      <FieldRow label={t("fields.status")}>
        <StateBadge kind="offer_request" state={request.status} />
      </FieldRow>
      {order_id && (
        <FieldRow label={t("requests.quoted_at")}>
          <div className="flex flex-col items-start gap-y-1">
            {unit_price && currency_code && format.money(unit_price, currency_code)}
            <Link to={`/draft-orders/${order_id}`} className={LINK}>
              {t("requests.to_order")}
            </Link>
          </div>
        </FieldRow>
      )}
      {request.note && <FieldRow label={t("requests.reason")}>{request.note}</FieldRow>}
      <FieldRow label={t("requests.who")}>{request.name || t("requests.erased")}</FieldRow>
      <FieldRow label={t("requests.customer")}>
        {request.customer_id ? (
          <Link to={`/customers/${request.customer_id}`} className={LINK}>
            {t("requests.to_customer")}
          </Link>
        ) : (
          t("requests.not_logged_in")
        )}
      </FieldRow>
      {request.email && <FieldRow label={t("requests.email")}>{request.email}</FieldRow>}
      {request.phone && <FieldRow label={t("requests.phone")}>{request.phone}</FieldRow>}
      <FieldRow label={t("requests.quantity")}>{format.number(request.quantity)}</FieldRow>
      {request.message && (
        <FieldRow label={t("requests.message")}>
          <span className="break-words whitespace-pre-line">{request.message}</span>
        </FieldRow>
      )}
      <FieldRow label={t("requests.source")}>{t(`requests.sources.${request.source}`)}</FieldRow>
      <FieldRow label={t("requests.received")}>{format.instant(request.received_at)}</FieldRow>
    </div>
  )
}
