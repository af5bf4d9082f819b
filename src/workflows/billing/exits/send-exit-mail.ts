import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ExitRequestRow } from "../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { renderExitMail } from "../../../notifications/render-exit-mail"
import { receiptFileName, receiptOf, receiptPdf } from "./exit-document"

/** Hands the acknowledgement to Medusa's notification module, with its PDF, once per attempt. Throws where it refuses. */
export async function sendExitMail(container: MedusaContainer, row: ExitRequestRow): Promise<void> {
  const { seller } = container.resolve<CoreModuleService>(CORE_MODULE).options
  const receipt = receiptOf(container, row)
  const content = renderExitMail(receipt, { name: row.name, store: { name: seller.name, email: seller.email ?? null } })
  const pdf = await receiptPdf(container, row)
  await container.resolve(Modules.NOTIFICATION).createNotifications([
    {
      to: row.email,
      channel: "email",
      template: `billing.exit_${row.kind}`,
      data: { ...receipt },
      content,
      attachments: [
        {
          filename: receiptFileName(row),
          content: pdf.toString("base64"),
          content_type: "application/pdf",
          disposition: "attachment",
        },
      ],
      idempotency_key: `${row.id}:${row.mail_attempts}`,
      trigger_type: "billing.exit",
      resource_type: "exit_request",
      resource_id: row.id,
    },
  ])
}
