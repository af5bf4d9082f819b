import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DemoPaymentsAnswer, SwitchBody } from "../../../../contracts/billing/demo-payments"
import { readDemoPayments, setDemoPayment } from "../../../../workflows/demo/demo-payments"

type Answer = { demo_payments: DemoPaymentsAnswer }

export async function GET(req: MedusaRequest, res: MedusaResponse<Answer>): Promise<void> {
  res.json({ demo_payments: await readDemoPayments(req.scope) })
}

export async function POST(req: MedusaRequest<SwitchBody>, res: MedusaResponse<Answer>): Promise<void> {
  await setDemoPayment(req.scope, req.validatedBody)
  res.json({ demo_payments: await readDemoPayments(req.scope) })
}
