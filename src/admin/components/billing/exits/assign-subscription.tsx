import type { ExitAnswer } from "../../../../contracts/billing/exits/exits"
import { searchSubscriptions } from "../../../lib/billing/search-subscriptions"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Picker } from "../../ui/forms/picker"

/** Says which subscription a declaration means. */
export function AssignSubscription({ exit }: { exit: ExitAnswer }) {
  const { t } = useTexts("billing")
  const assign = useChange({
    change: (subscription_id: string) =>
      sdk.client.fetch(`/admin/billing/exits/${exit.id}/assign`, { method: "POST", body: { subscription_id } }),
    done: t("exits.assigned"),
  })
  return (
    <Picker
      kind="exit-subscription"
      label={t(exit.subscription_id ? "exits.assign_other" : "exits.assign")}
      search={searchSubscriptions}
      chosen={exit.subscription_id ? [exit.subscription_id] : []}
      onPick={({ id }) => assign.mutate(id)}
    />
  )
}
