import { Copy, InlineTip } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { ServiceDetailAnswer } from "../../../../contracts/provisioning/services"
import { useServiceWords } from "../../../lib/provisioning/use-service-words"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { FieldRow } from "../../ui/field-row"
import { Section } from "../../ui/section"
import { CreateInsteadButton, NeverSuspendSwitch, ServiceActions } from "./service-actions"
import { ServiceBadge } from "./service-badge"

const LINK = "text-ui-fg-interactive"

/** What a service is, how it stands, and what can be done with it. */
export function ServiceFacts({ service }: { service: ServiceDetailAnswer }) {
  const { t } = useTexts("provisioning")
  const format = useFormat()
  const words = useServiceWords()
  return (
    <Section
      level="h1"
      title={
        <>
          {service.title}
          <ServiceBadge status={service.status} />
        </>
      }
      hint={t("fields.unit_number", { number: service.unit })}
      actions={<ServiceActions service={service} />}
    >
      {service.problem && (
        <div className="px-6 py-4">
          <InlineTip variant={service.status === "failed" ? "error" : "warning"} label={t("problem.label")}>
            <span className="break-words">{service.problem}</span>
          </InlineTip>
        </div>
      )}
      {service.waits_for && (
        <div className="px-6 py-4">
          <InlineTip variant="info" label={t(`waits.${service.waits_for}.label`)}>
            <span className="break-words">
              {[service.waits_for === "held" && service.hold_note, t(`waits.${service.waits_for}.hint`)]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </InlineTip>
        </div>
      )}
      <FieldRow label={t("fields.standing")}>{t(`standings.${service.standing}`)}</FieldRow>
      {service.suspended_for && (
        <FieldRow label={t("fields.suspended_for")}>
          {[words.ofReason(service.suspended_for), service.hold_note].filter(Boolean).join(" · ")}
        </FieldRow>
      )}
      <FieldRow label={t("fields.expires_on")}>
        {service.expires_on ? format.date(service.expires_on) : t("fields.for_good")}
      </FieldRow>
      <FieldRow label={t("fields.provider")}>
        {[words.ofProvider(service.provider_id), service.server_name].filter(Boolean).join(" · ")}
      </FieldRow>
      {service.adopted_key !== null && (
        <FieldRow label={t("adopt.field")}>
          <span className="flex flex-wrap items-center gap-2">
            {service.adopted_key}
            {(service.status === "pending" || service.status === "failed") && service.server_id && (
              <CreateInsteadButton id={service.id} serverId={service.server_id} />
            )}
          </span>
        </FieldRow>
      )}
      {service.shown.map(({ label, value }) => (
        <FieldRow key={label} label={label}>
          <span className="flex items-start gap-x-2">
            <code className="txt-small min-w-0 break-all">{value}</code>
            <Copy content={value} />
          </span>
        </FieldRow>
      ))}
      {(service.replaced_by ?? service.replaces) !== null && (
        <FieldRow label={t(service.replaced_by === null ? "anew.replaces" : "anew.replaced_by")}>
          <Link className={LINK} to={`/services/${service.replaced_by ?? service.replaces}`}>
            {t("anew.link")}
          </Link>
        </FieldRow>
      )}
      <FieldRow label={t("fields.belongs_to")}>
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          <Link className={LINK} to={`/orders/${service.order_id}`}>
            {t("fields.order")}
          </Link>
          {service.subscription_id && (
            <Link className={LINK} to={`/billing/subscriptions/${service.subscription_id}`}>
              {t("fields.subscription")}
            </Link>
          )}
          {service.customer_id && (
            <Link className={LINK} to={`/customers/${service.customer_id}`}>
              {service.email ?? t("fields.customer")}
            </Link>
          )}
          <Link className={LINK} to={`/products/${service.product_id}`}>
            {t("fields.product")}
          </Link>
        </span>
      </FieldRow>
      {service.status !== "terminated" && (
        <div className="px-6 py-4">
          <NeverSuspendSwitch service={service} />
        </div>
      )}
    </Section>
  )
}
