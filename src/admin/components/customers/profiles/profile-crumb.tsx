import { useProfile } from "../../../lib/customers/use-profile"
import { useTexts } from "../../../lib/use-texts"

/** A customer in the breadcrumbs, by the name. */
export function ProfileCrumb({ id }: { id: string }) {
  const { t } = useTexts("customers")
  const { data } = useProfile(id)
  return <>{data?.name ?? t("one")}</>
}
