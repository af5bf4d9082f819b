import type { ReactNode } from "react"
import { createPortal } from "react-dom"

const CLASS = "service-print-sheet"

/** On paper there is the sheet alone: not the dashboard around it, whose frame would cut it after one page. */
const STYLE = `
.${CLASS} { display: none; }
@media print {
  body > *:not(.${CLASS}) { display: none !important; }
  html, body { background: white !important; }
  .${CLASS} { display: block; color: black; }
  .${CLASS} tr, .${CLASS} h3 { break-inside: avoid; }
  .${CLASS} h3 { break-after: avoid; }
}`

/** Shows its content on the page, and alone on paper. */
export function PrintSheet({ children }: { children: ReactNode }) {
  return (
    <>
      <style>{STYLE}</style>
      {children}
      {createPortal(<div className={CLASS}>{children}</div>, document.body)}
    </>
  )
}
