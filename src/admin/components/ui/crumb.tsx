import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../lib/namespace"

/** A breadcrumb's text, translated when it is drawn and not when the route is loaded. */
export function Crumb({ name }: { name: string }) {
  const { t } = useTranslation(NAMESPACE)
  return <>{t(name)}</>
}
