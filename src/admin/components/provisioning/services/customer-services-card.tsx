import type { CustomerMark } from "../../../../contracts/provisioning/services"
import { useCustomerMark } from "../../../lib/provisioning/use-provisioning"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { SwitchRow } from "../../ui/forms/switch-row"
import { Loaded } from "../../ui/loaded"
import { ServicesCard } from "./services-card"

/** A customer's services, and whether they are never suspended. */
export function CustomerServicesCard({ customerId }: { customerId: string }) {
  const { t } = useTexts("provisioning")
  const mark = useCustomerMark(customerId)
  const change = useChange({
    change: (body: CustomerMark) =>
      sdk.client.fetch(`/admin/provisioning/customers/${customerId}`, { method: "POST", body }),
    done: t("never_suspend.done"),
  })
  return (
    <ServicesCard of={{ customer_id: customerId }}>
      <div className="px-6 py-4">
        <Loaded query={mark} rows={1}>
          {({ customer }) => (
            <SwitchRow
              label={t("never_suspend.customer_label")}
              hint={t("never_suspend.customer_hint")}
              checked={customer.never_suspend}
              onChange={(never_suspend) => change.mutate({ never_suspend })}
            />
          )}
        </Loaded>
      </div>
    </ServicesCard>
  )
}
