import { useTexts, type TextRoom } from "../../lib/use-texts"

/** A breadcrumb's text, translated when it is drawn and not when the route is loaded. */
export function Crumb({ room, name }: { room: TextRoom; name: string }) {
  const { t } = useTexts(room)
  return <>{t(name)}</>
}
