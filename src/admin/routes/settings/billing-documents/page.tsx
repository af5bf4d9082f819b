import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useDocumentLook } from "../../../lib/billing/use-document-look"
import { DocumentSettings } from "../../../components/billing/documents/document-settings"
import { Crumb } from "../../../components/ui/crumb"
import { Loaded } from "../../../components/ui/loaded"

const DocumentSettingsPage = () => {
  const query = useDocumentLook()
  return (
    <Loaded query={query} rows={8} framed>
      {({ look }) => <DocumentSettings look={look} />}
    </Loaded>
  )
}

export const config = defineRouteConfig({
  label: "menu.documents",
  translationNs: "serviceBilling",
  rank: 7,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.documents" /> }

export default DocumentSettingsPage
