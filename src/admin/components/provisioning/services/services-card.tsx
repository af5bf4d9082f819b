import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import type { ServiceListAnswer } from "../../../../contracts/provisioning/services"
import { queryKeys } from "../../../lib/query-keys"
import { useFormat } from "../../../lib/use-format"
import { useList } from "../../../lib/use-list"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { ServiceBadge } from "./service-badge"

const MOST = 10

interface ServicesCardProps {
  /** Whose: one of them. */
  of: { order_id?: string; subscription_id?: string; customer_id?: string }
  /** Below the list. */
  children?: ReactNode
  /** Shown where there are none, too. */
  always?: boolean
}

/** The services of an order, a subscription or a customer. Where there are none, there is no card. */
export function ServicesCard({ of, children, always = false }: ServicesCardProps) {
  const { t } = useTexts("provisioning")
  const format = useFormat()
  const list = useList<ServiceListAnswer>(queryKeys.services, "provisioning/services", { ...of, limit: MOST })
  if (!always && list.data?.count === 0) {
    return null
  }
  return (
    <Section title={t("services.title")}>
      <Loaded query={list} rows={2}>
        {({ services, count }) => (
          <>
            <ul className="divide-y">
              {services.map((service) => (
                <CardRow
                  key={service.id}
                  hint={[
                    t("fields.unit_number", { number: service.unit }),
                    service.expires_on && t("services.until", { date: format.date(service.expires_on) }),
                    service.problem,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                  end={<ServiceBadge status={service.status} />}
                >
                  <Link className="text-ui-fg-interactive" to={`/services/${service.id}`}>
                    {service.title}
                  </Link>
                </CardRow>
              ))}
            </ul>
            {count > MOST && <div className="txt-small px-6 py-3">{t("services.more", { count: count - MOST })}</div>}
          </>
        )}
      </Loaded>
      {children}
    </Section>
  )
}
