import { Button, Drawer, InlineTip } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { ExitAnswer } from "../../../../contracts/billing/exits/exits"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { FieldRow } from "../../ui/field-row"
import { StateBadge } from "../state-badge"
import { AssignSubscription } from "./assign-subscription"
import { CarryOutForm } from "./carry-out-form"
import { ExitMail } from "./exit-mail"
import { RefuseForm } from "./refuse-form"

type Step = "shown" | "carry_out" | "refuse"

/** Opens a declaration: what was typed, why it waits, and what can be done with it. */
export function ExitDrawer({ exit }: { exit: ExitAnswer }) {
  const { t } = useTexts("billing")
  const [step, setStep] = useState<Step | null>(null)
  const close = () => setStep(null)
  const isOpen = exit.status === "open"
  return (
    <Drawer open={step !== null} onOpenChange={(open) => setStep(open ? "shown" : null)}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="transparent" aria-label={t("exits.show_named", { name: exit.name })}>
          {t("exits.show")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>
            {step === "carry_out"
              ? t("exits.carry_out_title", { name: exit.name })
              : step === "refuse"
                ? t("exits.refuse_title")
                : t(`exits.kinds.${exit.kind}`)}
          </Drawer.Title>
        </Drawer.Header>
        {step === "carry_out" && <CarryOutForm exit={exit} onDone={close} onBack={() => setStep("shown")} />}
        {step === "refuse" && <RefuseForm exit={exit} onDone={close} onBack={() => setStep("shown")} />}
        {step === "shown" && (
          <>
            <Drawer.Body className="overflow-y-auto p-0">
              <Declared exit={exit} />
            </Drawer.Body>
            {isOpen && (
              <Drawer.Footer>
                <Button size="small" variant="secondary" onClick={() => setStep("refuse")}>
                  {t("exits.refuse")}
                </Button>
                <Button size="small" onClick={() => setStep("carry_out")}>
                  {t("exits.carry_out")}
                </Button>
              </Drawer.Footer>
            )}
          </>
        )}
      </Drawer.Content>
    </Drawer>
  )
}

function Declared({ exit }: { exit: ExitAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  return (
    <div className="divide-y">
      {exit.status === "open" && exit.left_for && (
        <div className="px-6 py-4">
          <InlineTip variant="warning" label={t("states.exit.open")}>
            {t(`exits.left_for.${exit.left_for}`)}
          </InlineTip>
        </div>
      )}
      <FieldRow label={t("fields.status")}>
        <StateBadge kind="exit" state={exit.status} />
      </FieldRow>
      <FieldRow label={t("exits.name")}>{exit.name}</FieldRow>
      <FieldRow label={t("exits.email")}>{exit.email}</FieldRow>
      <FieldRow label={t("exits.contract")}>{exit.contract}</FieldRow>
      {exit.kind === "cancel" && (
        <>
          <FieldRow label={t("exits.type")}>{t(exit.is_for_cause ? "exits.for_cause" : "exits.ordinary")}</FieldRow>
          <FieldRow label={t("exits.wished_on")}>
            {exit.wished_on ? format.date(exit.wished_on) : t("exits.as_soon_as_possible")}
          </FieldRow>
        </>
      )}
      {exit.reason && (
        <FieldRow label={t("exits.reason")}>
          <span className="whitespace-pre-line">{exit.reason}</span>
        </FieldRow>
      )}
      <FieldRow label={t("exits.received")}>{format.instant(exit.received_at)}</FieldRow>
      <FieldRow label={t("exits.subscription")}>
        <div className="flex flex-col items-start gap-y-2">
          {exit.subscription_id ? (
            <Link to={`/billing/subscriptions/${exit.subscription_id}`} className="text-ui-fg-interactive">
              {`#${exit.subscription_number ?? ""} · ${t("exits.to_invoices")}`}
            </Link>
          ) : (
            t("exits.no_subscription")
          )}
          {exit.status === "open" && <AssignSubscription exit={exit} />}
        </div>
      </FieldRow>
      {exit.ends_on && <FieldRow label={t("exits.ends_on")}>{format.date(exit.ends_on)}</FieldRow>}
      {exit.note && <FieldRow label={t("exits.note")}>{exit.note}</FieldRow>}
      <FieldRow label={t("exits.mail")}>
        <ExitMail exit={exit} />
      </FieldRow>
    </div>
  )
}
