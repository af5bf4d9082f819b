import { CreditCard } from "@medusajs/icons"
import { useQuery } from "@tanstack/react-query"
import {
  DEMO_BEHAVIOURS,
  EVERY_METHOD,
  type DemoBehaviour,
  type DemoPaymentsAnswer,
} from "../../../../contracts/billing/demo-payments"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { Section } from "../../ui/section"
import { DemoCharges } from "./demo-charges"

const PATH = "/admin/billing/demo-payments"
const SLOW_MS = 5_000

/** How the demo provider answers from now on: so that a decline or a lost answer can be watched. No provider, no panel. */
export function PaymentSwitchPanel() {
  const { t } = useTexts("billing")
  const query = useQuery({
    queryKey: [...queryKeys.clock, "payments"],
    queryFn: () => sdk.client.fetch<{ demo_payments: DemoPaymentsAnswer }>(PATH),
    staleTime: 0,
    retry: false,
  })
  const turn = useChange({
    change: (behaviour: DemoBehaviour) =>
      sdk.client.fetch(PATH, {
        method: "POST",
        body: { scope: EVERY_METHOD, behaviour, delay_ms: behaviour === "slow" ? SLOW_MS : 0 },
      }),
    done: t("demo_payments.turned"),
  })
  if (!query.data) {
    return null
  }
  const { switches, charges } = query.data.demo_payments
  const behaviour = switches.find(({ scope }) => scope === EVERY_METHOD)?.behaviour ?? "ok"
  const own = switches.filter((one) => one.scope !== EVERY_METHOD && one.behaviour !== "ok").length
  return (
    <Section
      title={
        <>
          <CreditCard className="text-ui-fg-subtle" />
          {t("demo_payments.title")}
        </>
      }
      hint={
        own > 0 ? `${t("demo_payments.hint")} · ${t("demo_payments.own", { count: own })}` : t("demo_payments.hint")
      }
      actions={
        <div className="w-72 max-w-full">
          <Choice
            size="small"
            label={t("demo_payments.title")}
            value={turn.isPending ? turn.variables : behaviour}
            onChange={(chosen) => turn.mutate(chosen)}
            options={DEMO_BEHAVIOURS.map((value) => ({ value, label: t(`demo_payments.behaviours.${value}`) }))}
          />
        </div>
      }
    >
      {charges.length > 0 && <DemoCharges charges={charges} />}
    </Section>
  )
}
